import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiFalsa } from '../../test/api.falsa.ts';
import { type CasaDePrueba, casaNueva, nuevo } from '../../test/casa.ts';
import { crearEventos, type Mensaje } from './eventos.ts';

let casa: CasaDePrueba;
beforeAll(async () => {
  casa = await casaNueva();
});
afterAll(() => casa?.cerrar());

const datos = (nombre: string) => ({
  nombre,
  sector: 'minsa',
  necesidad: 'Prevenir',
  continuidad: 'Todo el año',
  norma: 'NTS',
  niveles: ['nacional', 'regional', 'provincial'],
});
const minsa = () => casa.como('organo_descentralizacion', 'minsa');

async function servicio(): Promise<string> {
  const id = nuevo();
  await casa.hacer('IdentificarServicio', id, datos(`Servicio ${id}`), minsa());
  return id;
}
const corregir = (id: string, n: number) => casa.hacer('CorregirServicio', id, datos(`Servicio ${id} ${n}`), minsa());

/** Keeps what it is told, and waits for a version. */
function oyente() {
  const recibidos: Mensaje[] = [];
  const esperas: { version: number; listo: () => void }[] = [];
  let terminado = false;
  return {
    recibidos,
    terminado: () => terminado,
    recibir: (m: Mensaje) => {
      recibidos.push(m);
      for (const e of esperas) if (m.version >= e.version) e.listo();
    },
    terminar: () => {
      terminado = true;
    },
    hasta: (version: number, ms = 1000) =>
      recibidos.some((m) => m.version >= version)
        ? Promise.resolve()
        : new Promise<void>((listo, fallo) => {
            esperas.push({ version, listo });
            setTimeout(() => fallo(new Error(`no llegó la versión ${version} en ${ms} ms`)), ms);
          }),
  };
}
const texto = (m: Mensaje | undefined, completo = false) => new TextDecoder().decode(completo ? m?.completo() : m?.breve());
const pausa = (ms: number) => new Promise((r) => setTimeout(r, ms));

describe('Eventos de un expediente', () => {
  it('quien escucha recibe cada cambio, con los mismos bytes para todos', async () => {
    const id = await servicio();
    const [a, b] = [oyente(), oyente()];
    const dejarA = await casa.eventos.escuchar(id, undefined, a);
    const dejarB = await casa.eventos.escuchar(id, undefined, b);
    expect(texto(a.recibidos[0])).toBe('id: 1\nevent: cambio\ndata: {"version":1,"hechos":[]}\n\n');
    await corregir(id, 1);
    await Promise.all([a.hasta(2), b.hasta(2)]);
    expect(texto(a.recibidos[1])).toBe('id: 2\nevent: cambio\ndata: {"version":2,"hechos":[{"version":2,"hecho":"ServicioCorregido"}]}\n\n');
    expect(a.recibidos[1]?.completo()).toBe(b.recibidos[1]?.completo());
    expect(JSON.parse(texto(a.recibidos[1], true).split('data: ')[1] ?? '').hechos[0]).toMatchObject({ version: 2, hecho: { tipo: 'ServicioCorregido' } });
    dejarA?.();
    await corregir(id, 2);
    await b.hasta(3);
    expect(a.recibidos).toHaveLength(2);
    dejarB?.();
  });

  it('quien vuelve recibe lo ocurrido desde su última versión', async () => {
    const id = await servicio();
    await corregir(id, 1);
    await corregir(id, 2);
    const o = oyente();
    const dejar = await casa.eventos.escuchar(id, 1, o);
    expect(texto(o.recibidos[0])).toContain('"version":3');
    expect(texto(o.recibidos[0])).toContain('{"version":2,"hecho":"ServicioCorregido"},{"version":3,"hecho":"ServicioCorregido"}');
    dejar?.();
    const alDia = oyente();
    (await casa.eventos.escuchar(id, 3, alDia))?.();
    expect(alDia.recibidos).toEqual([]);
  });

  it('sin nadie que escuche ese expediente no se avisa nada', async () => {
    const avisos: string[] = [];
    const espia = new pg.Client({ connectionString: casa.url });
    await espia.connect();
    espia.on('notification', (n) => avisos.push(n.payload ?? ''));
    await espia.query('listen ayni_hechos');
    const [mirado, solo] = [await servicio(), await servicio()];
    await corregir(solo, 1);
    await espia.query('select 1');
    expect(avisos).toEqual([]);
    const dejar = await casa.eventos.escuchar(mirado, undefined, oyente());
    await corregir(solo, 2);
    await corregir(mirado, 1);
    await espia.query('select 1');
    expect(avisos).toEqual([`${mirado} 2`]);
    dejar?.();
    await pausa(100);
    expect((await sql<{ n: number }>`select count(*)::int as n from escucha`.execute(casa.db)).rows[0]?.n).toBe(0);
    await espia.end();
  });

  it('si se corta la conexión que escucha, el repaso cuenta lo perdido', async () => {
    const eventos = crearEventos({ url: casa.url, db: casa.db, repaso: 100 });
    const id = await servicio();
    const o = oyente();
    await eventos.escuchar(id, undefined, o);
    await pausa(150);
    const admin = new pg.Client({ connectionString: casa.url });
    await admin.connect();
    await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ayni-eventos' and datname = current_database()`);
    await admin.end();
    await corregir(id, 1);
    await o.hasta(2, 2000);
    await eventos.cerrar();
    expect(o.terminado()).toBe(true);
  });

  it('un expediente que no existe no se escucha', async () => {
    expect(await casa.eventos.escuchar(nuevo(), undefined, oyente())).toBeUndefined();
  });

  it('la API lo da a quien puede leer, y a nadie sin credenciales', async () => {
    const { app, pedir } = apiFalsa({ db: casa.db, eventos: casa.eventos });
    const id = await servicio();
    const ruta = `/api/v1/expedientes/${id}/eventos`;
    expect((await app.request(`http://localhost${ruta}`, { headers: { host: 'localhost' } })).status).toBe(401);
    expect((await pedir(`/api/v1/expedientes/${nuevo()}/eventos`)).status).toBe(404);
    expect((await pedir(`${ruta}?contenido=quizas`)).status).toBe(400);
    await corregir(id, 1);
    const r = await pedir(`${ruta}?contenido=si`, { headers: { 'last-event-id': '1' } });
    expect(r.headers.get('content-type')).toContain('text/event-stream');
    const lector = r.body?.getReader();
    let visto = '';
    while (!visto.includes('ServicioCorregido')) visto += new TextDecoder().decode((await lector?.read())?.value);
    expect(visto).toContain('id: 2\nevent: cambio\n');
    await lector?.cancel();
  });
});

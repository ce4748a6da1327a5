import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CasaDePrueba, casaNueva, nuevo } from '../../test/casa.ts';
import { crearApp } from '../app.ts';
import type { Id } from '../kernel/tipos.ts';
import { guardarLimites, prepararLimites } from '../limites.ts';
import type { Indicador } from '../modules/indicador/indicador.ts';
import { REGLAS } from '../modules/reporte/reporte.calidad.ts';
import { plazoDe } from '../modules/reporte/reporte.reglas.ts';
import { posicionesDeCatalogo } from '../platform/cifras/posiciones.ts';
import { hostsPermitidos } from '../platform/http/host.ts';
import { reconstruir } from '../platform/verificar.ts';
import { margenesDe } from '../web/indicadores/percepcion.ts';
import { leerCadena } from './cadena.ts';
import { cuentasPor, leerAvisos, leerAvisosDeReporte, leerCumplimiento, leerMasivos } from './calidad.ts';
import { coberturaDe, leerMapa, leerSeries } from './cifras.ts';
import { leerEncuestas } from './encuestas.ts';
import { findIndicador, listarIndicadores } from './indicadores.ts';
import { leerLimites } from './limites.ts';

let casa: CasaDePrueba;
let indicador: Id;
let s: Indicador;
let pedir: (camino: string, cabeceras?: Record<string, string>) => Promise<Response>;

beforeAll(async () => {
  casa = await casaNueva();
  const sector = casa.como('organo_descentralizacion', 'minsa');
  const servicio = nuevo();
  indicador = nuevo();
  await casa.hacer(
    'IdentificarServicio',
    servicio,
    { nombre: 'Control CRED', sector: 'minsa', necesidad: 'Salud', continuidad: 'Todo el año', norma: 'Norma técnica', niveles: ['nacional', 'regional'] },
    sector,
  );
  const ficha = {
    servicio,
    nombre: 'Control completo',
    proposito: 'Saber dónde falta',
    dimension: 'cobertura',
    clase: 'resultado',
    agregacion: 'razon',
    numerador: 'Con control',
    denominador: 'En el padrón',
    factor: 100,
    unidad: '%',
    decimales: 1,
    sentido: 'mayor_mejor',
    periodicidad: 'anual',
    fuente: 'Padrón',
    responsable: 'minsa',
    captura: 'distrito',
    desagregaciones: [{ nombre: 'Sexo', categorias: ['Niñas', 'Niños'] }],
  };
  await casa.hacer('DefinirIndicador', indicador, ficha, sector);
  const c = (territorio: string, periodo: string, valor: number, denominador: number, mas = {}) => ({ territorio, periodo, valor, denominador, ...mas });
  await casa.hacer(
    'ReportarCifras',
    nuevo(),
    {
      indicador,
      enviar: true,
      cifras: [
        c('090101', '2023', 30, 100),
        c('090101', '2024', 40, 100),
        c('090102', '2024', 1, 2, { estado: 'reservado' }),
        c('090201', '2024', 90, 100),
        { territorio: '090202', periodo: '2024', estado: 'sin_dato' },
        c('090101', '2024', 30, 50, { categoria: 'Sexo: Niñas' }),
      ],
    },
    casa.como('ogpp', 'minsa'),
  );
  await casa.hacer('PublicarPeriodo', indicador, { periodo: '2023' }, sector);
  s = (await findIndicador(casa.db, indicador, { soloPublicado: false }))?.estado as Indicador;
  const app = await crearApp(casa, { hosts: hostsPermitidos('127.0.0.1', ''), https: false, demo: false, log: pino({ level: 'silent' }) });
  pedir = async (camino, headers = {}) => app.request(`http://127.0.0.1/api/v1${camino}`, { headers: { host: '127.0.0.1', ...headers } });
}, 120_000);
afterAll(() => casa.cerrar());

const posiciones = () => posicionesDeCatalogo(casa.db, casa.catalogo());

describe('Lecturas de indicadores', () => {
  it('8.18 el valor de un territorio es la razón de sumas; el reservado cuenta en el total y no se muestra solo', async () => {
    const series = await leerSeries(casa.db, indicador, s, await posiciones(), {
      territorios: ['pe', '0901', '090101', '090102', '090202', '150101'],
      categoria: '',
      periodo: 2024,
    });
    const en = (t: string) => series.get(t)?.find((x) => x.periodo === 2024 && x.categoria === '');
    expect(en('0901')).toMatchObject({ valor: (100 * 41) / 102, estado: 'valor', n: 2 });
    expect(en('pe')?.valor).toBeCloseTo((100 * 131) / 202, 9);
    expect(en('090102')).toMatchObject({ estado: 'reservado' });
    expect(en('090102')?.valor).toBeUndefined();
    expect(en('090101'), 'con él y el total se deduciría').toEqual(expect.objectContaining({ estado: 'reservado', n: 1, reportado: undefined }));
    expect(series.get('090101')?.find((x) => x.periodo === 2023)).toMatchObject({ valor: 30, reportado: { num: 30, den: 100 } });
    expect(en('090202')).toMatchObject({ estado: 'sin_dato', n: 0 });
    expect(en('150101')).toMatchObject({ estado: 'nada', n: 0 });
    expect(series.get('pe')?.find((x) => x.categoria === 'Sexo: Niñas')).toMatchObject({ valor: 60 });
  });

  it('8.19 la cobertura cuenta a quienes dijeron algo entre los distritos vigentes al fin del periodo, el cercado incluido (A17)', async () => {
    const p = await posiciones();
    const mapa = async (fin: string) => leerMapa(casa.db, indicador, s, p, { categoria: '', periodo: 2024, nivel: 'provincia', fin });
    const m = await mapa('2024-12-31');
    const angaraes = casa.catalogo().hijosDe('0901').length;
    expect(coberturaDe(m, 'distrito', p, '0901')).toEqual({ reportaron: 2, esperados: angaraes });
    expect(coberturaDe(m, 'distrito', p, 'pe').reportaron).toBe(4);
    expect(casa.catalogo().territorio('090101')?.cercado).toBe(true);
    expect(coberturaDe(m, 'distrito', p, '090101')).toEqual({ reportaron: 1, esperados: 1 });
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from territorio where tipo = 'distrito' and (vigente_desde is null or vigente_desde <= '2024-12-31')
      and (vigente_hasta is null or vigente_hasta >= '2024-12-31')`.execute(casa.db);
    expect(coberturaDe(m, 'distrito', p, 'pe').esperados).toBe(rows[0]?.n);
  });

  it('8.17 el mapa esconde al reservado y a quien lo delataría; quien reporta esos distritos ve lo suyo', async () => {
    const p = await posiciones();
    const m = await leerMapa(casa.db, indicador, s, p, { categoria: '', periodo: 2024, nivel: 'distrito', fin: '2024-12-31' });
    const de = (t: string) => m.de(p.de(t) as number);
    expect([de('090101').estado, de('090102').estado, de('090201').estado]).toEqual(['reservado', 'reservado', 'valor']);
    expect(de('090101').valor).toBeUndefined();
    const propias = await leerSeries(casa.db, indicador, s, p, { territorios: ['090101', '090102'], categoria: '', periodo: 0, propios: true });
    expect(propias.get('090101')?.find((x) => x.periodo === 2024)).toMatchObject({ valor: 40 });
    expect(propias.get('090102')?.find((x) => x.periodo === 2024)?.valor).toBeUndefined();
  });

  it('8.17 sin ingresar solo se ven los periodos publicados', async () => {
    expect((await findIndicador(casa.db, indicador, { soloPublicado: true }))?.periodos).toEqual([2023]);
    expect((await findIndicador(casa.db, indicador, { soloPublicado: false }))?.periodos).toEqual([2023, 2024]);
    const { filas } = await listarIndicadores(casa.db, { soloPublicado: true, pagina: 1, tamano: 10 });
    expect(filas.map((f) => f.ultimo?.periodo)).toEqual([2023]);
    const serie = await (await pedir(`/indicadores/${indicador}/serie?territorio=090101`)).json();
    expect(serie).toMatchObject({ periodos: [2023], valores: [30] });
    expect((await pedir(`/indicadores/${indicador}/mapa?nivel=distrito&periodo=2024`)).status).toBe(404);
    expect((await pedir(`/indicadores/${indicador}`, { authorization: 'Bearer falsa' })).status).toBe(401);
  });

  it('8.17 el mapa nacional por distritos viaja comprimido, y quien ya lo tiene recibe 304', async () => {
    const al = (k: number) => ((k * 7919) % 1000) + 1;
    const distritos = (await posiciones()).en('distrito');
    for (let i = 0; i < distritos.length; i += 1500)
      await casa.hacer(
        'ReportarCifras',
        nuevo(),
        {
          indicador,
          enviar: true,
          cifras: distritos.slice(i, i + 1500).map((territorio, k) => ({ territorio, periodo: '2022', valor: al(i + k), denominador: 1000 })),
        },
        casa.como('ogpp', 'minsa'),
      );
    await casa.hacer('PublicarPeriodo', indicador, { periodo: '2022' }, casa.como('organo_descentralizacion', 'minsa'));
    const r = await pedir(`/indicadores/${indicador}/mapa?nivel=distrito&periodo=2022`, { 'accept-encoding': 'gzip' });
    const bytes = Buffer.from(await r.arrayBuffer());
    expect(bytes.length).toBeLessThanOrEqual(9 * 1024);
    const cuerpo = JSON.parse(gunzipSync(bytes).toString());
    expect(cuerpo).toMatchObject({ reportaron: distritos.length, version: expect.any(Number) });
    expect(cuerpo.valores).toHaveLength(distritos.length);
    const otra = await pedir(`/indicadores/${indicador}/mapa?nivel=distrito&periodo=2022`, { 'if-none-match': r.headers.get('etag') ?? '' });
    expect(otra.status).toBe(304);
  });

  it('8.17 los límites se importan por código INEI y se dice qué falta y qué no se conoce', async () => {
    const cuadro = (id: string, name: string) => ({ type: 'Polygon', arcs: [[0]], id, properties: { name } });
    const archivo = (geometries: unknown[]) =>
      Buffer.from(
        JSON.stringify({
          type: 'Topology',
          objects: { level4: { type: 'GeometryCollection', geometries } },
          arcs: [
            [
              [-75, -12],
              [-74.9, -12],
              [-74.9, -12.1],
              [-75, -12],
            ],
          ],
        }),
      );
    const nombre = casa.catalogo().territorio('090101')?.nombre ?? '';
    const p = prepararLimites(archivo([cuadro('090101', nombre.toUpperCase()), cuadro('999999', 'Nada')]), casa.catalogo());
    if (!p.ok) throw new Error(p.motivo);
    expect(p).toMatchObject({ cuenta: { distrito: 1, provincia: 0 }, desconocidos: ['999999'], otroNombre: [] });
    expect(p.faltan.map((f) => f.id)).toContain('210103');
    await guardarLimites(casa.db, p);
    expect(await leerLimites(casa.db, ['090101', '090102'])).toEqual([{ id: '090101', trazos: [[-750000, -120000, 1000, 0, 0, -1000, -1000, 1000]] }]);
    expect(prepararLimites(archivo([cuadro('090101', 'Otro'), cuadro('090102', 'Lugar')]), casa.catalogo())).toMatchObject({
      ok: false,
      motivo: expect.stringContaining('no son del INEI'),
    });
    expect(prepararLimites(Buffer.from('{"type":"Topology"}'), casa.catalogo())).toMatchObject({ ok: false });
    expect(prepararLimites(archivo([{ ...cuadro('090101', nombre), arcs: [[7]] }]), casa.catalogo())).toMatchObject({ ok: false });
  });

  it('8.19 quién falta, quién llegó tarde y qué avisos quedan, con la explicación de la entidad a la vista y sin lo reservado', async () => {
    const sector = casa.como('organo_descentralizacion', 'minsa');
    const distrital = casa.como('alcalde_distrital', 'md-090102');
    const c = (territorio: string, periodo: string, valor: number, mas = {}) => ({ territorio, periodo, valor, denominador: 100, ...mas });
    const reportar = async (cifras: unknown[], quien = casa.como('ogpp', 'minsa')) => {
      const id = nuevo();
      await casa.hacer('ReportarCifras', id, { indicador, enviar: true, cifras }, quien);
      return id;
    };
    await casa.hacer('AbrirPeriodo', indicador, { periodo: '2026', vence: '2026-01-31' }, sector);
    await reportar([c('090103', '2026', 130, { estado: 'reservado' }), c('090104', '2026', 120), c('090105', '2026', 50)]);
    const suyo = await reportar([c('090102', '2026', 140)], distrital);
    const p = await posiciones();
    const f = (await findIndicador(casa.db, indicador, { soloPublicado: false }))?.estado as Indicador;
    const filas = await leerCumplimiento(casa.db, indicador, f, p, { categoria: '', periodo: 2026, fin: '2026-12-31', plazo: plazoDe(f.periodos[2026]) });
    const angaraes = casa.catalogo().hijosDe('0901').length;
    const avisos = () => leerAvisos(casa.db, indicador, f, p, 2026);
    const cuenta = async () => cuentasPor(['0901', '15'], f, p, filas, await avisos());
    expect((await cuenta()).get('0901')).toEqual({ esperados: angaraes, reportaron: 4, tarde: 4, avisos: 3 });
    expect((await cuenta()).get('15')).toMatchObject({ reportaron: 0, tarde: 0, avisos: 0 });
    const en = async (t: string) => (await avisos()).find((a) => a.pos === p.de(t) && a.regla === 'denominador');
    expect(await en('090102')).toMatchObject({ valor: 140, mayor: 100, reglas: REGLAS, reservado: false, de: { reporte: suyo, entidad: 'md-090102' } });
    expect(await en('090103'), 'el aviso no delata al reservado').toEqual(expect.objectContaining({ reservado: true }));
    expect(Object.keys((await en('090103')) ?? {})).not.toContain('valor');
    await casa.hacer('ExplicarCifras', suyo, { territorio: '090102', periodo: '2026', texto: 'Atiende a niñas y niños de otros distritos' }, distrital);
    expect((await en('090102'))?.explicacion).toMatchObject({ texto: 'Atiende a niñas y niños de otros distritos' });
    expect((await cuenta()).get('0901')?.avisos).toBe(2);
    const propios = await leerAvisosDeReporte(casa.db, suyo, p.en('distrito'), []);
    expect(propios.map((a) => a.regla)).toEqual(['denominador']);
  });

  it('8.19 cuando casi todos incumplen una regla se cuenta cuántos son y se detallan los primeros', async () => {
    const p = await posiciones();
    const cifras = p
      .en('distrito')
      .slice(0, 300)
      .map((territorio) => ({ territorio, periodo: '2019', valor: 3, denominador: 2 }));
    await casa.hacer('ReportarCifras', nuevo(), { indicador, enviar: true, cifras }, casa.como('ogpp', 'minsa'));
    expect(await leerMasivos(casa.db, indicador, 2019)).toEqual([{ categoria: '', regla: 'denominador', territorios: 300 }]);
    const avisos = await leerAvisos(casa.db, indicador, s, p, 2019);
    expect(avisos).toHaveLength(200);
    expect(avisos.every((a) => a.pos >= 0 && a.regla === 'denominador')).toBe(true);
  });

  it('8.19 por la API los avisos son de quien trae credenciales; quiénes faltan, de todos en un periodo publicado', async () => {
    await casa.hacer('PublicarPeriodo', indicador, { periodo: '2026' }, casa.como('organo_descentralizacion', 'minsa'));
    const r = await (await pedir(`/indicadores/${indicador}/calidad?periodo=2026`)).json();
    expect(r).toMatchObject({ periodo: 2026, plazo: '2026-01-31', avisos: null });
    expect(r.territorios.find((t: { territorio: string }) => t.territorio === '09')).toMatchObject({ reportaron: 4, tarde: 4, avisos: null });
    expect(r.faltan).toContain('150101');
    expect((await pedir(`/indicadores/${indicador}/calidad?periodo=2024`)).status).toBe(404);
    expect((await pedir(`/indicadores/${indicador}/calidad?periodo=2026`, { authorization: 'Bearer falsa' })).status).toBe(401);
  });
});

describe('numeral 8.18: percepción de los usuarios', () => {
  it('los resultados de una encuesta son cifras del indicador, pesan por población y se retiran con ella', async () => {
    const sector = casa.como('ogpp', 'minsa');
    const satisfaccion = nuevo();
    const { servicio } = s;
    await casa.hacer(
      'DefinirIndicador',
      satisfaccion,
      {
        servicio,
        nombre: 'Usuarios satisfechos',
        proposito: 'Escuchar',
        dimension: 'satisfaccion',
        clase: 'resultado',
        agregacion: 'media_ponderada',
        numerador: 'Porcentaje satisfecho',
        denominador: 'Usuarios',
        unidad: '%',
        sentido: 'mayor_mejor',
        periodicidad: 'anual',
        fuente: 'Encuesta',
        responsable: 'minsa',
        captura: 'provincia',
      },
      sector,
    );
    const encuesta = nuevo();
    const ficha = {
      indicador: satisfaccion,
      nombre: 'Ola 1',
      periodo: '2024',
      poblacion: 'Usuarios',
      marco: 'Padrón',
      diseno: 'aleatorio',
      disenoDetalle: 'Al azar',
      muestra: 200,
      tasaRespuesta: 80,
      desde: '2024-10-01',
      hasta: '2024-11-01',
      aplico: 'Estadística',
      pregunta: '¿Está satisfecho?',
      escala: 'Sí o no',
      medida: 'proporcion',
      resultados: [
        { territorio: '0902', valor: 80, n: 100, poblacion: 1000 },
        { territorio: '0901', valor: 60, n: 100, poblacion: 3000 },
      ],
    };
    await casa.hacer('RegistrarEncuesta', encuesta, ficha, sector);
    const definicion = (await findIndicador(casa.db, satisfaccion, { soloPublicado: false }))?.estado as Indicador;
    const pais = async () =>
      (await leerSeries(casa.db, satisfaccion, definicion, await posiciones(), { territorios: ['pe'], categoria: '', periodo: 2024 })).get('pe')?.[0];
    expect(await pais()).toMatchObject({ valor: 65, n: 2 });
    const leidas = await leerEncuestas(casa.db, satisfaccion);
    expect(leidas.map((e) => e.id)).toEqual([encuesta]);
    const margenDe = margenesDe(leidas, casa.catalogo());
    const [e1, e2] = ['0901', '0902'].map((t) => margenDe(t, 2024, 1) ?? Number.NaN) as [number, number];
    expect(margenDe('09', 2024, 2)).toBeCloseTo(Math.hypot(0.75 * e1, 0.25 * e2), 9);
    expect(margenDe('pe', 2024, 3), 'otro también reportó').toBeUndefined();

    const antes = (await sql`select serie, periodo, pais_num, pais_den, num, den from cifra order by 1, 2`.execute(casa.db)).rows;
    await reconstruir(casa.db, casa.registro);
    expect((await sql`select serie, periodo, pais_num, pais_den, num, den from cifra order by 1, 2`.execute(casa.db)).rows).toEqual(antes);

    const cadena = await leerCadena(casa.db, servicio, { territorio: 'pe', nivel: 'pais', pos: 0, soloPublicado: false });
    expect(cadena.eslabones.find((x) => x.id === satisfaccion)?.ultimo).toMatchObject({ periodo: 2024, n: 2, reserva: false });
    expect(cadena.eslabones.find((x) => x.id === indicador)?.ultimo, '8.19: lo reservado se calla').toMatchObject({ reserva: true });
    const publica = await leerCadena(casa.db, servicio, { territorio: 'pe', nivel: 'pais', pos: 0, soloPublicado: true });
    expect(publica.eslabones.map((x) => x.id)).toEqual([indicador]);
    expect(publica.eslabones[0]?.ultimo?.periodo, 'sin publicar').not.toBe(2024);

    await casa.hacer('RetirarEncuesta', encuesta, { motivo: 'Error de digitación' }, sector);
    expect(await pais()).toMatchObject({ estado: 'nada' });
    expect(await leerEncuestas(casa.db, satisfaccion)).toEqual([]);
  });
});

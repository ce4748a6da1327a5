import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CasaDePrueba, casaNueva } from '../../test/casa.ts';
import { crearApp } from '../app.ts';
import { crearCuenta } from '../platform/auth/cuentas.ts';
import { emitirFicha } from '../platform/auth/fichas.ts';
import { solicitanteInstalador } from '../platform/auth/instalacion.ts';
import { abrirSesion, resolver } from '../platform/auth/sesiones.ts';
import { hostsPermitidos } from '../platform/http/host.ts';

let casa: CasaDePrueba;
let app: Awaited<ReturnType<typeof crearApp>>;
let ficha: string;
let cookie: string;
const lineas: unknown[] = [];

beforeAll(async () => {
  casa = await casaNueva();
  const log = { info: (c: object) => void lineas.push(c), error: (c: object) => void lineas.push(c) };
  app = await crearApp(casa, { hosts: hostsPermitidos('127.0.0.1', undefined), https: false, demo: false, log });
  const c = await crearCuenta(casa.db, solicitanteInstalador(), { nombres: 'Rosa', apellidos: 'Quispe', correo: 'rosa@pcm.gob.pe' }, casa.ahora());
  if (!c.ok) throw new Error(c.motivo);
  await casa.db.updateTable('cuenta').set({ debe_cambiar: false }).where('id', '=', c.cuenta).execute();
  const designacion = randomUUID();
  await casa.hacer(
    'DesignarOficina',
    designacion,
    { persona: c.persona, entidad: 'pcm', cargo: 'administrador', calidad: 'titular', desde: '2026-01-05' },
    solicitanteInstalador(),
  );
  const token = await abrirSesion(casa.db, { cuenta: c.cuenta, designacion, ahora: casa.ahora() });
  cookie = `ayni=${token}`;
  const sesion = await resolver(casa.db, token, casa.ahora());
  const hoy = casa.ahora().toISOString().slice(0, 10);
  const f = await emitirFicha(casa.db, sesion as NonNullable<typeof sesion>, { nombre: 'Prueba', designacion, venceEl: hoy, ahora: casa.ahora() });
  if (!f.ok) throw new Error(f.motivo);
  ficha = f.token;
});
afterAll(() => casa?.cerrar());

async function pedir(method: string, ruta: string, cuerpo?: unknown, cabeceras: Record<string, string> = { authorization: `Bearer ${ficha}` }) {
  const esForma = cuerpo instanceof FormData;
  const r = await app.request(`http://localhost/api/v1${ruta}`, {
    method,
    headers: { host: 'localhost', ...(cuerpo && !esForma ? { 'content-type': 'application/json' } : {}), ...cabeceras },
    body: esForma ? cuerpo : cuerpo ? JSON.stringify(cuerpo) : undefined,
  });
  const texto = await r.text();
  return { estado: r.status, cabeceras: r.headers, texto, json: (texto.startsWith('{') ? JSON.parse(texto) : undefined) as Record<string, unknown> };
}

describe('Cuentas por la API', () => {
  it('se crean, se abren, se bloquean y desbloquean, se restablecen y desactivan; la historia lo dice todo', async () => {
    const creada = await pedir('POST', '/cuentas', { nombres: 'José', apellidos: 'Núñez', correo: 'jose@minsa.gob.pe' });
    expect(creada.estado).toBe(201);
    expect(creada.cabeceras.get('cache-control')).toBe('no-store');
    const id = creada.json.cuenta as string;
    expect((await pedir('POST', '/cuentas', { nombres: 'José', apellidos: 'Núñez', correo: 'jose@minsa.gob.pe' })).estado).toBe(409);
    expect((await pedir('GET', '/cuentas?q=nunez')).json).toMatchObject({ total: 1, filas: [{ id, activa: true, bloqueada: false }] });
    for (const accion of ['bloquear', 'desbloquear', 'levantar-suspension', 'desactivar', 'reactivar'])
      expect((await pedir('POST', `/cuentas/${id}/${accion}`)).estado, accion).toBe(200);
    const clave = (await pedir('POST', `/cuentas/${id}/restablecer`)).json.clave as string;
    expect(clave).toMatch(/^[a-z0-9]{4}(-[a-z0-9]{4}){4}$/);
    expect((await pedir('PUT', `/cuentas/${id}/persona`, { nombres: 'José María', apellidos: 'Núñez', dni: '123' })).estado).toBe(400);
    expect((await pedir('PUT', `/cuentas/${id}/persona`, { nombres: 'José María', apellidos: 'Núñez', dni: '12345678' })).estado).toBe(204);
    const { json } = await pedir('GET', `/cuentas/${id}`);
    expect(json).toMatchObject({ nombres: 'José María', dni: '12345678', designaciones: [], fichas: [] });
    expect((json.historia as { que: string }[]).map((h) => h.que)).toEqual([
      'persona_corregida',
      'clave_restablecida',
      'cuenta_reactivada',
      'cuenta_desactivada',
      'suspension_levantada',
      'cuenta_desbloqueada',
      'cuenta_bloqueada',
      'cuenta_creada',
    ]);
    expect((await pedir('GET', `/cuentas/${randomUUID()}`)).estado).toBe(404);
    expect((await pedir('POST', `/cuentas/${randomUUID()}/bloquear`)).estado).toBe(404);
    expect(JSON.stringify(lineas)).not.toContain(clave);
    expect(JSON.stringify(lineas)).not.toContain(ficha);
  });
});

describe('Mi cuenta por la API', () => {
  const propia = (extra: Record<string, string> = { origin: 'http://localhost' }) => ({ cookie, ...extra });

  it('muestra las oficinas, crea y revoca fichas y cierra las demás sesiones', async () => {
    const yo = await pedir('GET', '/cuenta', undefined, propia());
    expect(yo.json).toMatchObject({ correo: 'rosa@pcm.gob.pe', oficinas: [{ cargo: 'administrador' }] });
    const [{ designacion }] = yo.json.oficinas as [{ designacion: string }];
    const venceEl = casa.ahora().toISOString().slice(0, 10);
    const f = await pedir('POST', '/cuenta/fichas', { nombre: 'Trámite', designacion, venceEl }, propia());
    expect(f.estado).toBe(201);
    expect(f.json.ficha).toMatch(/^ayni_/);
    expect((await pedir('GET', '/cuentas', undefined, { authorization: `Bearer ${f.json.ficha}` })).estado).toBe(200);
    expect((await pedir('DELETE', `/cuenta/fichas/${f.json.id}`, undefined, propia())).estado).toBe(204);
    expect((await pedir('GET', '/cuentas', undefined, { authorization: `Bearer ${f.json.ficha}` })).estado).toBe(401);
    expect((await pedir('GET', '/cuenta/fichas', undefined, propia())).texto).not.toContain(f.json.ficha as string);
    await abrirSesion(casa.db, { cuenta: yo.json.cuenta as string, designacion: null, ahora: casa.ahora() });
    expect((await pedir('GET', '/cuenta/sesiones', undefined, propia())).json.filas).toHaveLength(2);
    expect((await pedir('DELETE', '/cuenta/sesiones', undefined, propia())).json).toEqual({ cerradas: 1 });
    expect((await pedir('DELETE', `/cuenta/sesiones/${randomUUID()}`, undefined, propia())).estado).toBe(404);
  });
});

describe('Importaciones por la API', () => {
  const tabla = (texto: string) => {
    const f = new FormData();
    f.append('archivo', new File([texto], 'ubigeo.csv'));
    return f;
  };
  const CSV = 'departamento;provincia;distrito;ubigeo;capital_legal\nPuno;Puno;Distrito Nuevo;210116;Villa Nueva\nPuno;Puno;Sin código;;';

  it('se revisa por páginas y resultados sin guardar nada; se confirma con la versión vista, una vez', async () => {
    const subida = await pedir('POST', '/importaciones/territorio', tabla(CSV));
    expect(subida.estado).toBe(201);
    expect(subida.json).toMatchObject({ cuenta: { nuevo: 1, rechazado: 1 }, total: 2 });
    const lugar = `/importaciones/territorio/${subida.json.archivo}`;
    expect(casa.catalogo().territorio('210116')).toBeUndefined();
    const una = await pedir('GET', `${lugar}?resultado=rechazado&limite=1`);
    expect(una.json).toMatchObject({ total: 1, filas: [{ linea: 3, efecto: 'rechazado' }] });
    expect((await pedir('GET', `${lugar}/reporte`)).texto).toContain('2,nuevo,210116');
    const con = (extra: Record<string, string>) => ({ authorization: `Bearer ${ficha}`, 'idempotency-key': 'una', ...extra });
    expect((await pedir('POST', lugar, undefined, { authorization: `Bearer ${ficha}` })).estado).toBe(400);
    expect((await pedir('POST', lugar, undefined, con({}))).estado).toBe(428);
    expect((await pedir('POST', lugar, undefined, con({ 'if-match': '"1"' }))).estado).toBe(412);
    const etag = una.cabeceras.get('etag') as string;
    expect((await pedir('POST', lugar, undefined, con({ 'if-match': etag }))).estado).toBe(200);
    expect(casa.catalogo().territorio('210116')).toMatchObject({ nombre: 'Distrito Nuevo' });
    expect((await pedir('POST', lugar, undefined, con({ 'if-match': etag }))).json).toMatchObject({
      codigo: 'impedido',
      motivo: expect.stringMatching(/ya tiene/),
    });
    expect(
      await casa.db
        .selectFrom('documento')
        .select('citado')
        .where('huella', '=', subida.json.archivo as string)
        .executeTakeFirst(),
    ).toEqual({ citado: true });
  });

  it('un archivo equivocado se explica y no se guarda', async () => {
    const r = await pedir('POST', '/importaciones/normas', tabla(CSV));
    expect(r.json).toMatchObject({ codigo: 'datos_invalidos', motivo: expect.stringMatching(/columnas/), remedio: expect.stringMatching(/articulo/) });
    expect((await pedir('GET', `/importaciones/territorio/${'ab'.repeat(32)}`)).estado).toBe(404);
  });
});

describe('Entidades por la API', () => {
  it('se filtran por nivel y nombre por confirmar, y una muestra su sucesión y sus órganos', async () => {
    const r = await pedir('GET', '/entidades/minagri');
    expect(r.json).toMatchObject({ id: 'minagri', sucesora: { id: 'midagri' }, vigenteHasta: expect.any(String) });
    expect((await pedir('GET', '/entidades/midagri')).json).toMatchObject({ antecesoras: [{ id: 'minagri' }], organos: expect.any(Array) });
    expect((await pedir('GET', '/entidades/nadie')).estado).toBe(404);
    const filas = (await pedir('GET', '/entidades?nivel=nacional&porConfirmar=true&limite=200')).json.filas as { nivel: string }[];
    expect(filas.every((f) => f.nivel === 'nacional')).toBe(true);
  });
});

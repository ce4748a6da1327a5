import { describe, expect, it } from 'vitest';
import { apiFalsa, EXITO, EXPEDIENTE } from '../../test/api.falsa.ts';
import type { CodigoDeError } from '../platform/contrato.ts';
import { rechazo } from '../platform/decidir.ts';

const problemaDe = async (r: Response) => {
  expect(r.headers.get('content-type')).toContain('application/problem+json');
  const p = (await r.json()) as {
    status: number;
    codigo: string;
    motivo: string;
    remedio: string;
    numeral?: string;
    version?: number;
    impedimentos: { campo?: string }[];
    detail: string;
  };
  expect(p.status).toBe(r.status);
  expect(p.motivo).not.toBe('');
  expect(p.remedio).not.toBe('');
  return p;
};

describe('POST /api/v1/actos/{Acto}', () => {
  it('registra y responde versión, dirección y lo que ahora es posible', async () => {
    const { acto, pedidas } = apiFalsa({
      disponibles: async () => [
        { acto: 'EvaluarElegibilidad', titulo: 'x', resumen: 'x', numerales: ['6.5'], estado: 'posible', impedimentos: [], concurrencia: 'version' },
      ],
    });
    const r = await acto('CorregirServicio', { expediente: EXPEDIENTE, datos: { nombre: 'Control' }, ocurridoEl: '2026-02-27' }, { 'if-match': '"2"' });
    expect(r.status).toBe(200);
    expect(r.headers.get('etag')).toBe('"3"');
    expect(r.headers.get('location')).toBe(`/api/v1/expedientes/${EXPEDIENTE}`);
    const { ok: _, ...exito } = EXITO as Extract<typeof EXITO, { ok: true }>;
    expect(await r.json()).toMatchObject({ ...exito, disponibles: [{ acto: 'EvaluarElegibilidad' }] });
    expect(pedidas).toEqual([
      { acto: 'CorregirServicio', expediente: EXPEDIENTE, datos: { nombre: 'Control' }, ocurridoEl: '2026-02-27', clave: 'clave-1', version: 2 },
    ]);
  });

  it('responde 201 al abrir un expediente y omite lo posible si no se pide', async () => {
    const r = await apiFalsa().acto('IdentificarServicio', undefined, { prefer: 'return=minimal' });
    expect(r.status).toBe(201);
    expect(await r.json()).not.toHaveProperty('disponibles');
  });

  it('admite anular en cualquier expediente', async () => {
    const { acto, pedidas } = apiFalsa();
    expect((await acto('AnularActo')).status).toBe(200);
    expect(pedidas[0]?.acto).toBe('AnularActo');
  });

  it('acepta la versión que un intermediario debilitó', async () => {
    const { acto, pedidas } = apiFalsa();
    await acto('CorregirServicio', undefined, { 'if-match': 'W/"7"' });
    expect(pedidas[0]?.version).toBe(7);
  });

  it.each([
    ['sin clave', { 'idempotency-key': '' }, 'falta_clave'],
    ['clave con espacios', { 'idempotency-key': 'dos partes' }, 'falta_clave'],
    ['clave demasiado larga', { 'idempotency-key': 'x'.repeat(201) }, 'falta_clave'],
    ['If-Match con asterisco', { 'if-match': '*' }, 'pedido_malformado'],
    ['If-Match sin comillas', { 'if-match': '7' }, 'pedido_malformado'],
    ['If-Match con varias versiones', { 'if-match': '"1", "2"' }, 'pedido_malformado'],
  ])('400 %s', async (_caso, cabeceras, codigo) => {
    const { acto, pedidas } = apiFalsa();
    const r = await acto('CorregirServicio', undefined, cabeceras as Record<string, string>);
    expect(r.status).toBe(400);
    expect((await problemaDe(r)).codigo).toBe(codigo);
    expect(pedidas).toEqual([]);
  });

  const hondo = '['.repeat(100) + ']'.repeat(100);
  it.each([
    ['JSON cortado', '{"expediente": ', undefined],
    ['un número', '7', ''],
    ['una lista', '[]', ''],
    ['sin expediente', '{"datos": {}}', 'expediente'],
    ['expediente que no es UUID', '{"expediente": "7", "datos": {}}', 'expediente'],
    ['datos que no son objeto', `{"expediente": "${EXPEDIENTE}", "datos": []}`, 'datos'],
    ['un miembro desconocido', `{"expediente": "${EXPEDIENTE}", "dato": {}}`, ''],
    ['una fecha que no existe', `{"expediente": "${EXPEDIENTE}", "datos": {}, "ocurridoEl": "2026-02-30"}`, 'ocurridoEl'],
    ['quien decidió incompleto', `{"expediente": "${EXPEDIENTE}", "datos": {}, "decididoPor": {"entidad": "minsa"}}`, 'decididoPor.cargo'],
    ['un carácter nulo', `{"expediente": "${EXPEDIENTE}", "datos": {"filas": [{"nombre": "a\\u0000b"}]}}`, 'filas[0].nombre'],
    ['medio carácter', `{"expediente": "${EXPEDIENTE}", "datos": {"nombre": "\\ud800"}}`, 'nombre'],
    ['niveles sin fin', `{"expediente": "${EXPEDIENTE}", "datos": {"a": ${hondo}}}`, undefined],
  ])('400 cuerpo con %s', async (_caso, cuerpo, campo) => {
    const { acto, pedidas } = apiFalsa();
    const r = await acto('CorregirServicio', cuerpo);
    expect(r.status).toBe(400);
    const p = await problemaDe(r);
    if (campo !== undefined) expect(p.impedimentos[0]?.campo).toBe(campo);
    expect(pedidas).toEqual([]);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])('415 con Content-Type «%s»', async (tipo) => {
    const { app } = apiFalsa();
    const headers: Record<string, string> = {
      host: 'localhost',
      authorization: 'Bearer vale',
      'idempotency-key': 'k',
      ...(tipo ? { 'content-type': tipo } : {}),
    };
    const r = await app.request('http://localhost/api/v1/actos/CorregirServicio', { method: 'POST', headers, body: new TextEncoder().encode('{}') });
    expect(r.status).toBe(415);
    expect((await problemaDe(r)).codigo).toBe('tipo_no_admitido');
  });

  it('404 acto desconocido, 405 con otro método', async () => {
    const { acto, pedir } = apiFalsa();
    expect((await problemaDe(await acto('BorrarTodo'))).codigo).toBe('no_existe');
    expect((await acto('constructor')).status).toBe(404);
    const r = await pedir('/api/v1/actos/CorregirServicio');
    expect(r.status).toBe(405);
    expect(r.headers.get('allow')).toBe('POST');
  });

  it('413 cuerpo mayor que el máximo', async () => {
    const r = await apiFalsa().acto('CorregirServicio', { expediente: EXPEDIENTE, datos: { nombre: 'x'.repeat(4 * 1024 * 1024) } });
    expect(r.status).toBe(413);
    expect((await problemaDe(r)).codigo).toBe('muy_grande');
  });

  const IMPEDIMENTO = [{ numeral: '6.5', motivo: 'No se cumple.', remedio: 'Corrija.', campo: 'nombre' }];
  it.each([
    [400, 'datos_invalidos'],
    [403, 'sin_permiso'],
    [404, 'no_existe'],
    [409, 'impedido'],
    [412, 'version_superada'],
    [422, 'clave_reutilizada'],
    [428, 'falta_version'],
  ] as [number, CodigoDeError][])('%i cuando execute responde %s, con numeral, motivo y remedio', async (estado, codigo) => {
    const version = estado === 412 || estado === 428 ? 9 : undefined;
    const { acto } = apiFalsa({ ejecutar: async () => rechazo(codigo, 'Título', IMPEDIMENTO, version) });
    const r = await acto('CorregirServicio');
    expect(r.status).toBe(estado);
    expect(r.headers.get('etag')).toBe(version === undefined ? null : '"9"');
    expect(await problemaDe(r)).toEqual({
      type: `/api#${codigo}`,
      title: 'Título',
      status: estado,
      detail: 'No se cumple. Corrija.',
      codigo,
      numeral: '6.5',
      motivo: 'No se cumple.',
      remedio: 'Corrija.',
      impedimentos: IMPEDIMENTO,
      ...(version === undefined ? {} : { version }),
    });
  });

  it('500 sin contar la falla, que queda en el registro sin los datos de la fila', async () => {
    const falla = Object.assign(new Error('clave duplicada'), { code: '23505', detail: 'Key (correo)=(alguien@ejemplo.pe)' });
    const { acto, lineas } = apiFalsa({ ejecutar: () => Promise.reject(falla) });
    const r = await acto('CorregirServicio');
    expect(r.status).toBe(500);
    const texto = JSON.stringify(await problemaDe(r));
    expect(texto).not.toContain('duplicada');
    expect(texto).toContain(r.headers.get('x-request-id'));
    expect(JSON.stringify(lineas)).toContain('clave duplicada');
    expect(JSON.stringify(lineas)).not.toContain('alguien@');
  });

  it('503 cuando la base no responde', async () => {
    const { acto } = apiFalsa({ ejecutar: () => Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })) });
    const r = await acto('CorregirServicio');
    expect(r.status).toBe(503);
    expect(r.headers.get('retry-after')).toBe('5');
  });
});

describe('Credenciales', () => {
  it.each([
    ['sin credenciales', { authorization: '' }],
    ['ficha vencida o desconocida', { authorization: 'Bearer otra' }],
    ['ficha mala junto a una sesión buena', { authorization: 'Bearer otra', cookie: 'ayni=vale' }],
    ['sesión vencida', { authorization: '', cookie: 'ayni=vieja' }],
  ])('401 %s', async (_caso, cabeceras) => {
    const { acto, pedidas } = apiFalsa();
    const r = await acto('CorregirServicio', undefined, cabeceras as Record<string, string>);
    expect(r.status).toBe(401);
    expect(r.headers.get('www-authenticate')).toContain('Bearer');
    expect((await problemaDe(r)).codigo).toBe('sin_credenciales');
    expect(pedidas).toEqual([]);
  });

  const mala = { authorization: 'Bearer otra' };
  it.each([
    ['sin clave', 'CorregirServicio', undefined, { ...mala, 'idempotency-key': '' }],
    ['cuerpo ilegible', 'CorregirServicio', '{"expediente": ', mala],
    ['otro tipo de cuerpo', 'CorregirServicio', undefined, { ...mala, 'content-type': 'text/plain' }],
    ['acto desconocido', 'BorrarTodo', undefined, mala],
    ['If-Match sin versión', 'CorregirServicio', undefined, { ...mala, 'if-match': '*' }],
    ['cuerpo sin tamaño anunciado', 'CorregirServicio', undefined, { ...mala, 'content-length': '' }],
  ])('401 antes que cualquier otra negativa: %s', async (_caso, nombre, cuerpo, cabeceras) => {
    const { acto, pedidas } = apiFalsa();
    const r = await acto(nombre, cuerpo, cabeceras as Record<string, string>);
    expect(r.status).toBe(401);
    expect(r.headers.get('www-authenticate')).toContain('Bearer');
    expect(r.headers.get('etag')).toBeNull();
    expect((await problemaDe(r)).codigo).toBe('sin_credenciales');
    expect(pedidas).toEqual([]);
  });

  it('la ficha de un envío pequeño la lee execute; la de uno grande o sin tamaño se lee antes que su cuerpo', async () => {
    const recibidas: string[] = [];
    const { acto } = apiFalsa({
      ejecutar: async (_p, q) => {
        recibidas.push('ficha' in q ? 'por leer' : 'leída');
        return EXITO;
      },
    });
    await acto('CorregirServicio');
    await acto('CorregirServicio', { expediente: EXPEDIENTE, datos: { nombre: 'x'.repeat(70_000) } });
    await acto('CorregirServicio', undefined, { 'content-length': '' });
    expect(recibidas).toEqual(['por leer', 'leída', 'leída']);
  });

  const sesion = { authorization: '', cookie: 'ayni=vale' };
  it.each([
    ['propio, por Origin', { origin: 'http://localhost' }, 200],
    ['propio, por Sec-Fetch-Site', { 'sec-fetch-site': 'same-origin' }, 200],
    ['sin señas y con X-CSRF', { 'x-csrf': 'vale' }, 200],
    ['sin señas ni X-CSRF', {}, 403],
    ['sin señas y con X-CSRF ajeno', { 'x-csrf': 'otro' }, 403],
    ['de otro sitio', { origin: 'https://malo.ejemplo' }, 403],
    ['de otro sitio aun con X-CSRF', { origin: 'https://malo.ejemplo', 'x-csrf': 'vale' }, 403],
    ['de otro puerto', { origin: 'http://localhost:8080' }, 403],
    ['de un marco sin origen', { origin: 'null' }, 403],
    ['de un subdominio hermano', { 'sec-fetch-site': 'same-site' }, 403],
  ])('con sesión y origen %s', async (_caso, cabeceras, estado) => {
    expect((await apiFalsa().acto('CorregirServicio', undefined, { ...sesion, ...cabeceras })).status).toBe(estado);
  });

  it.each([
    '/expedientes',
    `/expedientes/${EXPEDIENTE}`,
    `/expedientes/${EXPEDIENTE}/cronologia`,
    `/expedientes/${EXPEDIENTE}/acciones`,
    '/bandeja',
    '/matriz',
    '/oficina',
    `/documentos/${'a'.repeat(64)}`,
  ])('401 al leer %s sin credenciales', async (ruta) => {
    expect((await apiFalsa().pedir(`/api/v1${ruta}`, { headers: { authorization: 'Bearer otra' } })).status).toBe(401);
  });

  it('la Directiva se lee sin credenciales', async () => {
    const r = await apiFalsa().app.request('http://localhost/api/v1/directiva/8.13', { headers: { host: 'localhost' } });
    expect(r.status).toBe(200);
    expect(((await r.json()) as { actos: string[] }).actos).toContain('ElevarModelo');
    expect((await apiFalsa().pedir('/api/v1/directiva/12.1')).status).toBe(404);
  });

  it('404 explicado en cualquier otra dirección de la API', async () => {
    const r = await apiFalsa().pedir('/api/v1/otra');
    expect(r.status).toBe(404);
    await problemaDe(r);
  });
});

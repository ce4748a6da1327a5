import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crearApp } from '../../src/app.ts';
import { hostsPermitidos } from '../../src/platform/http/host.ts';
import { type CasaDePrueba, casaNueva, nuevo } from '../casa.ts';
import { fichaPara } from '../fichas.ts';
import { Camino } from './camino.ts';
import { instantanea } from './comprobar.ts';

interface Problema {
  codigo: string;
  motivo: string;
  remedio: string;
  version?: number;
  impedimentos: { numeral?: string; campo?: string; motivo: string }[];
}

interface Pedido {
  acto: string;
  expediente?: string;
  datos?: unknown;
  ocurridoEl?: string;
  decididoPor?: unknown;
  /** Cuerpo tal cual, en lugar del anterior. */
  cuerpo?: string;
  version?: number;
  quien?: keyof typeof fichas;
  cabeceras?: Record<string, string>;
}

const fichas = { sector: '', gobernador: '', puno: '', cesado: '', recien: '', nadie: '', falsa: `ayni_${'a'.repeat(43)}` };
let casa: CasaDePrueba;
let camino: Camino;
let app: Awaited<ReturnType<typeof crearApp>>;

beforeAll(async () => {
  casa = await casaNueva();
  camino = await new Camino(casa).hasta('elevarPlan');
  await camino.proponerEtti();
  const desde = camino.en(-60);
  fichas.sector = await fichaPara(casa, 'organo_descentralizacion', 'minsa', { desde });
  fichas.gobernador = await fichaPara(casa, 'gobernador', 'gr-09', { desde });
  fichas.puno = await fichaPara(casa, 'gobernador', 'gr-21', { desde });
  fichas.cesado = await fichaPara(casa, 'organo_descentralizacion', 'minsa', { desde, hasta: camino.en(-1) });
  fichas.recien = await fichaPara(casa, 'organo_descentralizacion', 'minsa', { desde: camino.en(-1) });
  const anotar = () => {};
  app = await crearApp(casa, { hosts: hostsPermitidos('127.0.0.1', undefined), https: false, demo: false, log: { info: anotar, error: anotar } });
});
afterAll(() => casa?.cerrar());

/** Envía el pedido por HTTP, con todo en orden salvo lo que el caso cambia; una cabecera vacía no se envía. */
async function enviar({ acto, quien = 'sector', cabeceras, cuerpo, version, expediente, datos = {}, ...resto }: Pedido): Promise<Response> {
  const todas = {
    host: 'localhost',
    authorization: fichas[quien] ? `Bearer ${fichas[quien]}` : '',
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
    'if-match': version === undefined ? '' : `"${version}"`,
    ...cabeceras,
  };
  return app.request(`http://localhost/api/v1/actos/${acto}`, {
    method: 'POST',
    headers: Object.fromEntries(Object.entries(todas).filter(([, v]) => v !== '')),
    body: cuerpo ?? JSON.stringify({ expediente, datos, ...resto }),
  });
}

const version = async (id: string) => (await casa.db.selectFrom('expediente').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version;

type Caso = [titulo: string, estado: number, codigo: string, senial: { campo?: string; numeral?: string }, pedido: () => Pedido | Promise<Pedido>];

const informe = (cambios: object = {}) => ({ entidad: 'gr-09', resumen: 'x', propuestas: 'x', ...cambios });
const miembro = (cambios: object = {}) => ({ asiento: 'iv', entidad: 'gr-09', cargo: 'gerente_regional', ...cambios });
const identificar = (cambios: Partial<Pedido> = {}): Pedido => ({
  acto: 'IdentificarServicio',
  expediente: nuevo(),
  datos: camino.datosDelServicio(),
  ...cambios,
});

const CASOS: readonly Caso[] = [
  ['desconocido: el acto', 404, 'no_existe', {}, () => ({ acto: 'BorrarTodo', expediente: camino.plan })],
  ['desconocido: el expediente', 404, 'no_existe', { numeral: '8.8' }, () => ({ acto: 'PresentarInforme', expediente: nuevo(), datos: informe() })],
  [
    'desconocido: un expediente de otra clase',
    404,
    'no_existe',
    { numeral: '8.8' },
    () => ({ acto: 'PresentarInforme', expediente: camino.cig, datos: informe() }),
  ],
  [
    'desconocido: el expediente citado',
    400,
    'datos_invalidos',
    { campo: 'cig' },
    () => ({ acto: 'ProponerPlan', expediente: nuevo(), datos: { cig: nuevo(), nombre: 'x', periodo: '2030' } }),
  ],
  [
    'desconocido: el archivo citado',
    400,
    'datos_invalidos',
    { campo: 'acuerdoDocumento' },
    () => ({
      acto: 'PresentarInforme',
      expediente: camino.plan,
      quien: 'gobernador',
      datos: informe({ acuerdoNumero: '1', acuerdoFecha: camino.hoy, acuerdoDocumento: 'a'.repeat(64) }),
    }),
  ],
  [
    'desconocido: la entidad',
    409,
    'impedido',
    { campo: 'entidad', numeral: '8.10.iv' },
    async () => ({ acto: 'DesignarMiembro', expediente: camino.etti, version: await version(camino.etti), datos: miembro({ entidad: 'gr-99' }) }),
  ],
  [
    'desconocido: el territorio',
    409,
    'impedido',
    { campo: 'territorio', numeral: '8.9' },
    () => ({ acto: 'ProponerEtti', expediente: nuevo(), datos: { cig: camino.cig, sector: 'minsa', territorio: '99', servicios: [camino.servicio] } }),
  ],
  [
    'territorio ajeno: informa un gobierno por otro (8.8.2)',
    403,
    'sin_permiso',
    {},
    () => ({ acto: 'PresentarInforme', expediente: camino.plan, quien: 'puno', datos: informe() }),
  ],
  [
    'territorio ajeno: un gobierno acredita a otro (7.3.2.a)',
    403,
    'sin_permiso',
    {},
    () => ({ acto: 'AcreditarMiembro', expediente: camino.cig, quien: 'puno', datos: { entidad: 'gr-09', cargo: 'gerente_regional' } }),
  ],
  [
    'territorio ajeno: el asiento iv de otro departamento (8.10.iv)',
    409,
    'impedido',
    { campo: 'entidad', numeral: '8.10.iv' },
    async () => ({ acto: 'DesignarMiembro', expediente: camino.etti, version: await version(camino.etti), datos: miembro({ entidad: 'gr-21' }) }),
  ],
  [
    'oficina ajena: lo que corresponde al sector rector (6.4)',
    403,
    'sin_permiso',
    { numeral: '6.4' },
    async () => ({ acto: 'ElevarPlan', expediente: camino.plan, version: await version(camino.plan), quien: 'gobernador' }),
  ],
  [
    'oficina ajena: anotar lo que decidió otro ministerio (5.1)',
    403,
    'sin_permiso',
    { numeral: '5.1' },
    () => identificar({ decididoPor: { entidad: 'minedu', cargo: 'ministro' } }),
  ],
  ['oficina vencida: su designación terminó ayer (5.1)', 403, 'sin_permiso', { numeral: '5.1' }, () => identificar({ quien: 'cesado' })],
  [
    'oficina que no regía en la fecha del acto (5.1)',
    403,
    'sin_permiso',
    { numeral: '5.1' },
    () => identificar({ quien: 'recien', ocurridoEl: camino.en(-5) }),
  ],
  [
    'fuera de orden: diagnóstico con el plan solo elevado (8.9)',
    409,
    'impedido',
    { campo: 'plan', numeral: '8.9' },
    () => ({ acto: 'AbrirDiagnostico', expediente: camino.modelo, datos: camino.apertura() }),
  ],
  [
    'fuera de orden: instalar el ETTI sin reconocimiento (8.9)',
    409,
    'impedido',
    { numeral: '8.9' },
    async () => ({ acto: 'InstalarEtti', expediente: camino.etti, version: await version(camino.etti) }),
  ],
  [
    'fuera de orden: elevar dos veces el plan (8.6)',
    409,
    'impedido',
    { numeral: '8.6' },
    async () => ({ acto: 'ElevarPlan', expediente: camino.plan, version: await version(camino.plan) }),
  ],
  ['repetido: el mismo servicio del mismo sector (6.4)', 409, 'impedido', { numeral: '6.4' }, () => identificar()],
  ['repetido: el identificador ya abierto', 412, 'version_superada', { numeral: '6.2' }, () => identificar({ expediente: camino.servicio })],
  [
    'versión superada',
    412,
    'version_superada',
    { numeral: '8.7' },
    async () => ({ acto: 'ExcluirServicio', expediente: camino.plan, version: (await version(camino.plan)) - 1, datos: { linea: 1, motivo: 'x' } }),
  ],
  [
    'sin la versión vista',
    428,
    'falta_version',
    { numeral: '8.7' },
    () => ({ acto: 'ExcluirServicio', expediente: camino.plan, datos: { linea: 1, motivo: 'x' } }),
  ],
  ['sin identificarse', 401, 'sin_credenciales', {}, () => identificar({ quien: 'nadie' })],
  ['con una ficha que no existe', 401, 'sin_credenciales', {}, () => identificar({ quien: 'falsa' })],
  ['mal formado: JSON cortado', 400, 'pedido_malformado', {}, () => ({ acto: 'IdentificarServicio', cuerpo: '{"expediente": ' })],
  ['mal formado: no es JSON', 415, 'tipo_no_admitido', {}, () => identificar({ cabeceras: { 'content-type': 'text/plain' } })],
  ['mal formado: expediente que no es UUID', 400, 'pedido_malformado', { campo: 'expediente' }, () => identificar({ expediente: '7' })],
  ['mal formado: If-Match sin comillas', 400, 'pedido_malformado', { campo: 'If-Match' }, () => identificar({ cabeceras: { 'if-match': '7' } })],
  ['mal formado: sin clave de repetición', 400, 'falta_clave', { campo: 'Idempotency-Key' }, () => identificar({ cabeceras: { 'idempotency-key': '' } })],
  ['mal formado: una fecha que no existe', 400, 'pedido_malformado', { campo: 'ocurridoEl' }, () => identificar({ ocurridoEl: '2026-02-30' })],
  ['mal formado: un carácter nulo', 400, 'datos_invalidos', { campo: 'nombre' }, () => identificar({ datos: camino.datosDelServicio({ nombre: 'a\u0000b' }) })],
  ['dato ausente', 400, 'datos_invalidos', { campo: 'necesidad' }, () => identificar({ datos: camino.datosDelServicio({ necesidad: undefined }) })],
  [
    'dato de otra forma',
    400,
    'datos_invalidos',
    { campo: 'niveles[1]' },
    () => identificar({ datos: camino.datosDelServicio({ niveles: ['nacional', 'galáctico'] }) }),
  ],
  ['dato demasiado largo', 400, 'datos_invalidos', { campo: 'nombre' }, () => identificar({ datos: camino.datosDelServicio({ nombre: 'x'.repeat(301) }) })],
  ['fecha futura (5.1)', 400, 'datos_invalidos', { campo: 'ocurridoEl', numeral: '5.1' }, () => identificar({ ocurridoEl: camino.en(2) })],
];

describe('Entradas malas, por HTTP y sobre la base: cada una con su estado, y nada cambia', () => {
  it.each(CASOS)('%s → %i', async (_titulo, estado, codigo, senial, pedido) => {
    const p = await pedido();
    const antes = await instantanea(casa);
    const r = await enviar(p);
    const cuerpo = (await r.json()) as Problema;
    expect({ estado: r.status, codigo: cuerpo.codigo }).toEqual({ estado, codigo });
    expect(r.headers.get('content-type')).toContain('application/problem+json');
    expect([cuerpo.motivo, cuerpo.remedio]).not.toContain('');
    for (const [clave, valor] of Object.entries(senial)) expect(cuerpo.impedimentos.map((i) => i[clave as 'campo' | 'numeral'])).toContain(valor);
    if (estado === 412 || estado === 428) expect(r.headers.get('etag')).toBe(`"${await version(p.expediente as string)}"`);
    expect(await instantanea(casa)).toEqual(antes);
  });

  it('todo rechazo de un acto nombra un campo o un numeral', () => {
    const mudos = CASOS.filter(
      ([, estado, codigo, senial]) =>
        (estado === 400 || estado === 409 || estado === 412) && codigo !== 'pedido_malformado' && Object.keys(senial).length === 0,
    );
    expect(mudos.map(([titulo]) => titulo)).toEqual([]);
  });

  it('la misma clave con el mismo pedido devuelve la respuesta guardada y no actúa de nuevo', async () => {
    const p = identificar({ datos: camino.datosDelServicio({ nombre: 'Se envía dos veces' }), cabeceras: { 'idempotency-key': 'la-misma' } });
    const primera = await enviar(p);
    expect(primera.status).toBe(201);
    const antes = await instantanea(casa);
    const segunda = await enviar(p);
    const [una, otra] = [(await primera.json()) as Record<string, unknown>, (await segunda.json()) as Record<string, unknown>];
    expect(otra).toEqual({ ...una, repetido: true });
    expect(await instantanea(casa)).toEqual(antes);
  });

  it('la misma clave con otro pedido se rechaza con 422', async () => {
    const p = identificar({ datos: camino.datosDelServicio({ nombre: 'Se envía con cambios' }), cabeceras: { 'idempotency-key': 'con-cambios' } });
    expect((await enviar(p)).status).toBe(201);
    const antes = await instantanea(casa);
    const r = await enviar({ ...p, datos: camino.datosDelServicio({ nombre: 'Otro nombre' }) });
    expect(r.status).toBe(422);
    expect(((await r.json()) as Problema).codigo).toBe('clave_reutilizada');
    expect(await instantanea(casa)).toEqual(antes);
  });
});

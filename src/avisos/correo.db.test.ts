import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CasaDePrueba, casaNueva, nuevo } from '../../test/casa.ts';
import { abrirServidorDeCorreo, type ServidorDeCorreo } from '../../test/correo.ts';
import { fechaDeLima, masDias } from '../kernel/calendario.ts';
import type { Id } from '../kernel/tipos.ts';
import { crearCuenta } from '../platform/auth/cuentas.ts';
import { solicitanteInstalador } from '../platform/auth/instalacion.ts';
import { abrirBase } from '../platform/base.ts';
import { enviar, INTENTOS, reintentar } from '../platform/salida/cola.ts';
import { abrirCorreo } from '../platform/salida/correo.ts';
import { abrirReparto } from '../platform/salida/reparto.ts';
import { anotarRaiz } from '../platform/verificar.ts';
import { anotarAvisosDelDia } from './diarios.ts';
import { crearRedaccion } from './redaccion.ts';

let casa: CasaDePrueba;
let servidor: ServidorDeCorreo;
let reloj: number;
const cig = nuevo();
const ahora = () => new Date(reloj);
const pasar = (minutos: number) => {
  reloj += minutos * 60_000;
};
const hoy = () => fechaDeLima(ahora());
const redaccion = () => crearRedaccion({ db: casa.db, catalogo: casa.catalogo, direccion: 'https://ayni.pe', ahora });

async function oficina(correo: string, entidad: string, cargo: string): Promise<void> {
  const c = await crearCuenta(casa.db, solicitanteInstalador(), { nombres: 'Rosa', apellidos: 'Quispe', correo }, casa.ahora());
  if (!c.ok) throw new Error(c.motivo);
  await casa.hacer('DesignarOficina', nuevo(), { persona: c.persona, entidad, cargo, calidad: 'titular', desde: '2026-01-05' }, solicitanteInstalador());
}

const sector = () => casa.como('organo_descentralizacion', 'minsa');

async function convocar(): Promise<Id> {
  const sesion = nuevo();
  await casa.hacer('ConvocarSesion', sesion, { cig, fecha: masDias(hoy(), 10), hora: '09:30', modalidad: 'virtual', lugar: 'https://reunion.pe/1' }, sector());
  return sesion;
}

/** One round of a process of its own. */
async function ronda(url = servidor.url): Promise<void> {
  const fallos: Error[] = [];
  const correo = abrirCorreo({ url, remitente: 'Ayni <ayni@pcm.gob.pe>' });
  const reparto = abrirReparto({ db: casa.db, correo, redaccion: redaccion(), ahora, fallo: (e) => void fallos.push(e), cada: 3_600_000 });
  await reparto.ronda();
  await reparto.cerrar();
  expect(fallos).toEqual([]);
}

const filas = (clave: string) =>
  casa.db.selectFrom('salida').selectAll().where('clave', 'like', `${clave}%`).where('estado', '<>', 'dirigido').orderBy('clave').execute();

beforeAll(async () => {
  casa = await casaNueva();
  reloj = Date.now() + 60_000;
  await oficina('viceministra@minsa.gob.pe', 'minsa', 'viceministro');
  await oficina('gobernadora@huancavelica.gob.pe', 'gr-09', 'gobernador');
  await oficina('gerente@huancavelica.gob.pe', 'gr-09', 'gerente_regional');
  await oficina('sd@pcm.gob.pe', 'pcm-sd', 'secretario_sd');
  const miembro = (entidad: string, cargo: string, nivel: string) => ({ entidad, cargo, nivel, calidad: 'miembro', sustento: 'x' });
  const miembros = [
    miembro('minsa', 'viceministro', 'nacional'),
    miembro('gr-09', 'gobernador', 'regional'),
    miembro('mp-0901', 'alcalde_provincial', 'local'),
  ];
  await casa.hacer('ConformarCig', cig, { sector: 'minsa', nombre: 'CIG de Salud', norma: 'RM', miembros }, sector());
});
afterAll(() => casa?.cerrar());
beforeEach(async () => {
  servidor = await abrirServidorDeCorreo();
});
afterEach(async () => {
  await servidor.cerrar();
  await limpiar();
});

/** The application may not delete messages: the owner of the database does, between tests. */
async function limpiar(): Promise<void> {
  const duenio = new pg.Client({ connectionString: casa.url });
  await duenio.connect();
  await duenio.query('delete from salida');
  await duenio.end();
}

describe('Convocatoria por correo', () => {
  it('7.3.1.a llega a cada miembro con su calendario, una sola vez, y deja constancia sin su dirección', async () => {
    const sesion = await convocar();
    await ronda();
    expect(servidor.recibidos.flatMap((r) => r.para).sort()).toEqual(['gobernadora@huancavelica.gob.pe', 'viceministra@minsa.gob.pe']);
    const crudo = servidor.recibidos[0]?.crudo ?? '';
    expect(crudo).toMatch(/content-type: text\/calendar; charset=utf-8; method=PUBLISH/i);
    expect(crudo).toMatch(/Content-Type: text\/html/i);
    expect(crudo).toMatch(/Message-ID: <[0-9a-f-]{36}@pcm\.gob\.pe>/i);
    const constancia = await filas('convocatoria');
    expect(constancia.map((f) => [f.entidad, f.estado])).toEqual([
      ['gr-09', 'enviado'],
      ['minsa', 'enviado'],
      ['mp-0901', 'descartado'],
    ]);
    const enviada = constancia[0];
    expect(enviada?.respuesta).toMatch(/^250/);
    expect(enviada?.destino?.equals(createHash('sha256').update(`${enviada.id}:gobernadora@huancavelica.gob.pe`).digest())).toBe(true);
    expect(constancia[2]?.motivo).toMatch(/Ninguna persona con cuenta/);
    const { rows } = await sql<{ t: string }>`select (select json_agg(s)::text from salida s) || (select string_agg(contenido, '') from hecho) as t`.execute(
      casa.db,
    );
    expect(rows[0]?.t).not.toContain('@huancavelica');
    expect(constancia.every((f) => f.expediente === sesion)).toBe(true);
    pasar(60);
    await ronda();
    expect(servidor.recibidos).toHaveLength(2);
  });

  it('un acto rechazado o deshecho no deja ningún mensaje', async () => {
    await casa.pedir('ConvocarSesion', nuevo(), { cig, fecha: 'x', lugar: 'x' }, sector());
    await casa.pedir('ConvocarSesion', nuevo(), { cig, fecha: masDias(hoy(), 3), lugar: 'x' }, casa.como('gobernador', 'gr-09'));
    const { acto_id } = await casa.db.selectFrom('hecho').select('acto_id').limit(1).executeTakeFirstOrThrow();
    const intento = casa.db.transaction().execute(async (tx) => {
      const hecho = { expediente_id: nuevo(), version: 1, acto_id, tipo: 'SesionConvocada', contenido: '{}', huella: Buffer.alloc(32) };
      await tx.insertInto('hecho').values(hecho).execute();
      expect(await tx.selectFrom('salida').select('id').execute()).toHaveLength(1);
      throw new Error('se deshace');
    });
    await expect(intento).rejects.toThrow('se deshace');
    expect(await casa.db.selectFrom('salida').select('id').execute()).toEqual([]);
  });

  it('sin servidor configurado los mensajes esperan; una sesión que ya se cerró no se convoca', async () => {
    const sesion = await convocar();
    const reparto = abrirReparto({ db: casa.db, redaccion: redaccion(), ahora, fallo: () => {}, cada: 3_600_000 });
    await reparto.ronda();
    await reparto.cerrar();
    expect((await filas('convocatoria')).map((f) => f.estado)).toEqual(['pendiente', 'pendiente', 'descartado']);
    await casa.hacer('InstalarSesion', sesion, {}, sector());
    await casa.hacer('CerrarSesion', sesion, {}, sector());
    await ronda();
    expect(servidor.recibidos).toEqual([]);
    expect((await filas('convocatoria'))[0]).toMatchObject({ estado: 'descartado', motivo: 'La sesión ya se cerró.' });
  });
});

describe('Servidores de correo que fallan', () => {
  it('si pide esperar (451), se reintenta después y llega una vez', async () => {
    await convocar();
    servidor.responder = (para) => (para.startsWith('gobernadora') ? 451 : undefined);
    await ronda();
    expect((await filas('convocatoria'))[0]).toMatchObject({ estado: 'pendiente', intentos: 1, motivo: expect.stringMatching(/^451 .*\(dirección\)/) });
    servidor.responder = () => undefined;
    await ronda();
    expect(servidor.recibidos).toHaveLength(1);
    pasar(2);
    await ronda();
    expect(servidor.recibidos).toHaveLength(2);
    expect((await filas('convocatoria'))[0]).toMatchObject({ estado: 'enviado', motivo: null });
  });

  it('si rechaza la dirección (550) no insiste: queda a la vista y la administración puede repetirlo', async () => {
    await convocar();
    servidor.responder = (para) => (para.startsWith('gobernadora') ? 550 : undefined);
    await ronda();
    const [muerto] = await filas('convocatoria');
    expect(muerto).toMatchObject({ estado: 'muerto', motivo: expect.stringMatching(/^550/) });
    servidor.responder = () => undefined;
    pasar(600);
    await ronda();
    expect(servidor.recibidos).toHaveLength(1);
    expect(await reintentar(casa.db, muerto?.id ?? '', ahora())).toBe(true);
    await ronda();
    expect(servidor.recibidos).toHaveLength(2);
    expect(await reintentar(casa.db, muerto?.id ?? '', ahora())).toBe(false);
  });

  it('si está caído, el mensaje espera a que vuelva; tras muchos intentos pasa a la administración', async () => {
    await convocar();
    const { url, puerto } = servidor;
    await servidor.cerrar();
    await ronda(url);
    expect((await filas('convocatoria'))[0]).toMatchObject({ estado: 'pendiente', motivo: expect.stringContaining('ECONNREFUSED') });
    servidor = await abrirServidorDeCorreo(puerto);
    pasar(2);
    await ronda();
    expect(servidor.recibidos).toHaveLength(2);

    await convocar();
    await ronda('smtp://127.0.0.1:1');
    await casa.db
      .updateTable('salida')
      .set({ intentos: INTENTOS - 1 })
      .where('estado', '=', 'pendiente')
      .execute();
    pasar(2);
    await ronda('smtp://127.0.0.1:1');
    expect(await casa.db.selectFrom('salida').select('id').where('estado', '=', 'muerto').execute()).toHaveLength(2);
  });

  it('dos procesos no envían dos veces; lo que tomó uno que murió lo retoma otro después', async () => {
    for (let i = 0; i < 8; i++) await convocar();
    const reparto = abrirReparto({ db: casa.db, redaccion: redaccion(), ahora, fallo: () => {}, cada: 3_600_000 });
    await reparto.ronda();
    const otra = abrirBase(casa.url);
    const correos = [servidor.url, servidor.url].map((url) => abrirCorreo({ url, remitente: 'ayni@pcm.gob.pe' }));
    await Promise.all([casa.db, otra].map((db, i) => enviar(db, correos[i] as NonNullable<(typeof correos)[0]>, redaccion(), ahora)));
    for (const c of correos) c.cerrar();
    const ids = servidor.recibidos.map((r) => /Message-ID: <([^>]+)>/i.exec(r.crudo)?.[1]);
    expect(ids).toHaveLength(16);
    expect(new Set(ids).size).toBe(16);

    await convocar();
    await reparto.ronda();
    await reparto.cerrar();
    await casa.db
      .updateTable('salida')
      .set({ tomado_hasta: new Date(reloj + 60_000) })
      .where('estado', '=', 'pendiente')
      .execute();
    await ronda();
    expect(servidor.recibidos).toHaveLength(16);
    pasar(2);
    await ronda();
    expect(servidor.recibidos).toHaveLength(18);
    await otra.destroy();
  });
});

describe('Avisos de cada día', () => {
  it('6.6 un acuerdo se recuerda siete días antes y cuando vence, a la oficina; vencido, también a quien conduce y a la SD', async () => {
    const acuerdo = nuevo();
    const vence = masDias(hoy(), 8);
    const datos = { cig, titulo: 'Publicar la línea de base', responsable: 'gr-09', cargo: 'gerente_regional', cumplimiento: 'Publicada', vence };
    await casa.hacer('RegistrarCompromiso', acuerdo, datos, sector());
    await anotarAvisosDelDia(casa.db, hoy(), ahora());
    expect(await filas('recordatorio')).toEqual([]);
    for (let i = 0; i < 2; i++) await anotarAvisosDelDia(casa.db, masDias(hoy(), 1), ahora());
    await ronda();
    expect(servidor.recibidos.map((r) => r.para)).toEqual([['gerente@huancavelica.gob.pe']]);
    await anotarAvisosDelDia(casa.db, masDias(hoy(), 9), ahora());
    await ronda();
    expect((await filas('vencido')).map((f) => [`${f.entidad}/${f.cargo}`, f.estado])).toEqual([
      ['gr-09/gerente_regional', 'enviado'],
      ['minsa/organo_descentralizacion', 'descartado'],
      ['pcm-sd/secretario_sd', 'enviado'],
    ]);
  });

  it('8.18 si se cumplió o se reprogramó antes de salir, el recordatorio no sale', async () => {
    const datos = { cig, titulo: 'Otro', responsable: 'gr-09', cargo: 'gerente_regional', cumplimiento: 'x', vence: masDias(hoy(), 3) };
    const [uno, otro] = [nuevo(), nuevo()];
    await casa.hacer('RegistrarCompromiso', uno, datos, sector());
    await casa.hacer('RegistrarCompromiso', otro, datos, sector());
    await anotarAvisosDelDia(casa.db, hoy(), ahora());
    await casa.hacer('DarPorCumplido', uno, { texto: 'Hecho' }, sector());
    await casa.hacer('ReprogramarCompromiso', otro, { vence: masDias(hoy(), 90), motivo: 'x' }, sector());
    await ronda();
    expect(servidor.recibidos).toEqual([]);
    const motivos = (
      await casa.db.selectFrom('salida').select('motivo').where('expediente', 'in', [uno, otro]).where('estado', '=', 'descartado').execute()
    ).map((f) => f.motivo);
    expect(motivos.sort()).toEqual(['El acuerdo se reprogramó.', 'El acuerdo ya no espera cumplimiento.']);
  });

  it('5.2 la raíz del día llega a la Secretaría de Descentralización', async () => {
    const raiz = await anotarRaiz(casa.db, hoy(), ahora());
    for (let i = 0; i < 2; i++) await anotarAvisosDelDia(casa.db, hoy(), ahora());
    await ronda();
    const cartas = servidor.recibidos.filter((r) => r.para[0] === 'sd@pcm.gob.pe' && r.crudo.replace(/=\r\n/g, '').includes(raiz));
    expect(cartas).toHaveLength(1);
  });
});

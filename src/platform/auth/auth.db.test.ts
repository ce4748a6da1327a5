import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { baseNueva } from '../../../test/base.ts';
import { type Casa, componer } from '../../composicion.ts';
import { findTitular, listarDesignaciones, titularesQueCoinciden } from '../../modules/designacion/designacion.views.ts';
import { buscarPersonas, nombresDe } from '../../modules/persona/persona.views.ts';
import type { Solicitante } from '../contrato.ts';
import { cambiarClave } from './cambio.ts';
import type { Costo } from './claves.ts';
import { historiaDeCuenta, listarCuentas } from './cuentas.lista.ts';
import { corregirPersona, crearCuenta, desactivarCuenta, insertarCuenta, reactivarCuenta, restablecerClave, suprimirDatos } from './cuentas.ts';
import { ingresarDemo, oficinasDeDemo } from './demo.ts';
import { emitirFicha, listarFichas, resolverFicha, revocarFicha } from './fichas.ts';
import { crearPrimerAdministrador, solicitanteInstalador } from './instalacion.ts';
import { cerrar, ingresar, resolver, solicitanteDe, usarOficina } from './sesiones.ts';
import type { Negado } from './tablas.ts';
import { leerSecreto } from './tokens.ts';

const COSTO: Costo = { memoria: 64, pasadas: 1, paralelo: 1 };
const AHORA = new Date('2026-03-02T15:00:00Z');
const mas = (minutos: number) => new Date(AHORA.getTime() + minutos * 60_000);
const LOCAL = { remoto: '127.0.0.1', cabeceras: new Headers({ host: 'localhost' }) };

let base: Awaited<ReturnType<typeof baseNueva>>;
let casa: Casa;
let numero = 0;

beforeAll(async () => {
  base = await baseNueva();
  const previa = await componer({ url: base.url });
  await sql`insert into entidad (id, nombre, sigla, tipo, nivel, sector) values
    ('pcm', 'Presidencia del Consejo de Ministros', 'PCM', 'pcm', 'nacional', 'pcm'), ('minsa', 'Ministerio de Salud', 'MINSA', 'ministerio', 'nacional', 'minsa')
    on conflict do nothing`.execute(previa.db);
  await previa.cerrar();
  casa = await componer({ url: base.url, ahora: () => AHORA });
});
afterAll(async () => {
  await casa?.cerrar();
  await base?.cerrar();
});

/** The same as narrowing by hand: what was expected to succeed, or the reason it did not. */
function logrado<T extends { ok: boolean }>(r: T): Exclude<T, Negado> {
  expect(r).toMatchObject({ ok: true });
  return r as Exclude<T, Negado>;
}

const admin = (): Solicitante => solicitanteInstalador();

async function cuentaNueva(nombres = 'Oficina', demo = false) {
  const correo = `oficina${++numero}@minsa.gob.pe`;
  const r = logrado(await crearCuenta(casa.db, { ...admin(), demo }, { nombres, apellidos: 'de Prueba', correo }, AHORA, COSTO));
  return { ...r, correo };
}

async function designar(persona: string, extra: Record<string, unknown> = {}): Promise<string> {
  const expediente = randomUUID();
  const datos = { persona, entidad: 'minsa', cargo: 'funcionario_sector', calidad: 'titular', desde: '2026-01-05', ...extra };
  logrado(await casa.ejecutar({ acto: 'DesignarOficina', expediente, clave: randomUUID(), datos }, admin()));
  return expediente;
}

async function conSesion(nombres?: string) {
  const c = await cuentaNueva(nombres);
  const { token } = logrado(await ingresar(casa.db, { correo: c.correo, clave: c.clave, ahora: AHORA }, COSTO));
  logrado(await cambiarClave(casa.db, { token, actual: c.clave, nueva: 'llueve en la puna', ahora: AHORA }, COSTO));
  return { ...c, token, clave: 'llueve en la puna' };
}

describe('Ingresar', () => {
  it('con la clave inicial se ingresa, pero no se actúa hasta cambiarla', async () => {
    const c = await cuentaNueva();
    await designar(c.persona);
    const r = logrado(await ingresar(casa.db, { correo: ` ${c.correo.toUpperCase()} `, clave: c.clave, ahora: AHORA }, COSTO));
    expect(r.debeCambiar).toBe(true);
    expect(await resolver(casa.db, r.token, AHORA)).toMatchObject({
      debeCambiar: true,
      actor: null,
      sinOficina: { motivo: expect.stringMatching(/contraseña/) },
    });
    const otra = logrado(await ingresar(casa.db, { correo: c.correo, clave: c.clave, ahora: AHORA }, COSTO));
    expect(await cambiarClave(casa.db, { token: r.token, actual: 'no es esta', nueva: 'llueve en la puna', ahora: AHORA }, COSTO)).toMatchObject({
      campo: 'actual',
    });
    expect(await cambiarClave(casa.db, { token: r.token, actual: c.clave, nueva: 'corta', ahora: AHORA }, COSTO)).toMatchObject({
      estado: 400,
      campo: 'nueva',
    });
    expect(await cambiarClave(casa.db, { token: r.token, actual: c.clave, nueva: c.clave, ahora: AHORA }, COSTO)).toMatchObject({ campo: 'nueva' });
    logrado(await cambiarClave(casa.db, { token: r.token, actual: c.clave, nueva: 'llueve en la puna', ahora: AHORA }, COSTO));
    expect((await resolver(casa.db, r.token, AHORA))?.actor).toMatchObject({
      cargo: 'funcionario_sector',
      entidad: 'minsa',
      tipoEntidad: 'ministerio',
      sector: 'minsa',
      desde: '2026-01-05',
    });
    expect(await resolver(casa.db, otra.token, AHORA)).toBeUndefined();
    expect(await ingresar(casa.db, { correo: c.correo, clave: c.clave, ahora: AHORA }, COSTO)).toMatchObject({ ok: false, estado: 401 });
  });

  it('un correo desconocido y una clave errada responden lo mismo, también al suspenderse', async () => {
    const c = await cuentaNueva();
    const fallar = async (correo: string) => {
      const salida: unknown[] = [];
      for (let i = 0; i < 6; i++) salida.push(await ingresar(casa.db, { correo, clave: 'no es esta clave', ahora: mas(i) }, COSTO));
      return salida as Negado[];
    };
    const [conocido, desconocido] = [await fallar(c.correo), await fallar('nadie@minsa.gob.pe')];
    expect(conocido).toEqual(desconocido);
    expect(conocido.map((r) => r.estado)).toEqual([401, 401, 401, 401, 429, 429]);
    expect(conocido[5]?.motivo).toMatch(/tras 5 intentos fallidos .* 10:19/);
    expect(await ingresar(casa.db, { correo: c.correo, clave: c.clave, ahora: mas(18) }, COSTO)).toMatchObject({ estado: 429 });
    logrado(await ingresar(casa.db, { correo: c.correo, clave: c.clave, ahora: mas(20) }, COSTO));
  });

  it('intentos simultáneos no pasan del máximo', async () => {
    const c = await cuentaNueva();
    const r = await Promise.all(Array.from({ length: 12 }, () => ingresar(casa.db, { correo: c.correo, clave: 'no es esta clave', ahora: AHORA }, COSTO)));
    expect(r.filter((x) => !x.ok && x.estado === 401)).toHaveLength(4);
    logrado(await restablecerClave(casa.db, admin(), c.cuenta, AHORA, COSTO));
    expect((await historiaDeCuenta(casa.db, c.cuenta, AHORA)).suspendidaHasta).toBeNull();
  });

  it('un acierto olvida los fallos anteriores', async () => {
    const c = await cuentaNueva();
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 4; j++) await ingresar(casa.db, { correo: c.correo, clave: 'no es esta clave', ahora: AHORA }, COSTO);
      logrado(await ingresar(casa.db, { correo: c.correo, clave: c.clave, ahora: AHORA }, COSTO));
    }
  });
});

describe('Sesión', () => {
  it('la base no guarda el token', async () => {
    const { token } = await conSesion();
    const { rows } = await sql<{ n: number }>`select count(*) as n from sesion_web where encode(token, 'escape') like ${`%${token}%`}`.execute(casa.db);
    expect(rows[0]?.n).toBe(0);
  });

  it('dura doce horas desde el último uso y nunca más de siete días', async () => {
    const { token } = await conSesion();
    expect(await resolver(casa.db, token, mas(12 * 60 - 1))).toBeDefined();
    expect(await resolver(casa.db, token, mas(23 * 60))).toBeDefined();
    expect(await resolver(casa.db, token, mas(36 * 60))).toBeUndefined();
    const otra = await conSesion();
    for (let h = 0; h < 7 * 24; h += 11) expect(await resolver(casa.db, otra.token, mas(h * 60)), `${h} h`).toBeDefined();
    expect(await resolver(casa.db, otra.token, mas(7 * 24 * 60 + 1))).toBeUndefined();
  });

  it('con varias oficinas se actúa con una a la vez, la que se elige', async () => {
    const s = await conSesion();
    const una = await designar(s.persona);
    const otra = await designar(s.persona, { entidad: 'pcm', cargo: 'ogpp', calidad: 'encargatura' });
    const antes = await resolver(casa.db, s.token, AHORA);
    expect(antes?.actor).toBeNull();
    expect(antes?.sinOficina?.remedio).toMatch(/Elija/);
    expect(antes?.oficinas.map((o) => o.designacion).sort()).toEqual([una, otra].sort());
    logrado(await usarOficina(casa.db, s.token, otra, AHORA));
    const despues = await resolver(casa.db, s.token, AHORA);
    expect(despues?.actor).toMatchObject({ designacion: otra, cargo: 'ogpp', calidad: 'encargatura', entidad: 'pcm' });
    expect(despues?.actor).not.toHaveProperty('entidadNombre');
    expect(solicitanteDe(despues as NonNullable<typeof despues>)).toMatchObject({ cuenta: s.cuenta, demo: false });
  });

  it('no se usa la oficina de otra persona, ni una vencida, ni una anulada, ni un identificador malformado (5.1)', async () => {
    const s = await conSesion();
    const ajena = await designar((await cuentaNueva()).persona);
    const vencida = await designar(s.persona, { hasta: '2026-03-01' });
    const anulada = await designar(s.persona);
    logrado(await casa.ejecutar({ acto: 'AnularDesignacion', expediente: anulada, version: 1, clave: randomUUID(), datos: { motivo: 'Error' } }, admin()));
    for (const d of [ajena, vencida, anulada, 'x', randomUUID()])
      expect(await usarOficina(casa.db, s.token, d, AHORA)).toMatchObject({ ok: false, estado: 403, numeral: '5.1' });
    const r = await resolver(casa.db, s.token, AHORA);
    expect(r?.oficinas).toEqual([]);
    expect(r?.sinOficina?.motivo).toMatch(/terminó el 01\/03\/2026/);
  });

  it('la oficina deja de servir el día siguiente al último', async () => {
    const s = await conSesion();
    await designar(s.persona, { hasta: '2026-03-02' });
    expect((await resolver(casa.db, s.token, new Date('2026-03-03T02:00:00Z')))?.actor).not.toBeNull();
    expect((await resolver(casa.db, s.token, new Date('2026-03-03T02:59:00Z')))?.actor).not.toBeNull();
    const { token } = logrado(await ingresar(casa.db, { correo: s.correo, clave: s.clave, ahora: new Date('2026-03-03T06:00:00Z') }, COSTO));
    expect((await resolver(casa.db, token, new Date('2026-03-03T06:00:00Z')))?.actor).toBeNull();
  });

  it('al cerrarla ya no existe', async () => {
    const { token } = await conSesion();
    await cerrar(casa.db, token);
    expect(await resolver(casa.db, token, AHORA)).toBeUndefined();
    await cerrar(casa.db, token);
  });
});

describe('Fichas de la API', () => {
  it('lo revocado ya no vale para el pedido que llega después, aunque uno anterior siga leyéndola', async () => {
    const s = await conSesion();
    const designacion = await designar(s.persona);
    const sesion = (await resolver(casa.db, s.token, AHORA)) as NonNullable<Awaited<ReturnType<typeof resolver>>>;
    const f = logrado(await emitirFicha(casa.db, sesion, { nombre: 'X', designacion, venceEl: '2026-12-31', ahora: AHORA }));
    const pedir = () => resolverFicha(casa.db, `Bearer ${f.token}`, AHORA);
    const otro = new pg.Client({ connectionString: base.url });
    await otro.connect();
    await otro.query('begin');
    await otro.query('update ficha_api set revocada_en = now() where id = $1', [f.id]);
    const antes = pedir(); // reads the token as it is, and waits for its row to note the use
    const esperando = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    while ((await otro.query(esperando)).rowCount === 0) await new Promise((listo) => setTimeout(listo, 5));
    await otro.query('commit');
    const despues = [pedir(), pedir(), resolverFicha(casa.db, `Bearer ayni_${'x'.repeat(43)}`, AHORA)];
    await otro.end();
    expect((await antes).ok).toBe(true);
    expect((await Promise.all(despues)).map((r) => !r.ok && r.motivo)).toEqual(['La ficha fue revocada.', 'La ficha fue revocada.', 'La ficha no existe.']);
  });

  it('se muestran una vez, quedan ligadas a una oficina y se revocan', async () => {
    const s = await conSesion();
    const designacion = await designar(s.persona);
    const sesion = await resolver(casa.db, s.token, AHORA);
    const f = logrado(
      await emitirFicha(casa.db, sesion as NonNullable<typeof sesion>, { nombre: 'Sistema del MINSA', designacion, venceEl: '2026-12-31', ahora: AHORA }),
    );
    expect(logrado(await resolverFicha(casa.db, `Bearer ${f.token}`, AHORA)).quien).toMatchObject({
      cuenta: s.cuenta,
      demo: false,
      actor: { designacion, entidad: 'minsa' },
    });
    const [vista] = await listarFichas(casa.db, s.cuenta);
    expect(vista).toMatchObject({ id: f.id, nombre: 'Sistema del MINSA', venceEl: '2026-12-31', revocadaEn: null });
    expect(JSON.stringify(vista)).not.toContain(f.token);
    const ajeno = await conSesion();
    expect(await revocarFicha(casa.db, { cuenta: ajeno.cuenta, actor: null }, f.id, AHORA)).toMatchObject({ estado: 404 });
    logrado(await revocarFicha(casa.db, { cuenta: s.cuenta, actor: null }, f.id, AHORA));
    expect(await resolverFicha(casa.db, `Bearer ${f.token}`, AHORA)).toMatchObject({ estado: 401, motivo: expect.stringMatching(/revocada/) });
  });

  it('vencida o de una cuenta desactivada 401; oficina vencida 403; desconocida o malformada 401', async () => {
    const s = await conSesion();
    const designacion = await designar(s.persona, { hasta: '2026-03-10' });
    const sesion = (await resolver(casa.db, s.token, AHORA)) as NonNullable<Awaited<ReturnType<typeof resolver>>>;
    const { token } = logrado(await emitirFicha(casa.db, sesion, { nombre: 'X', designacion, venceEl: '2026-03-20', ahora: AHORA }));
    expect(await resolverFicha(casa.db, `Bearer ${token}`, new Date('2026-03-11T15:00:00Z'))).toMatchObject({ estado: 403, numeral: '5.1' });
    expect(await resolverFicha(casa.db, `Bearer ${token}`, new Date('2026-03-21T15:00:00Z'))).toMatchObject({
      estado: 401,
      motivo: expect.stringMatching(/20\/03\/2026/),
    });
    logrado(await desactivarCuenta(casa.db, admin(), s.cuenta, AHORA));
    expect(await resolverFicha(casa.db, `Bearer ${token}`, AHORA)).toMatchObject({ estado: 401, motivo: expect.stringMatching(/revocada/) });
    for (const mala of [undefined, '', 'Bearer x', `Basic ${token}`, `Bearer ayni_${'a'.repeat(43)}`])
      expect(await resolverFicha(casa.db, mala, AHORA)).toMatchObject({ estado: 401 });
  });

  it('no se emite para una oficina ajena, sin nombre ni por más de un año', async () => {
    const s = await conSesion();
    const designacion = await designar(s.persona);
    const sesion = (await resolver(casa.db, s.token, AHORA)) as NonNullable<Awaited<ReturnType<typeof resolver>>>;
    const pedir = (x: object) => emitirFicha(casa.db, sesion, { nombre: 'X', designacion, venceEl: '2026-12-31', ahora: AHORA, ...x });
    expect(await pedir({ nombre: ' ' })).toMatchObject({ campo: 'nombre' });
    expect(await pedir({ venceEl: '2026-03-01' })).toMatchObject({ campo: 'venceEl' });
    expect(await pedir({ venceEl: '2028-01-01' })).toMatchObject({ campo: 'venceEl' });
    expect(await pedir({ designacion: randomUUID() })).toMatchObject({ estado: 403, numeral: '5.1' });
  });
});

describe('Administración de cuentas', () => {
  it('solo la administración, y nunca sobre sí misma', async () => {
    const c = await cuentaNueva();
    const otra: Solicitante = { ...admin(), actor: { ...admin().actor, cargo: 'ogpp' } };
    expect(await crearCuenta(casa.db, otra, { nombres: 'A', apellidos: 'B', correo: 'a@b' }, AHORA, COSTO)).toMatchObject({ estado: 403, numeral: '5.1' });
    expect(await restablecerClave(casa.db, otra, c.cuenta, AHORA, COSTO)).toMatchObject({ estado: 403 });
    const propia: Solicitante = { ...admin(), cuenta: c.cuenta };
    for (const r of [
      await restablecerClave(casa.db, propia, c.cuenta, AHORA, COSTO),
      await desactivarCuenta(casa.db, propia, c.cuenta, AHORA),
      await suprimirDatos(casa.db, propia, c.cuenta, AHORA),
    ])
      expect(r).toMatchObject({ estado: 409 });
  });

  it('la administración de la demostración no toca cuentas reales', async () => {
    const real = await cuentaNueva();
    const demo = await cuentaNueva('Demo', true);
    const quien: Solicitante = { ...admin(), demo: true };
    expect(await restablecerClave(casa.db, quien, real.cuenta, AHORA, COSTO)).toMatchObject({ estado: 403 });
    logrado(await restablecerClave(casa.db, quien, demo.cuenta, AHORA, COSTO));
  });

  it('datos malos y correo repetido se explican por campo', async () => {
    const c = await cuentaNueva();
    const crear = (x: object) => crearCuenta(casa.db, admin(), { nombres: 'A', apellidos: 'B', correo: 'nuevo@minsa.gob.pe', ...x }, AHORA, COSTO);
    expect(await crear({ nombres: ' ' })).toMatchObject({ estado: 400, campo: 'nombres' });
    expect(await crear({ dni: '123' })).toMatchObject({ estado: 400, campo: 'dni' });
    expect(await crear({ correo: 'sin arroba' })).toMatchObject({ estado: 400, campo: 'correo' });
    expect(await crear({ correo: c.correo.toUpperCase() })).toMatchObject({ estado: 409, campo: 'correo' });
    const aLaVez = await Promise.all([crear({ correo: 'uno@minsa.gob.pe' }), crear({ correo: 'uno@minsa.gob.pe' })]);
    expect(aLaVez.filter((r) => r.ok)).toHaveLength(1);
  });

  it('restablecer y desactivar cierran las sesiones; reactivar devuelve el ingreso', async () => {
    const s = await conSesion();
    const { clave } = logrado(await restablecerClave(casa.db, admin(), s.cuenta, AHORA, COSTO));
    expect(await resolver(casa.db, s.token, AHORA)).toBeUndefined();
    const { token } = logrado(await ingresar(casa.db, { correo: s.correo, clave, ahora: AHORA }, COSTO));
    logrado(await desactivarCuenta(casa.db, admin(), s.cuenta, AHORA));
    expect(await resolver(casa.db, token, AHORA)).toBeUndefined();
    expect(await ingresar(casa.db, { correo: s.correo, clave, ahora: AHORA }, COSTO)).toMatchObject({
      estado: 403,
      motivo: expect.stringMatching(/desactivada/),
    });
    logrado(await reactivarCuenta(casa.db, admin(), s.cuenta, AHORA));
    logrado(await ingresar(casa.db, { correo: s.correo, clave, ahora: AHORA }, COSTO));
    expect((await historiaDeCuenta(casa.db, s.cuenta, AHORA)).anotaciones.map((a) => a.que)).toEqual([
      'ingreso',
      'cuenta_reactivada',
      'cuenta_desactivada',
      'ingreso',
      'clave_restablecida',
      'clave_cambiada',
      'ingreso',
      'cuenta_creada',
    ]);
  });

  it('la bitácora no se cambia ni se borra', async () => {
    await expect(sql`update bitacora set que = 'x'`.execute(casa.db)).rejects.toThrow();
    await expect(sql`delete from bitacora`.execute(casa.db)).rejects.toThrow();
  });

  it('se buscan sin tildes, por página, con sus oficinas de hoy', async () => {
    const c = await cuentaNueva('Ñusta Belén');
    await designar(c.persona);
    const { total, filas } = await listarCuentas(casa.db, { buscar: 'BELEN ñusta', tamano: 1 }, AHORA);
    expect(total).toBe(1);
    expect(filas[0]).toMatchObject({
      id: c.cuenta,
      nombres: 'Ñusta Belén',
      debeCambiar: true,
      oficinas: [{ cargo: 'funcionario_sector', entidadNombre: 'Ministerio de Salud' }],
    });
    expect((await listarCuentas(casa.db, { buscar: '100%' }, AHORA)).total).toBe(0);
    const pagina = await listarCuentas(casa.db, { pagina: 2, tamano: 2 }, AHORA);
    expect(pagina.filas).toHaveLength(2);
    expect(await buscarPersonas(casa.db, 'belen')).toMatchObject([{ id: c.persona }]);
  });

  it('corregir cambia el nombre; suprimir lo borra y conserva el identificador', async () => {
    const s = await conSesion('Antes');
    logrado(await corregirPersona(casa.db, admin(), s.cuenta, { nombres: 'Después', apellidos: 'de Prueba', dni: '12345678' }, AHORA));
    expect((await nombresDe(casa.db, [s.persona])).get(s.persona)).toBe('Después de Prueba');
    logrado(await suprimirDatos(casa.db, admin(), s.cuenta, AHORA));
    expect((await nombresDe(casa.db, [s.persona])).size).toBe(0);
    expect((await listarCuentas(casa.db, { buscar: '12345678' }, AHORA)).total).toBe(0);
    expect(await resolver(casa.db, s.token, AHORA)).toBeUndefined();
  });
});

describe('Designaciones en la base de datos', () => {
  it('se listan por persona, oficina y vigencia, y se avisan los titulares que coinciden', async () => {
    const [a, b] = [await cuentaNueva(), await cuentaNueva()];
    const una = await designar(a.persona, { cargo: 'secretaria_general' });
    const otra = await designar(b.persona, { cargo: 'secretaria_general', desde: '2026-02-01' });
    expect(await titularesQueCoinciden(casa.db)).toMatchObject([{ entidad: 'minsa', cargo: 'secretaria_general' }]);
    expect(await findTitular(casa.db, 'minsa', 'secretaria_general', '2026-01-15')).toBe(una);
    logrado(
      await casa.ejecutar(
        { acto: 'TerminarDesignacion', expediente: una, version: 1, clave: randomUUID(), datos: { hasta: '2026-01-31', motivo: 'Relevo' } },
        admin(),
      ),
    );
    expect(await titularesQueCoinciden(casa.db)).toEqual([]);
    const vigentes = await listarDesignaciones(casa.db, { cargo: 'secretaria_general', vigentesEl: '2026-03-02' });
    expect(vigentes).toMatchObject({ total: 1, filas: [{ id: otra, entidadNombre: 'Ministerio de Salud', hasta: null }] });
    logrado(
      await casa.ejecutar(
        {
          acto: 'RectificarDesignacion',
          expediente: una,
          version: 2,
          clave: randomUUID(),
          datos: { calidad: 'encargatura', desde: '2026-01-06', motivo: 'Fe de erratas' },
        },
        admin(),
      ),
    );
    expect((await listarDesignaciones(casa.db, { persona: a.persona })).filas).toMatchObject([{ calidad: 'encargatura', desde: '2026-01-06', hasta: null }]);
  });
});

describe('Demostración e instalación', () => {
  let demo: { cuenta: string; persona: string };
  beforeEach(async () => {
    demo = (await insertarCuenta(casa.db, {
      nombres: 'Oficina',
      apellidos: 'de demostración',
      correo: `demo${++numero}@demo.invalid`,
      hash: null,
      demo: true,
      ahora: AHORA,
    })) as typeof demo;
  });

  it('«Entrar como…» solo abre cuentas de la demostración y en la misma máquina', async () => {
    const designacion = await designar(demo.persona);
    expect((await oficinasDeDemo(casa.db, AHORA)).map((o) => o.designacion)).toContain(designacion);
    const { token } = logrado(await ingresarDemo(casa.db, designacion, LOCAL, AHORA));
    expect(await resolver(casa.db, token, AHORA)).toMatchObject({ demo: true, actor: { designacion } });
    expect(await ingresarDemo(casa.db, designacion, { ...LOCAL, remoto: '10.0.0.1' }, AHORA)).toMatchObject({ estado: 403 });
    const real = await designar((await cuentaNueva()).persona);
    for (const d of [real, 'x', randomUUID()]) expect(await ingresarDemo(casa.db, d, LOCAL, AHORA)).toMatchObject({ estado: 404 });
    expect(await cambiarClave(casa.db, { token, actual: '', nueva: 'llueve en la puna', ahora: AHORA }, COSTO)).toMatchObject({ estado: 409 });
  });

  it('sin clave guardada no se ingresa con ninguna', async () => {
    const { correo } = await casa.db.selectFrom('cuenta').select('correo').where('id', '=', demo.cuenta).executeTakeFirstOrThrow();
    expect(await ingresar(casa.db, { correo, clave: '', ahora: AHORA }, COSTO)).toMatchObject({ estado: 401 });
  });

  it('el primer administrador se crea una vez, aunque la demostración tenga el suyo y aunque antes se interrumpa', async () => {
    await designar(demo.persona, { entidad: 'pcm', cargo: 'administrador' });
    const fallido = async () => ({ ok: false as const, estado: 409 as const, codigo: 'impedido' as const, titulo: '', impedimentos: [] });
    await expect(crearPrimerAdministrador(casa.db, { ejecutar: fallido, ahora: AHORA }, COSTO)).rejects.toThrow(/primer administrador/);
    const r = await crearPrimerAdministrador(casa.db, { ejecutar: casa.ejecutar, ahora: AHORA }, COSTO);
    const { token } = logrado(await ingresar(casa.db, { correo: 'admin@localhost', clave: r?.clave ?? '', ahora: AHORA }, COSTO));
    logrado(await cambiarClave(casa.db, { token, actual: r?.clave ?? '', nueva: 'llueve en la puna', ahora: AHORA }, COSTO));
    expect((await resolver(casa.db, token, AHORA))?.actor).toMatchObject({ cargo: 'administrador', entidad: 'pcm' });
    expect(await crearPrimerAdministrador(casa.db, { ejecutar: casa.ejecutar, ahora: AHORA }, COSTO)).toBeUndefined();
  });

  it('el secreto de la instalación se crea una vez', async () => {
    const [a, b] = await Promise.all([leerSecreto(casa.db, 'csrf'), leerSecreto(casa.db, 'csrf')]);
    expect(a).toHaveLength(32);
    expect(a.equals(b)).toBe(true);
  });
});

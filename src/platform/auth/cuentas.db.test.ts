import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CasaDePrueba, casaNueva } from '../../../test/casa.ts';
import type { Costo } from './claves.ts';
import { historiaDeCuenta } from './cuentas.lista.ts';
import { bloquearCuenta, crearCuenta, desactivarCuenta, desbloquearCuenta, levantarSuspension, reactivarCuenta, restablecerClave } from './cuentas.ts';
import { emitirFicha, listarFichas, resolverFicha } from './fichas.ts';
import { solicitanteInstalador } from './instalacion.ts';
import { cerrarOtras, sesionesAbiertas } from './sesiones.propias.ts';
import { abrirSesion, ingresar, resolver } from './sesiones.ts';
import type { Negado } from './tablas.ts';

const COSTO: Costo = { memoria: 64, pasadas: 1, paralelo: 1 };
const AHORA = new Date('2026-03-02T15:00:00Z');
const mas = (segundos: number) => new Date(AHORA.getTime() + segundos * 1000);
const admin = solicitanteInstalador();

let casa: CasaDePrueba;
let n = 0;
beforeAll(async () => {
  casa = await casaNueva();
});
afterAll(() => casa?.cerrar());

function logrado<T extends { ok: boolean }>(r: T): Exclude<T, Negado> {
  expect(r).toMatchObject({ ok: true });
  return r as Exclude<T, Negado>;
}

async function cuentaNueva() {
  const correo = `persona${++n}@minsa.gob.pe`;
  const c = logrado(await crearCuenta(casa.db, admin, { nombres: 'Persona', apellidos: 'de Prueba', correo }, AHORA, COSTO));
  await casa.db.updateTable('cuenta').set({ debe_cambiar: false }).where('id', '=', c.cuenta).execute();
  const designacion = randomUUID();
  await casa.hacer(
    'DesignarOficina',
    designacion,
    { persona: c.persona, entidad: 'minsa', cargo: 'funcionario_sector', calidad: 'titular', desde: '2026-01-05' },
    admin,
  );
  return { ...c, correo, designacion };
}
const entrar = (correo: string, clave: string, ahora = AHORA, red?: string) =>
  ingresar(casa.db, { correo, clave, ahora, red, navegador: 'Firefox en Linux' }, COSTO);

describe('Bloquear una cuenta', () => {
  it('cierra sus sesiones y detiene el ingreso y las fichas; al desbloquear vuelven', async () => {
    const c = await cuentaNueva();
    const { token } = logrado(await entrar(c.correo, c.clave));
    const sesion = await resolver(casa.db, token, AHORA);
    const f = logrado(
      await emitirFicha(casa.db, sesion as NonNullable<typeof sesion>, { nombre: 'X', designacion: c.designacion, venceEl: '2026-12-31', ahora: AHORA }),
    );
    logrado(await bloquearCuenta(casa.db, admin, c.cuenta, AHORA));
    expect(await resolver(casa.db, token, AHORA)).toBeUndefined();
    expect(await resolver(casa.db, await abrirSesion(casa.db, { cuenta: c.cuenta, designacion: null, ahora: AHORA }), AHORA)).toBeUndefined();
    expect(await entrar(c.correo, c.clave)).toMatchObject({ estado: 403, motivo: expect.stringMatching(/bloqueada/) });
    expect(await resolverFicha(casa.db, `Bearer ${f.token}`, AHORA)).toMatchObject({ estado: 403 });
    logrado(await desbloquearCuenta(casa.db, admin, c.cuenta, AHORA));
    logrado(await entrar(c.correo, c.clave));
    logrado(await resolverFicha(casa.db, `Bearer ${f.token}`, AHORA));
    expect((await historiaDeCuenta(casa.db, c.cuenta, AHORA)).anotaciones.map((a) => a.que)).toEqual([
      'ingreso',
      'cuenta_desbloqueada',
      'ingreso',
      'cuenta_bloqueada',
      'ficha_emitida',
      'ingreso',
      'cuenta_creada',
    ]);
  });

  it('desactivar revoca las fichas: al reactivar no reviven', async () => {
    const c = await cuentaNueva();
    const { token } = logrado(await entrar(c.correo, c.clave));
    const sesion = await resolver(casa.db, token, AHORA);
    logrado(await emitirFicha(casa.db, sesion as NonNullable<typeof sesion>, { nombre: 'X', designacion: c.designacion, venceEl: '2026-12-31', ahora: AHORA }));
    logrado(await desactivarCuenta(casa.db, admin, c.cuenta, AHORA));
    logrado(await reactivarCuenta(casa.db, admin, c.cuenta, AHORA));
    expect((await listarFichas(casa.db, c.cuenta))[0]?.revocadaEn).not.toBeNull();
  });

  it('solo la administración, nunca sobre sí misma; un identificador malformado no existe', async () => {
    const c = await cuentaNueva();
    const otra = { ...admin, actor: { ...admin.actor, cargo: 'ministro' } };
    for (const hacer of [bloquearCuenta, desbloquearCuenta, levantarSuspension, desactivarCuenta, reactivarCuenta]) {
      expect(await hacer(casa.db, otra, c.cuenta, AHORA)).toMatchObject({ estado: 403, numeral: '5.1' });
      expect(await hacer(casa.db, admin, 'x', AHORA)).toMatchObject({ estado: 404 });
    }
    expect(await bloquearCuenta(casa.db, { ...admin, cuenta: c.cuenta }, c.cuenta, AHORA)).toMatchObject({ estado: 409 });
    expect(await restablecerClave(casa.db, admin, 'x', AHORA, COSTO)).toMatchObject({ estado: 404 });
  });

  it('la suspensión por cinco fallos queda anotada y la administración la levanta', async () => {
    const c = await cuentaNueva();
    for (let i = 0; i < 6; i++) await entrar(c.correo, 'no es esta clave');
    expect(await entrar(c.correo, c.clave)).toMatchObject({ estado: 429 });
    const h = await historiaDeCuenta(casa.db, c.cuenta, AHORA);
    expect(h.suspendidaHasta).not.toBeNull();
    expect(h.anotaciones.filter((a) => a.que === 'ingreso_suspendido')).toHaveLength(1);
    logrado(await levantarSuspension(casa.db, admin, c.cuenta, AHORA));
    logrado(await entrar(c.correo, c.clave));
  });
});

describe('Sesiones abiertas', () => {
  it('se ven con su navegador y oficina, y se cierran las demás o una sola', async () => {
    const c = await cuentaNueva();
    const [una, otra, tercera] = [await entrar(c.correo, c.clave), await entrar(c.correo, c.clave, mas(1)), await entrar(c.correo, c.clave, mas(2))].map(
      logrado,
    );
    const token = una?.token as string;
    const lista = await sesionesAbiertas(casa.db, c.cuenta, token, mas(3));
    expect(lista.map((s) => [s.esta, s.navegador])).toEqual([
      [false, 'Firefox en Linux'],
      [false, 'Firefox en Linux'],
      [true, 'Firefox en Linux'],
    ]);
    expect(await cerrarOtras(casa.db, { cuenta: c.cuenta, token, sesion: lista[0]?.id, ahora: mas(3) })).toBe(1);
    expect(await resolver(casa.db, tercera?.token as string, mas(3))).toBeUndefined();
    expect(await cerrarOtras(casa.db, { cuenta: c.cuenta, token, sesion: lista[2]?.id, ahora: mas(3) })).toBe(0);
    const ajena = await cuentaNueva();
    expect(await cerrarOtras(casa.db, { cuenta: ajena.cuenta, token: undefined, sesion: lista[1]?.id, ahora: mas(3) })).toBe(0);
    expect(await cerrarOtras(casa.db, { cuenta: c.cuenta, token, ahora: mas(3) })).toBe(1);
    expect(await resolver(casa.db, otra?.token as string, mas(3))).toBeUndefined();
    expect(await resolver(casa.db, token, mas(3))).toBeDefined();
  });
});

describe('Intentos de ingreso por red', () => {
  it('sesenta fallos frenan a la red diez segundos por intento; las demás redes y los aciertos no cuentan', async () => {
    const c = await cuentaNueva();
    for (let i = 0; i < 30; i++) logrado(await entrar(c.correo, c.clave, AHORA, '203.0.113.7'));
    const fallar = (ahora: Date, red = '203.0.113.7') => entrar(`nadie${++n}@minsa.gob.pe`, 'no es esta clave', ahora, red);
    for (let i = 0; i < 60; i++) expect(await fallar(AHORA)).toMatchObject({ estado: 401 });
    for (let i = 0; i < 40; i++) expect(await fallar(AHORA)).toMatchObject({ estado: 429, motivo: expect.stringMatching(/red/) });
    expect(await entrar(c.correo, c.clave, mas(9), '203.0.113.7')).toMatchObject({ estado: 429, remedio: expect.stringMatching(/10 segundos/) });
    logrado(await entrar(c.correo, c.clave, mas(9), '203.0.113.8'));
    for (let i = 0; i < 5; i++) logrado(await entrar(c.correo, c.clave, mas(10), '203.0.113.7'));
    expect(await fallar(mas(10))).toMatchObject({ estado: 401 });
    expect(await fallar(mas(10))).toMatchObject({ estado: 429 });
  });

  it('intentos simultáneos no pasan del máximo', async () => {
    const r = await Promise.all(Array.from({ length: 80 }, () => entrar(`nadie${++n}@minsa.gob.pe`, 'x', AHORA, '198.51.100.4')));
    expect(r.filter((x) => !x.ok && x.estado === 401)).toHaveLength(60);
  });
});

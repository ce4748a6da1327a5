import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { AHORA, admin, COSTO, casa, conSesion, correoNuevo, cuentaNueva, designar, LOCAL, logrado, usarCasa } from '../../../test/cuentas.ts';
import { findTitular, listarDesignaciones, titularesQueCoinciden } from '../../modules/designacion/designacion.views.ts';
import { buscarPersonas, nombresDe } from '../../modules/persona/persona.views.ts';
import type { Solicitante } from '../contrato.ts';
import { cambiarClave } from './cambio.ts';
import { historiaDeCuenta, listarCuentas } from './cuentas.lista.ts';
import { corregirPersona, crearCuenta, desactivarCuenta, insertarCuenta, reactivarCuenta, restablecerClave, suprimirDatos } from './cuentas.ts';
import { ingresarDemo, oficinasDeDemo } from './demo.ts';
import { crearPrimerAdministrador } from './instalacion.ts';
import { ingresar, resolver } from './sesiones.ts';
import { leerSecreto } from './tokens.ts';

usarCasa();

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
      correo: correoNuevo('demo.invalid'),
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

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { AHORA, admin, COSTO, casa, conSesion, cuentaNueva, designar, logrado, mas, url, usarCasa } from '../../../test/cuentas.ts';
import { cambiarClave } from './cambio.ts';
import { historiaDeCuenta } from './cuentas.lista.ts';
import { desactivarCuenta, restablecerClave } from './cuentas.ts';
import { emitirFicha, listarFichas, resolverFicha, revocarFicha } from './fichas.ts';
import { cerrar, ingresar, resolver, solicitanteDe, usarOficina } from './sesiones.ts';
import type { Negado } from './tablas.ts';

usarCasa();

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
    const otro = new pg.Client({ connectionString: url() });
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

import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CasaDePrueba, casaNueva, nuevo } from '../../../test/casa.ts';
import { fechaDeLima } from '../../kernel/calendario.ts';
import { acuerdosPorSeguir, listarAcuerdos } from '../../lecturas/acuerdos.ts';
import { leerBandeja } from '../../lecturas/bandeja.ts';
import { crearCuenta } from '../../platform/auth/cuentas.ts';
import { solicitanteInstalador } from '../../platform/auth/instalacion.ts';
import { abrirSesion, resolver } from '../../platform/auth/sesiones.ts';
import { reconstruir, verificar } from '../../platform/verificar.ts';

let casa: CasaDePrueba;
const cig = nuevo();
const acuerdo = nuevo();

beforeAll(async () => {
  casa = await casaNueva();
  const sector = casa.como('organo_descentralizacion', 'minsa');
  const miembro = (entidad: string, cargo: string, nivel: string) => ({ entidad, cargo, nivel, calidad: 'miembro', sustento: 'x' });
  await casa.hacer(
    'ConformarCig',
    cig,
    {
      sector: 'minsa',
      nombre: 'CIG de Salud',
      norma: 'Resolución',
      miembros: [miembro('minsa', 'viceministro', 'nacional'), miembro('gr-09', 'gobernador', 'regional'), miembro('mp-0901', 'alcalde_provincial', 'local')],
    },
    sector,
  );
  const datos = { cig, titulo: 'Publicar la línea de base', responsable: 'gr-09', cargo: 'gerente_regional', cumplimiento: 'Publicada' };
  await casa.hacer('RegistrarCompromiso', acuerdo, { ...datos, vence: '2020-01-31' }, sector);
  await casa.hacer('RegistrarCompromiso', nuevo(), { ...datos, titulo: 'Otro, con plazo', vence: '2999-01-31' }, sector);
});
afterAll(() => casa?.cerrar());

/** Opens a session of a new person in that office, from a day until another. */
async function ejerce(correo: string, desde: string, hasta?: string) {
  const c = await crearCuenta(casa.db, solicitanteInstalador(), { nombres: 'Ana', apellidos: correo, correo }, casa.ahora());
  if (!c.ok) throw new Error(c.motivo);
  await casa.db.updateTable('cuenta').set({ debe_cambiar: false }).where('id', '=', c.cuenta).execute();
  const designacion = nuevo();
  const datos = { persona: c.persona, entidad: 'gr-09', cargo: 'gerente_regional', calidad: 'titular', desde, hasta };
  await casa.hacer('DesignarOficina', designacion, datos, solicitanteInstalador());
  const sesion = await resolver(casa.db, await abrirSesion(casa.db, { cuenta: c.cuenta, designacion, ahora: casa.ahora() }), casa.ahora());
  return sesion?.actor;
}

it('7.3.2.a el acuerdo es de la oficina: al cambiar quien la ejerce pasa a la bandeja del nuevo, y el anterior ya no actúa', async () => {
  const saliente = await ejerce('saliente@gr.pe', '2023-01-02', '2024-12-31');
  const entrante = await ejerce('entrante@gr.pe', '2025-01-02');
  expect(saliente).toBeNull();
  expect(entrante).toMatchObject({ entidad: 'gr-09', cargo: 'gerente_regional' });
  if (!entrante) throw new Error('El entrante no tiene oficina.');
  const bandeja = await leerBandeja(casa.db, entrante, fechaDeLima(casa.ahora()));
  expect(bandeja.mios.map((p) => p.que)).toEqual(['Cumplir el acuerdo: Publicar la línea de base', 'Cumplir el acuerdo: Otro, con plazo']);
  await casa.hacer('InformarAvance', acuerdo, { texto: 'En imprenta', porcentaje: 80 }, { cuenta: 'entrante', actor: entrante, demo: false });
  const otra = casa.como('gerente_regional', 'gr-21');
  expect(await casa.pedir('InformarAvance', acuerdo, { texto: 'x' }, otra)).toMatchObject({ ok: false, codigo: 'sin_permiso' });
});

it('6.6 la lista pone primero lo vencido y filtra por comisión, responsable y estado; vencido se deduce de la fecha', async () => {
  const leer = (f: object, hoy = '2026-03-02') => listarAcuerdos(casa.db, { q: [], ...f }, hoy, { maximo: 10, salto: 0 });
  const todos = await leer({});
  expect(todos).toMatchObject({ total: 2, vencidos: 1, comisiones: [{ id: cig }], responsables: [{ id: 'gr-09' }] });
  expect(todos.filas[0]).toMatchObject({ id: acuerdo, vencido: true, avance: 80, cargo: 'gerente_regional' });
  expect((await leer({ estado: 'vencido' })).total).toBe(1);
  expect((await leer({ estado: 'vencido' }, '2020-01-31')).total).toBe(0);
  expect((await leer({ estado: 'en_curso', cig, responsable: 'gr-09', cargo: 'gerente_regional' })).total).toBe(1);
  expect((await leer({ responsable: 'gr-21' })).total).toBe(0);
  expect((await leer({ q: ['%linea%'] })).total).toBe(1);
  expect((await acuerdosPorSeguir(casa.db, cig, '2026-03-02')).map((f) => f.vencido)).toEqual([true, false]);
});

it('los acuerdos se verifican y se reconstruyen de sus hechos', async () => {
  expect((await verificar(casa.db, casa.registro)).faltas).toEqual([]);
  await reconstruir(casa.db, casa.registro);
  expect((await verificar(casa.db, casa.registro)).faltas).toEqual([]);
});

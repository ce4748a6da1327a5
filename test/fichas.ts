import { randomUUID } from 'node:crypto';
import type { Cargo } from '../src/directiva/cargos.ts';
import { fechaDeLima, masDias } from '../src/kernel/calendario.ts';
import type { EntidadId, Fecha } from '../src/kernel/tipos.ts';
import { insertarCuenta } from '../src/platform/auth/cuentas.ts';
import { emitirFicha } from '../src/platform/auth/fichas.ts';
import { solicitanteInstalador } from '../src/platform/auth/instalacion.ts';
import type { CasaDePrueba } from './casa.ts';

/** Account, designation and API token of an office of its own, as a machine client would hold them. @returns the token */
export async function fichaPara(casa: CasaDePrueba, cargo: Cargo, entidad: EntidadId, { desde, hasta }: { desde: Fecha; hasta?: Fecha }): Promise<string> {
  const ahora = casa.ahora();
  const nueva = await insertarCuenta(casa.db, {
    nombres: cargo,
    apellidos: entidad,
    correo: `${randomUUID()}@prueba.invalid`,
    hash: null,
    demo: false,
    ahora,
  });
  if (!nueva) throw new Error('La cuenta de la prueba ya existía.');
  const designacion = randomUUID();
  const datos = { persona: nueva.persona, entidad, cargo, calidad: 'titular', desde, hasta };
  await casa.hacer('DesignarOficina', designacion, datos, solicitanteInstalador());
  const oficina = { ...casa.como(cargo, entidad).actor, persona: nueva.persona, designacion, desde, hasta, entidadNombre: entidad };
  const r = await emitirFicha(
    casa.db,
    { cuenta: nueva.cuenta, oficinas: [oficina], debeCambiar: false },
    { nombre: 'Sistema de la prueba', designacion, venceEl: masDias(fechaDeLima(ahora), 30), ahora },
  );
  if (!r.ok) throw new Error(r.motivo);
  return r.token;
}

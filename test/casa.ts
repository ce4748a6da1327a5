import { randomUUID } from 'node:crypto';
import { type Casa, componer } from '../src/composicion.ts';
import type { Cargo } from '../src/directiva/cargos.ts';
import { instalar } from '../src/instalar.ts';
import type { DecididoPor, EntidadId, Fecha, Id } from '../src/kernel/tipos.ts';
import type { Exito, Resultado, Solicitante } from '../src/platform/contrato.ts';
import type { ListaDeConfianza } from '../src/platform/firma/cadena.ts';
import { baseNueva } from './base.ts';
import { oficina } from './escenario.ts';

export interface CasaDePrueba extends Casa {
  url: string;
  /** Asks for an acto as an office; the version is the current one unless given. */
  pedir(acto: string, expediente: Id, datos: unknown, quien: Solicitante, opciones?: Opciones): Promise<Resultado>;
  /** Same, and fails the test when it is refused. */
  hacer(acto: string, expediente: Id, datos: unknown, quien: Solicitante, opciones?: Opciones): Promise<Exito>;
  como(cargo: Cargo, entidad: EntidadId): Solicitante;
}

interface Opciones {
  version?: number | null;
  clave?: string;
  ocurridoEl?: Fecha;
  decididoPor?: DecididoPor;
}

/** An acto that the test needed and the house refused. */
export class Rechazado extends Error {}

/** The success, or the test fails with the reasons of the refusal. */
export function logrado(r: Resultado, acto = ''): Exito {
  if (r.ok) return r;
  throw new Rechazado(`${acto}: ${r.titulo}. ${r.impedimentos.map((i) => `${i.campo ?? i.numeral} ${i.motivo}`).join(' ')}`);
}

/** The whole house over a new database with the real catalogues. */
export async function casaNueva({ confianza }: { confianza?: ListaDeConfianza } = {}): Promise<CasaDePrueba> {
  const base = await baseNueva();
  const casa = await componer({ url: base.url, confianza });
  await instalar(casa);
  const pedir: CasaDePrueba['pedir'] = async (acto, expediente, datos, quien, o = {}) => {
    const actual =
      o.version === undefined ? (await casa.db.selectFrom('expediente').select('version').where('id', '=', expediente).executeTakeFirst())?.version : o.version;
    return casa.ejecutar(
      { acto, expediente, datos, clave: o.clave ?? randomUUID(), version: actual ?? undefined, ocurridoEl: o.ocurridoEl, decididoPor: o.decididoPor },
      quien,
    );
  };
  return {
    ...casa,
    url: base.url,
    pedir,
    hacer: async (acto, ...resto) => logrado(await pedir(acto, ...resto), acto),
    como: (cargo, entidad) => ({ cuenta: `cuenta-${cargo}-${entidad}`, actor: oficina(cargo, entidad, 'titular', casa.catalogo()), demo: false }),
    cerrar: async () => {
      await casa.cerrar();
      await base.cerrar();
    },
  };
}

export const nuevo = (): Id => randomUUID();

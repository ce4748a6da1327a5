import { randomUUID } from 'node:crypto';
import type { Casa } from './composicion.ts';
import { CATALOGO_ID } from './modules/catalogo/catalogo.ts';
import { solicitanteInstalador } from './platform/auth/instalacion.ts';
import { datosDeSiembra } from './siembra.ts';

/** Loads the catalogues of a new installation; does nothing when they are there. Throws when the acto is refused. */
export async function instalar(casa: Casa): Promise<void> {
  if (casa.catalogo().departamentales().length > 0) return;
  const r = await casa.ejecutar({ acto: 'SembrarCatalogos', expediente: CATALOGO_ID, datos: datosDeSiembra(), clave: randomUUID() }, solicitanteInstalador());
  if (!r.ok && r.codigo !== 'version_superada') throw new Error(`No se pudieron cargar los catálogos: ${r.impedimentos.map((i) => i.motivo).join(' ')}`);
  await casa.recargarCatalogo();
}

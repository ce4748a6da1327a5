import { randomUUID } from 'node:crypto';
import type { Casa } from './composicion.ts';
import { CATALOGO_ID } from './modules/catalogo/catalogo.ts';
import { solicitanteInstalador } from './platform/auth/instalacion.ts';
import { datosDeNormas, datosDeSiembra } from './siembra.ts';

/** Performs one acto of the installer; another process may have done it first. Throws when it is refused. */
async function cargar(casa: Casa, acto: string, datos: unknown, version?: number): Promise<void> {
  const r = await casa.ejecutar({ acto, expediente: CATALOGO_ID, version, datos, clave: randomUUID() }, solicitanteInstalador());
  if (!r.ok && r.codigo !== 'version_superada') throw new Error(`No se pudieron cargar los catálogos: ${r.impedimentos.map((i) => i.motivo).join(' ')}`);
  await casa.recargarCatalogo();
}

/** Loads the catalogues and norms of a new installation; does nothing when they are there. */
export async function instalar(casa: Casa): Promise<void> {
  if (casa.catalogo().departamentales().length === 0) await cargar(casa, 'SembrarCatalogos', datosDeSiembra());
  const normas = datosDeNormas();
  if (normas.competencias.every((c) => casa.catalogo().competencia(c.clave))) return;
  const { version } = await casa.db.selectFrom('expediente').select('version').where('id', '=', CATALOGO_ID).executeTakeFirstOrThrow();
  await cargar(casa, 'ImportarNormas', normas, version);
}

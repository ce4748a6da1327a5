import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Casa } from './composicion.ts';
import { CATALOGO_ID } from './modules/catalogo/catalogo.ts';
import { solicitanteInstalador } from './platform/auth/instalacion.ts';
import { reconstruir } from './platform/verificar.ts';
import { datosDeNormas, datosDeSiembra } from './siembra.ts';

/** Setting with the last migration after which the projections were rebuilt. */
const AL_DIA = 'proyecciones';

/** Performs one acto of the installer; another process may have done it first. Throws when it is refused. */
async function cargar(casa: Casa, acto: string, datos: unknown, version?: number): Promise<void> {
  const r = await casa.ejecutar({ acto, expediente: CATALOGO_ID, version, datos, clave: randomUUID() }, solicitanteInstalador());
  if (!r.ok && r.codigo !== 'version_superada') throw new Error(`No se pudieron cargar los catálogos: ${r.impedimentos.map((i) => i.motivo).join(' ')}`);
  await casa.recargarCatalogo();
}

/** After an update that changed tables, what is read follows again from the hechos with today's rules. Once for each. */
async function actualizar({ db, registro, recargarCatalogo }: Casa): Promise<void> {
  const { rows } = await sql<{ ultima: string; hecha: string | null }>`
    select (select max(nombre) from migracion) as ultima, (select valor from ajuste where clave = ${AL_DIA}) as hecha`.execute(db);
  const { ultima, hecha } = rows[0] as { ultima: string; hecha: string | null };
  if (ultima === hecha) return;
  await reconstruir(db, registro);
  await db
    .insertInto('ajuste')
    .values({ clave: AL_DIA, valor: ultima })
    .onConflict((oc) => oc.column('clave').doUpdateSet({ valor: ultima }))
    .execute();
  await recargarCatalogo();
}

/** Brings what is read up to date with the code, and loads the catalogues and norms of a new installation. */
export async function instalar(casa: Casa): Promise<void> {
  await actualizar(casa);
  if (casa.catalogo().departamentales().length === 0) await cargar(casa, 'SembrarCatalogos', datosDeSiembra());
  const normas = datosDeNormas();
  if (normas.competencias.every((c) => casa.catalogo().competencia(c.clave))) return;
  const { version } = await casa.db.selectFrom('expediente').select('version').where('id', '=', CATALOGO_ID).executeTakeFirstOrThrow();
  await cargar(casa, 'ImportarNormas', normas, version);
}

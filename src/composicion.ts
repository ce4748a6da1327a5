import { crearFirmas, type Firmas } from './firmas.ts';
import type { Catalogo, Id } from './kernel/tipos.ts';
import { crearPeritar } from './pericias.ts';
import { abrirBase, type Db } from './platform/base.ts';
import { cargarCatalogo } from './platform/catalogo.ts';
import { type ConfigDeCorreo, leerCorreo, leerDireccionPublica } from './platform/config.ts';
import type { AccionDisponible, Ejecutar, Solicitante } from './platform/contrato.ts';
import { disponibles } from './platform/disponibles.ts';
import { crearEjecutor } from './platform/ejecutar.ts';
import { crearEventos, type Eventos } from './platform/eventos.ts';
import { type ListaDeConfianza, SIN_CONFIANZA } from './platform/firma/cadena.ts';
import { abrirLibro } from './platform/libro.ts';
import type { Registro } from './platform/registro.ts';
import { registro } from './registro.ts';

/** The house at work over one database: what the web, the API, the commands and the tests share. */
export interface Casa {
  db: Db;
  registro: Registro;
  ejecutar: Ejecutar;
  disponibles(quien: Solicitante, expediente: Id): Promise<AccionDisponible[]>;
  catalogo(): Catalogo;
  recargarCatalogo(): Promise<void>;
  /** Changes of the expedientes, as they are recorded. */
  eventos: Eventos;
  ahora(): Date;
  /** Where people reach this installation, without a final bar: printed in the documents. */
  direccionPublica: string;
  /** Undefined: messages wait in the outbox. */
  correo: ConfigDeCorreo | undefined;
  /** Signing and verifying official documents. */
  firmas: Firmas;
  cerrar(): Promise<void>;
}

/** How often another process' change of the catalogues is looked for, in milliseconds. */
const SONDEO = 15_000;

/** Opens the pool as `ayni_app`, loads the catalogues and wires `execute`. The database must be migrated. */
export async function componer({
  url,
  ahora = () => new Date(),
  maximo,
  confianza = SIN_CONFIANZA,
}: {
  url: string;
  ahora?: () => Date;
  maximo?: number;
  confianza?: ListaDeConfianza;
}): Promise<Casa> {
  const db = abrirBase(url, { maximo });
  const libro = abrirLibro(url);
  let catalogo = await cargarCatalogo(db);
  const recargarCatalogo = async () => {
    catalogo = await cargarCatalogo(db);
  };
  const direccionPublica = leerDireccionPublica(process.env);
  const deDocumentos = { db, registro, catalogo: () => catalogo, ahora, direccionPublica, confianza };
  const ejecutarActo = crearEjecutor({ pool: libro, registro, catalogo: () => catalogo, ahora, peritar: crearPeritar(deDocumentos) });
  const eventos = crearEventos({ url, db });
  const sondeo = setInterval(() => {
    db.selectFrom('expediente')
      .select('version')
      .where('tipo', '=', 'catalogo')
      .executeTakeFirst()
      .then((r) => ((r?.version ?? 0) === catalogo.version ? undefined : recargarCatalogo()))
      .catch(() => {});
  }, SONDEO);
  sondeo.unref();
  const ejecutar: Ejecutar = async (peticion, quien) => {
    const r = await ejecutarActo(peticion, quien);
    if (r.ok && r.tipo === 'catalogo' && !r.repetido) await recargarCatalogo();
    return r;
  };
  const posibles: Casa['disponibles'] = (quien, id) => disponibles({ db, registro, catalogo: () => catalogo, ahora }, quien, id);
  return {
    db,
    registro,
    ejecutar,
    disponibles: posibles,
    firmas: crearFirmas({ ...deDocumentos, ejecutar, disponibles: posibles }),
    catalogo: () => catalogo,
    recargarCatalogo,
    eventos,
    ahora,
    direccionPublica,
    correo: leerCorreo(process.env),
    cerrar: async () => {
      clearInterval(sondeo);
      await eventos.cerrar();
      await libro.end();
      await db.destroy();
    },
  };
}

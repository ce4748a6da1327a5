import { createHash } from 'node:crypto';
import { canon } from '../kernel/canon.ts';
import type { Catalogo, Fecha, Id } from '../kernel/tipos.ts';
import { leerEstados, leerLegajo } from '../lecturas/legajo.ts';
import type { Db } from '../platform/base.ts';
import { codigoDe, codigoLegible } from '../platform/pdf/codigo.ts';
import type { Documento, Firmante } from '../platform/pdf/documento.ts';
import { aPdf, type Casilla } from '../platform/pdf/pdf.ts';
import { ACTO_ANULADO, type Contenido, plegar, type Registro } from '../platform/registro.ts';
import { anotarDocumento } from './generados.ts';
import { type Legajo, nombreDeEntidad } from './legajo.ts';
import { necesitadosPor, tipoDe } from './registro.ts';

/** What generating needs of the house. */
export interface CasaDeDocumentos {
  db: Db;
  registro: Pick<Registro, 'modulo'>;
  catalogo(): Catalogo;
  ahora(): Date;
  /** Where people reach this installation, without a final bar: printed in every document. */
  direccionPublica: string;
}

export interface DocumentoGenerado {
  documento: Documento;
  pdf: Buffer;
  /** Same text, to be edited outside. */
  docx(): Promise<Buffer>;
  /** Of the PDF, in hex. */
  sha256: string;
  titulo: string;
  nombreArchivo: string;
  firmantes: readonly Firmante[];
  /** Place of each signature in the pages of the PDF. */
  casillas: readonly Casilla[];
  /** Code printed on the paper, without hyphens. */
  codigo: string;
  /** Version of the expediente that it tells. */
  version: number;
  fecha: Fecha;
  proyecto: boolean;
  publico: boolean;
}

/** The record of one version with all that its documents print; undefined when there is none. Two statements. */
export async function cargarLegajo(casa: CasaDeDocumentos, id: Id, version?: number): Promise<Legajo | undefined> {
  const cabeza = await leerLegajo(casa.db, id, version);
  const modulo = cabeza && casa.registro.modulo(cabeza.tipo);
  if (!modulo) return undefined;
  const contenidos = cabeza.contenidos.map((t) => JSON.parse(t) as Contenido);
  const estado = plegar(modulo, contenidos);
  if (estado === undefined) return undefined;
  const ficha = modulo.ficha(estado);
  const otros = await leerEstados(casa.db, [...Object.values(ficha.relaciones), ...necesitadosPor(cabeza.tipo, estado)]);
  const anulados = new Set(contenidos.filter((c) => c.hecho.tipo === ACTO_ANULADO).map((c) => (c.hecho.datos as { acto: string }).acto));
  return {
    id: cabeza.id,
    tipo: cabeza.tipo,
    codigo: cabeza.codigo,
    titulo: ficha.titulo,
    version: cabeza.version,
    huella: cabeza.huella,
    demo: cabeza.demo,
    estado,
    hechos: contenidos.filter((c) => !anulados.has(c.marca.acto)).map(({ hecho, marca }) => ({ hecho, marca })),
    otros: new Map(otros.map((o) => [o.id, o])),
    catalogo: casa.catalogo(),
  };
}

/** A document of a record ready to be drawn, its code included; undefined when the record cannot produce it. */
export interface DocumentoCompuesto {
  documento: Documento;
  codigo: string;
  firmantes: readonly Firmante[];
  nombreArchivo: string;
  proyecto: boolean;
  publico: boolean;
}

/** Writes the document of a record: pure but for the address printed. The same record gives the same document and code. */
export function componerDocumento(l: Legajo, clave: string, direccion: string): DocumentoCompuesto | undefined {
  const hallado = tipoDe(clave, l);
  if (!hallado || hallado.tipo.falta(l, hallado.variante)) return undefined;
  const { tipo, variante: v } = hallado;
  const proyecto = tipo.proyecto(l, v);
  const documento: Documento = {
    titulo: tipo.titulo(l, v),
    numero: `Expediente ${l.codigo}, versión ${l.version}`,
    entidad: nombreDeEntidad(l, tipo.entidad(l, v)),
    fecha: tipo.fecha(l, v),
    marcas: [...(proyecto ? ['PROYECTO'] : []), ...(l.demo ? ['DOCUMENTO DE DEMOSTRACIÓN, SIN VALOR LEGAL'] : [])],
    bloques: tipo.bloques(l, v),
  };
  const codigo = codigoDe(canon({ expediente: l.id, huella: l.huella, clave, documento }));
  return {
    documento: { ...documento, verificacion: { codigo: codigoLegible(codigo), url: `${direccion}/verificar` } },
    codigo,
    firmantes: tipo.firmantes(l, v),
    nombreArchivo: `${l.codigo}-${clave.replace(/[^a-z0-9]+/gi, '-')}-v${l.version}`,
    proyecto,
    publico: tipo.publico(l, v),
  };
}

/**
 * The only door for documents: builds the one of that kind from the record of that version (the last, unless given) and
 * notes its code, so that the paper can be checked.
 * @returns undefined when the expediente does not exist or cannot produce it
 */
export async function generarDocumento(
  casa: CasaDeDocumentos,
  tipo: string,
  expediente: Id,
  { version }: { version?: number } = {},
): Promise<DocumentoGenerado | undefined> {
  const legajo = await cargarLegajo(casa, expediente, version);
  const compuesto = legajo && componerDocumento(legajo, tipo, casa.direccionPublica);
  return compuesto && dibujar(casa, legajo, tipo, compuesto);
}

/** PDF of a composed document, noted under its code. */
export async function dibujar(casa: CasaDeDocumentos, legajo: Legajo, tipo: string, compuesto: DocumentoCompuesto): Promise<DocumentoGenerado> {
  const { documento, codigo, proyecto, publico } = compuesto;
  const { bytes, casillas } = aPdf(documento);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await anotarDocumento(casa.db, {
    codigo,
    expediente_id: legajo.id,
    tipo,
    version: legajo.version,
    titulo: documento.titulo,
    fecha: documento.fecha,
    proyecto,
    publico,
    demo: legajo.demo,
    huella: sha256,
    tamano: bytes.length,
    generado_en: casa.ahora(),
  });
  return {
    documento,
    pdf: bytes,
    docx: async () => (await import('../platform/pdf/docx.ts')).aDocx(documento),
    sha256,
    titulo: documento.titulo,
    nombreArchivo: compuesto.nombreArchivo,
    firmantes: compuesto.firmantes,
    casillas,
    codigo,
    version: legajo.version,
    fecha: documento.fecha,
    proyecto,
    publico,
  };
}

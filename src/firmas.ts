import { sql } from 'kysely';
import { nombreDeCargo } from './directiva/cargos.ts';
import type { Catalogo, Id } from './kernel/tipos.ts';
import { type DocumentoOficial, enTurno, PAPELES } from './modules/documento/documento.ts';
import type { CasaDePericias } from './pericias.ts';
import type { Db } from './platform/base.ts';
import type { AccionDisponible, Ejecutar, Rechazo, Resultado, Solicitante } from './platform/contrato.ts';
import { rechazo } from './platform/decidir.ts';
import { guardarDocumento, leerDocumento } from './platform/documentos.ts';
import { PdfIlegible } from './platform/firma/pdf/objetos.ts';
import { incrustarFirma, type Preparado, prepararFirma } from './platform/firma/preparar.ts';
import { type Validacion, validar } from './platform/firma/validar.ts';

/** What a browser needs to sign without the document: and what it sends back to say what it signed. */
export interface ParaFirmar {
  ok: true;
  /** sha-256 of the file on which the signature is put. */
  base: string;
  /** Instant that the signature will declare. */
  instante: string;
  /** sha-256 of what is signed, in hex. */
  digesto: string;
}

export interface FirmaHecha {
  base: string;
  instante: string;
  /** DER of the CMS. */
  cms: Uint8Array;
  clave: string;
}

export interface Firmas {
  /** Prepares the signature of the office in use, or says why it cannot sign. */
  preparar(quien: Solicitante, expediente: Id): Promise<ParaFirmar | Rechazo>;
  /** Puts a signature made elsewhere over what `preparar` gave, verifies it and records it. */
  firmar(quien: Solicitante, expediente: Id, firma: FirmaHecha): Promise<Resultado>;
  /** Every signature of the file in force, judged now; undefined when the expediente is not a document. */
  informe(expediente: Id): Promise<{ documento: DocumentoOficial; validacion: Validacion; confianza: number } | undefined>;
}

interface Piezas extends CasaDePericias {
  ejecutar: Ejecutar;
  disponibles(quien: Solicitante, expediente: Id): Promise<AccionDisponible[]>;
}

/** Minutes that may pass between preparing and receiving the signature. */
const PLAZO = 15;

export function crearFirmas(casa: Piezas): Firmas {
  const preparado = async (quien: Solicitante, doc: DocumentoOficial, instante: Date): Promise<Preparado | undefined> => {
    const { entidad, cargo, persona } = quien.actor;
    const turno = enTurno(doc).find((f) => f.entidad === entidad && f.cargo === cargo);
    const base = await leerDocumento(casa.db, doc.vigente);
    if (!turno || !base) return undefined;
    return prepararFirma(base.bytes, {
      nombre: await nombreDe(casa.db, persona),
      motivo: PAPELES[turno.papel],
      oficina: `${nombreDeCargo(cargo)} · ${nombreDeEntidad(casa.catalogo(), entidad)}`,
      fecha: instante,
      visible: turno.casilla,
    });
  };
  return {
    preparar: async (quien, id) => {
      const doc = await leerEstado(casa.db, id);
      const accion = doc && (await casa.disponibles(quien, id)).find((a) => a.acto === 'FirmarDocumento');
      if (!doc || !accion) return noHay();
      if (accion.estado !== 'posible') return rechazo(accion.estado === 'ajena' ? 'sin_permiso' : 'impedido', 'Ahora no puede firmar', accion.impedimentos);
      const instante = new Date(Math.floor(casa.ahora().getTime() / 1000) * 1000);
      const p = await preparado(quien, doc, instante);
      return p ? { ok: true, base: doc.vigente, instante: instante.toISOString(), digesto: p.digesto.toString('hex') } : noHay();
    },
    firmar: async (quien, id, { base, instante, cms, clave }) => {
      const doc = await leerEstado(casa.db, id);
      if (!doc) return noHay();
      const el = new Date(instante);
      if (!(Math.abs(casa.ahora().getTime() - el.getTime()) <= PLAZO * 60_000) || el.getMilliseconds() !== 0)
        return volver(`Pasaron más de ${PLAZO} minutos desde que se preparó la firma.`);
      if (base !== doc.vigente) return volver('Otra oficina firmó mientras tanto.');
      const p = await preparado(quien, doc, el);
      if (!p) return volver('Ya no es el turno de su oficina.');
      try {
        const pdf = incrustarFirma(p, cms);
        const archivo = await guardarDocumento(casa.db, pdf, `${doc.nombreArchivo}.pdf`, 'application/pdf', quien, casa.ahora());
        return await casa.ejecutar({ acto: 'FirmarDocumento', expediente: id, datos: { archivo }, clave }, quien);
      } catch (e) {
        if (e instanceof PdfIlegible) return volver(e.message);
        throw e;
      }
    },
    informe: async (id) => {
      const doc = await leerEstado(casa.db, id);
      const archivo = doc && (await leerDocumento(casa.db, doc.vigente));
      if (!doc || !archivo) return undefined;
      const recibidas = new Map(doc.firmantes.flatMap((f) => (f.firma?.certificado ? [[f.firma.certificado, new Date(f.firma.registradaEn)] as const] : [])));
      const validacion = await validar(archivo.bytes, { lista: casa.confianza, ahora: casa.ahora(), recibidoEl: (certificado) => recibidas.get(certificado) });
      return { documento: doc, validacion, confianza: casa.confianza.raices.length };
    },
  };
}

const noHay = (): Rechazo =>
  rechazo('no_existe', 'No se encontró el documento', [
    { numeral: '5.1', motivo: 'No hay un documento oficial con ese identificador.', remedio: 'Ábralo desde su bandeja o desde la lista de documentos.' },
  ]);

const volver = (motivo: string): Rechazo =>
  rechazo('impedido', 'La firma no se registró', [
    { numeral: '5.1', motivo, remedio: 'Vuelva a firmar: Ayni preparará otra vez el documento. Su archivo y su clave no salieron de su equipo.' },
  ]);

async function leerEstado(db: Db, id: Id): Promise<DocumentoOficial | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined;
  const fila = await db.selectFrom('expediente').select('estado').where('id', '=', id).where('tipo', '=', 'documento').executeTakeFirst();
  return fila?.estado as DocumentoOficial | undefined;
}

async function nombreDe(db: Db, persona: Id): Promise<string> {
  const { rows } = await sql<{ nombre: string }>`select nombres || ' ' || apellidos as nombre from persona where id = ${persona}`.execute(db);
  return rows[0]?.nombre ?? 'Titular de la oficina';
}

const nombreDeEntidad = (catalogo: Catalogo, id: string): string => catalogo.entidad(id)?.nombre ?? id;

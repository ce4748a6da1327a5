import { nombreDeCargo } from '../../directiva/cargos.ts';
import type { EntidadId, Fecha, Ficha, Hecho, Id, Instante, Marca } from '../../kernel/tipos.ts';

/** Why an office signs. `visto_bueno` comes before the others. */
export const PAPELES = { visto_bueno: 'V°B°', aprueba: 'Aprueba', suscribe: 'Suscribe' } as const;
const A_FIRMAR = { visto_bueno: 'Dar V°B° a', aprueba: 'Aprobar con su firma', suscribe: 'Suscribir' } as const;
export type Papel = keyof typeof PAPELES;

/** Place of a signature on the page, in points from the lower left corner. */
export interface Casilla {
  /** From 0. */
  pagina: number;
  rect: readonly [number, number, number, number];
}

/** What the record keeps of a signature: never who the person is, only the hash of the certificate. */
export interface Firma {
  el: Fecha;
  registradaEn: Instante;
  via: 'digital' | 'manual';
  /** `COTEJADO`: an office compared the scan with the original on paper; nothing was computed. */
  resultado: 'VALIDO' | 'INDETERMINADO' | 'COTEJADO';
  /** What could not be verified or deserves notice. */
  razones: readonly string[];
  /** sha-256 of the certificate. */
  certificado?: string;
  selladaEl?: Instante;
  /** sha-256 of the file that brought it: the signed PDF or the scan. */
  archivo: string;
  /** Office that compared the scan. */
  cotejo?: { entidad: EntidadId; cargo: string; observacion?: string };
}

export interface Firmante {
  n: number;
  entidad: EntidadId;
  cargo: string;
  papel: Papel;
  /** Those of an order sign, in any sequence, once all of the earlier ones have. */
  orden: number;
  casilla?: Casilla;
  firma?: Firma;
}

export interface Correccion {
  n: number;
  entidad: EntidadId;
  cargo: string;
  donde: string;
  propuesta: string;
  el: Fecha;
  resuelta?: { resultado: 'aceptada' | 'no_aceptada'; respuesta: string; el: Fecha };
}

export interface DocumentoOficial {
  /** Kind of document of the origin: `acta`, `resolucion`. */
  clase: string;
  nombreClase: string;
  titulo: string;
  nombreArchivo: string;
  origen: Id;
  origenTipo: string;
  /** Version of the origin that the document tells. */
  origenVersion: number;
  cig?: Id;
  /** Who issues it. */
  entidad: EntidadId;
  /** sha-256 of the bytes as issued: they never change. */
  huella: string;
  /** sha-256 of the file with all the digital signatures so far. */
  vigente: string;
  proyecto: boolean;
  firmantes: Firmante[];
  correcciones: Correccion[];
  situacion: 'emitido' | 'en_firma' | 'firmado' | 'anulado';
  reemplaza?: Id;
  anulacion?: { motivo: string; el: Fecha; reemplazadoPor?: Id };
  desde: Fecha;
}

export type DocumentoHecho =
  | Hecho<
      'DocumentoEmitido',
      Pick<
        DocumentoOficial,
        | 'clase'
        | 'nombreClase'
        | 'titulo'
        | 'nombreArchivo'
        | 'origen'
        | 'origenTipo'
        | 'origenVersion'
        | 'cig'
        | 'entidad'
        | 'huella'
        | 'proyecto'
        | 'reemplaza'
      > & {
        firmantes: Omit<Firmante, 'firma'>[];
      }
    >
  | Hecho<'DocumentoFirmado', { firmante: number; firma: Omit<Firma, 'el' | 'registradaEn' | 'via'> }>
  | Hecho<'FirmaManualRegistrada', { firmante: number; el: Fecha; archivo: string; observacion?: string }>
  | Hecho<'CorreccionPropuesta', { donde: string; propuesta: string }>
  | Hecho<'CorreccionResuelta', { correccion: number; resultado: 'aceptada' | 'no_aceptada'; respuesta: string }>
  | Hecho<'DocumentoAnulado', { motivo: string; reemplazadoPor?: Id }>;

/** What generating the document established (pericia of EmitirDocumento). The client chooses none of it. */
export interface HallazgoDeEmision {
  huella: string;
  nombreClase: string;
  titulo: string;
  nombreArchivo: string;
  origenTipo: string;
  origenVersion: number;
  entidad: EntidadId;
  cig?: Id;
  proyecto: boolean;
  firmantes: readonly { entidad: EntidadId; cargo: string; papel: Papel; casilla?: Casilla }[];
}

/** What comparing and verifying the uploaded file established (pericia of FirmarDocumento). */
export interface HallazgoDeFirma {
  /** File with which it was compared. */
  base: string;
  /** `prefijo`: begins with the very bytes; `contenido`: written again by the signing program, with the same content. */
  continuidad: 'prefijo' | 'contenido' | 'distinto';
  /** Why it is another document, or why it cannot be read. */
  motivo?: string;
  /** Signatures that the base did not have. */
  nuevas: readonly {
    resultado: 'VALIDO' | 'NO_VALIDO' | 'INDETERMINADO';
    razones: readonly string[];
    certificado?: string;
    selladaEl?: Instante;
    /** Does the certificate name the person who holds the office? Undefined when it cannot be told. */
    esTitular?: boolean;
    /** The identity document of the certificate is that of another person: no doubt is left. */
    deOtraPersona?: boolean;
  }[];
  /** A signature of before is no longer valid in this file. */
  dania: boolean;
}

const conFirma = (s: DocumentoOficial, n: number, firma: Firma): DocumentoOficial => {
  const firmantes = s.firmantes.map((f) => (f.n === n ? { ...f, firma } : f));
  return { ...s, firmantes, situacion: firmantes.every((f) => f.firma) ? 'firmado' : 'en_firma' };
};

export function evolve(s: DocumentoOficial | undefined, h: DocumentoHecho, m: Marca): DocumentoOficial {
  if (h.tipo === 'DocumentoEmitido') return { ...h.datos, vigente: h.datos.huella, correcciones: [], situacion: 'emitido', desde: m.ocurridoEl };
  const v = s as DocumentoOficial;
  switch (h.tipo) {
    case 'DocumentoFirmado':
      return {
        ...conFirma(v, h.datos.firmante, { ...h.datos.firma, el: m.ocurridoEl, registradaEn: m.registradoEn, via: 'digital' }),
        vigente: h.datos.firma.archivo,
      };
    case 'FirmaManualRegistrada':
      return conFirma(v, h.datos.firmante, {
        el: h.datos.el,
        registradaEn: m.registradoEn,
        via: 'manual',
        resultado: 'COTEJADO',
        razones: [],
        archivo: h.datos.archivo,
        cotejo: { entidad: m.entidad, cargo: m.cargo, observacion: h.datos.observacion },
      });
    case 'CorreccionPropuesta':
      return { ...v, correcciones: [...v.correcciones, { ...h.datos, n: v.correcciones.length + 1, entidad: m.entidad, cargo: m.cargo, el: m.ocurridoEl }] };
    case 'CorreccionResuelta':
      return {
        ...v,
        correcciones: v.correcciones.map((c) =>
          c.n === h.datos.correccion ? { ...c, resuelta: { resultado: h.datos.resultado, respuesta: h.datos.respuesta, el: m.ocurridoEl } } : c,
        ),
      };
    case 'DocumentoAnulado':
      return { ...v, situacion: 'anulado', anulacion: { ...h.datos, el: m.ocurridoEl } };
  }
}

/** Offices whose turn it is: the first order with somebody missing. */
export function enTurno(s: DocumentoOficial): Firmante[] {
  if (s.situacion === 'firmado' || s.situacion === 'anulado') return [];
  const faltan = s.firmantes.filter((f) => !f.firma);
  const orden = Math.min(...faltan.map((f) => f.orden));
  return faltan.filter((f) => f.orden === orden);
}

export const conAlgunaFirma = (s: DocumentoOficial): boolean => s.firmantes.some((f) => f.firma);

/** Offices that issue, annul and answer for the documents of their entity. */
export const EMITEN: readonly string[] = [
  'ministro',
  'viceministro',
  'secretaria_general',
  'organo_descentralizacion',
  'funcionario_sector',
  'ogpp',
  'secretario_sd',
  'secretario_sgp',
  'gobernador',
  'gerente_regional',
  'alcalde_provincial',
  'gerente_municipal',
  'alcalde_distrital',
];

export function ficha(s: DocumentoOficial): Ficha {
  const viva = s.situacion !== 'anulado';
  return {
    titulo: s.titulo,
    situacion: s.situacion,
    entidad: s.entidad,
    relaciones: { origen: s.origen, ...(s.cig ? { cig: s.cig } : {}), ...(s.reemplaza ? { reemplaza: s.reemplaza } : {}) },
    participantes: [...new Set([s.entidad, ...s.firmantes.map((f) => f.entidad), ...s.correcciones.map((c) => c.entidad)])],
    unica: viva ? `${s.origen}|${s.clase}|${s.origenVersion}` : undefined,
    pendientes: [
      ...enTurno(s).map((f) => ({
        clave: `firma-${f.n}`,
        que: `${A_FIRMAR[f.papel]} «${s.titulo}» como ${nombreDeCargo(f.cargo)}`,
        numeral: '5.1',
        para: [{ entidad: f.entidad, cargos: [f.cargo] }],
        desde: s.desde,
        acto: 'FirmarDocumento',
      })),
      ...(viva ? s.correcciones : [])
        .filter((c) => !c.resuelta)
        .map((c) => ({
          clave: `correccion-${c.n}`,
          que: `Resolver una corrección propuesta a ${s.titulo}`,
          numeral: '6.6',
          para: [{ entidad: s.entidad, cargos: EMITEN }],
          desde: c.el,
          acto: 'ResolverCorreccion',
        })),
    ],
  };
}

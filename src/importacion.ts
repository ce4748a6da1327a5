import { createHash } from 'node:crypto';
import type { Catalogo } from './kernel/tipos.ts';
import { type CompetenciaGuardada, codigosGuardados, type NormaGuardada, normasGuardadas } from './lecturas/importacion.ts';
import { type FilaCompetencia, type FilaNorma, prepararNormas } from './modules/norma/importar.ts';
import { prepararImportacion } from './modules/territorio/importar.ts';
import type { Db } from './platform/base.ts';

/** What each kind of import is called, and the acto that performs it. */
export const CLASES = {
  territorio: { titulo: 'Territorio', acto: 'ImportarTerritorio' },
  normas: { titulo: 'Normas y funciones', acto: 'ImportarNormas' },
} as const;
export type Clase = keyof typeof CLASES;

export const esClase = (texto: string | undefined): texto is Clase => texto !== undefined && Object.hasOwn(CLASES, texto);

export const EFECTOS = ['nuevo', 'cambiado', 'igual', 'rechazado'] as const;
export type Efecto = (typeof EFECTOS)[number];

/** What one row of the file would do. */
export interface FilaDeReporte {
  /** Where it starts in the file, from 1. */
  linea: number;
  codigo: string;
  nombre: string;
  efecto: Efecto;
  /** Empty when there is nothing to explain. */
  motivo: string;
}

export interface Negativa {
  ok: false;
  motivo: string;
  remedio: string;
}

export interface Preparacion {
  ok: true;
  clase: Clase;
  acto: (typeof CLASES)[Clase]['acto'];
  /** Data of the acto: only what is new or changes. */
  datos: Readonly<Record<string, unknown>>;
  filas: FilaDeReporte[];
  cuenta: Record<Efecto, number>;
}

/** Most bytes of a table; the published ones have half a megabyte. */
export const MAXIMO_TABLA = 8 * 1024 * 1024;

const FIRMAS: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'un PDF'],
  [[0x50, 0x4b, 0x03, 0x04], 'un libro de Excel o un archivo comprimido'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'un libro de Excel antiguo'],
  [[0x1f, 0x8b], 'un archivo comprimido'],
  [[0x89, 0x50, 0x4e, 0x47], 'una imagen'],
  [[0xff, 0xd8, 0xff], 'una imagen'],
];

const negar = (motivo: string, remedio: string): Negativa => ({ ok: false, motivo, remedio });

/** The text of a table, or why the file is none. Judged by its bytes, never by its name. */
export function textoDeTabla(bytes: Uint8Array): { ok: true; texto: string } | Negativa {
  if (bytes.length === 0) return negar('El archivo está vacío.', 'Elija el archivo de nuevo.');
  if (bytes.length > MAXIMO_TABLA)
    return negar(
      `El archivo pesa más de ${MAXIMO_TABLA / 1024 / 1024} MB.`,
      'Las tablas publicadas pesan menos de 1 MB: verifique que sea el archivo correcto, o divídalo.',
    );
  const firma = FIRMAS.find(([bytesDeFirma]) => bytesDeFirma.every((b, i) => bytes[i] === b));
  if (firma)
    return negar(`El archivo no es una tabla CSV: es ${firma[1]}.`, 'Ábralo y guárdelo como «CSV UTF-8 (delimitado por comas)»; luego elija ese archivo.');
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return negar('El archivo está en UTF-16.', 'Guárdelo como «CSV UTF-8» e inténtelo de nuevo.');
  if (bytes.includes(0)) return negar('El archivo no es una tabla CSV: su contenido no es texto.', 'Elija el archivo CSV tal como lo publica la fuente.');
  try {
    return { ok: true, texto: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return negar('El archivo no está en UTF-8: sus tildes se perderían.', 'Guárdelo como «CSV UTF-8» e inténtelo de nuevo.');
  }
}

/** Compares a file with the catalogue, row by row, and prepares the acto. Nothing is recorded. */
export async function prepararArchivo(clase: Clase, bytes: Uint8Array, { db, catalogo }: { db: Db; catalogo: Catalogo }): Promise<Preparacion | Negativa> {
  const tabla = textoDeTabla(bytes);
  if (!tabla.ok) return tabla;
  const archivo = createHash('sha256').update(bytes).digest('hex');
  return clase === 'territorio' ? territorio(tabla.texto, archivo, db, catalogo) : normas(tabla.texto, archivo, db);
}

function contar(filas: readonly FilaDeReporte[]): Record<Efecto, number> {
  const cuenta: Record<Efecto, number> = { nuevo: 0, cambiado: 0, igual: 0, rechazado: 0 };
  for (const f of filas) cuenta[f.efecto]++;
  return cuenta;
}

async function territorio(texto: string, archivo: string, db: Db, catalogo: Catalogo): Promise<Preparacion | Negativa> {
  const p = prepararImportacion(texto, catalogo, archivo, await codigosGuardados(db));
  if (!p.ok) return p;
  const filas = p.lineas.map(({ resultado: _, ...l }) => l);
  return { ok: true, clase: 'territorio', acto: 'ImportarTerritorio', datos: { ...p.datos }, filas, cuenta: contar(filas) };
}

const NOMBRES: Readonly<Partial<Record<keyof CompetenciaGuardada, string>>> = {
  norma: 'la norma',
  texto: 'el texto breve',
  materia: 'la materia',
  nivel: 'el nivel',
  grupo: 'el grupo',
  textoCompleto: 'el texto completo',
  vigenteDesde: 'el inicio de vigencia',
  vigenteHasta: 'el fin de vigencia',
};

/** Fields that the row gives and the catalogue does not have so; what the file omits stays. */
function cambios<T extends object>(nueva: T, actual: { [K in keyof T]?: unknown }): (keyof T)[] {
  return (Object.keys(nueva) as (keyof T)[]).filter((k) => nueva[k] !== undefined && nueva[k] !== actual[k]);
}

async function normas(texto: string, archivo: string, db: Db): Promise<Preparacion | Negativa> {
  const p = prepararNormas(texto, archivo);
  if (!p.ok) return p;
  const guardadas = await normasGuardadas(
    db,
    p.datos.normas.map((n) => n.id),
    p.datos.competencias.map((c) => c.clave),
  );
  const porClave = new Map(guardadas.competencias.map((c) => [c.clave, c]));
  const avisos = new Map(p.avisos.map((a) => [a.linea, a.motivo]));
  const porCambiar: FilaCompetencia[] = [];
  const leidas = p.datos.competencias.map((c): FilaDeReporte => {
    const linea = p.lineas[c.clave] ?? 0;
    const actual = porClave.get(c.clave);
    const campos = actual ? cambios(c, actual) : [];
    if (!actual || campos.length > 0) porCambiar.push(c);
    const cambia = campos.length > 0 ? `Cambia ${campos.map((k) => NOMBRES[k] ?? k).join(', ')}.` : '';
    const efecto = !actual ? 'nuevo' : campos.length > 0 ? 'cambiado' : 'igual';
    return { linea, codigo: c.clave, nombre: c.texto, efecto, motivo: [actual ? undefined : avisos.get(linea), cambia].filter(Boolean).join(' ') };
  });
  const rechazadas = p.rechazos.map(
    (r): FilaDeReporte => ({ linea: r.linea, codigo: '', nombre: `Columna ${r.campo}`, efecto: 'rechazado', motivo: r.motivo }),
  );
  const filas = [...leidas, ...rechazadas].sort((a, b) => a.linea - b.linea);
  const cuenta = contar(filas);
  const datos = { archivo, resumen: { ...cuenta }, normas: normasPorCambiar(p.datos.normas, guardadas.normas), competencias: porCambiar };
  return { ok: true, clase: 'normas', acto: 'ImportarNormas', datos, filas, cuenta };
}

function normasPorCambiar(nuevas: readonly FilaNorma[], actuales: readonly NormaGuardada[]): FilaNorma[] {
  const porId = new Map(actuales.map((n) => [n.id, n]));
  return nuevas.filter((n) => cambios(n, porId.get(n.id) ?? {}).length > 0);
}

/** A cell that no spreadsheet takes for a formula. */
function celda(valor: string | number): string {
  const texto = String(valor);
  const inocua = /^[=+\-@\t\r]/.test(texto) ? `'${texto}` : texto;
  return /[",\r\n]/.test(inocua) ? `"${inocua.replaceAll('"', '""')}"` : inocua;
}

/** The report as CSV in UTF-8 with its mark, as spreadsheets expect it. */
export function reporteCsv(filas: readonly FilaDeReporte[]): string {
  const lineas = filas.map((f) => [f.linea, f.efecto, f.codigo, f.nombre, f.motivo].map(celda).join(','));
  return `\uFEFF${['linea,resultado,codigo,nombre,motivo', ...lineas].join('\r\n')}\r\n`;
}

import { type Campo, rutaDe } from './campos.ts';

/** Most rows that a repeated field accepts from a form. */
const MAXIMO_FILAS = 600;

const texto = (v: FormDataEntryValue | null): string => (typeof v === 'string' ? v.trim() : '');

/** An option typed in a text field with suggestions: «Nombre (clave)» → `clave`. */
function clave(v: string): string {
  return /\(([^()]+)\)$/.exec(v)?.[1] ?? v;
}

/** How many rows of a repeated field the form carries. */
function filasEn(datos: FormData, ruta: string): number {
  let n = 0;
  for (const nombre of datos.keys()) {
    if (!nombre.startsWith(`${ruta}[`)) continue;
    const i = Number.parseInt(nombre.slice(ruta.length + 1), 10);
    if (Number.isInteger(i) && i >= n && i < MAXIMO_FILAS) n = i + 1;
  }
  return n;
}

function leerCampo(datos: FormData, campo: Campo, ruta: string): unknown {
  switch (campo.control) {
    case 'casilla':
      return datos.get(ruta) !== null;
    case 'opciones':
      return datos.getAll(ruta).map(texto).filter(Boolean);
    case 'lineas':
      return texto(datos.get(ruta))
        .split(/\r?\n/)
        .map((l) => l.trim())
        .filter(Boolean);
    case 'numero':
      return numero(texto(datos.get(ruta)));
    case 'grupo':
      return leerCampos(datos, campo.hijos, ruta);
    case 'filas':
      return leerFilas(datos, campo, ruta);
    case 'opcion':
      return clave(texto(datos.get(ruta))) || undefined;
    default:
      return texto(datos.get(ruta)) || undefined;
  }
}

/** `1 234,5` as people write it; what is not a number stays as text, for the schema to refuse. */
function numero(v: string): number | string | undefined {
  if (v === '') return undefined;
  const n = Number(v.replaceAll(/[\s\u202f]/g, '').replace(',', '.'));
  return Number.isFinite(n) ? n : v;
}

function leerFilas(datos: FormData, campo: Campo, ruta: string): unknown[] {
  const fila = campo.fila as Campo;
  const filas = Array.from({ length: filasEn(datos, ruta) }, (_, i) => leerCampo(datos, fila, `${ruta}[${i}]`));
  return filas.filter((f) => !enBlanco(fila, f));
}

/** A row in which nobody wrote: only defaults and first choices. */
function enBlanco(campo: Campo, valor: unknown): boolean {
  if (campo.control !== 'grupo') return valor === undefined || valor === '' || (Array.isArray(valor) && valor.length === 0);
  const v = (valor ?? {}) as Record<string, unknown>;
  return campo.hijos.every((h) => {
    const dado = v[h.clave];
    if (h.control === 'casilla') return dado === false || dado === h.porDefecto;
    return enBlanco(h, dado) || dado === h.porDefecto;
  });
}

function leerCampos(datos: FormData, campos: readonly Campo[], ruta: string): Record<string, unknown> {
  return Object.fromEntries(campos.map((c) => [c.clave, leerCampo(datos, c, rutaDe(ruta, c.clave))]));
}

/** Data of an acto as the form carries them; blank rows are dropped and blank fields are absent. */
export function valoresDe(datos: FormData, campos: readonly Campo[]): Record<string, unknown> {
  return leerCampos(datos, campos, '');
}

/** Fields that take a file, by name, with rows. */
export function documentosEn(campos: readonly Campo[], valores: Record<string, unknown>, ruta = ''): string[] {
  return campos.flatMap((c) => {
    const r = rutaDe(ruta, c.clave);
    if (c.control === 'documento') return [r];
    if (c.control === 'grupo') return documentosEn(c.hijos, (valores[c.clave] ?? {}) as Record<string, unknown>, r);
    return [];
  });
}

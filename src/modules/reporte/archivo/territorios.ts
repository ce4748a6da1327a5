import type { Catalogo, TerritorioId } from '../../../kernel/tipos.ts';
import type { Captura } from '../../indicador/indicador.ts';

/** Who issues the codes of a column; `nombres` when there is none. */
export type Sistema = 'inei' | 'reniec' | 'nombres';

/** What the proof of codes needs: the territories of the catalogue and the codes of other issuers. */
export interface Lugares {
  catalogo: Catalogo;
  /** INEI code of each RENIEC code. */
  reniec: ReadonlyMap<string, TerritorioId>;
}

export const clave = (t: string): string =>
  t
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/^(distrito|provincia|departamento|region|gobierno regional)( de)? /, '')
    .trim();

const LARGO: Readonly<Record<Captura, number>> = { distrito: 6, provincia: 4, departamento: 2, pais: 2 };

/** A code with the leading zero that spreadsheets drop. A district code is also right for its province or department. */
export function codigoEscrito(crudo: string, captura: Captura): string | undefined {
  const t = crudo.trim().replace(/\.0+$/, '').replace(/^'/, '');
  if (captura === 'pais') return 'pe';
  if (!/^\d{1,6}$/.test(t)) return captura === 'departamento' && /^15[MP]$/i.test(t) ? t.toUpperCase() : undefined;
  const largo = LARGO[captura];
  const completo = t.length % 2 === 1 ? `0${t}` : t;
  if (completo.length === largo) return completo;
  return completo.length === 6 && completo.endsWith('0'.repeat(6 - largo)) ? completo.slice(0, largo) : undefined;
}

/** Territory of a code, or undefined when its issuer has no such code. */
export function territorioDe(codigo: string, sistema: Sistema, captura: Captura, l: Lugares): TerritorioId | undefined {
  const id = sistema === 'reniec' && captura === 'distrito' ? l.reniec.get(codigo) : sistema === 'reniec' && captura !== 'pais' ? deReniec(codigo, l) : codigo;
  return id !== undefined && l.catalogo.territorio(id) ? id : undefined;
}

/** RENIEC numbers departments and provinces on its own: the INEI code is that of any of its districts. */
function deReniec(codigo: string, l: Lugares): TerritorioId | undefined {
  for (const [r, inei] of l.reniec) if (r.startsWith(codigo)) return inei.slice(0, codigo.length);
  return undefined;
}

/** Finds a territory by its written names; undefined when none or several answer. */
export function buscadorDeNombres(captura: Captura, l: Lugares): (departamento: string, provincia: string, distrito: string) => TerritorioId | undefined {
  const indice = new Map<string, TerritorioId | null>();
  const anotar = (k: string, id: TerritorioId) => indice.set(k, indice.has(k) && indice.get(k) !== id ? null : id);
  for (const d of l.catalogo.departamentales()) {
    const departamento = l.catalogo.territorio(d.id.slice(0, 2))?.nombre ?? d.nombre;
    if (captura === 'departamento') {
      anotar(clave(d.nombre), d.id);
      anotar(clave(departamento), d.id.slice(0, 2));
    }
    for (const p of captura === 'departamento' || captura === 'pais' ? [] : l.catalogo.provinciasDe(d.id)) {
      if (captura === 'provincia') for (const k of [`${clave(departamento)}|${clave(p.nombre)}`, `|${clave(p.nombre)}`]) anotar(k, p.id);
      else
        for (const x of l.catalogo.hijosDe(p.id))
          for (const k of [
            `${clave(departamento)}|${clave(p.nombre)}|${clave(x.nombre)}`,
            `${clave(departamento)}||${clave(x.nombre)}`,
            `||${clave(x.nombre)}`,
          ])
            anotar(k, x.id);
    }
  }
  return (departamento, provincia, distrito) => {
    const [d, p, x] = [clave(departamento), clave(provincia), clave(distrito)];
    const k = captura === 'departamento' ? d : captura === 'provincia' ? `${d}|${p}` : `${d}|${p}|${x}`;
    if (captura === 'pais') return 'pe';
    return indice.get(k) ?? undefined;
  };
}

/** Units written by their name: most of them are found so, and are no codes. */
export function sonNombres(unidades: readonly string[], captura: Exclude<Captura, 'pais'>, l: Lugares): boolean {
  const buscar = buscadorDeNombres(captura, l);
  const hallados = unidades.filter((unidad) => {
    if (codigoEscrito(unidad, captura) !== undefined) return false;
    const [d, p, x] = (['departamento', 'provincia', 'distrito'] as const).map((n) => (n === captura ? unidad : '')) as [string, string, string];
    return buscar(d, p, x) !== undefined;
  });
  return hallados.length > unidades.length / 2;
}

/** Evidence about whose codes a column holds. */
export interface Prueba {
  /** Share of the codes that the issuer knows, from 0 to 1. */
  conocidos: number;
  /** Share of the named codes whose name is the one of the catalogue; undefined without names. */
  nombres?: number;
  muestras: number;
}

/** Compares the codes of a sample with what an issuer says of them. */
export function probar(
  muestra: readonly { codigo: string; distrito?: string; provincia?: string; departamento?: string }[],
  sistema: 'inei' | 'reniec',
  captura: Captura,
  l: Lugares,
): Prueba {
  let [conocidos, conNombre, coinciden] = [0, 0, 0];
  for (const m of muestra) {
    const codigo = codigoEscrito(m.codigo, captura);
    const id = codigo === undefined ? undefined : territorioDe(codigo, sistema, captura, l);
    if (id === undefined) continue;
    conocidos++;
    const escrito = captura === 'distrito' ? m.distrito : captura === 'provincia' ? m.provincia : m.departamento;
    if (!escrito) continue;
    conNombre++;
    if (clave(l.catalogo.territorio(id)?.nombre ?? '') === clave(escrito)) coinciden++;
  }
  return { conocidos: muestra.length ? conocidos / muestra.length : 0, nombres: conNombre > 0 ? coinciden / conNombre : undefined, muestras: muestra.length };
}

const PORCENTAJE = (x: number): string => `${Math.round(x * 100)} %`;

/** Below these shares the codes are not taken as of that issuer. */
const MINIMO_CONOCIDOS = 0.97;
const MINIMO_NOMBRES = 0.9;
/** Rows below which a share says little. */
const POCAS = 34;

/**
 * Why the codes cannot be taken as of the issuer offered, or undefined when they can. Districts of INEI and RENIEC share
 * digits: 997 RENIEC codes are valid INEI codes of another place, so names decide where there are any.
 */
export function codigosAjenos(
  muestra: Parameters<typeof probar>[0],
  ofrecido: 'inei' | 'reniec',
  captura: Captura,
  l: Lugares,
): { motivo: string; remedio: string } | undefined {
  if (captura === 'pais' || muestra.length === 0) return undefined;
  const otro = ofrecido === 'inei' ? 'reniec' : 'inei';
  const NOMBRE = { inei: 'INEI', reniec: 'RENIEC' };
  const suya = probar(muestra, ofrecido, captura, l);
  const otra = probar(muestra, otro, captura, l);
  // In a short file one wrong code is a wrong row, unless the other issuer explains it better.
  const pocas = muestra.length < POCAS && suya.conocidos >= 0.8 && otra.conocidos <= suya.conocidos;
  const mal = (suya.conocidos < MINIMO_CONOCIDOS && !pocas) || (suya.nombres !== undefined && suya.nombres < MINIMO_NOMBRES);
  if (!mal) return undefined;
  if (ofrecido === 'reniec' && l.reniec.size === 0)
    return {
      motivo: 'La plataforma aún no tiene los códigos RENIEC con que probar la columna. Nada se guardó.',
      remedio: 'Pida a la administración que los importe con el catálogo de territorios, o identifique los territorios por sus nombres.',
    };
  const peor = otra.conocidos >= MINIMO_CONOCIDOS && (otra.nombres ?? 1) >= MINIMO_NOMBRES;
  const detalle =
    suya.nombres !== undefined && suya.nombres < MINIMO_NOMBRES
      ? `solo en ${PORCENTAJE(suya.nombres)} de las filas el nombre corresponde al código`
      : `${PORCENTAJE(1 - suya.conocidos)} de los códigos no existen`;
  return {
    motivo: `La columna no es de códigos ${NOMBRE[ofrecido]}: ${detalle}.${peor ? ` Parecen códigos ${NOMBRE[otro]} (${PORCENTAJE(otra.nombres ?? otra.conocidos)} corresponde).` : ''} Nada se guardó.`,
    remedio: peor ? `Elija «${NOMBRE[otro]}» como emisor de los códigos.` : 'Elija otra columna, otro emisor, o identifique los territorios por sus nombres.',
  };
}

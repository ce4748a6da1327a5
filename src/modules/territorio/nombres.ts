import type { Catalogo, Territorio, TerritorioId } from '../../kernel/tipos.ts';
import { claveDeNombre } from './territorio.ts';

/** A district as a source names it. */
export interface Nombres {
  departamento: string;
  provincia: string;
  distrito: string;
}

/** Spellings that sound alike: Nazca and Nasca, Yscos and Iscos, Quimbiri and Kimbiri. */
function sonido(nombre: string): string {
  return claveDeNombre(nombre)
    .replaceAll('z', 's')
    .replaceAll('y', 'i')
    .replace(/qu(?=[ei])/g, 'k');
}

export function mismoNombre(a: string, b: string): boolean {
  return claveDeNombre(a) === claveDeNombre(b);
}

/** A name published in capitals as it is written in a sentence; any other as it comes. */
export function escrito(nombre: string): string {
  if (/\p{Ll}/u.test(nombre)) return nombre;
  return nombre
    .toLocaleLowerCase('es-PE')
    .split(' ')
    .map((p, i) => (i > 0 && /^(de|del|el|la|las|los|y)$/.test(p) ? p : p.charAt(0).toLocaleUpperCase('es-PE') + p.slice(1)))
    .join(' ');
}

/** The source cut the name short: «Santa Cruz de Toled». */
export function estaCortado(nombre: string, actual: string): boolean {
  const [corto, largo] = [claveDeNombre(nombre), claveDeNombre(actual)];
  return largo.startsWith(corto) && /[a-z]/.test(largo[corto.length] ?? '');
}

/** Finds districts of the catalogue by their names. */
export interface Nomina {
  /** District with those three names. */
  buscar(nombres: Nombres): Territorio | undefined;
  /** District of that department with that name, when only one has it. */
  unicoEnDepartamento(nombres: Nombres): Territorio | undefined;
  /** True when the code lies in the department that the row names, and in its province unless the district is called the same. */
  concuerda(id: TerritorioId, nombres: Nombres): boolean;
}

/** Names of the catalogue; the department of Lima is one, whatever its two departmental territories (A6). */
export function nomina(catalogo: Catalogo): Nomina {
  const porNombres = new Map<string, Territorio>();
  const porDepartamento = new Map<string, Territorio[]>();
  const clave = (...partes: string[]) => partes.map(claveDeNombre).join('|');
  for (const territorio of catalogo.departamentales())
    for (const provincia of catalogo.provinciasDe(territorio.id))
      for (const distrito of catalogo.hijosDe(provincia.id)) {
        const departamento = catalogo.territorio(distrito.id.slice(0, 2))?.nombre ?? '';
        porNombres.set(clave(departamento, provincia.nombre, distrito.nombre), distrito);
        const k = clave(departamento, distrito.nombre);
        porDepartamento.set(k, [...(porDepartamento.get(k) ?? []), distrito]);
      }
  const suena = (id: TerritorioId, nombre: string) => sonido(catalogo.territorio(id)?.nombre ?? '') === sonido(nombre);
  return {
    buscar: (n) => porNombres.get(clave(n.departamento, n.provincia, n.distrito)),
    unicoEnDepartamento: (n) => {
      const varios = porDepartamento.get(clave(n.departamento, n.distrito));
      return varios?.length === 1 ? varios[0] : undefined;
    },
    concuerda: (id, n) => suena(id.slice(0, 2), n.departamento) && (suena(id.slice(0, 4), n.provincia) || suena(id, n.distrito)),
  };
}

/** Why the code of a row is not the one of the district that the row names; undefined when it may be. */
export function ajeno(id: TerritorioId, nombres: Nombres, catalogo: Catalogo, lista: Nomina): string | undefined {
  const otro = lista.buscar(nombres);
  if (otro ? otro.id === id : lista.concuerda(id, nombres)) return undefined;
  const suyo = otro ? ` A ese nombre corresponde ${otro.id}.` : '';
  return `El código ${id} del INEI es de otro lugar (${lugar(id, catalogo)}).${suyo} Puede ser un código de RENIEC.`;
}

function lugar(id: TerritorioId, catalogo: Catalogo): string {
  const nombre = (largo: number) => catalogo.territorio(id.slice(0, largo))?.nombre ?? id.slice(0, largo);
  return `distrito de ${nombre(6)}, provincia de ${nombre(4)}, ${nombre(2)}`;
}

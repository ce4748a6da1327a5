import type { TerritorioId } from '../../../kernel/tipos.ts';
import type { Indicador } from '../../indicador/indicador.ts';
import type { Mapeo } from './mapeo.ts';
import type { Tabla } from './tabla.ts';
import { buscadorDeNombres, clave, codigoEscrito, type Lugares, territorioDe } from './territorios.ts';

export interface Lugar {
  /** Place of a territory in the arrays of the level of capture. */
  de(territorio: TerritorioId): number | undefined;
  cuantos: number;
  /** True when whoever imports may not report for that place; absent, everywhere is right. */
  ajeno?(p: number): boolean;
}

/** Where a row belongs, or why nowhere. */
export type Ubicacion =
  | { p: number; aviso?: string }
  /** A total or a note at the foot: it is not a figure of a territory. */
  | { p: -1; ajena: string }
  | { p: -2; falla: string; desconocido?: string };

const TOTAL = /^((sub|gran) ?)?(total(es)?|peru|nacional|pais)( |$)/;
export const esTotal = (escrito: string): boolean => TOTAL.test(clave(escrito));

const COMBINADA = 'Si es una celda combinada, elija «El de la fila de arriba».';

/** Says where each row of a table belongs; every way of writing a territory is looked up once. */
export function ubicador(t: Tabla, m: Mapeo, s: Indicador, l: Lugares, lugar: Lugar): (f: readonly string[]) => Ubicacion {
  const en = (c: string) => (c ? t.cabeceras.indexOf(c) : -1);
  const porNombres = m.sistema === 'nombres';
  const nombrado = s.captura === 'pais' ? '' : m[s.captura];
  const columnas = (porNombres ? [m.departamento, m.provincia, m.distrito] : [m.codigo]).map(en);
  const iNombre = porNombres ? -1 : en(nombrado);
  const buscar = buscadorDeNombres(s.captura, l);
  const vistas = new Map<string, Ubicacion>();
  const ambitosDe = (id: TerritorioId) => (s.captura === 'departamento' ? l.catalogo.departamentales().filter((d) => d.id !== id && d.id.startsWith(id)) : []);

  const territorioEscrito = (partes: readonly string[], escrito: string): TerritorioId | undefined => {
    const confirmado = m.equivalencias[escrito];
    if (confirmado !== undefined) return confirmado;
    if (porNombres) return buscar(partes[0] ?? '', partes[1] ?? '', partes[2] ?? '');
    const codigo = codigoEscrito(escrito, s.captura);
    return codigo === undefined || m.sistema === 'nombres' ? undefined : territorioDe(codigo, m.sistema, s.captura, l);
  };
  const ubicar = (partes: readonly string[], escrito: string, nombre: string, f: readonly string[]): Ubicacion => {
    const que = partes.filter(Boolean).join(', ');
    const id = territorioEscrito(partes, escrito);
    const ambitos = id === undefined ? [] : ambitosDe(id);
    if (ambitos.length > 0)
      return {
        p: -2,
        falla: `«${que}» se reporta por partes: diga si la fila es de ${ambitos.map((a) => `${a.nombre} (${a.id})`).join(' o de ')}.`,
        desconocido: escrito,
      };
    const p = id === undefined ? undefined : lugar.de(id);
    if (p !== undefined) {
      if (lugar.ajeno?.(p)) return { p: -2, falla: `«${que}» está fuera del territorio de su entidad.` };
      const oficial = l.catalogo.territorio(id as TerritorioId)?.nombre ?? '';
      return nombre && clave(nombre) !== clave(oficial)
        ? { p, aviso: `El código «${que}» es de ${oficial} y la fila dice «${nombre}»: vale el código, en esta y en las filas iguales.` }
        : { p };
    }
    const escritas = f.filter((v) => v.trim() !== '');
    if ([...partes, nombre, que === '' ? (escritas[0] ?? '') : ''].some((v) => v && esTotal(v)))
      return { p: -1, ajena: `«${que || nombre || escritas[0]}» es un total: los totales los calcula el sistema.` };
    if (escritas.length === 1 && /\p{L}/u.test(escritas[0] as string))
      return { p: -1, ajena: `«${(escritas[0] as string).slice(0, 120)}» no es una fila de datos.` };
    if (que === '') return { p: -2, falla: `Falta el territorio. ${COMBINADA}` };
    if (porNombres && nombrado && partes[{ departamento: 0, provincia: 1, distrito: 2, pais: 0 }[s.captura]] === '')
      return { p: -2, falla: `«${que}»: falta el nombre de ${s.captura}. Si es un total, quite la fila. ${COMBINADA}` };
    return { p: -2, falla: `«${que}» no es un territorio del catálogo.`, desconocido: escrito };
  };

  let anteriores: string[] = columnas.map(() => '');
  return (f) => {
    let partes = columnas.map((i) => f[i] ?? '');
    if (m.vacias === 'heredar') {
      // What is written starts a new group: below it only the blanks at its right are new.
      const desde = partes.findIndex((v) => v.trim() !== '');
      partes = partes.map((v, i) => (v.trim() === '' && (desde < 0 || i < desde) ? (anteriores[i] ?? '') : v));
      if (!partes.some((v) => esTotal(v))) anteriores = partes;
    }
    const escrito = partes.join('|');
    const nombre = iNombre < 0 ? '' : (f[iNombre] ?? '');
    const k = nombre ? `${escrito}\n${nombre}` : escrito;
    const vista = vistas.get(k);
    if (vista) return 'aviso' in vista ? { p: vista.p } : vista;
    const u = ubicar(partes, escrito, nombre, f);
    // Rows without a territory differ in what else they say.
    if (escrito.replaceAll('|', '').trim() !== '') vistas.set(k, u);
    return u;
  };
}

import { type Columna, type Texto, textoPlano } from './documento.ts';
import { ANCHO, type Elemento, HOJA, type Lienzo } from './lienzo.ts';
import { partir, type Renglon } from './renglones.ts';

const LETRA = { tamano: 9.5, interlinea: 12.5 } as const;
const MARGEN = { x: 5, y: 3.5 } as const;
/** Rows of more lines than these may be cut between pages. */
const INDIVISIBLE = 8;

interface Celda {
  renglones: Renglon[];
  x: number;
  ancho: number;
  alinear: 'izquierda' | 'centro' | 'derecha';
  encabezado: boolean;
}

/** Widths by the share asked for, or by how much each column holds. */
function anchos(columnas: readonly Columna[], filas: readonly (readonly Texto[])[]): number[] {
  const pesos = columnas.map((col, i) => {
    if (col.ancho) return col.ancho;
    const largos = [col.titulo.length * 1.2, ...filas.slice(0, 60).map((f) => textoPlano(f[i] ?? '').length)];
    const medio = largos.reduce((a, b) => a + b, 0) / largos.length;
    return Math.min(60, Math.max(8, medio * 0.6 + Math.min(40, Math.max(...largos)) * 0.4));
  });
  const total = pesos.reduce((a, b) => a + b, 0) || 1;
  return pesos.map((p) => (p / total) * ANCHO);
}

function celdasDe(l: Lienzo, textos: readonly Texto[], columnas: readonly Columna[], medidas: readonly number[], encabezado: (i: number) => boolean): Celda[] {
  let x: number = HOJA.izquierda;
  return medidas.map((ancho, i) => {
    const alinear = columnas[i]?.alinear;
    const celda: Celda = {
      renglones: partir(l.fuentes, textos[i] ?? '', LETRA.tamano, ancho - 2 * MARGEN.x, { fuerte: encabezado(i) }),
      x: x + MARGEN.x,
      ancho: ancho - 2 * MARGEN.x,
      alinear: alinear === 'centro' || alinear === 'derecha' ? alinear : 'izquierda',
      encabezado: encabezado(i),
    };
    x += ancho;
    return celda;
  });
}

const lineasDe = (celdas: readonly Celda[]): number => Math.max(1, ...celdas.map((c) => c.renglones.length));
const altoDe = (lineas: number): number => lineas * LETRA.interlinea + 2 * MARGEN.y;

function escribir(l: Lienzo, c: Celda, desde: number, hasta: number): void {
  for (let i = desde; i < Math.min(hasta, c.renglones.length); i++)
    l.renglon(c.renglones[i] as Renglon, l.y + MARGEN.y + (i - desde) * LETRA.interlinea, { ...LETRA, x: c.x, ancho: c.ancho, alinear: c.alinear });
}

const regla = (l: Lienzo): void => l.artefacto(() => l.linea(HOJA.izquierda, l.y, HOJA.izquierda + ANCHO, l.y, 0.5, 0.7));

function fondo(l: Lienzo, alto: number): void {
  l.artefacto(() => {
    l.caja(HOJA.izquierda, l.y, ANCHO, alto, 0.93);
    l.linea(HOJA.izquierda, l.y, HOJA.izquierda + ANCHO, l.y, 0.8, 0.35);
  });
}

interface Cabecera {
  celdas: Celda[];
  alto: number;
}

/** The header is tagged once; on the pages that follow it is drawn again for the eye only. */
function cabecera(l: Lienzo, c: Cabecera, tabla?: Elemento): void {
  fondo(l, c.alto);
  if (tabla) {
    const fila = l.elemento(tabla, 'TR');
    for (const celda of c.celdas) {
      const th = l.elemento(fila, 'TH', { scope: 'Column' });
      l.marcar(th, 'TH', () => escribir(l, celda, 0, celda.renglones.length));
      th.end();
    }
    fila.end();
  } else
    l.artefacto(() => {
      for (const celda of c.celdas) escribir(l, celda, 0, celda.renglones.length);
    }, 'Pagination');
  l.y += c.alto;
  regla(l);
}

function cuerpo(l: Lienzo, tabla: Elemento, celdas: Celda[], repetir: () => void): void {
  const total = lineasDe(celdas);
  const fila = l.elemento(tabla, 'TR');
  const elementos = celdas.map((c) => (c.encabezado ? l.elemento(fila, 'TH', { scope: 'Row' }) : l.elemento(fila, 'TD')));
  for (let hecho = 0; hecho < total; ) {
    const caben = Math.floor((l.queda() - 2 * MARGEN.y) / LETRA.interlinea);
    const falta = total - hecho;
    if (caben < falta && (caben < 3 || (hecho === 0 && total <= INDIVISIBLE))) {
      l.pagina();
      repetir();
    }
    const ahora = Math.min(falta, Math.max(1, Math.floor((l.queda() - 2 * MARGEN.y) / LETRA.interlinea)));
    celdas.forEach((c, i) => {
      if (hecho > 0 && c.renglones.length <= hecho) return;
      const e = elementos[i] as Elemento;
      l.marcar(e, c.encabezado ? 'TH' : 'TD', () => escribir(l, c, hecho, hecho + ahora));
    });
    l.y += altoDe(ahora);
    hecho += ahora;
    regla(l);
  }
  for (const e of elementos) e.end();
  fila.end();
}

/** A table with its header repeated on each page; rows too tall for a page are cut between lines. */
export function dibujarTabla(
  l: Lienzo,
  o: { columnas: readonly Columna[]; filas: readonly (readonly Texto[])[]; encabezadoDeFila?: boolean; sinCabecera?: boolean },
): void {
  const medidas = anchos(o.columnas, o.filas);
  const tabla = l.elemento(l.raiz, 'Table');
  const celdas = o.sinCabecera
    ? []
    : celdasDe(
        l,
        o.columnas.map((c) => c.titulo),
        o.columnas,
        medidas,
        () => true,
      );
  const c: Cabecera = { celdas, alto: altoDe(lineasDe(celdas)) };
  l.asegurar((o.sinCabecera ? 0 : c.alto) + altoDe(3));
  if (o.sinCabecera) regla(l);
  else cabecera(l, c, tabla);
  const repetir = () => (o.sinCabecera ? regla(l) : cabecera(l, c));
  for (const f of o.filas)
    cuerpo(
      l,
      tabla,
      celdasDe(l, f, o.columnas, medidas, (i) => i === 0 && o.encabezadoDeFila === true),
      repetir,
    );
  tabla.end();
  l.y += 10;
}

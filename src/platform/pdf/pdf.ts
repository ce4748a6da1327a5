import { create as crearQr } from 'qrcode';
import { type Alineacion, type Bloque, type Documento, type LineaDeFirma, marcaDe, type Texto, textoPlano } from './documento.ts';
import { ANCHO, type Elemento, type Etiqueta, HOJA, Lienzo } from './lienzo.ts';
import { partir, type Renglon } from './renglones.ts';
import { dibujarTabla } from './tabla.ts';

/** Where a signature goes, in points from the lower left corner of its page, as PDF widgets count. */
export interface Casilla {
  /** Position in the list of firmas of the document. */
  indice: number;
  /** 1 for the first page. */
  pagina: number;
  x: number;
  y: number;
  ancho: number;
  alto: number;
}

export interface Pdf {
  bytes: Buffer;
  paginas: number;
  casillas: Casilla[];
}

const CUERPO = { tamano: 11, interlinea: 15.2 } as const;

interface Forma {
  tamano: number;
  interlinea: number;
  alinear: Alineacion;
  fuerte?: boolean;
  x?: number;
  ancho?: number;
  despues?: number;
}

/** Lines in flow, never a lone one at the foot or the head of a page. */
function fluir(l: Lienzo, e: Elemento, etiqueta: Etiqueta, renglones: readonly Renglon[], f: Forma): void {
  let hecho = 0;
  while (hecho < renglones.length) {
    const falta = renglones.length - hecho;
    let caben = Math.floor(l.queda() / f.interlinea);
    if (caben < falta) {
      if (falta - caben === 1) caben--;
      if (caben < 2) {
        l.pagina();
        continue;
      }
    }
    const ahora = Math.min(caben, falta);
    l.marcar(e, etiqueta, () => {
      for (let i = 0; i < ahora; i++) l.renglon(renglones[hecho + i] as Renglon, l.y + i * f.interlinea, f);
    });
    l.y += ahora * f.interlinea;
    hecho += ahora;
  }
  l.y += f.despues ?? 0;
}

function texto(l: Lienzo, etiqueta: Etiqueta, contenido: Texto, f: Forma, padre = l.raiz): void {
  const e = l.elemento(padre, etiqueta);
  fluir(l, e, etiqueta, partir(l.fuentes, contenido, f.tamano, f.ancho ?? ANCHO, { fuerte: f.fuerte }), f);
  e.end();
}

function lista(l: Lienzo, b: Extract<Bloque, { clase: 'lista' }>): void {
  const sangria = b.numeracion === 'guion' ? 16 : b.puntos.length > 99 ? 32 : 24;
  const forma: Forma = { ...CUERPO, alinear: 'justificado', x: HOJA.izquierda + sangria, ancho: ANCHO - sangria, despues: 3 };
  const elemento = l.elemento(l.raiz, 'L');
  b.puntos.forEach((p, i) => {
    const renglones = partir(l.fuentes, p, CUERPO.tamano, ANCHO - sangria);
    l.asegurar(CUERPO.interlinea * Math.min(2, renglones.length));
    const li = l.elemento(elemento, 'LI');
    const marca = l.elemento(li, 'Lbl');
    const r = partir(l.fuentes, marcaDe(b.numeracion, i), CUERPO.tamano, sangria)[0] as Renglon;
    l.marcar(marca, 'Lbl', () => l.renglon(r, l.y, { ...CUERPO, alinear: 'izquierda' }));
    marca.end();
    const cuerpo = l.elemento(li, 'LBody');
    fluir(l, cuerpo, 'LBody', renglones, forma);
    cuerpo.end();
    li.end();
  });
  elemento.end();
  l.y += 5;
}

const CASILLA = { alto: 58, separacion: 24 } as const;

/** More than this is let to break: it would leave too much white. */
const MAXIMO_PEGADO = 480;
/** Up to so many signatures stay on one page. */
const JUNTAS = 6;
const altoDeFirmas = (cuantas: number): number => Math.ceil(cuantas / 2) * (CASILLA.alto + 3 * 12.5 + 18);

/** Two signatures per row; a row never parts from its lines. */
function firmas(l: Lienzo, lineas: readonly LineaDeFirma[], casillas: Casilla[]): void {
  const ancho = (ANCHO - CASILLA.separacion) / 2;
  const forma = { tamano: 9.5, interlinea: 12.5, alinear: 'centro' as const };
  l.y += 12;
  if (lineas.length <= JUNTAS) l.asegurar(altoDeFirmas(lineas.length));
  for (let i = 0; i < lineas.length; i += 2) {
    const par = lineas.slice(i, i + 2).map((f, lado) => ({
      f,
      x: lineas.length === 1 ? HOJA.izquierda + (ANCHO - ancho) / 2 : HOJA.izquierda + lado * (ancho + CASILLA.separacion),
      cargo: partir(l.fuentes, f.cargo, 9.5, ancho, { fuerte: true }),
      entidad: partir(l.fuentes, f.entidad, 9.5, ancho),
      papel: partir(l.fuentes, f.papel, 9.5, ancho),
    }));
    const alto = CASILLA.alto + Math.max(...par.map((p) => (p.cargo.length + p.entidad.length + p.papel.length) * 12.5)) + 18;
    l.asegurar(alto);
    par.forEach((p, lado) => {
      casillas.push({ indice: i + lado, pagina: l.numeroDePagina, x: p.x, y: HOJA.alto - l.y - CASILLA.alto, ancho, alto: CASILLA.alto });
      l.artefacto(() => l.linea(p.x, l.y + CASILLA.alto, p.x + ancho, l.y + CASILLA.alto, 0.6, 0.2));
      const e = l.elemento(l.raiz, 'P');
      l.marcar(e, 'P', () => {
        let y = l.y + CASILLA.alto + 3;
        for (const r of [...p.cargo, ...p.entidad, ...p.papel]) {
          l.renglon(r, y, { ...forma, x: p.x, ancho });
          y += 12.5;
        }
      });
      e.end();
    });
    l.y += alto;
  }
}

const FORMAS: Readonly<Record<2 | 3, Forma>> = {
  2: { tamano: 12.5, interlinea: 16.5, alinear: 'izquierda', fuerte: true, despues: 4 },
  3: { tamano: 11, interlinea: 15, alinear: 'izquierda', fuerte: true, despues: 3 },
};

function bloque(l: Lienzo, b: Bloque, casillas: Casilla[]): void {
  switch (b.clase) {
    case 'titulo': {
      l.asegurar(78);
      if (l.y > HOJA.arriba) l.y += b.nivel === 2 ? 9 : 5;
      const t = [b.numero, b.texto].filter(Boolean).join(' ');
      if (b.nivel === 2) l.marcador(t);
      texto(l, `H${b.nivel}`, t, FORMAS[b.nivel]);
      break;
    }
    case 'parrafo':
      texto(l, 'P', b.texto, {
        ...CUERPO,
        alinear: b.alinear ?? 'justificado',
        x: HOJA.izquierda + (b.sangria ?? 0),
        ancho: ANCHO - (b.sangria ?? 0),
        despues: 8,
      });
      break;
    case 'lista':
      if (b.puntos.length > 0) lista(l, b);
      break;
    case 'tabla':
      if (b.filas.length === 0) break;
      l.asegurar(90);
      if (b.titulo) texto(l, 'P', b.titulo, { tamano: 9.5, interlinea: 13, alinear: 'izquierda', fuerte: true, despues: 2 });
      dibujarTabla(l, b);
      break;
    case 'ficha':
      dibujarTabla(l, {
        columnas: [
          { titulo: '', ancho: 30 },
          { titulo: '', ancho: 70 },
        ],
        filas: b.datos.filter(([, v]) => textoPlano(v) !== ''),
        encabezadoDeFila: true,
        sinCabecera: true,
      });
      break;
    case 'firmas':
      firmas(l, b.lineas, casillas);
      break;
    case 'anexo':
      if (l.y > HOJA.arriba) l.pagina();
      l.marcador(b.titulo);
      texto(l, 'H2', b.titulo, { tamano: 14, interlinea: 18, alinear: 'centro', fuerte: true, despues: b.subtitulo ? 2 : 12 });
      if (b.subtitulo) texto(l, 'P', b.subtitulo, { ...CUERPO, alinear: 'centro', despues: 12 });
  }
}

const LADO_QR = 74;

const altoDeTexto = (l: Lienzo, b: Bloque): number | undefined => {
  if (b.clase === 'titulo') return FORMAS[b.nivel].interlinea + 13;
  return b.clase === 'parrafo' ? partir(l.fuentes, b.texto, CUERPO.tamano, ANCHO - (b.sangria ?? 0)).length * CUERPO.interlinea + 8 : undefined;
};

/**
 * Height that must follow this block on the same page: the signatures come with the last lines they sign, never alone,
 * and what announces a list with its first point.
 */
function pegado(l: Lienzo, bloques: readonly Bloque[], i: number): number {
  let alto = 0;
  for (let j = i; j < Math.min(bloques.length, i + 3); j++) {
    const b = bloques[j] as Bloque;
    if (b.clase === 'firmas' && j > i) return b.lineas.length <= JUNTAS ? alto + 12 + altoDeFirmas(b.lineas.length) : 0;
    const propio = altoDeTexto(l, b);
    if (propio === undefined) return b.clase === 'lista' && j === i + 1 && alto < 60 ? alto + 2 * CUERPO.interlinea : 0;
    alto += propio;
  }
  return 0;
}

/** How anybody can check the paper: code, address and the same address as QR. */
function verificacion(l: Lienzo, { codigo, url }: NonNullable<Documento['verificacion']>): void {
  const direccion = `${url}/${codigo}`;
  l.asegurar(LADO_QR + 22);
  l.y += 14;
  const arriba = l.y;
  const qr = crearQr(direccion, { errorCorrectionLevel: 'M' }).modules;
  const figura = l.elemento(l.raiz, 'Figure', {
    alt: `Código QR que abre ${direccion}`,
    bbox: [HOJA.izquierda, arriba, HOJA.izquierda + LADO_QR, arriba + LADO_QR],
  });
  l.marcar(figura, 'Figure', () => l.matriz(HOJA.izquierda, arriba, LADO_QR, qr.size, (f, c) => qr.get(f, c) === 1));
  figura.end();
  const x = HOJA.izquierda + LADO_QR + 14;
  const forma: Forma = { tamano: 9.5, interlinea: 12.8, alinear: 'izquierda', x, ancho: ANCHO - LADO_QR - 14 };
  l.y = arriba + 6;
  texto(l, 'P', [{ t: `Código de verificación: ${codigo}`, negrita: true }], forma);
  texto(l, 'P', 'Cualquier persona puede comprobar qué documento es, de qué expediente y si el archivo está íntegro, sin necesidad de usuario, en:', forma);
  const y = l.y;
  const parrafo = l.elemento(l.raiz, 'P');
  const enlace = l.elemento(parrafo, 'Link');
  const renglones = partir(l.fuentes, direccion, 9.5, ANCHO - LADO_QR - 14);
  fluir(l, enlace, 'Link', renglones, forma);
  l.enlace(x, y, renglones[0]?.ancho ?? 0, renglones.length * 12.8, direccion, enlace);
  enlace.end();
  parrafo.end();
  l.y = Math.max(l.y, arriba + LADO_QR);
}

/** PDF/A-2b, tagged and in es-PE. The same document gives the same bytes. */
export function aPdf(d: Documento): Pdf {
  const l = new Lienzo(d);
  const casillas: Casilla[] = [];
  texto(l, 'H1', d.titulo, { tamano: 16, interlinea: 20.5, alinear: 'centro', fuerte: true, despues: 3 });
  texto(l, 'P', d.numero, { ...CUERPO, alinear: 'centro', despues: 14 });
  d.bloques.forEach((b, i) => {
    const alto = pegado(l, d.bloques, i);
    if (alto > 0 && alto < MAXIMO_PEGADO) l.asegurar(alto);
    bloque(l, b, casillas);
  });
  if (d.verificacion) verificacion(l, d.verificacion);
  const paginas = l.numeroDePagina;
  return { bytes: l.terminar(), paginas, casillas };
}

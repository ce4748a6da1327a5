import { type Alineacion, type Texto, tramosDe } from './documento.ts';
import { type Estilo, estiloDe, type Fuentes, type Palabra } from './fuentes.ts';

interface Pieza {
  estilo: Estilo;
  palabra: Palabra;
}

/** A word: several pieces when its style changes inside. `espacio`: width of the space after it, 0 when none may stretch. */
interface Termino {
  piezas: Pieza[];
  ancho: number;
}

export interface Renglon {
  terminos: Termino[];
  /** Natural width in points. */
  ancho: number;
  /** Last of its paragraph: not stretched. */
  ultimo: boolean;
}

/** Where a line may break: at spaces, but never between «N°» and its number. The text itself is not touched. */
const CORTES = /(\n|(?<!N[°º]) +)/;

type Trozo = { texto: string; estilo: Estilo };

/** Words of the runs, glued across runs where no space stands between; `null` is a forced line break. */
function palabrasDe(texto: Texto, fuerte: boolean): (Trozo[] | null)[] {
  const salida: (Trozo[] | null)[] = [];
  let actual: Trozo[] = [];
  const cortar = () => {
    if (actual.length > 0) salida.push(actual);
    actual = [];
  };
  for (const t of tramosDe(texto)) {
    const estilo = estiloDe(fuerte ? { ...t, negrita: true } : t);
    for (const parte of t.t.split(CORTES)) {
      if (parte === '\n') {
        cortar();
        salida.push(null);
      } else if (parte.startsWith(' ')) cortar();
      else if (parte !== '') actual.push({ texto: parte, estilo });
    }
  }
  cortar();
  return salida;
}

/** Breaks a text into lines of at most `ancho` points. A word that does not fit is cut where it must. Never empty. */
export function partir(fuentes: Fuentes, texto: Texto, tamano: number, ancho: number, { fuerte = false }: { fuerte?: boolean } = {}): Renglon[] {
  const milesimas = (ancho * 1000) / tamano;
  const espacio = fuentes.palabra(' ', 'normal').ancho;
  const renglones: Renglon[] = [];
  let terminos: Termino[] = [];
  let usado = 0;
  const cerrar = (ultimo: boolean) => {
    renglones.push({ terminos, ancho: (usado * tamano) / 1000, ultimo });
    terminos = [];
    usado = 0;
  };
  const poner = (t: Termino) => {
    if (terminos.length > 0 && usado + espacio + t.ancho > milesimas) cerrar(false);
    usado += t.ancho + (terminos.length > 0 ? espacio : 0);
    terminos.push(t);
  };
  for (const trozos of palabrasDe(texto, fuerte)) {
    if (trozos === null) {
      cerrar(true);
      continue;
    }
    const t = terminoDe(fuentes, trozos);
    if (t.ancho <= milesimas) poner(t);
    else for (const parte of cortarLarga(fuentes, trozos, milesimas)) poner(parte);
  }
  cerrar(true);
  return renglones;
}

function terminoDe(fuentes: Fuentes, trozos: readonly Trozo[]): Termino {
  const piezas = trozos.map((t) => ({ estilo: t.estilo, palabra: fuentes.palabra(t.texto, t.estilo) }));
  return { piezas, ancho: piezas.reduce((s, p) => s + p.palabra.ancho, 0) };
}

/** Parts of a word wider than the line, each as long as fits. */
function cortarLarga(fuentes: Fuentes, trozos: readonly Trozo[], milesimas: number): Termino[] {
  const partes: Termino[] = [];
  let actual: Trozo[] = [];
  let usado = 0;
  for (const { texto, estilo } of trozos)
    for (const letra of texto) {
      const { ancho } = fuentes.palabra(letra, estilo);
      if (actual.length > 0 && usado + ancho > milesimas) {
        partes.push(terminoDe(fuentes, actual));
        actual = [];
        usado = 0;
      }
      const previo = actual.at(-1);
      if (previo?.estilo === estilo) previo.texto += letra;
      else actual.push({ texto: letra, estilo });
      usado += ancho;
    }
  if (actual.length > 0) partes.push(terminoDe(fuentes, actual));
  return partes;
}

/** Most that a gap may grow, in sizes of the letter. */
const MAXIMO_HUECO = 0.9;

const cifra = (x: number): string => String(Math.round(x * 100) / 100);

/**
 * Operators that write a line with its baseline at (x, y) of the page as pdfkit flips it. The spaces of a justified line
 * are real glyphs, so that who copies or listens to the text hears its words apart.
 */
export function operadores(fuentes: Fuentes, r: Renglon, o: { x: number; y: number; ancho: number; tamano: number; alinear: Alineacion }): string {
  const huecos = r.terminos.length - 1;
  const sobra = o.ancho - r.ancho;
  // A line that would be all gaps is better left ragged.
  const estirar =
    o.alinear === 'justificado' && !r.ultimo && huecos > 0 && sobra > 0 && sobra / huecos < o.tamano * MAXIMO_HUECO ? (sobra / huecos / o.tamano) * 1000 : 0;
  const x = o.alinear === 'centro' ? o.x + sobra / 2 : o.alinear === 'derecha' ? o.x + sobra : o.x;
  const espacio = fuentes.palabra(' ', 'normal').operandos;
  const salto = estirar > 0 ? `${espacio}${cifra(-estirar)}` : espacio;
  let salida = `BT 1 0 0 -1 ${cifra(x)} ${cifra(o.y)} Tm`;
  let estilo: Estilo | undefined;
  let abierta = '';
  const cambiar = (otro: Estilo) => {
    if (otro === estilo) return;
    if (abierta) salida += ` [${abierta}] TJ`;
    abierta = '';
    estilo = otro;
    salida += ` /${fuentes.enPagina(otro)} ${o.tamano} Tf`;
  };
  for (const [i, t] of r.terminos.entries()) {
    if (i > 0) {
      // The space belongs to the regular font: one width for every gap.
      cambiar('normal');
      abierta += salto;
    }
    for (const p of t.piezas) {
      cambiar(p.estilo);
      abierta += p.palabra.operandos;
    }
  }
  if (abierta) salida += ` [${abierta}] TJ`;
  return `${salida} ET`;
}

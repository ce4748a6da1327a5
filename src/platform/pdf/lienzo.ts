import PDFDocument from 'pdfkit';
import type { Alineacion, Documento } from './documento.ts';
import { type FuenteIncrustada, Fuentes, type Interior } from './fuentes.ts';
import { enLetras } from './letras.ts';
import { operadores, partir, type Renglon } from './renglones.ts';

/** A4 in points; margins leave room for binding at the left. */
export const HOJA = { ancho: 595.28, alto: 841.89, izquierda: 79, derecha: 65, arriba: 86, abajo: 76 } as const;
export const ANCHO = HOJA.ancho - HOJA.izquierda - HOJA.derecha;
const FONDO = HOJA.alto - HOJA.abajo;

export type Etiqueta = 'Document' | 'H1' | 'H2' | 'H3' | 'P' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure' | 'Sect' | 'Art' | 'Link';

export interface Elemento {
  add(hijo: unknown): Elemento;
  end(): void;
}

/** pdfkit's document with what its types leave out. */
type Pdf = InstanceType<typeof PDFDocument> &
  Interior & {
    struct(tipo: string, opciones?: object): Elemento;
    addStructure(e: unknown): unknown;
    markStructureContent(tipo: string): unknown;
    markContent(tipo: string, opciones?: object): unknown;
    endMarkedContent(): unknown;
    addContent(operadores: string): unknown;
    _id: Buffer;
  };

interface Escritura {
  x?: number;
  ancho?: number;
  tamano: number;
  interlinea: number;
  alinear: Alineacion;
}

/** Pages of one document: cursor, tags and the furniture of each page. */
export class Lienzo {
  readonly fuentes: Fuentes;
  readonly raiz: Elemento;
  y: number = HOJA.arriba;
  private readonly doc: Pdf;
  private readonly documento: Documento;
  private paginas = 0;

  constructor(documento: Documento) {
    this.documento = documento;
    // XMP is written without escaping: angle brackets and ampersands would break it.
    const titulo = documento.titulo.replace(/&/g, 'y').replace(/[<>]/g, '');
    this.doc = new PDFDocument({
      size: 'A4',
      margin: 0,
      pdfVersion: '1.7',
      subset: 'PDF/A-2b',
      tagged: true,
      lang: 'es-PE',
      displayTitle: true,
      bufferPages: true,
      autoFirstPage: false,
      font: null,
      info: {
        Title: titulo,
        Author: documento.entidad.replace(/[&<>]/g, ' '),
        Creator: 'Ayni',
        Producer: 'Ayni',
        CreationDate: new Date(`${documento.fecha}T12:00:00Z`),
      },
    } as object) as unknown as Pdf;
    this.fuentes = new Fuentes(this.doc);
    this.raiz = this.doc.struct('Document');
    this.doc.addStructure(this.raiz);
    this.pagina();
  }

  get numeroDePagina(): number {
    return this.paginas;
  }

  pagina(): void {
    this.doc.addPage();
    this.paginas++;
    this.y = HOJA.arriba;
  }

  queda(): number {
    return FONDO - this.y;
  }

  /** Starts a page unless so many points remain. */
  asegurar(alto: number): void {
    if (this.queda() < alto && this.y > HOJA.arriba) this.pagina();
  }

  elemento(padre: Elemento, etiqueta: Etiqueta, opciones?: object): Elemento {
    const e = this.doc.struct(etiqueta, opciones);
    padre.add(e);
    return e;
  }

  /** Runs `dibujar` as content of the element, on the current page. */
  marcar(e: Elemento, etiqueta: Etiqueta, dibujar: () => void): void {
    const contenido = this.doc.markStructureContent(etiqueta);
    dibujar();
    this.doc.endMarkedContent();
    e.add(contenido);
  }

  /** Furniture that nobody needs to hear. */
  artefacto(dibujar: () => void, tipo: 'Pagination' | 'Layout' = 'Layout'): void {
    this.doc.markContent('Artifact', { type: tipo });
    dibujar();
    this.doc.endMarkedContent();
  }

  medir(tamano: number): { sube: number; baja: number } {
    const f: FuenteIncrustada = this.fuentes.de('normal');
    return { sube: (f.ascender / 1000) * tamano, baja: (-f.descender / 1000) * tamano };
  }

  /** Writes a line whose box starts at `y`. */
  renglon(r: Renglon, y: number, { x = HOJA.izquierda, ancho = ANCHO, tamano, interlinea, alinear }: Escritura): void {
    if (r.terminos.length === 0) return;
    const { sube, baja } = this.medir(tamano);
    const base = y + (interlinea - sube - baja) / 2 + sube;
    this.doc.addContent(operadores(this.fuentes, r, { x, y: base, ancho, tamano, alinear }));
  }

  gris(nivel: number): void {
    this.doc.addContent(`${nivel} g`);
  }

  /** Horizontal or vertical rule. */
  linea(x1: number, y1: number, x2: number, y2: number, grosor = 0.5, nivel = 0.55): void {
    this.doc.addContent(`q ${grosor} w ${nivel} G ${c2(x1)} ${c2(y1)} m ${c2(x2)} ${c2(y2)} l S Q`);
  }

  caja(x: number, y: number, ancho: number, alto: number, nivel: number): void {
    this.doc.addContent(`q ${nivel} g ${c2(x)} ${c2(y)} ${c2(ancho)} ${c2(alto)} re f Q`);
  }

  /** Black squares of a matrix, by runs. */
  matriz(x: number, y: number, lado: number, modulos: number, negro: (fila: number, columna: number) => boolean): void {
    const m = lado / modulos;
    let camino = '0 g';
    for (let f = 0; f < modulos; f++)
      for (let desde = 0; desde < modulos; desde++) {
        if (!negro(f, desde)) continue;
        let hasta = desde;
        while (hasta + 1 < modulos && negro(f, hasta + 1)) hasta++;
        camino += ` ${c2(x + desde * m)} ${c2(y + f * m)} ${c2((hasta - desde + 1) * m)} ${c2(m)} re`;
        desde = hasta;
      }
    this.doc.addContent(`q ${camino} f Q`);
  }

  enlace(x: number, y: number, ancho: number, alto: number, url: string, dentroDe: Elemento): void {
    this.doc.link(x, y, ancho, alto, url, { structParent: dentroDe, Contents: new String(url) } as object);
  }

  /** Entry of the outline that readers show beside the pages. */
  marcador(texto: string): void {
    this.doc.outline.addItem(texto);
  }

  /** Header and folio of every page, once it is known how many there are. */
  private mobiliario(): void {
    const { documento: d, doc } = this;
    for (let i = 0; i < this.paginas; i++) {
      doc.switchToPage(i);
      this.artefacto(() => {
        const letra = { tamano: 8.5, interlinea: 11 };
        const mitad = ANCHO / 2 - 8;
        this.gris(0.3);
        this.renglon(unico(partir(this.fuentes, d.entidad, 8.5, mitad, { fuerte: true })), 40, { ...letra, ancho: mitad, alinear: 'izquierda' });
        this.renglon(unico(partir(this.fuentes, d.numero, 8.5, mitad)), 40, { ...letra, x: HOJA.izquierda + mitad + 16, ancho: mitad, alinear: 'derecha' });
        if (d.marcas.length > 0) {
          this.gris(0);
          this.renglon(unico(partir(this.fuentes, d.marcas.join(' · '), 8.5, ANCHO, { fuerte: true })), 52, { ...letra, alinear: 'centro' });
        }
        this.linea(HOJA.izquierda, 67, HOJA.ancho - HOJA.derecha, 67);
        const pie = HOJA.alto - 56;
        this.linea(HOJA.izquierda, pie, HOJA.ancho - HOJA.derecha, pie);
        this.gris(0.3);
        if (d.verificacion)
          this.renglon(
            unico(partir(this.fuentes, `Código ${d.verificacion.codigo} · ${d.verificacion.url.replace(/^https?:\/\//, '')}`, 8, ANCHO - 130)),
            pie + 5,
            {
              tamano: 8,
              interlinea: 11,
              ancho: ANCHO - 130,
              alinear: 'izquierda',
            },
          );
        this.renglon(unico(partir(this.fuentes, `Folio ${i + 1} de ${this.paginas} (${enLetras(i + 1)})`, 8.5, 190)), pie + 5, {
          ...letra,
          x: HOJA.ancho - HOJA.derecha - 190,
          ancho: 190,
          alinear: 'derecha',
        });
        this.gris(0);
      }, 'Pagination');
    }
  }

  terminar(): Buffer {
    this.mobiliario();
    this.raiz.end();
    const partes: Buffer[] = [];
    this.doc.end();
    for (let parte = this.doc.read() as Buffer | null; parte !== null; parte = this.doc.read() as Buffer | null) partes.push(parte);
    return Buffer.concat(partes);
  }
}

const c2 = (x: number): string => String(Math.round(x * 100) / 100);

/** First line, with an ellipsis never needed: what does not fit is furniture that the page also says in full. */
const unico = (r: readonly Renglon[]): Renglon => r[0] ?? { terminos: [], ancho: 0, ultimo: true };

import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { type Alineacion, type Bloque, type Columna, type Documento, type LineaDeFirma, marcaDe, type Texto, tramosDe } from './documento.ts';

const FUENTE = 'Calibri';
const ALINEAR = {
  justificado: AlignmentType.JUSTIFIED,
  izquierda: AlignmentType.LEFT,
  centro: AlignmentType.CENTER,
  derecha: AlignmentType.RIGHT,
} as const satisfies Record<Alineacion, unknown>;
const RAYA = { style: BorderStyle.SINGLE, size: 4, color: 'A0A0A0' } as const;
const NADA = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

function corridas(texto: Texto, { fuerte = false, tamano }: { fuerte?: boolean; tamano?: number } = {}): TextRun[] {
  return tramosDe(texto).flatMap((t) =>
    t.t.split('\n').map((linea, i) => new TextRun({ text: linea, break: i > 0 ? 1 : undefined, bold: fuerte || t.negrita, italics: t.cursiva, size: tamano })),
  );
}

const linea = (texto: Texto, o: IParagraphOptions & { fuerte?: boolean; tamano?: number } = {}): Paragraph => {
  const { fuerte, tamano, ...resto } = o;
  return new Paragraph({ spacing: { after: 140, line: 276 }, ...resto, children: corridas(texto, { fuerte, tamano }) });
};

function celda(texto: Texto, ancho: number, o: { fuerte?: boolean; fondo?: boolean; alinear?: Alineacion } = {}): TableCell {
  return new TableCell({
    width: { size: ancho, type: WidthType.PERCENTAGE },
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    shading: o.fondo ? { fill: 'EDEDED' } : undefined,
    children: [linea(texto, { spacing: { after: 0 }, alignment: o.alinear ? ALINEAR[o.alinear] : undefined, fuerte: o.fuerte, tamano: 19 })],
  });
}

function tabla(columnas: readonly Columna[], filas: readonly (readonly Texto[])[], o: { cabecera: boolean; encabezadoDeFila?: boolean }): Table {
  const total = columnas.reduce((s, x) => s + (x.ancho ?? 1), 0);
  const anchos = columnas.map((x) => ((x.ancho ?? 1) / total) * 100);
  const cuerpo = filas.map(
    (f) =>
      new TableRow({
        children: columnas.map((x, i) => celda(f[i] ?? '', anchos[i] ?? 10, { fuerte: i === 0 && o.encabezadoDeFila, alinear: x.alinear })),
      }),
  );
  const cabecera = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columnas.map((x, i) => celda(x.titulo, anchos[i] ?? 10, { fuerte: true, fondo: true, alinear: x.alinear })),
  });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: RAYA, bottom: RAYA, left: NADA, right: NADA, insideHorizontal: RAYA, insideVertical: NADA },
    rows: o.cabecera ? [cabecera, ...cuerpo] : cuerpo,
  });
}

/** Two per row, in a table without borders. */
function firmas(lineas: readonly LineaDeFirma[]): Table {
  const casilla = (f: LineaDeFirma | undefined): TableCell =>
    new TableCell({
      width: { size: 50, type: WidthType.PERCENTAGE },
      margins: { left: 200, right: 200 },
      children: f
        ? [
            linea('', { spacing: { before: 900, after: 0 }, border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '333333' } } }),
            ...[f.cargo, f.entidad, f.papel].map((t, i) => linea(t, { alignment: AlignmentType.CENTER, spacing: { after: 0 }, fuerte: i === 0, tamano: 19 })),
          ]
        : [linea('')],
    });
  const filas = Array.from({ length: Math.ceil(lineas.length / 2) }, (_, i) => lineas.slice(i * 2, i * 2 + 2));
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: NADA, bottom: NADA, left: NADA, right: NADA, insideHorizontal: NADA, insideVertical: NADA },
    rows: filas.map((f) => new TableRow({ cantSplit: true, children: [casilla(f[0]), casilla(f[1])] })),
  });
}

const aire = (): Paragraph => linea('', { spacing: { after: 120 } });

function bloque(b: Bloque): (Paragraph | Table)[] {
  switch (b.clase) {
    case 'titulo':
      return [
        linea([b.numero, b.texto].filter(Boolean).join(' '), {
          heading: b.nivel === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
          keepNext: true,
          spacing: { before: b.nivel === 2 ? 280 : 180, after: 100 },
        }),
      ];
    case 'parrafo':
      return [linea(b.texto, { alignment: ALINEAR[b.alinear ?? 'justificado'], indent: b.sangria ? { left: b.sangria * 20 } : undefined })];
    case 'lista':
      return b.puntos.map((p, i) =>
        linea([`${marcaDe(b.numeracion, i)}\u00a0`, ...tramosDe(p)], {
          alignment: AlignmentType.JUSTIFIED,
          indent: { left: 480, hanging: 360 },
          spacing: { after: 70 },
        }),
      );
    case 'tabla':
      if (b.filas.length === 0) return [];
      return [
        ...(b.titulo ? [linea(b.titulo, { fuerte: true, keepNext: true, spacing: { before: 120, after: 60 } })] : []),
        tabla(b.columnas, b.filas, { cabecera: true, encabezadoDeFila: b.encabezadoDeFila }),
        aire(),
      ];
    case 'ficha':
      return [
        tabla(
          [
            { titulo: '', ancho: 30 },
            { titulo: '', ancho: 70 },
          ],
          b.datos.filter(([, v]) => tramosDe(v).length > 0),
          { cabecera: false, encabezadoDeFila: true },
        ),
        aire(),
      ];
    case 'firmas':
      return [firmas(b.lineas), aire()];
    case 'anexo':
      return [
        linea(b.titulo, { heading: HeadingLevel.HEADING_2, alignment: AlignmentType.CENTER, pageBreakBefore: true }),
        ...(b.subtitulo ? [linea(b.subtitulo, { alignment: AlignmentType.CENTER })] : []),
      ];
  }
}

/** The same text as the PDF, to be edited outside and returned. */
export async function aDocx(d: Documento): Promise<Buffer> {
  const titular = (size: number) => ({ run: { font: FUENTE, size, bold: true, color: '000000' } });
  const documento = new Document({
    title: d.titulo,
    creator: d.entidad,
    description: d.numero,
    styles: {
      default: {
        document: { run: { font: FUENTE, size: 22, language: { value: 'es-PE' } } },
        heading1: titular(32),
        heading2: titular(25),
        heading3: titular(22),
      },
    },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1700, bottom: 1500, left: 1580, right: 1300 } } },
        headers: {
          default: new Header({
            children: [
              linea([{ t: d.entidad, negrita: true }, ` · ${d.numero}`], { tamano: 17 }),
              ...(d.marcas.length > 0 ? [linea(d.marcas.join(' · '), { fuerte: true, tamano: 17 })] : []),
            ],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                children: [
                  ...(d.verificacion ? [new TextRun({ text: `Código ${d.verificacion.codigo} · `, size: 16 })] : []),
                  new TextRun({ children: ['Folio ', PageNumber.CURRENT, ' de ', PageNumber.TOTAL_PAGES], size: 17 }),
                ],
              }),
            ],
          }),
        },
        children: [
          linea(d.titulo, { heading: HeadingLevel.HEADING_1, alignment: AlignmentType.CENTER }),
          linea(d.numero, { alignment: AlignmentType.CENTER, spacing: { after: 300 } }),
          ...d.bloques.flatMap(bloque),
        ],
      },
    ],
  });
  return Packer.toBuffer(documento);
}

import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { type Bloque, type Documento, lineasDe, n, parrafo, subtitulo, titulo } from '../src/platform/pdf/documento.ts';
import { aDocx } from '../src/platform/pdf/docx.ts';
import { aPdf } from '../src/platform/pdf/pdf.ts';
import { comparar } from './comun.ts';

// Documents per second against bare pdfkit writing the same text in the same font: no tags, no tables, no bold, no folios.
const FUENTE = createRequire(import.meta.url).resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf');
const RONDAS = 9;
const SEGUNDO = 1000;

const QUE =
  'Que, de conformidad con los numerales 6.5 y 6.6 de la Directiva N° 001-2016-PCM/SD, el Modelo Específico es la concreción del modelo de gestión para un servicio en un ámbito provincial o departamental, y corresponde a la Comisión Intergubernamental su formulación, aprobación e implementación, actuando de manera concertada y por consenso;';

/** A resolution with its annex: about 20 pages with the sections, tables and texts of a real modelo. */
function resolucion(semilla: number): Documento {
  const anexo: Bloque[] = Array.from({ length: 10 }, (_, s) => [
    titulo(`${s + 1}.`, `Sección ${s + 1} del modelo ${semilla}`),
    ...Array.from({ length: 6 }, (_, i) => [
      subtitulo(`Proceso ${i + 1} de atención en la red ${semilla}`, `${s + 1}.${i + 1}.`),
      parrafo(n('Necesidades: '), `Controles completos según edad, vacunas y suplemento en el periodo ${i + semilla}.`),
      parrafo(n('Actividades: '), QUE),
    ]).flat(),
    {
      clase: 'tabla' as const,
      titulo: 'Roles por nivel de gobierno',
      columnas: [
        { titulo: 'Fase', ancho: 25 },
        { titulo: 'Nivel', ancho: 20 },
        { titulo: 'Rol', ancho: 55 },
      ],
      filas: Array.from({ length: 12 }, (_, i) => [
        `Fase ${i + 1}`,
        'Gobierno Regional',
        'Organiza la prestación en su ámbito y asiste a las municipalidades.',
      ]),
      encabezadoDeFila: true,
    },
  ]).flat();
  return {
    titulo: `Resolución Ministerial que formaliza la aprobación del Modelo Específico ${semilla}`,
    numero: `Expediente ME-2026-${semilla}-MINSA, versión 36`,
    entidad: 'Ministerio de Salud',
    fecha: '2026-03-02',
    marcas: ['PROYECTO'],
    verificacion: { codigo: 'K7PM-3XQ9-TV2H', url: 'https://ayni.gob.pe/verificar' },
    bloques: [
      parrafo(n('VISTOS: '), 'el Acta de la Sesión Ordinaria III de la Comisión Intergubernamental de Salud; y,'),
      parrafo(n('CONSIDERANDO:')),
      ...Array.from({ length: 10 }, (): Bloque => ({ clase: 'parrafo', texto: QUE, sangria: 28 })),
      parrafo(n('SE RESUELVE:')),
      { clase: 'firmas', lineas: [{ papel: 'Suscribe', cargo: 'Despacho Ministerial', entidad: 'Ministerio de Salud' }] },
      { clase: 'anexo', titulo: 'ANEXO' },
      ...anexo,
    ],
  };
}

function desnudo(d: Documento): number {
  const doc = new PDFDocument({ size: 'A4', margin: 72, info: { CreationDate: new Date('2026-03-02T12:00:00Z') } });
  doc.font(FUENTE).fontSize(11);
  for (const linea of lineasDe(d)) doc.text(linea);
  doc.end();
  let bytes = 0;
  for (let parte = doc.read() as Buffer | null; parte !== null; parte = doc.read() as Buffer | null) bytes += parte.length;
  return bytes;
}

let semilla = 0;
const tiempos: number[] = [];

/** Documents per second during about a second; each one different, as in a day's work. */
async function medir(hacer: (d: Documento) => unknown, anotar?: number[]): Promise<number> {
  const inicio = performance.now();
  let hechos = 0;
  while (performance.now() - inicio < SEGUNDO) {
    const d = resolucion(++semilla);
    const t = performance.now();
    await hacer(d);
    anotar?.push(performance.now() - t);
    hechos++;
  }
  return (hechos / (performance.now() - inicio)) * 1000;
}

const p95 = (xs: readonly number[]): number => [...xs].sort((a, b) => a - b)[Math.floor(xs.length * 0.95)] ?? 0;

const { paginas, bytes } = aPdf(resolucion(0));
desnudo(resolucion(0));
await aDocx(resolucion(0));
console.log(`Resolución Ministerial con anexo: ${paginas} páginas, ${Math.round(bytes.length / 1024)} KB`);
const referencia: number[] = [];
await comparar(
  'documentos-pdf',
  RONDAS,
  () => medir(aPdf, tiempos),
  () => medir(desnudo, referencia),
);
console.log(
  `documentos-pdf-p95 ratio ${(p95(tiempos) / p95(referencia)).toFixed(2)} · ${p95(tiempos).toFixed(0)} ms frente a ${p95(referencia).toFixed(0)} ms de pdfkit sin etiquetas ni composición`,
);
await comparar(
  'documentos-docx',
  3,
  () => medir(aDocx),
  () => medir(desnudo),
);

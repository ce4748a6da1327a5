import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { type Bloque, type Documento, n, parrafo, subtitulo, titulo } from './documento.ts';
import { aPdf } from './pdf.ts';

const LARGO = 'Que, según el numeral 6.6 de la Directiva N° 001-2016-PCM/SD, la Comisión actúa de manera concertada y por consenso; ';

const documento = (bloques: readonly Bloque[], otros: Partial<Documento> = {}): Documento => ({
  titulo: 'Acta de la Sesión Ordinaria II',
  numero: 'Expediente SES-2026-0002-MINSA, versión 17',
  entidad: 'Ministerio de Salud',
  fecha: '2026-03-02',
  marcas: ['PROYECTO'],
  verificacion: { codigo: 'K7PM-3XQ9-TV2H', url: 'https://ayni.gob.pe/verificar' },
  bloques,
  ...otros,
});

interface Nodo {
  role?: string;
  alt?: string;
  children?: Nodo[];
}

async function leer(bytes: Uint8Array) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const paginas = [];
  for (let i = 1; i <= pdf.numPages; i++) {
    const pagina = await pdf.getPage(i);
    const { items } = await pagina.getTextContent();
    const texto = items.map((x) => ('str' in x ? x.str + (x.hasEOL ? '\n' : '') : '')).join('');
    paginas.push({ texto, arbol: (await pagina.getStructTree()) as Nodo });
  }
  const meta = await pdf.getMetadata();
  const marcas = await pdf.getMarkInfo();
  return { pdf, paginas, info: meta.info as Record<string, unknown>, metadatos: meta.metadata, marcas, marcadores: await pdf.getOutline() };
}

const roles = (nodo: Nodo): string[] => [...(nodo.role ? [nodo.role] : []), ...(nodo.children ?? []).flatMap(roles)];
const planos = (nodo: Nodo, rol: string): Nodo[] => [...(nodo.role === rol ? [nodo] : []), ...(nodo.children ?? []).flatMap((h) => planos(h, rol))];
const filas = (cuantas: number, celda = (i: number) => `Miembro ${i}`): Bloque => ({
  clase: 'tabla',
  titulo: 'Asistencia',
  columnas: [{ titulo: 'Miembro' }, { titulo: 'Nivel de gobierno' }],
  filas: Array.from({ length: cuantas }, (_, i) => [celda(i), 'Regional']),
  encabezadoDeFila: true,
});

describe('PDF de un documento', () => {
  it('lleva etiquetas de títulos, párrafos, listas, tablas con encabezados y figura con texto alternativo', async () => {
    const { paginas, marcas } = await leer(
      aPdf(
        documento([
          titulo('1.', 'Convocatoria'),
          subtitulo('Datos'),
          parrafo('Texto'),
          { clase: 'lista', numeracion: 'letra', puntos: ['Uno', 'Dos'] },
          filas(2),
        ]),
      ).bytes,
    );
    const arbol = paginas[0]?.arbol as Nodo;
    expect((marcas as unknown as Map<string, boolean>).get('Marked')).toBe(true);
    expect(roles(arbol)).toEqual([
      'Root',
      'Document',
      'H1',
      'P',
      'H2',
      'H3',
      'P',
      'L',
      'LI',
      'Lbl',
      'LBody',
      'LI',
      'Lbl',
      'LBody',
      'P',
      'Table',
      'TR',
      'TH',
      'TH',
      'TR',
      'TH',
      'TD',
      'TR',
      'TH',
      'TD',
      'Figure',
      'P',
      'P',
      'P',
      'Link',
    ]);
    expect(planos(arbol, 'Figure')[0]?.alt).toBe('Código QR que abre https://ayni.gob.pe/verificar/K7PM-3XQ9-TV2H');
  });

  it('declara PDF/A-2b, idioma, título y la fecha del hecho, no la de hoy', async () => {
    const { bytes } = aPdf(documento([parrafo('Texto')]));
    const { info, metadatos } = await leer(bytes);
    expect(info).toMatchObject({ PDFFormatVersion: '1.7', Language: 'es-PE', Title: 'Acta de la Sesión Ordinaria II', CreationDate: 'D:20260302120000Z' });
    expect(metadatos?.get('pdfaid:part')).toBe('2');
    expect(metadatos?.get('pdfaid:conformance')).toBe('B');
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/OutputIntents/);
  });

  it('el mismo documento da los mismos bytes, y una coma distinta da otros', () => {
    const uno = aPdf(documento([parrafo('Hola, mundo'), filas(40)]));
    aPdf(documento([parrafo('Otro texto en medio, que no debe dejar rastro')]));
    expect(aPdf(documento([parrafo('Hola, mundo'), filas(40)])).bytes.equals(uno.bytes)).toBe(true);
    expect(aPdf(documento([parrafo('Hola mundo'), filas(40)])).bytes.equals(uno.bytes)).toBe(false);
  });

  it('conserva tildes, eñes, comillas y los espacios de las líneas justificadas', async () => {
    const { paginas } = await leer(aPdf(documento([parrafo(LARGO.repeat(6), n('Ñuñoa «pingüino» – 50 %'))])).bytes);
    const texto = (paginas[0]?.texto ?? '').replace(/\s+/g, ' ');
    expect(texto).toContain('la Comisión actúa de manera concertada y por consenso; Que, según el numeral 6.6 de la Directiva N° 001-2016-PCM/SD');
    expect(texto).toContain('Ñuñoa «pingüino» – 50 %');
  });

  it('repite el encabezado de una tabla larga en cada página, etiquetado una sola vez', async () => {
    const { paginas } = await leer(aPdf(documento([filas(120)])).bytes);
    expect(paginas.length).toBeGreaterThan(2);
    for (const p of paginas.slice(0, 3)) expect(p.texto).toContain('Nivel de gobierno');
    expect(paginas.flatMap((p) => planos(p.arbol, 'TH')).length).toBeGreaterThanOrEqual(122);
    const todo = paginas.map((p) => p.texto).join('\n');
    for (const i of [0, 57, 119]) expect(todo).toContain(`Miembro ${i}`);
  });

  it('cada encabezado dice de qué es: de columna o de fila', () => {
    const crudo = aPdf(documento([filas(60)])).bytes.toString('latin1');
    expect(crudo.match(/\/Scope \/Column/g)).toHaveLength(2);
    expect(crudo.match(/\/Scope \/Row/g)).toHaveLength(60);
  });

  it('una fila más alta que la página se reparte entre páginas sin perder texto', async () => {
    const { paginas } = await leer(aPdf(documento([filas(1, () => `${LARGO.repeat(80)}FIN`)])).bytes);
    expect(paginas.length).toBeGreaterThan(1);
    const todo = paginas.map((p) => p.texto).join(' ');
    expect(todo.match(/concertada/g)?.length).toBe(80);
    expect(todo).toContain('FIN');
  });

  it('corta una palabra más ancha que la línea en vez de salirse de la hoja', async () => {
    const { pdf } = await leer(aPdf(documento([parrafo('x'.repeat(900)), filas(1, () => 'y'.repeat(300))])).bytes);
    const { items } = await (await pdf.getPage(1)).getTextContent();
    for (const x of items) if ('str' in x && x.str.trim()) expect((x.transform[4] as number) + x.width).toBeLessThan(595.28 - 60);
  });

  it('numera cada folio en cifras y en letras, y lleva entidad, número y marcas en todas las páginas', async () => {
    const { paginas } = await leer(aPdf(documento([parrafo(LARGO.repeat(90))])).bytes);
    expect(paginas.length).toBeGreaterThan(2);
    paginas.forEach((p, i) => {
      expect(p.texto).toContain(`Folio ${i + 1} de ${paginas.length} (${['uno', 'dos', 'tres', 'cuatro', 'cinco'][i]})`);
      for (const parte of ['Ministerio de Salud', 'SES-2026-0002-MINSA', 'PROYECTO', 'K7PM-3XQ9-TV2H']) expect(p.texto).toContain(parte);
    });
  });

  it('admite secciones vacías, tablas y listas sin nada, y caracteres que la letra no tiene', async () => {
    const vacia: Bloque = { clase: 'tabla', titulo: 'Nada', columnas: [{ titulo: 'A' }], filas: [] };
    const { paginas } = await leer(
      aPdf(
        documento(
          [
            titulo('1.', ''),
            parrafo(''),
            vacia,
            { clase: 'lista', numeracion: 'guion', puntos: [] },
            { clase: 'ficha', titulo: '', datos: [['Vacío', '']] },
            { clase: 'firmas', lineas: [] },
            parrafo('漢字 y \u0007control \ud800 fin'),
          ],
          { marcas: [], verificacion: undefined },
        ),
      ).bytes,
    );
    expect(paginas[0]?.texto).toContain('?? y control');
    expect(paginas[0]?.texto).not.toContain('Nada');
  });

  it('un título con signos de XML no rompe los metadatos', async () => {
    const { info, metadatos } = await leer(aPdf(documento([], { titulo: 'Agua & saneamiento <rural>' })).bytes);
    expect(info.Title).toBe('Agua y saneamiento rural');
    expect(metadatos?.get('dc:title')).toBe('Agua y saneamiento rural');
  });

  it('dice dónde va cada firma, dentro de su página, y no parte una fila de firmas', () => {
    const lineas = Array.from({ length: 7 }, (_, i) => ({ papel: 'Suscribe', cargo: `Alcaldía Provincial ${i}`, entidad: 'Municipalidad' }));
    const { casillas, paginas } = aPdf(documento([parrafo(LARGO.repeat(20)), { clase: 'firmas', lineas }]));
    expect(casillas.map((c) => c.indice)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    for (const c of casillas) {
      expect(c.pagina).toBeLessThanOrEqual(paginas);
      expect(c.y).toBeGreaterThan(76);
      expect(c.y + c.alto).toBeLessThan(841.89 - 60);
      expect(c.x + c.ancho).toBeLessThan(595.28 - 60);
    }
    expect(casillas[0]?.pagina).toBe(casillas[1]?.pagina);
  });

  it('las firmas van con las últimas líneas de lo que se firma, nunca en una hoja solas', async () => {
    for (let renglones = 20; renglones < 40; renglones++) {
      const firmas: Bloque = {
        clase: 'firmas',
        lineas: Array.from({ length: 4 }, (_, i) => ({ papel: 'Suscribe', cargo: `Cargo ${i}`, entidad: 'Ministerio' })),
      };
      const { paginas } = await leer(
        aPdf(documento([...Array.from({ length: renglones }, () => parrafo('Línea')), parrafo('Comuníquese.'), firmas], { verificacion: undefined })).bytes,
      );
      const con = paginas.filter((p) => p.texto.includes('Cargo 0'));
      expect(con).toHaveLength(1);
      expect(con[0]?.texto).toContain('Comuníquese.');
    }
  });

  it('poppler, si está instalado, lo lee como PDF etiquetado', ({ skip }) => {
    try {
      execFileSync('pdfinfo', ['-v'], { stdio: 'ignore' });
    } catch {
      skip();
    }
    const dir = mkdtempSync(join(tmpdir(), 'ayni-pdf-'));
    try {
      const ruta = join(dir, 'a.pdf');
      writeFileSync(ruta, aPdf(documento([titulo('1.', 'Agenda'), filas(3)])).bytes);
      expect(execFileSync('pdfinfo', [ruta], { encoding: 'utf8' })).toMatch(/Tagged:\s+yes/);
      expect(execFileSync('pdfinfo', ['-struct', ruta], { encoding: 'utf8' })).toMatch(/Scope \/Row/);
      expect(execFileSync('pdftotext', [ruta, '-'], { encoding: 'utf8' })).toContain('1. Agenda');
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});

import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { autoridad, type Identidad } from '../../../test/firma/autoridad.ts';
import { confiar, firmarPdf, pdfDePrueba } from '../../../test/firma/pdf.ts';
import { anexar, cambiado, paginaDe } from './pdf/anexar.ts';
import { DocumentoPdf } from './pdf/documento.ts';
import { escribir } from './pdf/escribir.ts';
import type { Dic, Ref, Valor } from './pdf/objetos.ts';
import { type Validacion, validar } from './validar.ts';

// Keys, signatures and whole files: slow where the machine is busy.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let ca: Awaited<ReturnType<typeof autoridad>>;
let rosa: Identidad;
let juan: Identidad;
let original: Buffer;
let uno: Buffer;
let dos: Buffer;

beforeAll(async () => {
  ca = await autoridad();
  rosa = await ca.hoja('ROSA');
  juan = await ca.hoja('JUAN');
  original = await pdfDePrueba();
  uno = await firmarPdf(original, rosa, [ca.intermedia]);
  dos = await firmarPdf(uno, juan, [ca.intermedia]);
});

const juzgar = (b: Uint8Array): Promise<Validacion> => validar(b, { lista: confiar(ca.raiz), ahora: new Date('2026-03-02T16:00:00Z') });
const estados = async (b: Uint8Array): Promise<string[]> => {
  const v = await juzgar(b);
  return v.legible ? v.firmas.map((f) => f.resultado) : ['ILEGIBLE'];
};
const cambiar = (b: Buffer, de: string, a: string): Buffer => {
  const i = b.indexOf(de);
  if (i < 0) throw new Error(`no está: ${de}`);
  return Buffer.concat([b.subarray(0, i), Buffer.from(a, 'latin1'), b.subarray(i + de.length)]);
};
const rangoDe = (b: Buffer) => (/\/ByteRange (\[\d+ \d+ \d+ \d+\])( *)/.exec(b.toString('latin1')) as RegExpExecArray)[1] as string;
const ref = (num: number): Ref => ({ clase: 'ref', num, gen: 0 });
const nombre = (n: string): Valor => ({ clase: 'nombre', n });

describe('Entradas que no se juzgan', () => {
  it.each([
    ['vacío', Buffer.alloc(0)],
    ['un texto', Buffer.from('hola')],
    ['solo la cabecera', Buffer.from('%PDF-1.7\n%%EOF')],
    ['una tabla que da vueltas', Buffer.from('%PDF-1.7\nxref\n0 0\ntrailer\n<< /Prev 9 >>\nstartxref\n9\n%%EOF')],
    ['objetos anidados sin fin', Buffer.from(`%PDF-1.7\nxref\n0 0\ntrailer\n${'['.repeat(50_000)}\nstartxref\n9\n%%EOF`)],
    ['una tabla de mil millones de filas', Buffer.from('%PDF-1.7\nxref\n0 999999999\ntrailer\n<< >>\nstartxref\n9\n%%EOF')],
  ])('%s se rechaza con motivo y remedio', async (_que, bytes) => {
    const v = await juzgar(bytes);
    expect(v).toMatchObject({ legible: false });
    if (!v.legible) expect(v.motivo.length * v.remedio.length).toBeGreaterThan(0);
  });
  it('sin firmas se dice', async () => {
    expect(await juzgar(original)).toMatchObject({ legible: false, motivo: 'El PDF no tiene firmas digitales.' });
  });
  it('cifrado se dice', async () => {
    expect(await juzgar(cambiar(original, 'trailer\n<<', 'trailer\n<< /Encrypt 99 0 R '))).toMatchObject({ motivo: expect.stringMatching(/cifrado/) });
  });
  it('truncado en cualquier parte nunca pasa por válido', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: uno.length - 2 }), async (n) => {
        expect(await estados(uno.subarray(0, n))).not.toContain('VALIDO');
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});

describe('Alteraciones', () => {
  it('cambiar cualquier byte cubierto deja de ser VÁLIDO; dentro de la firma, nunca cambia quién firmó', async () => {
    const [, abre, cierra] = rangoDe(uno).slice(1, -1).split(' ').map(Number) as [number, number, number];
    const byte = fc.oneof(fc.integer({ min: 0, max: abre - 1 }), fc.integer({ min: abre, max: abre + 4000 }), fc.integer({ min: cierra, max: uno.length - 1 }));
    const bueno = await juzgar(uno);
    await fc.assert(
      fc.asyncProperty(byte, fc.integer({ min: 1, max: 255 }), async (i, x) => {
        const b = Buffer.from(uno);
        b[i] = (b[i] as number) ^ x;
        const v = await juzgar(b);
        const [f] = v.legible ? v.firmas : [];
        if (f?.resultado !== 'VALIDO') return;
        // Only what nobody signs may change: the case of a hexadecimal digit, or a field of the CMS outside the attributes.
        expect(i).toBeGreaterThanOrEqual(abre);
        expect(i).toBeLessThan(cierra);
        expect(f.certificado).toBe(bueno.legible ? bueno.firmas[0]?.certificado : '');
      }),
      { numRuns: 100 },
    );
  }, 60_000);
  it('en dos firmas, alterar lo que cubre solo la segunda no afecta a la primera en su contenido, y la segunda cae', async () => {
    const b = Buffer.from(dos);
    const i = dos.indexOf('/Reason', uno.length) + 10;
    b[i] = b[i] === 0x30 ? 0x31 : 0x30;
    const r = await estados(b);
    expect(r[1]).toBe('NO_VALIDO');
  });
});

describe('ByteRange', () => {
  const con = (f: (r: number[]) => number[]) => {
    const viejo = rangoDe(uno);
    const nuevo = `[${f(viejo.slice(1, -1).split(' ').map(Number)).join(' ')}]`;
    return cambiar(uno, viejo + ' '.repeat(Math.max(0, nuevo.length - viejo.length)), nuevo.padEnd(viejo.length, ' '));
  };
  it.each([
    ['un hueco más ancho', (r: number[]) => [r[0], r[1], (r[2] as number) + 40, (r[3] as number) - 40]],
    ['un hueco más angosto', (r: number[]) => [r[0], r[1], (r[2] as number) - 40, (r[3] as number) + 40]],
    ['tramos superpuestos', (r: number[]) => [r[0], r[1], (r[1] as number) - 10, (r[3] as number) + 40]],
    ['fuera del archivo', (r: number[]) => [r[0], r[1], r[2], (r[3] as number) + 1000]],
    ['que no empieza en cero', (r: number[]) => [1, (r[1] as number) - 1, r[2], r[3]]],
    ['que deja fuera el final', (r: number[]) => [r[0], r[1], r[2], (r[3] as number) - 20]],
    ['de tres números', (r: number[]) => [r[0], r[1], r[2]]],
  ])('%s es NO VÁLIDO', async (_que, f) => {
    expect(await estados(con(f as (r: number[]) => number[]))).toEqual(['NO_VALIDO']);
  });
});

/** An update after the signature, as an attacker writes it. */
function actualizar(b: Buffer, hacer: (doc: DocumentoPdf) => Parameters<typeof anexar>[1]): Buffer {
  const doc = new DocumentoPdf(b);
  return anexar(doc, hacer(doc));
}

describe('Ataques de sombra: actualizaciones después de la firma', () => {
  const contenidoDe = (doc: DocumentoPdf) => (doc.objeto(paginaDe(doc, 0)) as Dic).get('Contents') as Ref;
  const pagina = (doc: DocumentoPdf) => doc.objeto(paginaDe(doc, 0)) as Dic;

  it.each<[string, (doc: DocumentoPdf) => Parameters<typeof anexar>[1]]>([
    ['reemplazar el contenido de una página', (d) => [{ num: contenidoDe(d).num, cuerpo: '<< /Length 2 >>\nstream\nBT\nendstream' }]],
    [
      'apuntar la página a otro contenido',
      (d) => [{ num: d.tamano, cuerpo: '<< /Length 2 >>\nstream\nBT\nendstream' }, cambiado(paginaDe(d, 0), pagina(d), { Contents: ref(d.tamano) })],
    ],
    [
      'agregar una anotación que tapa',
      (d) => [
        { num: d.tamano, cuerpo: '<< /Type /Annot /Subtype /Square /Rect [0 0 600 800] >>' },
        cambiado(paginaDe(d, 0), pagina(d), { Annots: [...d.lista(pagina(d).get('Annots')), ref(d.tamano)] }),
      ],
    ],
    [
      'agregar un campo de firma sin firma, que solo muestra una imagen',
      (d) => [
        { num: d.tamano, cuerpo: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (x) /Rect [0 0 600 800] >>' },
        cambiado(paginaDe(d, 0), pagina(d), { Annots: [...d.lista(pagina(d).get('Annots')), ref(d.tamano)] }),
      ],
    ],
    ['quitar una anotación', (d) => [cambiado(paginaDe(d, 0), pagina(d), { Annots: [] })]],
    [
      'quitar una página',
      (d) => {
        const paginas = d.catalogo.get('Pages') as Ref;
        const dic = d.objeto(paginas) as Dic;
        return [cambiado(paginas, dic, { Kids: [d.lista(dic.get('Kids'))[0] as Valor], Count: 1 })];
      },
    ],
    ['abrir con una acción', (d) => [cambiado(d.cola.get('Root') as Ref, d.catalogo, { OpenAction: new Map([['S', nombre('JavaScript')]]) })]],
    ['cambiar el recuadro de la página', (d) => [cambiado(paginaDe(d, 0), pagina(d), { MediaBox: [0, 0, 10, 10] })]],
    [
      'poner otras páginas',
      (d) => [
        { num: d.tamano, cuerpo: escribir(new Map<string, Valor>([...(d.dic(d.catalogo.get('Pages')) as Dic), ['Rotate', 90]])) },
        cambiado(d.cola.get('Root') as Ref, d.catalogo, { Pages: ref(d.tamano) }),
      ],
    ],
  ])('%s es NO VÁLIDO', async (_que, hacer) => {
    const alterado = actualizar(uno, hacer);
    expect(await estados(alterado)).toEqual(['NO_VALIDO']);
    const firmado = await firmarPdf(alterado, juan, [ca.intermedia]);
    expect(await estados(firmado), 'otra firma encima no lo arregla').toEqual(['NO_VALIDO', 'VALIDO']);
  });
  it('retirar la firma del formulario se nota', async () => {
    const sin = actualizar(uno, (d) => [cambiado(d.cola.get('Root') as Ref, d.catalogo, { AcroForm: new Map([['Fields', [] as Valor]]) })]);
    expect(await juzgar(sin)).toMatchObject({ legible: false, motivo: expect.stringMatching(/tuvo firmas/) });
  });
  it('repetir la firma de una revisión en otro campo no la hace cubrir lo nuevo', async () => {
    const doc = new DocumentoPdf(uno);
    const campos = doc.lista((doc.dic(doc.catalogo.get('AcroForm')) as Dic).get('Fields'));
    const v = (doc.dic(campos[0]) as Dic).get('V') as Valor;
    const copia = actualizar(uno, (d) => [
      {
        num: d.tamano,
        cuerpo: escribir(
          new Map<string, Valor>([
            ['FT', nombre('Sig')],
            ['Subtype', nombre('Widget')],
            ['V', v],
            ['Rect', [0, 0, 9, 9]],
          ]),
        ),
      },
      cambiado(d.cola.get('Root') as Ref, d.catalogo, {
        AcroForm: new Map<string, Valor>([
          ['Fields', [...campos, ref(d.tamano)]],
          ['SigFlags', 3],
        ]),
      }),
    ]);
    expect(await estados(copia)).toContain('NO_VALIDO');
  });
  it('claves repetidas en un diccionario no se interpretan: se rechazan', async () => {
    const b = actualizar(uno, (d) => [{ num: d.tamano, cuerpo: '<< >>' }]);
    expect(await estados(cambiar(b, '/SigFlags 3', '/Fields [] '))).not.toContain('VALIDO');
  });
});

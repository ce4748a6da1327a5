import { describe, expect, it } from 'vitest';
import { disposicion, recibirArchivo, reconocerArchivo, sanearNombre } from './archivo.ts';
import { MAXIMO_ARCHIVO } from './limite.ts';

const texto = (t: string) => new TextEncoder().encode(t);

/** ZIP with empty entries of these names. `bandera` 1: encrypted. `expande`: declared size of each. */
function zip(nombres: readonly string[], { bandera = 0, expande = 0 } = {}): Uint8Array<ArrayBuffer> {
  const locales = Buffer.concat(
    nombres.map((n) => {
      const b = Buffer.alloc(30 + n.length);
      b.writeUInt32LE(0x04034b50, 0);
      b.writeUInt16LE(n.length, 26);
      b.write(n, 30, 'latin1');
      return b;
    }),
  );
  const central = Buffer.concat(
    nombres.map((n) => {
      const b = Buffer.alloc(46 + n.length);
      b.writeUInt32LE(0x02014b50, 0);
      b.writeUInt16LE(bandera, 8);
      b.writeUInt32LE(expande, 24);
      b.writeUInt16LE(n.length, 28);
      b.write(n, 46, 'latin1');
      return b;
    }),
  );
  const fin = Buffer.alloc(22);
  fin.writeUInt32LE(0x06054b50, 0);
  fin.writeUInt16LE(nombres.length, 8);
  fin.writeUInt16LE(nombres.length, 10);
  fin.writeUInt32LE(central.length, 12);
  fin.writeUInt32LE(locales.length, 16);
  return new Uint8Array(Buffer.concat([locales, central, fin]));
}

const DOCX = ['[Content_Types].xml', 'word/document.xml'];

describe('Tipo de un archivo por su contenido', () => {
  it.each([
    ['pdf', texto('%PDF-1.7\n…\ntrailer << /Root 1 0 R >>\n%%EOF'), 'application/pdf'],
    ['png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'image/png'],
    ['jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['docx', zip(DOCX), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['xlsx', zip(['[Content_Types].xml', 'xl/workbook.xml']), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['txt', texto('Acta de la sesión\r\n'), 'text/plain; charset=utf-8'],
  ])('reconoce %s aunque el nombre diga otra cosa', (extension, bytes, tipo) => {
    expect(reconocerArchivo(bytes, 'x.exe')).toEqual({ tipo, extension });
  });

  it('distingue CSV de texto por el nombre, que es lo único que los distingue', () => {
    expect(reconocerArchivo(texto('a;b\n'), 'datos.CSV')).toEqual({ tipo: 'text/csv; charset=utf-8', extension: 'csv' });
  });

  it.each([
    ['PDF cifrado', texto('%PDF-1.7\ntrailer << /Encrypt 9 0 R /Root 1 0 R >>'), 'cifrado'],
    ['PDF cifrado en línea', texto('%PDF-1.4\ntrailer << /Encrypt<</Filter/Standard>> >>'), 'cifrado'],
    ['PDF precedido de otra cosa', new Uint8Array([0, ...texto('%PDF-1.7')]), 'tipo admitido'],
    ['ejecutable', new Uint8Array([0x4d, 0x5a, 0x90, 0]), 'tipo admitido'],
    ['texto que no es UTF-8', new Uint8Array([0x41, 0xf1, 0x6f]), 'tipo admitido'],
    ['texto con nulos', texto('a\0b'), 'tipo admitido'],
    ['ZIP cualquiera', zip(['a.txt']), 'no es un documento'],
    ['ZIP cortado', zip(DOCX).slice(0, 60), 'incompleto'],
    ['ZIP con contraseña', zip(DOCX, { bandera: 1 }), 'contraseña'],
    ['ZIP que se expande sin fin', zip(DOCX, { expande: 0xf0000000 }), 'expande'],
    ['documento con macros', zip([...DOCX, 'word/vbaProject.bin']), 'macros'],
  ])('no admite %s', (_caso, bytes, motivo) => {
    expect(reconocerArchivo(bytes, 'x.pdf')).toMatchObject({ motivo: expect.stringContaining(motivo) });
  });

  it('un directorio de ZIP que miente no se lee fuera del archivo', () => {
    const bytes = zip(DOCX);
    // From the end: offset of the directory, number of entries.
    for (const [donde, valor] of [
      [6, 0xfffffff0],
      [6, 7],
      [12, 0xfffffff0],
    ] as const) {
      const copia = bytes.slice();
      new DataView(copia.buffer).setUint32(bytes.length - donde, valor, true);
      expect(reconocerArchivo(copia, 'x')).toHaveProperty('motivo');
    }
  });

  it('mide antes de leer', async () => {
    expect(await recibirArchivo(new File([], 'a.pdf'))).toMatchObject({ falla: 'vacio' });
    const enorme = { size: MAXIMO_ARCHIVO + 1, name: 'a.pdf', arrayBuffer: () => Promise.reject(new Error('leído')) } as unknown as File;
    expect(await recibirArchivo(enorme)).toMatchObject({ falla: 'grande' });
    expect(await recibirArchivo(new File(['hola'], '../acta.docx'))).toMatchObject({ nombre: 'acta.txt', tipo: 'text/plain; charset=utf-8' });
  });
});

describe('Nombre de un archivo', () => {
  it.each([
    ['Acta de la sesión N° 3.pdf', 'Acta de la sesión N° 3.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\temp\\acta.docx', 'acta.pdf'],
    ['acta\u202Efdp.exe', 'actafdp.pdf'],
    ['a\r\nSet-Cookie: x', 'aSet-Cookie_ x.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['', 'documento.pdf'],
    ['x'.repeat(300), `${'x'.repeat(110)}.pdf`],
    ['\ud800', '\ufffd.pdf'],
  ])('%j → %j', (nombre, esperado) => {
    expect(sanearNombre(nombre, 'pdf')).toBe(esperado);
  });

  it('la cabecera de descarga es ASCII y trae el nombre entero', () => {
    expect(disposicion("Año «2026» 100% l'acta.pdf")).toBe(
      `attachment; filename="Ano 2026 100_ l'acta.pdf"; filename*=UTF-8''A%C3%B1o%20%C2%AB2026%C2%BB%20100%25%20l%27acta.pdf`,
    );
  });
});

describe('Nombres hostiles', () => {
  it('un nombre de un millón de puntos no detiene el servidor (ReDoS)', () => {
    const antes = performance.now();
    expect(sanearNombre(`a${'.'.repeat(1_000_000)}b`, 'pdf')).toBe('documento.pdf');
    expect(performance.now() - antes).toBeLessThan(1_000);
  });
});

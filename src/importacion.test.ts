import { describe, expect, it } from 'vitest';
import { MAXIMO_TABLA, reporteCsv, textoDeTabla } from './importacion.ts';
import { prepararNormas } from './modules/norma/importar.ts';
import { leerFuente } from './modules/territorio/fuente.ts';

const bytes = (...b: number[]) => new Uint8Array(b);
const texto = (t: string) => new TextEncoder().encode(t);

describe('Archivo que se importa', () => {
  it('una tabla en UTF-8 se lee, con su marca o sin ella', () => {
    expect(textoDeTabla(texto('\uFEFFubigeo;distrito\n010101;Ñaña'))).toEqual({ ok: true, texto: '\uFEFFubigeo;distrito\n010101;Ñaña' });
  });

  it.each([
    ['vacío', bytes(), /vacío/],
    ['un PDF', texto('%PDF-1.7'), /es un PDF/],
    ['un libro de Excel', bytes(0x50, 0x4b, 3, 4, 0), /libro de Excel/],
    ['comprimido', bytes(0x1f, 0x8b, 8), /comprimido/],
    ['en UTF-16', bytes(0xff, 0xfe, 0x61, 0), /UTF-16/],
    ['binario', bytes(0x61, 0, 0x62), /no es texto/],
    ['en Latin-1', bytes(0x4e, 0x75, 0xf1, 0x65, 0x7a), /UTF-8/],
    ['enorme', new Uint8Array(MAXIMO_TABLA + 1).fill(0x61), /más de 8 MB/],
  ])('uno %s se rechaza diciendo qué es y qué hacer', (_caso, contenido, motivo) => {
    expect(textoDeTabla(contenido)).toMatchObject({ ok: false, motivo: expect.stringMatching(motivo), remedio: expect.stringMatching(/./) });
  });

  it('unas comillas mal puestas se señalan con su línea, sin palabras del programa', () => {
    const motivo = /^El archivo no se puede leer como tabla: cerca de la línea \d+ hay comillas mal puestas o sin cerrar\.$/;
    expect(leerFuente('ubigeo,distrito\n010101,a"b"\n')).toMatchObject({ ok: false, motivo: expect.stringMatching(motivo) });
    expect(prepararNormas('articulo,literal,funcion\n49,a,"abierta', '')).toMatchObject({ ok: false, motivo: expect.stringMatching(motivo) });
  });

  it('el reporte es un CSV que ninguna hoja de cálculo toma por fórmula', () => {
    const csv = reporteCsv([{ linea: 2, codigo: '=1+1', nombre: 'A, "B"', efecto: 'rechazado', motivo: '' }]);
    expect(csv).toBe('\uFEFFlinea,resultado,codigo,nombre,motivo\r\n2,rechazado,\'=1+1,"A, ""B""",\r\n');
  });
});

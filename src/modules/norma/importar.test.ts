import { describe, expect, it } from 'vitest';
import { DatosImportarNormas } from '../catalogo/catalogo.campos.ts';
import { normasBase, prepararNormas } from './importar.ts';
import { COMPETENCIAS, findCompetencia } from './norma.ts';

const ARCHIVO = 'a'.repeat(64);

const LOGR = [
  'articulo,materia,literal,funcion,linea_en_fuente,versiones_encontradas',
  '49,salud,a,"Primera función de ejemplo,\n con salto y coma.",1,1',
  '49,salud,b,"Segunda función” .(1)",2,1',
  '49,salud,b,Repetida.,3,1',
  '99,otra,a,Fuera de rango.,4,1',
  '49,salud,,Sin letra.,5,1',
  '49,salud,d,   ,6,1',
  '64,artesanía,z,Letra que nadie conoce.(),7,1',
].join('\n');

const LOM = [
  'articulo;materia;grupo;numeral;funcion',
  '80;SALUD;Funciones específicas compartidas de las municipalidades provinciales;2.6;Campañas de ejemplo',
  '86;X;Funciones específicas exclusivas de las municipalidades distritales;3.9;Función nueva.',
].join('\r\n');

function preparar(texto: string) {
  const r = prepararNormas(texto, ARCHIVO);
  if (!r.ok) throw new Error(r.motivo);
  return r;
}

describe('importar una tabla de funciones', () => {
  it('reconoce la Ley 27867 por su cabecera y conserva nuestra redacción junto al texto completo', () => {
    const { ley, datos } = preparar(LOGR);
    expect(ley).toBe('LOGR');
    expect(datos.normas.map((n) => n.id)).toEqual(['ley-27867']);
    expect(datos.competencias[0]).toMatchObject({
      clave: 'LOGR-49-a',
      texto: findCompetencia('LOGR-49-a')?.texto,
      textoCompleto: 'Primera función de ejemplo, con salto y coma.',
      vigenteDesde: '2003-01-01',
    });
    expect(datos.competencias[1]?.textoCompleto).toBe('Segunda función.');
  });

  it('informa línea, columna y motivo de cada fila que no se incorpora', () => {
    const { rechazos, datos } = preparar(LOGR);
    expect(rechazos.map((r) => [r.linea, r.campo])).toEqual([
      [5, 'literal'],
      [6, 'articulo'],
      [7, 'literal'],
      [8, 'funcion'],
    ]);
    expect(rechazos[0]?.motivo).toBe('LOGR-49-b ya está en la línea 4.');
    expect(datos.resumen).toEqual({ incorporado: 2, nuevo: 1, rechazado: 4 });
  });

  it('incorpora con aviso una función que la base no tiene', () => {
    const { avisos, datos } = preparar(LOGR);
    expect(avisos).toEqual([{ linea: 9, campo: 'literal', motivo: expect.stringContaining('LOGR-64-z') }]);
    expect(datos.competencias.at(-1)).toMatchObject({ clave: 'LOGR-64-z', nivel: 'regional', texto: 'Letra que nadie conoce.' });
    expect(datos.competencias.at(-1)?.vigenteDesde).toBeUndefined();
  });

  it('reconoce la Ley 27972, el punto y coma y el grupo', () => {
    const { ley, datos } = preparar(LOM);
    expect(ley).toBe('LOM');
    expect(datos.competencias.map((c) => [c.clave, c.nivel, c.grupo])).toEqual([
      ['LOM-80-2.6', 'provincial', 'Compartidas de las municipalidades provinciales'],
      ['LOM-86-3.9', 'distrital', 'Exclusivas de las municipalidades distritales'],
    ]);
  });

  it.each([
    ['columnas ajenas', 'ubigeo,nombre\n01,x'],
    ['un archivo vacío', ''],
    ['otra codificación', 'articulo,literal,funcion\n49,a,Prestaci\uFFFDn'],
    ['comillas sin cerrar', 'articulo,literal,funcion\n49,a,"abierta'],
  ])('rechaza entero %s y dice qué hacer', (_, texto) => {
    expect(prepararNormas(texto, ARCHIVO)).toMatchObject({ ok: false, motivo: expect.any(String), remedio: expect.any(String) });
  });

  it('lo preparado y la base inicial cumplen el esquema de ImportarNormas', () => {
    for (const datos of [preparar(LOGR).datos, preparar(LOM).datos, normasBase(COMPETENCIAS, ARCHIVO)]) {
      const r = DatosImportarNormas.safeParse(datos);
      expect(r.error?.issues ?? []).toEqual([]);
    }
  });
});

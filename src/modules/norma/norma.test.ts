import { describe, expect, it } from 'vitest';
import { findNumeral } from '../../directiva/numerales.ts';
import { ARTICULOS_LOGR, INCORPORADAS_LOGR } from './logr.datos.ts';
import { INCORPORADAS_LOM } from './lom.datos.ts';
import { buscarCompetencias, COMPETENCIAS, competenciaVigente, estaVigente, findCompetencia, findNorma, nombreDeNorma } from './norma.ts';
import { NORMAS } from './normas.datos.ts';

const de = (ley: string) => COMPETENCIAS.filter((c) => c.clave.startsWith(ley));
const porArticulo = (ley: string) => Object.fromEntries([...Map.groupBy(de(ley), (c) => c.articulo)].map(([a, cs]) => [a, cs.length]));

describe('funciones de las leyes orgánicas', () => {
  it('son 188 de la LOGR y 133 de la LOM, por artículo', () => {
    expect(de('LOGR-')).toHaveLength(188);
    expect(de('LOM-')).toHaveLength(133);
    expect(porArticulo('LOGR-')).toEqual({
      47: 21,
      48: 18,
      49: 16,
      50: 6,
      51: 18,
      52: 11,
      53: 10,
      54: 7,
      55: 5,
      56: 8,
      57: 5,
      58: 8,
      59: 8,
      60: 8,
      61: 6,
      62: 3,
      63: 18,
      64: 12,
    });
    expect(porArticulo('LOM-')).toEqual({ 79: 17, 80: 18, 81: 16, 82: 23, 83: 12, 84: 25, 85: 7, 86: 15 });
    expect(new Set(COMPETENCIAS.map((c) => c.clave)).size).toBe(321);
  });

  it('el 31 de diciembre de 2009 regían 185 de la LOGR', () => {
    expect(de('LOGR-').filter((c) => estaVigente(c, '2009-12-31'))).toHaveLength(185);
    expect(de('LOGR-').filter((c) => estaVigente(c, '2002-12-31'))).toHaveLength(0);
  });

  it('las letras van seguidas desde la a', () => {
    for (const { articulo, funciones } of ARTICULOS_LOGR)
      expect(Object.keys(funciones).join(''), String(articulo)).toBe('abcdefghijklmnopqrstuvwxyz'.slice(0, Object.keys(funciones).length));
  });

  it('lo incorporado después existe y lleva su ley', () => {
    for (const clave of [...Object.keys(INCORPORADAS_LOGR), ...Object.keys(INCORPORADAS_LOM)])
      expect(findCompetencia(clave)?.incorporadaPor, clave).toMatch(/^Ley \d{5}$/);
    expect(COMPETENCIAS.filter((c) => c.incorporadaPor)).toHaveLength(11);
  });

  it('cada función se dice en una frase corta, distinta de las demás', () => {
    for (const c of COMPETENCIAS) {
      const palabras = c.texto.split(/\s+/).length;
      expect(palabras, c.clave).toBeGreaterThanOrEqual(10);
      expect(palabras, c.clave).toBeLessThanOrEqual(20);
      expect(c.texto, c.clave).toMatch(/^[A-ZÁÉÍÓÚ].*\.$/);
    }
    expect(new Set(COMPETENCIAS.map((c) => c.texto)).size).toBe(COMPETENCIAS.length);
  });

  it('distingue exclusivas y compartidas, provinciales, distritales y de todas', () => {
    expect(findCompetencia('LOM-80-2.6')).toMatchObject({ nivel: 'provincial', grupo: 'compartida_provincial' });
    expect(findCompetencia('LOM-80-4.4')).toMatchObject({ nivel: 'distrital', grupo: 'compartida_distrital' });
    expect(findCompetencia('LOM-81-3.1')).toMatchObject({ nivel: 'distrital', grupo: 'compartida_distrital' });
    expect(findCompetencia('LOM-84-2.11')).toMatchObject({ nivel: 'distrital', grupo: 'exclusiva_distrital' });
    expect(findCompetencia('LOM-82-5')).toMatchObject({ nivel: 'local', grupo: 'compartida_local' });
  });
});

describe('competenciaVigente', () => {
  it.each([
    ['LOGR-61-f', '2010-11-10', '2010-11-11'],
    ['LOGR-51-r', '2019-07-18', '2019-07-19'],
    ['LOGR-52-k', '2024-07-20', '2024-07-21'],
    ['LOM-84-1.8', '2021-02-19', '2021-02-20'],
  ])('%s no regía el %s y sí el %s', (clave, antes, desde) => {
    expect(competenciaVigente(clave, antes)).toBeUndefined();
    expect(competenciaVigente(clave, desde)?.clave).toBe(clave);
  });

  it('no conoce claves ajenas', () => {
    expect(competenciaVigente('LOGR-65-a', '2026-01-01')).toBeUndefined();
    expect(findCompetencia('LOM-79-9.9')).toBeUndefined();
  });

  it('el último día de vigencia todavía rige', () => {
    expect([estaVigente({ vigenteHasta: '2022-07-28' }, '2022-07-28'), estaVigente({ vigenteHasta: '2022-07-28' }, '2022-07-29')]).toEqual([true, false]);
  });
});

describe('búsqueda', () => {
  it('no distingue tildes ni mayúsculas y exige todas las palabras', () => {
    expect(buscarCompetencias('ATENCION primaria').map((c) => c.clave)).toEqual(['LOM-80-2.5', 'LOM-80-4.4']);
    expect(buscarCompetencias('logr-49-g').map((c) => c.clave)).toEqual(['LOGR-49-g']);
    expect(buscarCompetencias('atención primaria submarina')).toEqual([]);
  });

  it('filtra por nivel y fecha; las funciones de todas las municipalidades valen para provinciales y distritales', () => {
    expect(buscarCompetencias('alfabetización', { nivel: 'regional' }).map((c) => c.clave)).toEqual(['LOGR-47-g']);
    expect(buscarCompetencias('alfabetización', { nivel: 'distrital' }).map((c) => c.clave)).toEqual(['LOM-82-9']);
    expect(buscarCompetencias('ferias agropecuarias', { fecha: '2018-01-01' })).toEqual([]);
    expect(buscarCompetencias('', { limite: 5 })).toHaveLength(5);
  });
});

describe('normas', () => {
  it('están las once de la base legal (III), sin repetir', () => {
    const citadas = new Set(NORMAS.flatMap((n) => n.baseLegal ?? []));
    expect(citadas).toEqual(new Set(Array.from({ length: 11 }, (_, i) => `3.${i + 1}`)));
    for (const n of citadas) expect(findNumeral(n), n).toBeDefined();
    expect(new Set(NORMAS.map((n) => n.id)).size).toBe(NORMAS.length);
  });

  it('su número figura en el texto del numeral que la cita', () => {
    for (const n of NORMAS) {
      const numero = /\d+(-\d{4}-PCM)?$/.exec(n.numero)?.[0];
      if (n.baseLegal && numero) expect(findNumeral(n.baseLegal)?.texto, n.id).toContain(numero);
    }
  });

  it('las funciones remiten a normas que existen y las fechas van en orden', () => {
    for (const c of COMPETENCIAS) expect(findNorma(c.norma)).toBeDefined();
    for (const n of NORMAS) if (n.vigenteDesde && n.vigenteHasta) expect(n.vigenteDesde < n.vigenteHasta, n.id).toBe(true);
    expect(nombreDeNorma(NORMAS[0] as (typeof NORMAS)[number])).toBe('Constitución Política del Perú');
  });
});

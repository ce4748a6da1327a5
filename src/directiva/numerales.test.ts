import { describe, expect, it } from 'vitest';
import { NUMERALES } from './numerales.datos.ts';
import { compararNumerales, findNumeral, numeralesEn, padreDe, SECCIONES, subnumeralesDe } from './numerales.ts';

describe('la Directiva como datos', () => {
  it('tiene cada numeral de I a IX una sola vez, con texto, título y resumen', () => {
    expect(new Set(NUMERALES.map((n) => n.numeral)).size).toBe(NUMERALES.length);
    for (const n of NUMERALES) {
      expect(n.texto.length, n.numeral).toBeGreaterThan(10);
      expect(n.titulo, n.numeral).not.toBe('');
      expect(n.resumen, n.numeral).toMatch(/[.]$/);
      expect(n.resumen, n.numeral).not.toBe(n.texto);
      expect(SECCIONES[n.seccion]).toBeDefined();
      expect(n.texto).not.toMatch(/\*\*|Handwritten|Decenio|Presidencia {2}/);
    }
  });

  it('numera sin saltos 6.1–6.6, 7.1–7.4, 8.1–8.20 y 9.1–9.7', () => {
    for (const [s, hasta] of [
      [6, 6],
      [7, 4],
      [8, 20],
      [9, 7],
    ] as const)
      for (let i = 1; i <= hasta; i++) expect(findNumeral(`${s}.${i}`), `${s}.${i}`).toBeDefined();
    expect(subnumeralesDe('7.2').map((n) => n.numeral)).toEqual(['7.2.1', '7.2.2', '7.2.3', '7.2.4', '7.2.5', '7.2.6']);
    expect(subnumeralesDe('8.10').map((n) => n.numeral)).toEqual(['8.10.i', '8.10.ii', '8.10.iii', '8.10.iv', '8.10.v']);
    expect(subnumeralesDe('7.3.1')).toHaveLength(7);
    expect(subnumeralesDe('7.3.2')).toHaveLength(5);
    expect(subnumeralesDe('8.20')).toHaveLength(4);
  });

  it('conserva los párrafos que no llevan número: ausencia de informes (8.8) y especialistas con voz (8.10)', () => {
    expect(findNumeral('8.8')?.texto).toContain('no impide la continuación del proceso');
    expect(findNumeral('8.10')?.texto).toContain('con derecho a voz');
    expect(findNumeral('6.5')?.texto).toContain('sólo corresponde construir');
  });

  it('sabe el orden y el contenedor de cada numeral', () => {
    expect(padreDe('8.10.v')).toBe('8.10');
    expect(padreDe('8.10')).toBeUndefined();
    expect(['9.1', '8.10', '8.9', '8.10.i'].sort(compararNumerales)).toEqual(['8.9', '8.10', '8.10.i', '9.1']);
  });
});

describe('numerales citados en un título', () => {
  it.each([
    ['8.13 sin acta del ETTI no se eleva', ['8.13']],
    ['eleva el modelo (8.13)', ['8.13']],
    ['selecciona el presidente (8.10.v, R6)', ['8.10.v']],
    ['6.5 ¶2 y 6.2: servicio exclusivo', ['6.5', '6.2']],
    ['etapa de mejora, 8.17–8.19', ['8.17', '8.18', '8.19']],
    ['asientos 8.10.i–iii', ['8.10.i', '8.10.ii', '8.10.iii']],
    ['tareas 7.3.1.e y 7.3.2.b.', ['7.3.1.e', '7.3.2.b']],
    ['difusión RM.2', ['RM.2']],
    ['informes 8.8.1-8.8.2', ['8.8.1', '8.8.2']],
  ])('%s', (titulo, esperado) => {
    expect(numeralesEn(titulo)).toEqual(esperado);
  });

  it.each(['cobertura de 8.5 %', 'avance 8.5%', 'versión 8.1.2-beta', 'numeral 6.99', 'DS 047-2009', 'a las 18.10', 'sin número'])('no toma «%s»', (titulo) => {
    expect(numeralesEn(titulo)).toEqual([]);
  });
});

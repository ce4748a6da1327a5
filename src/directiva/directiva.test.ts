import { describe, expect, it } from 'vitest';
import { catalogosVigentes, findAlineamiento } from './alineamiento.ts';
import { AMBIGUEDADES } from './ambiguedades.ts';
import { ERRATAS, erratasDe } from './erratas.ts';
import { ESTADOS, PASOS, pasoDe, TRANSICIONES, transicionesDesde } from './etapas.ts';
import { LECTURAS, lecturasDe } from './lecturas.ts';
import { findNumeral } from './numerales.ts';
import { EQUIVALENCIAS_DE_ETAPAS, INSTRUMENTOS, SOPORTES, VOCABULARIOS_DE_ETAPAS, vocabularioDeEtapas } from './vocabularios.ts';

const claves = (letra: string, hasta: number) => Array.from({ length: hasta }, (_, i) => `${letra}${i + 1}`);

describe('lecturas, erratas y ambigüedades', () => {
  it('están R1 a R24 y A1 a A34, en orden', () => {
    expect(LECTURAS.map((l) => l.clave)).toEqual(claves('R', 24));
    expect(AMBIGUEDADES.map((a) => a.clave)).toEqual(claves('A', 34));
  });

  it('citan numerales que existen', () => {
    const citados = [
      ...LECTURAS.flatMap((l) => l.numerales),
      ...AMBIGUEDADES.flatMap((a) => a.numerales),
      ...ERRATAS.flatMap((e) => [e.numeral, ...e.remiteA]),
      ...ESTADOS.flatMap((e) => e.numerales),
      ...TRANSICIONES.flatMap((t) => t.numerales),
      ...Object.values(INSTRUMENTOS).map((i) => i.numeral),
    ];
    expect(citados.filter((n) => !findNumeral(n))).toEqual([]);
  });

  it('7.3.1.g y 8.20.2: la errata cita lo que el texto dice', () => {
    for (const n of ['7.3.1.g', '7.3.2.e']) expect(findNumeral(n)?.texto).toContain('numeral 6.8');
    for (const n of ['8.20.1', '8.20.2']) expect(findNumeral(n)?.texto).toContain('numeral 6.6');
    expect(erratasDe('7.3.2.e')[0]?.remiteA).toEqual(['7.2.4', '7.2.5', '7.2.6']);
    expect(erratasDe('8.20.1')[0]?.remiteA).toEqual(['7.2']);
    expect(erratasDe('Anexo')).toHaveLength(1);
  });

  it('6.6: la lectura del consenso acompaña a su numeral', () => {
    expect(lecturasDe('6.6').map((l) => l.clave)).toContain('R2');
  });
});

describe('etapas', () => {
  it('toda transición une estados que existen y ninguno queda sin llegada, salvo el origen', () => {
    const estados = new Set(ESTADOS.map((e) => e.clave));
    for (const t of TRANSICIONES) for (const e of [...t.de, ...t.a]) expect(estados.has(e), `${t.clave} ${e}`).toBe(true);
    const llegadas = new Set(TRANSICIONES.flatMap((t) => t.a));
    expect(ESTADOS.filter((e) => !llegadas.has(e.clave))).toEqual([]);
  });

  it('están t1 a t19 y no hay E5', () => {
    const numeros = new Set(TRANSICIONES.flatMap((t) => /^t(\d+)/.exec(t.clave)?.[1] ?? []));
    expect(numeros).toEqual(new Set(Array.from({ length: 19 }, (_, i) => String(i + 1))));
    expect(ESTADOS.some((e) => (e.clave as string) === 'E5')).toBe(false);
  });

  it('cada estado de la vía principal está en un solo paso de la línea', () => {
    for (const e of ESTADOS) expect(PASOS.filter((p) => p.estados.includes(e.clave)).length, e.clave).toBe(e.via === 'principal' ? 1 : 0);
    expect(PASOS).toHaveLength(9);
    expect(pasoDe('E8o')?.nombre).toBe('Elevado a la CIG');
  });

  it('8.18: la mejora se abre junto con el diagnóstico', () => {
    expect(transicionesDesde('E4').find((t) => t.clave === 't6')?.a).toEqual(['E6', 'B1']);
  });

  it('8.8 y 9.4: informes y silencio nunca impiden', () => {
    for (const clave of ['t3p', 't6i']) expect(TRANSICIONES.find((t) => t.clave === clave)?.puedeImpedir).toBe(false);
  });
});

describe('vocabularios', () => {
  it('8.4: el plan nacional es el vigente a la fecha', () => {
    const plan = (fecha: string) => catalogosVigentes(fecha).find((c) => c.clase === 'plan_nacional')?.clave;
    expect([plan('2016-01-22'), plan('2022-07-28'), plan('2022-07-29'), plan('2026-11-24')]).toEqual([
      'plan-bicentenario',
      'plan-bicentenario',
      'pedn-2050',
      'pedn-2050',
    ]);
    expect(findAlineamiento('PB-2')?.catalogo.vigenteHasta).toBeDefined();
  });

  it('el Acuerdo Nacional reparte sus políticas en cuatro objetivos', () => {
    expect(findAlineamiento('AN-08')?.opcion).toMatchObject({ nombre: expect.stringContaining('Descentralización'), grupo: 'Democracia y Estado de Derecho' });
    expect(findAlineamiento('AN-13')?.opcion.grupo).toBe('Equidad y Justicia Social');
    expect(findAlineamiento('AN-24')?.opcion.grupo).toBe('Estado Eficiente, Transparente y Descentralizado');
    expect(findAlineamiento('AN-36')).toBeUndefined();
  });

  it('7.2: son seis clases de acciones e instrumentos, y otro acuerdo', () => {
    expect(Object.values(INSTRUMENTOS).map((i) => i.numeral)).toEqual(['7.2.1', '7.2.2', '7.2.3', '7.2.4', '7.2.5', '7.2.6', '7.3.1.g']);
  });

  it('8.20.2: el soporte es político, administrativo, técnico y financiero', () => {
    for (const nombre of Object.values(SOPORTES)) expect(findNumeral('8.20.2')?.texto).toContain(nombre.toLowerCase());
  });

  it('los nombres de las etapas dependen de la fecha y se corresponden', () => {
    expect(vocabularioDeEtapas('2016-01-22').clave).toBe('metodologia-2013');
    expect(vocabularioDeEtapas('2026-11-24').clave).toBe('norma-tecnica-2018');
    expect(EQUIVALENCIAS_DE_ETAPAS.map((e) => e.de2013)).toEqual(VOCABULARIOS_DE_ETAPAS[0]?.etapas.map((e) => e.clave));
  });
});

import { describe, expect, it } from 'vitest';
import { idDe } from '../../../test/escenario.ts';
import { ficha } from './modelo.ficha.ts';
import { aniosDePoiEn, coberturaPoi, pendientesDePoi } from './modelo.poi.ts';
import { evolve, type Modelo } from './modelo.ts';

const M = {
  sector: 'minsa',
  pistaA: 'E12',
  situacion: 'en_implementacion',
  presidencia: { entidad: 'minsa', cargo: 'funcionario_sector' },
  indicadores: [
    { numero: 1, situacion: 'acordado' },
    { numero: 2, situacion: 'acordado' },
  ],
  pedidos: [],
  opiniones: [],
  resolucion: { fecha: '2026-03-10', situacion: 'vigente' },
  estrategia: { entidades: ['minsa', 'gr-09'] },
} as unknown as Modelo;
const vinculada = (entidad: string, anio: number, indicadores: number[]) =>
  ({ tipo: 'PoiVinculado', v: 1, datos: { vinculacion: idDe(`${entidad}-${anio}`), entidad, anio, indicadores } }) as const;
const marca = { ocurridoEl: '2026-10-01' } as Parameters<typeof evolve>[2];

describe('numeral 9.5 (R22): el modelo y los planes operativos', () => {
  it('9.5 cada entidad obligada lo ve en su bandeja mientras se formula el siguiente POI, con su plazo', () => {
    expect(pendientesDePoi(M)).toMatchObject([
      { clave: 'poi-minsa', numeral: '9.5', desde: '2026-03-10', vence: '2026-12-31', para: [{ entidad: 'minsa' }] },
      { clave: 'poi-gr-09', que: expect.stringContaining('POI 2027') },
    ]);
    expect(ficha(M).pendientes.map((p) => p.clave)).toContain('poi-gr-09');
  });

  it('9.5 vinculado un año, espera el siguiente desde que se abre su formulación; retirado, vuelve', () => {
    const m = evolve(M, vinculada('gr-09', 2027, [1]), marca);
    expect(pendientesDePoi(m)[1]).toMatchObject({ desde: '2027-01-01', vence: '2027-12-31', que: expect.stringContaining('POI 2028') });
    const r = evolve(m, { tipo: 'PoiDesvinculado', v: 1, datos: { vinculacion: idDe('gr-09-2027') } }, marca);
    expect(pendientesDePoi(r)[1]).toMatchObject({ que: expect.stringContaining('POI 2027') });
  });

  it('9.5 mide las metas con línea de cada entidad y dice quién falta; una corrección reemplaza', () => {
    const m = [vinculada('gr-09', 2027, [1, 2]), vinculada('gr-09', 2027, [1])].reduce((s, h) => evolve(s, h, marca), M);
    expect(coberturaPoi(m, 2027)).toMatchObject([
      { entidad: 'minsa', con: 0, total: 2, porcentaje: 0, vinculacion: undefined },
      { entidad: 'gr-09', con: 1, total: 2, porcentaje: 50 },
    ]);
    expect(coberturaPoi(m, 2026)).toEqual([]);
    expect(aniosDePoiEn(m, '2027-02-01')).toEqual([2027, 2028]);
  });

  it('9.5 nada se exige sin resolución vigente, ni de un modelo sin efecto', () => {
    expect(pendientesDePoi({ ...M, resolucion: undefined })).toEqual([]);
    expect(pendientesDePoi({ ...M, situacion: 'sin_efecto' })).toEqual([]);
  });
});

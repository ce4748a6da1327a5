import { describe, expect, it } from 'vitest';
import { aniosDePoi, type CalendarioPoi, momentoPoi, porcentajePoi, primerPoi, ventanaPoi } from './poi.ts';

const TEMPRANO: CalendarioPoi = { norma: 'x', abre: '03-01', aprueba: '06-30' };

describe('numeral 9.5 (R22): desde qué plan operativo se consideran las metas', () => {
  it('9.5 el POI ya aprobado a la fecha de la resolución no se exige; el siguiente por formular, sí', () => {
    expect(primerPoi('2026-03-10')).toBe(2027);
    expect(primerPoi('2026-12-31')).toBe(2027);
    expect(primerPoi('2027-01-01')).toBe(2028);
  });

  it('9.5 el calendario es un parámetro: si el POI se aprueba en junio, una resolución de julio salta un año', () => {
    expect(primerPoi('2026-06-30', TEMPRANO)).toBe(2027);
    expect(primerPoi('2026-07-01', TEMPRANO)).toBe(2028);
    expect(ventanaPoi(2028, TEMPRANO)).toEqual({ abre: '2027-03-01', aprueba: '2027-06-30' });
  });

  it('9.5 se avisa mientras se formula; después queda por regularizar', () => {
    expect(momentoPoi(2028, '2026-12-31')).toBe('por_abrir');
    expect(momentoPoi(2028, '2027-01-01')).toBe('en_formulacion');
    expect(momentoPoi(2028, '2027-12-31')).toBe('en_formulacion');
    expect(momentoPoi(2028, '2028-01-01')).toBe('aprobado');
  });

  it('9.5 los años que ya corresponden, y ninguno que aún no se formula', () => {
    expect(aniosDePoi('2026-03-10', '2026-11-25')).toEqual([2027]);
    expect(aniosDePoi('2026-03-10', '2028-01-01')).toEqual([2027, 2028, 2029]);
    expect(aniosDePoi('2026-07-01', '2026-12-01', TEMPRANO)).toEqual([]);
  });

  it('9.5 porcentaje de metas con línea; sin metas no hay porcentaje', () => {
    expect(porcentajePoi(2, 3)).toBe(67);
    expect(porcentajePoi(0, 0)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import type { Peticion } from './contrato.ts';
import { problemaDeForma } from './decidir.ts';

const BUENA: Peticion = { acto: 'X', expediente: '019d2f5e-7c1a-7b3e-9c55-2f0d3a4b5c6d', datos: { a: 'ñ' }, clave: 'k' };

describe('Forma del pedido, venga de página o de API', () => {
  it.each<[string, Partial<Peticion>, string | undefined]>([
    ['bien formado', {}, undefined],
    ['con quien decidió', { decididoPor: { entidad: 'minsa', cargo: 'ministro' }, ocurridoEl: '2026-03-02' }, undefined],
    ['expediente que no es UUID', { expediente: '-'.repeat(36) }, 'expediente'],
    ['clave vacía', { clave: '' }, 'clave'],
    ['clave enorme', { clave: 'k'.repeat(201) }, 'clave'],
    ['fecha que no existe', { ocurridoEl: '2026-02-31' }, 'ocurridoEl'],
    ['cargo que es un texto', { decididoPor: { entidad: 'minsa', cargo: '<b>Ministro</b>' } }, 'decididoPor'],
    ['texto con NUL', { datos: { a: ['x\0'] } }, 'a[0]'],
  ])('%s', (_que, cambio, campo) => {
    expect(problemaDeForma({ ...BUENA, ...cambio })?.impedimentos[0]?.campo).toBe(campo);
  });
});

import { describe, expect, it } from 'vitest';
import type { ActoCualquiera } from '../kernel/acto.ts';
import type { Catalogo } from '../kernel/tipos.ts';
import type { Peticion, Solicitante } from './contrato.ts';
import { decidirTrabajo, problemaDeForma } from './decidir.ts';
import type { Registro } from './registro.ts';

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

it('un acto solo abre los expedientes que declara', () => {
  const modulo = { tipo: 'm', evolve: () => ({}), ficha: () => ({ relaciones: {} }) };
  const decidir = () => ({ hechos: [{ abre: { tipo: 'acuerdo', id: BUENA.expediente }, tipo: 'X', v: 1, datos: {} }] });
  const acto = { nombre: 'X', expediente: 'm', numerales: ['6.6'], crea: true, puede: () => null, decidir } as unknown as ActoCualquiera;
  const quien = { cuenta: 'c', actor: { designacion: 'd', entidad: 'e', cargo: 'c' }, demo: true } as unknown as Solicitante;
  const entorno = { registro: { modulo: () => modulo } as unknown as Registro, catalogo: {} as Catalogo, ahora: new Date(0) };
  const t = { id: 'a', peticion: { ...BUENA, expediente: '0' }, datos: {}, refs: {}, documentos: [], solicitud: '', quien };
  expect(() => decidirTrabajo({ ...t, acto }, new Map(), entorno)).toThrow(/sin declararlo/);
  const r = decidirTrabajo({ ...t, acto: { ...acto, abre: ['acuerdo'] } }, new Map(), entorno);
  expect(r).toMatchObject({ ok: true, cabezas: [{ id: BUENA.expediente, version: 1, demo: true }], hechos: [{ expediente_id: BUENA.expediente, version: 1 }] });
});

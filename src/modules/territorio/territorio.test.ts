import { describe, expect, it } from 'vitest';
import { catalogoReal } from '../../../test/catalogo.ts';
import { territorioBase } from './base.ts';
import { esTerritorioDeModelo, territorioDe } from './territorio.ts';

const c = catalogoReal();
const base = territorioBase();
const deTipo = (tipo: string) => base.filter((t) => t.tipo === tipo);

describe('Territorio de base', () => {
  it('tiene 25 departamentos, 196 provincias y 1 891 distritos, sin códigos repetidos', () => {
    expect([deTipo('departamento').length, deTipo('provincia').length, deTipo('distrito').length]).toEqual([25, 196, 1891]);
    expect(new Set(base.map((t) => t.id)).size).toBe(base.length);
  });

  it('cuelga todo de un territorio que existe', () => {
    const ids = new Set(base.map((t) => t.id));
    expect(base.filter((t) => t.id !== 'pe' && !ids.has(t.padre ?? ''))).toEqual([]);
  });

  it('incluye los distritos creados después del paquete, en su provincia', () => {
    expect(c.territorio('130112')).toMatchObject({ nombre: 'Alto Trujillo', padre: '1301', departamental: '13' });
    expect(c.territorio('180107')).toMatchObject({ nombre: 'San Antonio', padre: '1801' });
  });

  it('escribe los nombres con sus tildes', () => {
    expect(['0408', '0508', '100101', '150123', '200705', '150119', '120501'].map((id) => c.territorio(id)?.nombre)).toEqual([
      'La Unión',
      'Páucar del Sara Sara',
      'Huánuco',
      'Pachacámac',
      'Los Órganos',
      'Lurín',
      'Junín',
    ]);
  });

  it('A6: Lima son dos territorios departamentales y hay 26 en el país', () => {
    expect(c.departamentales()).toHaveLength(26);
    expect(c.territorio('15')?.departamental).toBeUndefined();
    expect(c.hijosDe('15').map((t) => t.nombre)).toEqual(['Lima Metropolitana', 'Lima Provincias']);
    expect(c.provinciasDe('15M').map((t) => t.id)).toEqual(['1501']);
    expect(c.provinciasDe('15P').map((t) => t.id)).toEqual(['1502', '1503', '1504', '1505', '1506', '1507', '1508', '1509', '1510']);
    expect(c.territorio('150122')?.departamental).toBe('15M');
    expect(c.territorio('150201')?.departamental).toBe('15P');
  });

  it('el Callao es un departamento con una sola provincia', () => {
    expect(c.provinciasDe('07').map((t) => [t.id, t.nombre])).toEqual([['0701', 'Callao']]);
  });

  it('A17: cada provincia tiene un cercado y es su distrito capital', () => {
    const cercados = base.filter((t) => t.cercado);
    expect(cercados).toHaveLength(196);
    expect(['070101', '150101', '090101'].map((id) => c.territorio(id)?.cercado)).toEqual([true, true, true]);
  });

  it('6.5: un modelo es departamental o provincial, nunca distrital, nacional ni del departamento 15', () => {
    const admitidos = base.filter(esTerritorioDeModelo);
    expect(admitidos).toHaveLength(26 + 196);
    for (const id of ['pe', '15', '090102']) expect(admitidos.map((t) => t.id)).not.toContain(id);
  });

  it('rechaza un código que no es de 2, 4 ni 6 dígitos', () => {
    expect(() => territorioDe({ id: '10101', nombre: 'Chachapoyas' })).toThrow(TypeError);
  });
});

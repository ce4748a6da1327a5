import { describe, expect, it } from 'vitest';
import { catalogoReal } from '../../../test/catalogo.ts';
import { territorioBase } from '../territorio/base.ts';
import { entidadesBase, organosBase } from './base.ts';

const c = catalogoReal();
const entidades = entidadesBase(territorioBase());
const deTipo = (tipo: string) => entidades.filter((e) => e.tipo === tipo);

describe('Entidades de base', () => {
  it('son PCM con dos secretarías, 18 ministerios vigentes, 25 gobiernos regionales y las municipalidades del territorio', () => {
    expect(deTipo('ministerio').filter((e) => !e.vigenteHasta)).toHaveLength(18);
    expect(deTipo('secretaria_pcm').map((e) => e.id)).toEqual(['pcm-sd', 'pcm-sgp']);
    expect(deTipo('gobierno_regional')).toHaveLength(25);
    expect(deTipo('municipalidad_provincial')).toHaveLength(196);
    expect(deTipo('municipalidad_distrital')).toHaveLength(1891 - 196);
    expect(new Set(entidades.map((e) => e.id)).size).toBe(entidades.length);
  });

  it('A6: la Municipalidad Metropolitana gobierna la provincia y el territorio departamental; el Gobierno Regional de Lima, las otras provincias', () => {
    expect(c.gobiernoDe('15M')?.nombre).toBe('Municipalidad Metropolitana de Lima');
    expect(c.gobiernoDe('1501')?.id).toBe('mp-1501');
    expect(c.gobiernoDe('15P')).toMatchObject({ id: 'gr-15', nombre: 'Gobierno Regional de Lima' });
    expect(c.gobiernoDe('15')).toBeUndefined();
    expect(c.gobiernoDe('pe')).toBeUndefined();
  });

  it('el Callao tiene gobierno regional y municipalidad provincial', () => {
    expect(c.gobiernoDe('07')?.nombre).toBe('Gobierno Regional del Callao');
    expect(c.gobiernoDe('0701')?.nombre).toBe('Municipalidad Provincial del Callao');
  });

  it('A17: el cercado lo gobierna la municipalidad provincial y no cuenta como distrital', () => {
    expect(c.gobiernoDe('090101')?.id).toBe('mp-0901');
    expect(c.entidad('md-090101')).toBeUndefined();
    expect(c.gobiernoDe('090102')?.nombre).toBe('Municipalidad Distrital de Acobambilla');
  });

  it('todo territorio departamental, provincial y distrital tiene gobierno', () => {
    const sin = territorioBase().filter((t) => !c.gobiernoDe(t.id));
    expect(sin.map((t) => t.id)).toEqual(['pe', '15']);
  });

  it('MINAGRI terminó con la Ley 31075 y le sucede MIDAGRI', () => {
    expect(c.entidad('minagri')).toMatchObject({ vigenteHasta: '2020-11-24', sucesora: 'midagri' });
    expect(c.entidad('midagri')).toMatchObject({ vigenteDesde: '2020-11-25', nombre: 'Ministerio de Desarrollo Agrario y Riego' });
  });

  it('R3: un adscrito pertenece al sector de su ministerio', () => {
    expect(c.entidad('senasa')?.sector).toBe('midagri');
    expect(c.entidad('minsa')?.sector).toBe('minsa');
    expect(c.entidad('pcm-sd')?.sector).toBeUndefined();
  });

  it('8.10: los órganos de cada ministerio vigente y de PCM están por confirmar', () => {
    const organos = organosBase(entidades);
    expect(organos).toHaveLength(19 * 3);
    expect(organos.every((o) => o.porConfirmar)).toBe(true);
    expect(organos.some((o) => o.entidad === 'minagri')).toBe(false);
  });
});

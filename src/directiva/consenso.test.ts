import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POSTURAS, type Posicion, type Postura, romano, valorarConsenso } from './consenso.ts';

const p = (postura: Postura, nivel: Posicion['nivel'], motivo?: string): Posicion => ({
  postura,
  nivel,
  motivo,
  esSector: nivel === 'nacional',
  nombre: `Oficina ${nivel}`,
});

describe('Consenso', () => {
  it('6.6 los tres niveles de acuerdo hacen consenso', () => {
    expect(valorarConsenso([p('acuerdo', 'nacional'), p('acuerdo', 'regional'), p('acuerdo', 'local')])).toEqual({
      impedimentos: [],
      advertencias: [],
      ausentes: [],
      resultado: 'consenso',
    });
  });

  it('6.6 una objeción en pie impide, aunque todos los demás estén de acuerdo (sonda 5)', () => {
    const r = valorarConsenso([p('acuerdo', 'nacional'), p('objecion', 'regional', 'falta personal'), p('acuerdo', 'local')]);
    expect(r.impedimentos).toHaveLength(1);
    expect(r.impedimentos[0]).toMatchObject({ numeral: '6.6', motivo: expect.stringContaining('falta personal') });
  });

  it('6.6 una objeción sin motivo igual cuenta, y se advierte que falta el motivo (R2)', () => {
    const r = valorarConsenso([p('acuerdo', 'nacional'), p('objecion', 'regional')]);
    expect(r.impedimentos).toHaveLength(1);
    expect(r.advertencias.map((a) => a.motivo).join()).toContain('no tiene motivo');
  });

  it('6.6 si solo el sector fijó posición no hay consenso (R2)', () => {
    expect(valorarConsenso([p('acuerdo', 'nacional')]).impedimentos[0]?.motivo).toContain('Solo el sector');
    expect(valorarConsenso([]).impedimentos[0]?.motivo).toContain('silencio');
  });

  it('6.6 un nivel ausente advierte y el acuerdo lo lleva anotado', () => {
    const r = valorarConsenso([p('acuerdo', 'nacional'), p('acuerdo', 'regional')]);
    expect(r).toMatchObject({ impedimentos: [], ausentes: ['local'], resultado: 'consenso_con_nivel_ausente' });
    expect(r.advertencias).toHaveLength(1);
  });

  it('6.6 las reservas no impiden y quedan en el resultado', () => {
    expect(valorarConsenso([p('acuerdo', 'nacional'), p('acuerdo_con_reserva', 'regional'), p('se_aparta', 'local')])).toMatchObject({
      impedimentos: [],
      resultado: 'consenso_con_reservas',
    });
  });

  it('6.6 nunca decide una mayoría: con una sola objeción, ninguna cantidad de adhesiones basta', () => {
    const postura = fc.constantFrom(...(Object.keys(POSTURAS) as Postura[]));
    const nivel = fc.constantFrom('nacional', 'regional', 'local' as const);
    fc.assert(
      fc.property(fc.array(fc.record({ postura, nivel }), { maxLength: 60 }), (xs) => {
        const lista = xs.map((x) => p(x.postura, x.nivel as Posicion['nivel']));
        const hayObjecion = lista.some((x) => x.postura === 'objecion');
        const soloSector = lista.every((x) => x.esSector);
        return valorarConsenso(lista).impedimentos.length > 0 === (hayObjecion || soloSector);
      }),
    );
  });

  it('numera las sesiones en romanos', () => {
    expect([1, 4, 9, 14, 39, 40, 42, 99].map(romano)).toEqual(['I', 'IV', 'IX', 'XIV', 'XXXIX', 'XL', 'XLII', 'XCIX']);
  });
});

import { describe, expect, it } from 'vitest';
import { dado, oficina } from '../../../test/escenario.ts';
import { catalogo, gobernador, sector } from '../../../test/sesion.fixtures.ts';
import { reglasEl } from '../../directiva/reglamento.ts';
import { acreditarMiembro, cig } from './cig.actos.ts';
import { adoptarReglamento, proponerReglamento } from './cig.reglamento.ts';
import { type CigHecho, miembrosEl } from './cig.ts';

const e = { catalogo };
const conformada: CigHecho = {
  tipo: 'CigConformada',
  v: 2,
  datos: {
    sector: 'minsa',
    nombre: 'CIG',
    norma: 'RM',
    miembros: [
      { entidad: 'minsa', cargo: 'viceministro', nivel: 'nacional', calidad: 'miembro', sustento: '' },
      { entidad: 'gr-09', cargo: 'gobernador', nivel: 'regional', calidad: 'miembro', sustento: '' },
    ],
  },
};

describe('Reglamento de la CIG', () => {
  it('6.6 lo propone el sector o un miembro, y rige cuando la comisión lo adopta', () => {
    const d = dado(cig, [conformada], e)
      .cuando(proponerReglamento, { rondas: 2, quorum: { total: 3 } }, sector)
      .entonces(['ReglamentoPropuesto']);
    expect(reglasEl(d.estado.reglamentos, '2026-03-02').rondas).toBe(1);
    const adoptado = d.luego().cuandoLaCig(adoptarReglamento, { propuesta: 1 }, sector).entonces(['ReglamentoAdoptado']);
    expect(adoptado.estado.reglamentos).toMatchObject([
      { version: 1, desde: '2026-03-02', nombreSesion: 'Sesión Ordinaria I', reglas: { rondas: 2, suplentes: true } },
    ]);
    dado(cig, [conformada], e).cuando(proponerReglamento, {}, gobernador).entonces(['ReglamentoPropuesto']);
    dado(cig, [conformada], e)
      .cuando(proponerReglamento, {}, oficina('gobernador', 'gr-10', 'titular', catalogo))
      .noPuede('6.4');
  });

  it('6.6 y 9.7 se rechaza reemplazar el consenso por mayoría o voto (R17)', () => {
    const d = dado(cig, [conformada], e)
      .cuando(proponerReglamento, { disposiciones: ['Si no hay consenso, se decide por mayoría.'] }, sector)
      .rechaza('9.7', /reemplaza el consenso/);
    expect(d.impedimentos.map((i) => i.numeral)).toEqual(['6.6', '9.7']);
    dado(cig, [conformada], e)
      .cuando(proponerReglamento, { plazos: [{ asunto: 'Votación secreta', dias: 2 }] }, sector)
      .rechaza('6.6');
  });

  it('6.6 no se adopta lo que nadie propuso', () => {
    dado(cig, [conformada], e)
      .cuandoLaCig(adoptarReglamento, { propuesta: 1 }, sector)
      .rechaza('6.6', /No hay una propuesta/);
  });

  it('7.3.2.a el asiento lleva término, suplente de la misma entidad y mandato de la asociación', () => {
    const datos = { entidad: 'mp-0901', cargo: 'alcalde_provincial', suplente: 'gerente_municipal', vence: '2026-12-31' };
    const d = dado(cig, [conformada], e)
      .cuando(acreditarMiembro, datos, sector)
      .entonces([{ tipo: 'MiembroAcreditado', datos: { suplente: 'gerente_municipal' } }]);
    expect(miembrosEl(d.estado, '2026-12-31').map((m) => m.entidad)).toContain('mp-0901');
    expect(miembrosEl(d.estado, '2027-01-01').map((m) => m.entidad)).not.toContain('mp-0901');
    dado(cig, [conformada], e)
      .cuando(acreditarMiembro, { ...datos, suplente: 'gobernador' }, sector)
      .rechaza('6.6', /otra oficina/);
    const ampe = { entidad: 'ampe', cargo: 'representante_asociacion', representa: 'local' };
    dado(cig, [conformada], e)
      .cuando(acreditarMiembro, ampe, sector)
      .advierte('7.3.2.a', /mandato/);
    dado(cig, [conformada], e)
      .cuando(acreditarMiembro, { ...ampe, mandato: 'Asamblea de 2026' }, sector)
      .sinAdvertencias();
  });
});

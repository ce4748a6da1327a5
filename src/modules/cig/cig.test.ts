import { describe, expect, it } from 'vitest';
import { catalogoReal } from '../../../test/catalogo.ts';
import { dado, oficina } from '../../../test/escenario.ts';
import { acreditarMiembro, cig, conformarCig, retirarMiembro } from './cig.actos.ts';
import type { CigHecho } from './cig.ts';

const catalogo = catalogoReal();
const e = { catalogo };
const minsa = oficina('organo_descentralizacion', 'minsa', 'titular', catalogo);
const gobernador = oficina('gobernador', 'gr-09', 'titular', catalogo);

const base = { sector: 'minsa', nombre: 'Comisión Intergubernamental de Salud', norma: 'RM de conformación' };
const nacional = { entidad: 'minsa', cargo: 'viceministro' };
const regional = { entidad: 'gr-09', cargo: 'gobernador' };
const local = { entidad: 'mp-0901', cargo: 'alcalde_provincial' };
const conformada: CigHecho = {
  tipo: 'CigConformada',
  v: 1,
  datos: { ...base, miembros: [{ ...nacional, nivel: 'nacional', calidad: 'miembro', sustento: '' }] },
};

describe('Comisión Intergubernamental', () => {
  it('7.3.1.a la conforma su ministerio, con miembros de los tres niveles', () => {
    dado(cig, [], e)
      .cuando(conformarCig, { ...base, miembros: [nacional, regional, local] }, minsa)
      .entonces(['CigConformada'])
      .sinAdvertencias();
  });

  it('7.3.1.a un gobierno regional no conforma la CIG de un sector', () => {
    dado(cig, [], e).cuando(conformarCig, base, gobernador).noPuede('6.4');
  });

  it('6.6 un nivel sin miembro acreditado advierte y no bloquea', () => {
    const d = dado(cig, [], e)
      .cuando(conformarCig, { ...base, miembros: [nacional, regional] }, minsa)
      .advierte('6.6', /local/);
    expect(d.ficha.pendientes.map((p) => p.clave)).toEqual(['nivel-local']);
  });

  it('6.6 una asociación se sienta por el nivel que representa', () => {
    const d = dado(cig, [conformada], e)
      .cuando(acreditarMiembro, { entidad: 'remurpe', cargo: 'representante_asociacion', representa: 'local' }, minsa)
      .entonces(['MiembroAcreditado']);
    expect(d.estado.miembros.at(-1)?.nivel).toBe('local');
    dado(cig, [conformada], e)
      .cuando(acreditarMiembro, { entidad: 'remurpe', cargo: 'representante_asociacion' }, minsa)
      .rechaza('6.6', /nivel que representa/);
  });

  it('6.6 un cargo que no es de la entidad no se acredita', () => {
    dado(cig, [conformada], e).cuando(acreditarMiembro, { entidad: 'gr-09', cargo: 'alcalde_provincial' }, minsa).rechaza('6.6');
  });

  it('7.3.2.a el gobernador acredita a su gobierno y no a otro', () => {
    dado(cig, [conformada], e).cuando(acreditarMiembro, regional, gobernador).entonces(['MiembroAcreditado']);
    dado(cig, [conformada], e).cuando(acreditarMiembro, local, gobernador).noPuede('6.4');
  });

  it('6.6 no se acredita dos veces el mismo asiento', () => {
    dado(cig, [conformada], e)
      .cuando(acreditarMiembro, nacional, minsa)
      .rechaza('6.6', /ya es miembro/);
  });

  it('6.6 retirar al único miembro de un nivel advierte', () => {
    dado(cig, [conformada], e)
      .cuando(retirarMiembro, { miembro: 'minsa/viceministro', motivo: 'Cambio de representación' }, minsa)
      .advierte('6.6', /nacional/);
  });

  it('6.6 una segunda comisión del sector se registra con motivo y advierte (R24)', () => {
    const una = dado(cig, [conformada], e);
    const otra = dado(cig, [], e)
      .cuando(conformarCig, { ...base, nombre: 'Comisión de emergencias', adicional: 'Atiende emergencias sanitarias' }, minsa)
      .advierte('6.6', /adicional/);
    expect(otra.ficha.unica).not.toBe(cig.ficha(una.estado as never).unica);
  });

  it('8.14 la CIG reconoce espacios regionales o locales, no nacionales', () => {
    const reconocer = cig.acuerdos?.find((a) => a.nombre === 'ReconocerEspacio');
    if (!reconocer) throw new Error('falta el acuerdo');
    const d = dado(cig, [conformada], e)
      .cuandoLaCig(reconocer, { nombre: 'Consejo Regional de Salud', entidad: 'gr-09' }, minsa)
      .entonces(['EspacioReconocido']);
    expect(d.estado.espacios).toHaveLength(1);
    dado(cig, [conformada], e).cuandoLaCig(reconocer, { nombre: 'Mesa', entidad: 'minedu' }, minsa).rechaza('8.14');
  });
});

import { describe, expect, it } from 'vitest';
import { catalogoReal } from '../../../test/catalogo.ts';
import { dado, oficina } from '../../../test/escenario.ts';
import {
  abrirSupervision,
  concluirSupervision,
  formularObservacion,
  registrarAsistenciaTecnica,
  responderObservacion,
  supervision,
} from './supervision.actos.ts';
import type { SupervisionHecho } from './supervision.ts';

const catalogo = catalogoReal();
const e = { catalogo };
const of = (cargo: Parameters<typeof oficina>[0], entidad: string) => oficina(cargo, entidad, 'titular', catalogo);
const sd = of('secretario_sd', 'pcm-sd');
const sgp = of('secretario_sgp', 'pcm-sgp');
const minsa = of('organo_descentralizacion', 'minsa');
const minam = of('organo_descentralizacion', 'minam');

const datos = { materia: 'roles', titulo: 'Roles en Huancavelica', alcance: 'Salud, 2026' } as const;
const abierta: SupervisionHecho = { tipo: 'SupervisionAbierta', v: 1, datos: { ...datos, supervisor: 'pcm-sd' } };
const observacion = { dirigidaA: 'minsa', numeral: '8.10', texto: 'Falta el asiento iv', recomendacion: 'Pedir la designación' };
const observada: SupervisionHecho = { tipo: 'ObservacionFormulada', v: 1, datos: observacion };

describe('Supervisión', () => {
  it('5.2 la abre la Secretaría de Descentralización; 5.3, también la de Gestión Pública; nadie más', () => {
    dado(supervision, [], e)
      .cuando(abrirSupervision, datos, sd)
      .entonces([{ tipo: 'SupervisionAbierta', datos: { supervisor: 'pcm-sd' } }]);
    dado(supervision, [], e)
      .cuando(abrirSupervision, { ...datos, materia: 'metodologia', sobre: '' }, sgp)
      .entonces(['SupervisionAbierta']);
    dado(supervision, [], e).cuando(abrirSupervision, datos, minsa).noPuede('5.2');
  });

  it('8.20.3 cada secretaría conduce sus propias supervisiones', () => {
    dado(supervision, [abierta], e).cuando(formularObservacion, observacion, sgp).noPuede('5.2');
    const d = dado(supervision, [abierta], e).cuando(formularObservacion, observacion, sd).entonces(['ObservacionFormulada']);
    expect(d.ficha.pendientes).toMatchObject([{ para: [{ entidad: 'minsa' }], acto: 'ResponderObservacion' }]);
    dado(supervision, [abierta], e)
      .cuando(formularObservacion, { ...observacion, dirigidaA: 'nadie' }, sd)
      .rechaza('5.2');
  });

  it('5.2 responde la entidad observada, y solo ella', () => {
    const respuesta = { observacion: 1, texto: 'Se pidió al gobierno regional' };
    dado(supervision, [abierta, observada], e).cuando(responderObservacion, respuesta, minam).noPuede('5.2');
    const d = dado(supervision, [abierta, observada], e).cuando(responderObservacion, respuesta, minsa).entonces(['ObservacionRespondida']);
    expect(d.ficha.pendientes).toEqual([]);
  });

  it('5.3 la asistencia técnica se registra por su momento, también en conjunto', () => {
    dado(supervision, [abierta], e)
      .cuando(registrarAsistenciaTecnica, { momento: 'formulacion', entidad: 'gr-09', tema: 'Mapa de procesos' }, sgp)
      .entonces(['AsistenciaTecnicaRegistrada']);
  });

  it('5.2 concluir con observaciones sin respuesta advierte, y después nada cambia', () => {
    const d = dado(supervision, [abierta, observada], e)
      .cuando(concluirSupervision, { texto: 'c' }, sd)
      .advierte('5.2', /1 observaciones/);
    d.luego()
      .cuando(formularObservacion, observacion, sd)
      .rechaza('5.2', /concluyó/);
  });
});

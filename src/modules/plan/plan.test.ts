import { describe, expect, it } from 'vitest';
import { catalogoReal } from '../../../test/catalogo.ts';
import { dado, idDe, leido, oficina } from '../../../test/escenario.ts';
import type { EfectoCualquiera } from '../../kernel/acto.ts';
import type { Servicio } from '../servicio/servicio.ts';
import { convocarInformes, elevarPlan, excluirServicio, incluirServicio, plan, presentarDiagnostico, proponerPlan } from './plan.actos.ts';
import { presentarInforme, responderInforme } from './plan.informes.ts';
import { involucrados } from './plan.reglas.ts';
import type { PlanHecho } from './plan.ts';

const catalogo = catalogoReal([{ clave: 'LOGR-49-g', texto: 'Salud' }]);
const of = (cargo: Parameters<typeof oficina>[0], entidad: string) => oficina(cargo, entidad, 'titular', catalogo);
const minsa = of('organo_descentralizacion', 'minsa');
const alcalde = of('alcalde_provincial', 'mp-0901');
const gobernador = of('gobernador', 'gr-09');
const distrital = of('alcalde_distrital', 'md-090102');

const servicio: Servicio = {
  nombre: 'CRED',
  sector: 'minsa',
  necesidad: 'n',
  continuidad: 'c',
  norma: 'n',
  niveles: ['nacional', 'regional', 'provincial'],
  otrosSectores: [],
  situacion: 'elegible',
  propuestoPor: 'minsa',
  sinSustento: [],
  desde: '2026-01-01',
};
const S = idDe('servicio');
const e = { catalogo, leidos: { cig: leido('cig', { sector: 'minsa' }), servicio: leido('servicio', servicio) } };

const propuesto: PlanHecho = { tipo: 'PlanPropuesto', v: 1, datos: { cig: idDe('cig'), sector: 'minsa', nombre: 'PTI Salud 2026', periodo: '2026' } };
const diagnostico = { texto: 'd', fuentes: 'f', problematica: 'p', politicas: 'p' };
const conDiagnostico: PlanHecho = { tipo: 'DiagnosticoPresentado', v: 1, datos: { ...diagnostico, practica: '' } };
const completa = {
  servicio: S,
  territorio: '09',
  criterios: 'Desnutrición crónica',
  alineamiento: { metas: 'm', acuerdoNacional: 'Política 13', planEstrategico: 'Objetivo 1' },
  roles: [{ nivel: 'regional', rol: 'Prestar', competencia: 'LOGR-49-g' }],
};
const linea: PlanHecho = {
  tipo: 'ServicioIncluido',
  v: 1,
  datos: { ...completa, prioridad: 1, nombreServicio: 'CRED', roles: [{ nivel: 'regional', rol: 'Prestar', competencia: 'LOGR-49-g' }], sinSustento: [] },
};
const elevado: PlanHecho = { tipo: 'PlanElevado', v: 1, datos: { huella: 'h', sinSustento: [] } };
const aprobar = plan.acuerdos?.find((a) => a.nombre === 'AprobarPlan') as EfectoCualquiera;
const observar = plan.acuerdos?.find((a) => a.nombre === 'ObservarPlan') as EfectoCualquiera;
const informe = { entidad: 'mp-0901', resumen: 'r', propuestas: 'p', acuerdoNumero: '012-2026', acuerdoFecha: '2026-02-20' };

describe('Plan de Trabajo Institucional', () => {
  it('8.6 lo propone el sector y lo aprueba la CIG: ningún otro autor', () => {
    dado(plan, [], e)
      .cuando(proponerPlan, { cig: idDe('cig'), nombre: 'PTI', periodo: '2026' }, minsa)
      .entonces(['PlanPropuesto']);
    dado(plan, [], e)
      .cuando(proponerPlan, { cig: idDe('cig'), nombre: 'PTI', periodo: '2026' }, gobernador)
      .noPuede('6.4');
  });

  it('8.7 identifica y prioriza servicios por territorio, con roles y alineamiento', () => {
    dado(plan, [propuesto], e).cuando(incluirServicio, completa, minsa).entonces(['ServicioIncluido']).sinAdvertencias();
  });

  it('8.4 la falta de alineamiento advierte por cada clase y no bloquea (R12)', () => {
    const d = dado(plan, [propuesto], e)
      .cuando(incluirServicio, { ...completa, alineamiento: {} }, minsa)
      .entonces(['ServicioIncluido']);
    expect(d.advertencias.filter((a) => a.numeral === '8.4')).toHaveLength(3);
  });

  it('8.7 un rol sin competencia que lo sustente advierte', () => {
    dado(plan, [propuesto], e)
      .cuando(incluirServicio, { ...completa, roles: [{ nivel: 'regional', rol: 'Prestar' }] }, minsa)
      .advierte('8.7', /no cita/);
  });

  it.each([
    ['090102', 'distrito'],
    ['pe', 'país'],
    ['15', 'código 15 de Lima, que reúne dos territorios'],
  ])('6.5 un modelo no se prioriza para %s (%s)', (territorio) => {
    dado(plan, [propuesto], e)
      .cuando(incluirServicio, { ...completa, territorio }, minsa)
      .rechaza('6.5');
  });

  it.each(['09', '0901', '15M', '15P', '1501', '07'])('6.5 sí para el territorio departamental o provincial %s', (territorio) => {
    dado(plan, [propuesto], e)
      .cuando(incluirServicio, { ...completa, territorio }, minsa)
      .entonces(['ServicioIncluido']);
  });

  it('6.5 el mismo servicio en el departamento y en su provincia se admite y advierte (A2)', () => {
    dado(plan, [propuesto, linea], e)
      .cuando(incluirServicio, { ...completa, territorio: '0901' }, minsa)
      .advierte('6.5', /en el departamento y en una de sus provincias/);
    const provincial = { ...linea, datos: { ...linea.datos, territorio: '0901' } } as typeof linea;
    expect(
      dado(plan, [propuesto, provincial], e)
        .cuando(incluirServicio, { ...completa, territorio: '0902' }, minsa)
        .advertencias.filter((a) => a.numeral === '6.5'),
    ).toEqual([]);
  });

  it('6.5 un servicio que no es elegible no entra al plan', () => {
    const sin = { ...e, leidos: { ...e.leidos, servicio: leido('servicio', { ...servicio, situacion: 'identificado' as const }) } };
    dado(plan, [propuesto], sin)
      .cuando(incluirServicio, completa, minsa)
      .rechaza('6.5', /elegible/);
  });

  it('8.8 convoca a los gobiernos involucrados: el regional y todas sus provincias', () => {
    const d = dado(plan, [propuesto, linea], e).cuando(convocarInformes, { vence: '2026-04-01' }, minsa).entonces(['InformesConvocados']);
    expect(d.estado.convocatoria?.convocados).toHaveLength(8);
    dado(plan, [propuesto], e).cuando(convocarInformes, { vence: '2026-04-01' }, minsa).rechaza('8.8');
  });

  it('8.8 en Lima Metropolitana un mismo gobierno es regional y provincial (A6)', () => {
    expect(involucrados([{ territorio: '15M' }], catalogo)).toEqual([{ entidad: 'mp-1501', nivel: 'provincial' }]);
    expect(involucrados([{ territorio: '15P' }], catalogo).map((i) => i.entidad)).not.toContain('mp-1501');
  });

  it('8.8.1 el informe provincial lo presenta su municipalidad con Acuerdo de Concejo', () => {
    const d = dado(plan, [propuesto, linea], e)
      .cuando(presentarInforme, informe, alcalde)
      .entonces(['InformePresentado'])
      .advierte('8.8.1', /adjuntar/);
    expect(d.estado.informes[0]).toMatchObject({ nivel: 'provincial', acuerdo: { numero: '012-2026' }, tardio: false, convocado: false });
    dado(plan, [propuesto], e)
      .cuando(presentarInforme, { ...informe, entidad: 'mp-0902' }, alcalde)
      .noPuede('8.8');
  });

  it('8.8.1 un distrito aporta por su provincia: no presenta informe institucional', () => {
    dado(plan, [propuesto], e)
      .cuando(presentarInforme, { ...informe, entidad: 'md-090102' }, distrital)
      .noPuede('8.8');
    dado(plan, [propuesto], e)
      .cuando(presentarInforme, { ...informe, entidad: 'md-090102' }, minsa)
      .rechaza('8.8', /regionales o provinciales/);
  });

  it('8.8.2 sin acuerdo del Consejo Regional se recibe como aporte (A13)', () => {
    const d = dado(plan, [propuesto, linea], e)
      .cuando(presentarInforme, { entidad: 'gr-09', resumen: 'r', propuestas: 'p' }, gobernador)
      .advierte('8.8.2', /aporte/);
    expect(d.estado.informes[0]?.acuerdo).toBeUndefined();
  });

  it('8.8 cada informe recibido se responde', () => {
    const d = dado(plan, [propuesto, linea], e).cuando(convocarInformes, { vence: '2026-04-01' }, minsa).luego().cuando(presentarInforme, informe, alcalde);
    expect(d.ficha.pendientes.map((p) => p.clave)).toContain('responder-mp-0901');
    const r = d.luego().cuando(responderInforme, { entidad: 'mp-0901', resultado: 'parcial', motivo: 'm' }, minsa).entonces(['InformeRespondido']);
    expect(r.ficha.pendientes.map((p) => p.clave)).not.toContain('responder-mp-0901');
    d.luego().cuando(responderInforme, { entidad: 'gr-09', resultado: 'parcial', motivo: 'm' }, minsa).rechaza('8.8');
  });

  it('8.8 con 0 de 8 informes la CIG aprueba, y quedan anotadas las 8 ausencias (sonda 1)', () => {
    const d = dado(plan, [propuesto, conDiagnostico, linea, elevado], e)
      .cuandoLaCig(aprobar, {}, minsa)
      .entonces(['PlanAprobado'])
      .advierte('8.8', /8 informes/);
    expect(d.estado.aprobacion?.ausentes).toHaveLength(8);
    expect(d.ficha.situacion).toBe('aprobado');
  });

  it('8.7 la CIG no aprueba un plan sin diagnóstico; elevarlo sí se puede y advierte (R12)', () => {
    dado(plan, [propuesto, linea], e).cuando(elevarPlan, {}, minsa).entonces(['PlanElevado']).advierte('8.7');
    dado(plan, [propuesto, linea, elevado], e).cuandoLaCig(aprobar, {}, minsa).rechaza('8.7');
  });

  it('8.6 la CIG no decide sobre un plan que el sector no elevó', () => {
    dado(plan, [propuesto, conDiagnostico, linea], e).cuandoLaCig(aprobar, {}, minsa).rechaza('8.6');
    dado(plan, [propuesto], e)
      .cuando(elevarPlan, {}, minsa)
      .rechaza('8.7', /ningún servicio/);
  });

  it('6.5 el sustento que falta es exigible al aprobar el plan (R15)', () => {
    const falta = { ...e, leidos: { ...e.leidos, [`servicio-${S}`]: leido('servicio', { ...servicio, sinSustento: ['fases sucesivas'] }) } };
    dado(plan, [propuesto, conDiagnostico, linea], falta)
      .cuando(elevarPlan, {}, minsa)
      .advierte('6.5', /fases sucesivas/)
      .luego()
      .cuandoLaCig(aprobar, {}, minsa)
      .rechaza('6.5', /fases sucesivas/);
  });

  it('6.6 la CIG puede aprobar con enmiendas, que cambian la huella del texto aprobado (R1)', () => {
    const base = dado(plan, [propuesto, conDiagnostico, linea, elevado], e);
    const sin = base.cuandoLaCig(aprobar, {}, minsa).estado.aprobacion?.huella;
    const con = base.cuandoLaCig(aprobar, { enmiendas: 'Se agrega Angaraes' }, minsa).estado.aprobacion;
    expect(con?.enmiendas).toBe('Se agrega Angaraes');
    expect(con?.huella).not.toBe(sin);
  });

  it('8.6 observado vuelve al sector, que lo corrige y eleva de nuevo', () => {
    dado(plan, [propuesto, conDiagnostico, linea, elevado], e)
      .cuandoLaCig(observar, { observaciones: 'Falta Acobamba' }, minsa)
      .entonces(['PlanObservado'])
      .luego()
      .cuando(elevarPlan, {}, minsa)
      .entonces(['PlanElevado']);
  });

  it('8.6 en la CIG o aprobado, el sector ya no cambia el plan', () => {
    dado(plan, [propuesto, conDiagnostico, linea, elevado], e).cuando(presentarDiagnostico, diagnostico, minsa).rechaza('8.6');
    dado(plan, [propuesto, conDiagnostico, linea, elevado], e).cuando(excluirServicio, { linea: 1, motivo: 'm' }, minsa).rechaza('8.6');
  });

  it('8.8 un informe tardío se adjunta y no reabre la aprobación (A14)', () => {
    const d = dado(plan, [propuesto, conDiagnostico, linea, elevado], e)
      .cuandoLaCig(aprobar, {}, minsa)
      .luego()
      .cuando(presentarInforme, informe, alcalde)
      .advierte('8.8', /ya fue aprobado/);
    expect(d.estado.situacion).toBe('aprobado');
    expect(d.estado.informes[0]?.tardio).toBe(true);
  });

  it('8.7 excluir una línea pide una que exista', () => {
    dado(plan, [propuesto, linea], e).cuando(excluirServicio, { linea: 1, motivo: 'm' }, minsa).entonces(['ServicioExcluido']);
    dado(plan, [propuesto, linea], e).cuando(excluirServicio, { linea: 7, motivo: 'm' }, minsa).rechaza('8.7');
  });
});

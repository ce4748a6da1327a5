import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Modelo } from '../../src/modules/modelo/modelo.ts';
import { verificar } from '../../src/platform/verificar.ts';
import { type CasaDePrueba, casaNueva } from '../casa.ts';
import { Camino, type Paso } from './camino.ts';

let casa: CasaDePrueba;
let camino: Camino;

beforeAll(async () => {
  casa = await casaNueva();
  camino = new Camino(casa);
});
afterAll(() => casa?.cerrar());

/** Qué se hace, qué expediente cambia y en qué situación queda. */
const HISTORIA: readonly [titulo: string, pasos: readonly Paso[], expediente: 'servicio' | 'cig' | 'plan' | 'etti' | 'modelo', situacion: string][] = [
  ['t1 (6.2) el sector identifica un servicio público', ['identificar'], 'servicio', 'identificado'],
  ['t2 (6.5) el sector lo declara elegible: se cumplen las tres condiciones', ['declararElegible'], 'servicio', 'elegible'],
  ['7.3.1.a el ministerio conforma la comisión con los tres niveles', ['conformarCig'], 'cig', 'conformado'],
  ['t3 (8.6, 8.7) el sector lo propone en su plan, con diagnóstico', ['proponerPlan'], 'plan', 'borrador'],
  ['t3 (8.6) el sector eleva el plan a la CIG', ['elevarPlan'], 'plan', 'elevado'],
  ['t4 (8.6, 6.6) la CIG aprueba el plan por consenso', ['aprobarPlan'], 'plan', 'aprobado'],
  ['t5 (8.9) el sector propone el ETTI del departamento', ['proponerEtti'], 'etti', 'propuesto'],
  ['t5 (8.9, 8.10.v) la CIG lo reconoce y selecciona al Gerente Municipal', ['reconocerEtti'], 'etti', 'reconocido'],
  ['t5 (8.10) se designan sus asientos y se instala', ['instalarEtti'], 'etti', 'instalado'],
  ['t5 (8.12) el ETTI adopta su protocolo', ['adoptarProtocolo'], 'etti', 'instalado'],
  ['t6 (8.9, 8.18) se abre el diagnóstico, y con él la mejora', ['abrirDiagnostico'], 'modelo', 'en_diagnostico'],
  ['t7 (8.11) el ETTI diseña y formula el modelo', ['disenar', 'formular'], 'modelo', 'formulado'],
  ['t8 (8.13) el ETTI lo eleva con su acta', ['elevar'], 'modelo', 'elevado'],
];

describe('Un servicio en una provincia, de t1 a t14', () => {
  it.each(HISTORIA)('%s', async (_titulo, pasos, expediente, situacion) => {
    for (const paso of pasos) await camino.dar(paso);
    expect(await camino.situacion(camino[expediente])).toBe(situacion);
  });

  it('t9 (8.14) la CIG pide opinión previa a un espacio que reconoció, y este opina', async () => {
    await camino.acordar('ReconocerEspacio', camino.cig, { nombre: 'Mesa regional', entidad: 'gr-09' });
    await camino.acordar('PedirOpinionPrevia', camino.modelo, { espacio: 'gr-09-1', plazo: camino.en(10) });
    expect(await camino.situacion(camino.modelo)).toBe('en_opinion_previa');
    await casa.hacer('EmitirOpinion', camino.modelo, { espacio: 'gr-09-1', sentido: 'desfavorable', texto: 'No es oportuno.' }, camino.gerenteRegional);
    expect(await camino.situacion(camino.modelo)).toBe('elevado');
  });

  it('t10 (6.6) la CIG lo devuelve con observaciones y el ETTI lo eleva de nuevo', async () => {
    await camino.acordar('DevolverModelo', camino.modelo, { observaciones: [{ texto: 'Falta precisar la meta.' }] });
    expect(await camino.situacion(camino.modelo)).toBe('devuelto');
    await casa.hacer('GuardarNivelDePrestacion', camino.modelo, { aspirado: 'Cobertura de 85 %, en todo el territorio' }, camino.presidencia);
    await camino.elevar();
    expect((await camino.estado<Modelo>(camino.modelo)).paquete?.version).toBe(2);
  });

  it('t11 (8.13, 6.6) la CIG lo aprueba con una enmienda hecha en la sesión', async () => {
    await camino.aprobar({ enmiendas: [{ seccion: 'nivelPrestacion', dice: '85 %', debeDecir: '90 %' }] });
    const m = await camino.estado<Modelo>(camino.modelo);
    expect(m).toMatchObject({ pistaA: 'E9', situacion: 'aprobado', aprobacion: { nombreSesion: expect.stringContaining('Sesión Ordinaria') } });
    expect(m.paquete?.contenido.secciones.nivelPrestacion?.aspirado).toBe('Cobertura de 90 %, en todo el territorio');
    expect(m.paquete?.huella).not.toBe(m.aprobacion?.huellaElevada);
  });

  it.each([
    ['t12 (8.15) la Resolución Ministerial lo formaliza con el mismo anexo', 'formalizar', 'vigente'],
    ['t13 (8.16) la CIG adopta la estrategia y el cronograma', 'adoptarEstrategia', 'con_estrategia'],
    ['t14 (8.16, 9.5) las entidades inician la implementación', 'implementar', 'en_implementacion'],
  ] as const)('%s', async (_titulo, paso, situacion) => {
    await camino.dar(paso);
    expect(await camino.situacion(camino.modelo)).toBe(situacion);
  });

  it('la historia queda completa, encadenada y sin faltas', async () => {
    expect((await verificar(casa.db, casa.registro)).faltas).toEqual([]);
    const hechos = await casa.db.selectFrom('hecho').select('tipo').where('expediente_id', '=', camino.modelo).orderBy('version').execute();
    expect(hechos.map((h) => h.tipo)).toEqual([
      'DiagnosticoAbierto',
      'IndicadorPropuesto',
      'SeccionGuardada',
      'ModeloFormulado',
      'ModeloElevado',
      'OpinionPedida',
      'OpinionEmitida',
      'ModeloDevuelto',
      'SeccionGuardada',
      'ModeloElevado',
      'ModeloAprobado',
      'ResolucionRegistrada',
      'SeccionGuardada',
      'SeccionGuardada',
      'EstrategiaAdoptada',
      'ImplementacionIniciada',
    ]);
  });
});

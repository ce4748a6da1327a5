import { describe, expect, it } from 'vitest';
import { dado, huella, idDe, leido } from '../../../test/escenario.ts';
import { ACTA, abierto, GERENTE_REGIONAL, INDICADOR, leidos, MINISTRO, NIVEL, PRESIDENTE, SECRETARIA } from '../../../test/modelo.fixtures.ts';
import type { Marca } from '../../kernel/tipos.ts';
import { modelo } from './modelo.actos.ts';
import { abrirNuevaVersion, acordarCese, cerrarCiclo, evaluarPeriodo, formalizarCese } from './modelo.ciclo.ts';
import { elevarModelo } from './modelo.elevacion.ts';
import { ficha } from './modelo.ficha.ts';
import type { Modelo, ModeloHecho } from './modelo.ts';

const contenido = { secciones: { nivelPrestacion: NIVEL }, indicadores: [], faltantes: [] } as never;
const sesion = { sesion: idDe('sesion'), nombreSesion: 'Sesión Ordinaria II' };
const resolucion = (numero: string): ModeloHecho => ({
  tipo: 'ResolucionRegistrada',
  v: 1,
  datos: { numero, fecha: '2026-02-01', firma: 'titular', visto: 'x', considerando: 'x', situacion: 'vigente', huellaAnexo: huella('anexo') },
});
const objetivos = {
  tipo: 'SeccionGuardada',
  v: 1,
  datos: { seccion: 'objetivos', contenido: { filas: [{ objetivo: 'Reducir la anemia' }, { objetivo: 'Cerrar brechas de género' }] } },
} as unknown as ModeloHecho;

/** From the diagnosis to the implementation, with one indicator and two policy results. */
const enImplementacion: ModeloHecho[] = [
  abierto,
  { tipo: 'SeccionGuardada', v: 1, datos: { seccion: 'nivelPrestacion', contenido: NIVEL } } as unknown as ModeloHecho,
  objetivos,
  {
    tipo: 'IndicadorPropuesto',
    v: 1,
    datos: { ...INDICADOR, numero: 1, criterios: { simplicidad: true, confiabilidad: true, validez: true, costoRazonable: true } },
  },
  { tipo: 'ModeloFormulado', v: 1, datos: { faltantes: [] } },
  {
    tipo: 'ModeloElevado',
    v: 1,
    datos: { version: 1, huella: huella('v1'), contenido, actaEtti: ACTA, presidencia: { entidad: 'minsa', cargo: 'funcionario_sector' } },
  },
  { tipo: 'ModeloAprobado', v: 1, datos: { ...sesion, huella: huella('v1'), huellaElevada: huella('v1'), enmiendas: [], nivelesAusentes: [] } },
  resolucion('10-2026-MINSA'),
  { tipo: 'ImplementacionIniciada', v: 1, datos: { poi: [] } },
];
const evaluado: ModeloHecho = {
  tipo: 'PeriodoEvaluado',
  v: 1,
  datos: { periodo: '2026', institucional: 'Se cumplió', percepcion: 'Buena', mediciones: [], hallazgos: [] },
};
const completa = {
  periodo: '2026',
  institucional: 'Se cumplió en 2 de 3 provincias',
  percepcion: 'Encuesta a 400 personas',
  mediciones: [{ numero: 1, valor: 55 }],
};
const con = { leidos: leidos() };
const plegar = (hechos: readonly ModeloHecho[]): Modelo =>
  hechos.reduce<Modelo | undefined>((m, h) => modelo.evolve(m, h, { ocurridoEl: '2026-03-01' } as Marca), undefined) as Modelo;

describe('Ciclo de mejora', () => {
  it('8.18 la evaluación mira desde las instituciones y desde los usuarios; con una sola, advierte', () => {
    dado(modelo, enImplementacion)
      .cuando(evaluarPeriodo, completa, PRESIDENTE, con)
      .entonces(['PeriodoEvaluado'])
      .advierte('8.17', /línea de base/);
    dado(modelo, enImplementacion)
      .cuando(evaluarPeriodo, { ...completa, percepcion: '' }, PRESIDENTE, con)
      .entonces(['PeriodoEvaluado'])
      .advierte('8.18', /usuarios/);
    dado(modelo, enImplementacion).cuando(evaluarPeriodo, { periodo: '2026' }, PRESIDENTE, con).rechaza('8.18', /vacía/);
  });

  it('numeral 8.18: la mirada de los usuarios cita la encuesta, con su margen, y el conteo de reclamos', () => {
    const encuesta = leido('encuesta', {
      nombre: 'Satisfacción 2025',
      situacion: 'vigente',
      confianza: '95',
      resultados: [
        { territorio: '0901', valor: 60, n: 100, poblacion: 300, margen: 6 },
        { territorio: '0902', valor: 80, n: 100, poblacion: 100, margen: 8 },
        { territorio: '2101', valor: 10, n: 100, poblacion: 900, margen: 9 },
      ],
    });
    const reclamos = leido('indicador', { nombre: 'Reclamos por canal', dimension: 'satisfaccion' });
    const citas = { encuesta: encuesta.id, reclamos: reclamos.id };
    dado(modelo, enImplementacion)
      .cuando(evaluarPeriodo, { periodo: '2026', institucional: 'Se cumplió', ...citas }, PRESIDENTE, { leidos: { ...leidos(), encuesta, reclamos } })
      .entonces([
        {
          tipo: 'PeriodoEvaluado',
          datos: {
            fuentes: [
              { clase: 'encuesta', expediente: encuesta.id, texto: expect.stringContaining('60,0 ± 6,0') },
              { clase: 'reclamos', expediente: reclamos.id, texto: 'Reclamos por canal' },
            ],
          },
        },
      ]);
    dado(modelo, enImplementacion)
      .cuando(evaluarPeriodo, completa, PRESIDENTE, con)
      .entonces(['PeriodoEvaluado'])
      .advierte('8.18', /no cita una encuesta/);
    dado(modelo, enImplementacion)
      .cuando(evaluarPeriodo, { ...completa, encuesta: citas.encuesta }, PRESIDENTE, {
        leidos: { ...leidos(), encuesta: leido('encuesta', { situacion: 'retirada' }) },
      })
      .rechaza('8.18', /encuesta vigente/);
    dado(modelo, enImplementacion)
      .cuando(evaluarPeriodo, { ...completa, reclamos: citas.reclamos }, PRESIDENTE, {
        leidos: { ...leidos(), reclamos: leido('indicador', { dimension: 'costo' }) },
      })
      .rechaza('8.18', /satisfacción/);
  });

  it('8.17 la evaluación la conduce el ETTI y mide indicadores del modelo', () => {
    dado(modelo, enImplementacion).cuando(evaluarPeriodo, completa, GERENTE_REGIONAL, con).noPuede();
    dado(modelo, enImplementacion)
      .cuando(evaluarPeriodo, { ...completa, mediciones: [{ numero: 9, valor: 1 }] }, PRESIDENTE, con)
      .rechaza('8.17', /n\.º 9/);
    dado(modelo, enImplementacion.slice(0, 5))
      .cuando(evaluarPeriodo, completa, PRESIDENTE, con)
      .rechaza('8.17', /implementación/);
  });

  it('8.11.3 cerrar el ciclo lista las contribuciones por identificar y no lo impide (R10)', () => {
    dado(modelo, [...enImplementacion, evaluado])
      .cuando(cerrarCiclo, { retroalimentacion: 'Sin cambios' }, PRESIDENTE, con)
      .entonces([{ tipo: 'CicloCerrado', datos: { contribucionPendiente: ['Reducir la anemia', 'Cerrar brechas de género'] } }])
      .advierte('8.11.3');
    const cerrado: ModeloHecho = { tipo: 'CicloCerrado', v: 1, datos: { retroalimentacion: 'Sin cambios', contribucionPendiente: ['Reducir la anemia'] } };
    expect(plegar([...enImplementacion, evaluado, cerrado]), 'el informe queda a la vista con lo que falta').toMatchObject({
      pistaA: 'E12',
      cierres: [{ retroalimentacion: 'Sin cambios', contribucionPendiente: ['Reducir la anemia'] }],
    });
    dado(modelo, enImplementacion).cuando(cerrarCiclo, { retroalimentacion: 'x' }, PRESIDENTE, con).rechaza('8.17');
  });

  it('8.17 una nueva versión vuelve al diseño y la anterior rige hasta la nueva resolución', () => {
    dado(modelo, [...enImplementacion, evaluado])
      .cuando(abrirNuevaVersion, { motivo: 'Cambian los turnos' }, PRESIDENTE, con)
      .entonces(['NuevaVersionAbierta'])
      .sinAdvertencias();
    dado(modelo, enImplementacion)
      .cuando(abrirNuevaVersion, { motivo: 'x' }, PRESIDENTE, con)
      .entonces(['NuevaVersionAbierta'])
      .advierte('8.17', /evaluación/);
    dado(modelo, enImplementacion.slice(0, 7)).cuando(abrirNuevaVersion, { motivo: 'x' }, PRESIDENTE, con).rechaza('8.15');

    const abierta: ModeloHecho[] = [...enImplementacion, evaluado, { tipo: 'NuevaVersionAbierta', v: 1, datos: { motivo: 'x', desde: 'E7' } }];
    expect(plegar(abierta)).toMatchObject({ pistaA: 'E7', enFuerza: { version: 1, resolucion: { numero: '10-2026-MINSA' } }, resolucion: undefined });
    dado(modelo, abierta)
      .cuando(elevarModelo, { actaEtti: ACTA }, PRESIDENTE, con)
      .entonces([{ tipo: 'ModeloElevado', datos: { version: 2 } }]);
    const reemplazada = plegar([
      ...abierta,
      {
        tipo: 'ModeloElevado',
        v: 1,
        datos: { version: 2, huella: huella('v2'), contenido, actaEtti: ACTA, presidencia: { entidad: 'minsa', cargo: 'funcionario_sector' } },
      },
      { tipo: 'ModeloAprobado', v: 1, datos: { ...sesion, huella: huella('v2'), huellaElevada: huella('v2'), enmiendas: [], nivelesAusentes: [] } },
      resolucion('20-2026-MINSA'),
    ]);
    expect(reemplazada).toMatchObject({
      situacion: 'vigente',
      enFuerza: undefined,
      versiones: [{ version: 1, hasta: '2026-03-01' }],
      resolucion: { numero: '20-2026-MINSA' },
    });
  });

  it('6.6 se deja sin efecto por acuerdo de la CIG y con una resolución del mismo rango (8.15); la clave queda libre (6.5)', () => {
    const acuerdo = { cig: idDe('cig'), asunto: 1, nivelesAusentes: [], ...sesion };
    expect(acordarCese.impide?.(plegar(enImplementacion), {} as never)).toEqual([]);
    expect(acordarCese.impide?.(plegar(enImplementacion.slice(0, 6)), {} as never)).toMatchObject([{ numeral: '8.15' }]);
    const decidido = acordarCese.decidir(plegar(enImplementacion), { clase: 'sin_efecto', motivo: 'El servicio se transfirió' }, acuerdo, {} as never);
    const acordado = [...enImplementacion, (decidido as { hechos: ModeloHecho[] }).hechos[0] as ModeloHecho];
    dado(modelo, enImplementacion).cuando(formalizarCese, { numero: '30-2026-MINSA', fecha: '2026-03-01' }, SECRETARIA, con).rechaza('6.6');
    dado(modelo, acordado)
      .cuando(formalizarCese, { numero: '30-2026-MINSA', fecha: '2026-03-01' }, SECRETARIA, con)
      .rechaza('8.15', /despacho ministerial/);
    dado(modelo, acordado)
      .cuando(formalizarCese, { numero: '30-2026-MINSA', fecha: '2026-03-01' }, SECRETARIA, { ...con, decididoPor: MINISTRO })
      .entonces(['CeseFormalizado']);
    const final = plegar([...acordado, { tipo: 'CeseFormalizado', v: 1, datos: { numero: '30-2026-MINSA', fecha: '2026-03-01' } }]);
    expect(ficha(final)).toMatchObject({ situacion: 'sin_efecto', unica: undefined, pendientes: [] });
  });
});

import { describe, expect, it } from 'vitest';
import { dado } from '../../../test/escenario.ts';
import { ACTA, abierto, ESTRATEGIA, leidos, NIVEL, PRESIDENTE, SECTOR } from '../../../test/modelo.fixtures.ts';
import { modelo } from './modelo.actos.ts';
import { aprobarModelo } from './modelo.acuerdos.ts';
import { elevarModelo, formularModelo } from './modelo.elevacion.ts';
import { actosDeSecciones } from './modelo.secciones.ts';
import type { ModeloHecho } from './modelo.ts';

type Nombre = (typeof actosDeSecciones)[number]['nombre'];
const seccion = (nombre: Nombre) => {
  const a = actosDeSecciones.find((x) => x.nombre === nombre);
  if (!a) throw new Error(`No hay una sección ${nombre}`);
  return a;
};
const formulado: ModeloHecho = { tipo: 'ModeloFormulado', v: 1, datos: { faltantes: [] } };
const entorno = { leidos: leidos() };
const guardar = (nombre: Nombre, contenido: unknown, previos: ModeloHecho[] = []) =>
  dado(modelo, [abierto, ...previos], entorno)
    .cuando(seccion(nombre), contenido, PRESIDENTE)
    .entonces(['SeccionGuardada']);
/** Numerals that formulating then lists as missing. */
const faltan = (d: ReturnType<typeof guardar>) =>
  d
    .luego()
    .cuando(formularModelo, {}, PRESIDENTE)
    .advertencias.map((a) => a.numeral);
const nadaEscrito = () =>
  dado(modelo, [abierto], entorno)
    .cuando(formularModelo, {}, PRESIDENTE)
    .advertencias.map((a) => a.numeral);

describe('Lo que el modelo describe', () => {
  it('6.3 la cadena de valor lleva de insumos a productos y resultado; sin ella, formular lo advierte', () => {
    const fase = { fase: 'Entrega', insumos: 'Vacunas', actividades: 'Controlar', productos: 'Control realizado', resultado: 'Menos anemia' };
    const d = guardar('GuardarCadenaDeValor', { filas: [fase] });
    expect(d.estado.secciones.cadena?.filas).toEqual([fase]);
    expect(nadaEscrito()).toContain('6.3');
    expect(faltan(d)).not.toContain('6.3');
    expect(() => seccion('GuardarCadenaDeValor').datos.parse({ filas: [{ fase: 'Entrega', actividades: 'Controlar' }] })).toThrow();
  });

  it('7.1 todo proceso dice su clase (operativo, de soporte o estratégico) y el nivel de gobierno a cargo', () => {
    const proceso = { proceso: 'Control', norma: 'LOGR-49-g', politica: 'PN 1' };
    const tipos = ['operativo', 'soporte', 'estrategico'];
    const d = guardar('GuardarProcesos', { filas: tipos.map((tipo) => ({ ...proceso, tipo, nivel: 'regional' })) }).sinAdvertencias();
    expect(d.estado.secciones.procesos?.filas.map((f) => f.tipo)).toEqual(tipos);
    const { datos } = seccion('GuardarProcesos');
    expect(() => datos.parse({ filas: [{ ...proceso, tipo: 'operativo' }] })).toThrow();
    expect(() => datos.parse({ filas: [{ ...proceso, tipo: 'misional', nivel: 'regional' }] })).toThrow();
  });

  it('8.2 se dice si los resultados son multisectoriales y con qué servicios de otros sectores; decir que no también vale', () => {
    expect(nadaEscrito()).toContain('8.2');
    expect(faltan(guardar('GuardarOtrosSectores', { multisectorial: false }))).not.toContain('8.2');
    const vinculo = { sector: 'minedu', servicio: 'Cuna Más', vinculo: 'Deriva a niñas y niños' };
    const d = guardar('GuardarOtrosSectores', { multisectorial: true, filas: [vinculo] });
    expect(d.estado.secciones.otrosSectores).toEqual({ multisectorial: true, filas: [vinculo] });
  });
});

describe('Objetivos de política', () => {
  const objetivos = (n: number) => ({ filas: Array.from({ length: n }, (_, i) => ({ objetivo: `Objetivo ${i}`, politica: 'PN 1', contribucion: 'Detecta' })) });

  it('8.11.2 un servicio se asocia a más de un objetivo, y otro sector lo repite en su cadena de valor, sin que nada lo impida', () => {
    const d = guardar('GuardarObjetivos', objetivos(3)).sinAdvertencias();
    expect(d.estado.secciones.objetivos?.filas).toHaveLength(3);
    expect(faltan(d)).not.toContain('8.11.2');
    expect(nadaEscrito()).toContain('8.11.2');
    const repetido = { fase: 'Control CRED, del sector Salud', actividades: 'Derivar', productos: 'Derivación' };
    guardar('GuardarCadenaDeValor', { filas: [repetido] }).sinAdvertencias();
    expect(modelo.unicidad?.remedio).toContain('8.11.2');
  });

  it('8.11.3 con varios resultados de política la CIG aprueba y queda por convenir cómo medir la contribución; con uno, no (R10)', () => {
    const aprobar = (n: number) =>
      guardar('GuardarObjetivos', objetivos(n), [
        { tipo: 'SeccionGuardada', v: 1, datos: { seccion: 'nivelPrestacion', contenido: NIVEL } } as ModeloHecho,
        formulado,
      ])
        .luego()
        .cuando(elevarModelo, { actaEtti: ACTA }, PRESIDENTE)
        .luego()
        .cuandoLaCig(aprobarModelo, {}, SECTOR)
        .entonces(['ModeloAprobado']);
    aprobar(2).advierte('8.11.3', /convenios de gestión/);
    expect(aprobar(1).advertencias.map((a) => a.numeral)).not.toContain('8.11.3');
  });
});

describe('Estrategia de implementación y mejora', () => {
  const completa = { ...ESTRATEGIA, nacional: 'Evalúa la política cada año', subnacional: 'Soporte técnico y financiero', instrumentos: 'Convenio de Gestión' };

  it('8.20 reparte lo que hace cada nivel y con qué instrumentos; cualquier miembro del ETTI la redacta', () => {
    const d = guardar('GuardarEstrategia', completa, [formulado]).sinAdvertencias();
    expect(d.estado.secciones.estrategia).toEqual(completa);
  });

  it('8.20.1 si no dice cómo el Gobierno Nacional ejerce la rectoría y evalúa la política, se advierte', () => {
    guardar('GuardarEstrategia', { ...completa, nacional: undefined }, [formulado]).advierte('8.20.1', /rectoría/);
  });

  it('8.20.2 si no dice qué soporte dan los gobiernos regionales y locales, se advierte', () => {
    guardar('GuardarEstrategia', { ...completa, subnacional: '' }, [formulado]).advierte('8.20.2', /político, administrativo, técnico y financiero/);
  });
});

import { describe, expect, it } from 'vitest';
import { dado, leido, oficina } from '../../../test/escenario.ts';
import { correr, finDe, leerPeriodo, nombreDePeriodo, type Periodicidad, periodoDe } from '../../directiva/periodos.ts';
import type { Servicio } from '../servicio/servicio.ts';
import { adoptarIndicador, definirIndicador, fijarLineaBase, fijarMetas, indicador, publicarPeriodo, versionarIndicador } from './indicador.actos.ts';
import type { IndicadorHecho } from './indicador.ts';

const sector = oficina('organo_descentralizacion', 'minsa');
const alcalde = oficina('alcalde_provincial', 'mp-0901');
const servicio = leido('servicio', { sector: 'minsa', nombre: 'CRED' } as Servicio);

const definicion = {
  nombre: 'Niñas y niños con control completo',
  proposito: 'Saber a cuántos llega el servicio',
  dimension: 'cobertura',
  clase: 'resultado',
  agregacion: 'razon',
  numerador: 'Niñas y niños con control completo',
  denominador: 'Niñas y niños menores de 36 meses',
  factor: 100,
  unidad: '%',
  decimales: 1,
  sentido: 'mayor_mejor',
  periodicidad: 'mensual',
  fuente: 'Sistema de información de salud',
  responsable: 'minsa',
  captura: 'distrito',
  desagregaciones: [{ nombre: 'Sexo', categorias: ['Mujer', 'Hombre'] }],
  criterios: { simplicidad: true, confiabilidad: true, validez: true, costoRazonable: true },
  acumulativo: false,
  salto: 100,
} as const;
const datos = { ...definicion, servicio: servicio.id };
const definido = {
  tipo: 'IndicadorDefinido',
  v: 1,
  datos: { ...structuredClone(definicion), servicio: servicio.id, sector: 'minsa' },
} as unknown as IndicadorHecho;

describe('Indicador', () => {
  it('8.18 se define desde el primer día, sin acuerdo ni línea de base', () => {
    dado(indicador, []).cuando(definirIndicador, datos, sector, { leidos: { servicio } }).entonces(['IndicadorDefinido']).sinAdvertencias();
  });

  it('8.17 lo define el sector que conduce el servicio', () => {
    dado(indicador, []).cuando(definirIndicador, datos, alcalde, { leidos: { servicio } }).noPuede('8.17');
  });

  it('8.19 un criterio sin cumplir y un indicador de producto se advierten, no bloquean', () => {
    const debil = { ...datos, clase: 'producto' as const, criterios: { ...datos.criterios, validez: false } };
    dado(indicador, []).cuando(definirIndicador, debil, sector, { leidos: { servicio } }).entonces(['IndicadorDefinido']).advierte('8.19');
  });

  it('8.18 una razón sin denominador no se puede calcular', () => {
    dado(indicador, [])
      .cuando(definirIndicador, { ...datos, denominador: '' }, sector, { leidos: { servicio } })
      .rechaza('8.18', /denominador/);
  });

  it('8.18 queda acordado solo con el acta que lo recoge (sonda 9)', () => {
    dado(indicador, [definido])
      .cuando(adoptarIndicador, { organo: 'etti' }, sector)
      .rechaza('8.18', /acuerdo del ETTI o de la CIG/);
    dado(indicador, [definido])
      .cuando(adoptarIndicador, { organo: 'etti', acta: 'Acta 3 del ETTI', niveles: ['nacional', 'regional', 'local'], entidad: 'minsa' }, sector)
      .entonces(['IndicadorAdoptado'])
      .advierte('8.17');
  });

  it('numerales 8.17, 8.18: el nivel sin integrante en el ETTI acuerda por la CIG, y lo ya acordado cuenta (R9)', () => {
    const etti = { organo: 'etti', acta: 'Acta 3 del ETTI', niveles: ['nacional', 'regional'], entidad: 'minsa' };
    const previo = dado(indicador, [definido])
      .cuando(adoptarIndicador, etti, sector)
      .advierte('8.17', /local.*Puede acordarse por la CIG/);
    const d = previo.luego().cuando(adoptarIndicador, { ...etti, organo: 'cig', acta: 'Acta de la CIG', niveles: ['local'] }, sector);
    d.entonces(['IndicadorAdoptado']);
    expect(d.advertencias.map((a) => a.motivo).join()).not.toMatch(/consenso/);
    expect(d.estado.acuerdos.map((a) => a.organo)).toEqual(['etti', 'cig']);
  });

  it('8.17 la línea de base y las metas van en cualquier orden y no aceptan territorios desconocidos', () => {
    const valores = [{ territorio: '0901', periodo: '2025-12', valor: 41 }];
    dado(indicador, [definido]).cuando(fijarLineaBase, { valores, fuente: 'ENDES' }, sector).entonces(['LineaBaseFijada']);
    dado(indicador, [definido]).cuando(fijarMetas, { valores, sustento: 'PTI' }, sector).entonces(['MetasFijadas']);
    dado(indicador, [definido])
      .cuando(fijarMetas, { valores: [{ territorio: '9999', periodo: '2025-12', valor: 41 }], sustento: 'PTI' }, sector)
      .rechaza('8.17', /9999/);
  });

  it('8.18 cambiar el método desde un periodo conserva las versiones; cambiar lo que se cuenta pide otro indicador', () => {
    const version = { ...definicion, desde: '2026-01', ruptura: true, motivo: 'Nueva norma técnica' };
    dado(indicador, [definido]).cuando(versionarIndicador, version, sector).entonces(['IndicadorVersionado']);
    dado(indicador, [definido])
      .cuando(versionarIndicador, { ...version, agregacion: 'suma', denominador: '' }, sector)
      .rechaza('8.18', /dejarían de significar/);
  });

  it('8.18 un periodo de otra periodicidad se rechaza diciendo cómo se escribe', () => {
    dado(indicador, [definido])
      .cuando(publicarPeriodo, { periodo: '2026' }, sector)
      .rechaza('8.18', /mensual/);
  });
});

describe('Periodos', () => {
  const casos: [Periodicidad, string, number | undefined][] = [
    ['anual', '2021', 2021],
    ['anual', 'Año 2021', 2021],
    ['anual', '2021.0', 2021],
    ['anual', '31/12/2021', 2021],
    ['anual', '21', undefined],
    ['mensual', '2021-07', 202107],
    ['mensual', '202107', 202107],
    ['mensual', '2021M07', 202107],
    ['mensual', '07/2021', 202107],
    ['mensual', 'jul-21', 202107],
    ['mensual', 'Julio de 2021', 202107],
    ['mensual', 'Setiembre 2021', 202109],
    ['mensual', '2021 dic.', 202112],
    ['mensual', '01/07/2021', 202107],
    ['mensual', '2021-13', undefined],
    ['trimestral', '2021-T3', 20213],
    ['trimestral', 'III trimestre 2021', 20213],
    ['trimestral', '2021Q3', 20213],
    ['trimestral', '2021-T5', undefined],
    ['semestral', '2021-S1', 20211],
    ['semestral', 'II semestre de 2021', 20212],
  ];
  for (const [p, escrito, esperado] of casos)
    it(`${p}: «${escrito}» ${esperado === undefined ? 'no es un periodo' : `es ${esperado}`}`, () => {
      expect(leerPeriodo(p, escrito)).toBe(esperado);
    });

  it('se corren, terminan y se nombran', () => {
    expect(correr('mensual', 202101, -1)).toBe(202012);
    expect(correr('trimestral', 20204, 1)).toBe(20211);
    expect(finDe('mensual', 202402)).toBe('2024-02-29');
    expect(finDe('semestral', 20211)).toBe('2021-06-30');
    expect(periodoDe('trimestral', '2021-08-15')).toBe(20213);
    expect(nombreDePeriodo('mensual', 202109)).toBe('septiembre de 2021');
  });
});

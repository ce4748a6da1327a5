import { describe, expect, it } from 'vitest';
import { dado, idDe, leido, oficina } from '../../../test/escenario.ts';
import type { Modelo } from '../modelo/modelo.ts';
import { corregirVinculacionPoi, poi, retirarVinculacionPoi, vincularPoi } from './poi.actos.ts';
import { leerMeses } from './poi.campos.ts';
import { COLUMNAS_CEPLAN, filasCeplan } from './poi.exportar.ts';
import { metasConLinea, type PoiHecho, type VinculacionPoi } from './poi.ts';

const gerente = oficina('gerente_regional', 'gr-09');
const modelo = (cambio: Partial<Modelo> = {}) => ({
  leidos: {
    modelo: leido('modelo', {
      sector: 'minsa',
      nombreServicio: 'Control CRED',
      territorio: '09',
      departamental: '09',
      nombreTerritorio: 'Huancavelica',
      indicadores: [
        { numero: 1, nombre: 'CRED completo', situacion: 'acordado' },
        { numero: 2, nombre: 'Anemia', situacion: 'acordado' },
        { numero: 3, nombre: 'Dejado', situacion: 'retirado' },
      ],
      resolucion: { fecha: '2026-01-15', situacion: 'vigente' },
      ...cambio,
    } as unknown as Modelo),
  },
});
const con = modelo();
const actividad = {
  codigo: 'AO-01',
  nombre: 'Atender controles',
  unidad: 'Niño controlado',
  centroCosto: 'DIRESA',
  oei: 'OEI.01',
  aei: 'AEI.01.02',
  ubigeo: '090102',
  anual: 120,
  mensual: '10 10 10 10 10 10 10 10 10 10 10 10',
};
const cadena = {
  actividad: 'AO-01',
  categoria: '1001',
  producto: '3033255',
  obra: '5000017',
  finalidad: '33255',
  fuente: '1',
  generica: '2.3',
  pia: 240_000.5,
};
const datos = {
  modelo: con.leidos.modelo.id,
  anio: 2027,
  metas: [
    { indicador: 1, meta: '85 %', actividad: 'AO-01' },
    { indicador: 2, meta: '20 %', actividad: 'AO-01' },
  ],
  actividades: [actividad],
  cadenas: [cadena],
};
const base = { metas: [], actividades: [], cadenas: [], nombreModelo: 'x', nombreTerritorio: 'x', sector: 'minsa' };
const registrada: PoiHecho = { tipo: 'VinculacionPoiRegistrada', v: 1, datos: { ...base, modelo: datos.modelo, entidad: 'gr-09', anio: 2027 } };

describe('numeral 9.5: vinculación de metas con el POI', () => {
  it('9.5 une meta, actividad y cadena presupuestal, y el modelo lo sabe en el mismo acto', () => {
    dado(poi, [])
      .cuando(vincularPoi, datos, gerente, con)
      .entonces([
        { tipo: 'VinculacionPoiRegistrada', datos: { entidad: 'gr-09', anio: 2027, metas: [{ nombre: 'CRED completo' }, { nombre: 'Anemia' }] } },
        { tipo: 'PoiVinculado', en: 'modelo', datos: { entidad: 'gr-09', anio: 2027, indicadores: [1, 2] } },
      ])
      .sinAdvertencias();
  });

  it('9.5 sin presupuesto se registra y se advierte: la meta no cuenta con línea', () => {
    dado(poi, [])
      .cuando(vincularPoi, { ...datos, cadenas: [] }, gerente, con)
      .entonces(['VinculacionPoiRegistrada', { tipo: 'PoiVinculado', datos: { indicadores: [] } }])
      .advierte('9.5', /sin cadena presupuestal.*1, 2/);
  });

  it('9.5 (R22) antes de la resolución, o en un POI ya aprobado, se advierte que no es exigible; nunca se rechaza', () => {
    const ok = (d: object, e: ReturnType<typeof modelo>, texto: RegExp) =>
      dado(poi, []).cuando(vincularPoi, d, gerente, e).entonces(['VinculacionPoiRegistrada', 'PoiVinculado']).advierte('9.5', texto);
    ok({ ...datos, anio: 2026 }, con, /ya estaba aprobado/);
    ok(datos, modelo({ resolucion: undefined }), /nace con su Resolución/);
    ok({ ...datos, metas: [datos.metas[0]] }, con, /no considera: 2/);
    ok({ ...datos, actividades: [{ ...actividad, anual: 5 }] }, con, /no suman la meta anual/);
  });

  it('9.5 lo que no encaja se rechaza en su campo', () => {
    const rechaza = (cambio: object, texto: RegExp) =>
      dado(poi, [])
        .cuando(vincularPoi, { ...datos, ...cambio }, gerente, con)
        .rechaza('9.5', texto);
    rechaza({ metas: [{ ...datos.metas[0], indicador: 3 }] }, /no tiene un indicador 3/);
    rechaza({ metas: [{ ...datos.metas[0], actividad: 'AO-09' }] }, /no está entre las descritas/);
    rechaza({ cadenas: [{ ...cadena, actividad: 'AO-09' }] }, /no está entre las descritas/);
    rechaza({ actividades: [actividad, actividad] }, /dos veces/);
    rechaza({ actividades: [{ ...actividad, ubigeo: '999999' }] }, /No hay un distrito/);
    rechaza({ actividades: [{ ...actividad, mensual: '1 2 3' }] }, /doce números/);
  });

  it('9.5 una por entidad y año; la registra cada entidad involucrada, nadie por encima', () => {
    const ya = modelo({ vinculaciones: [{ vinculacion: idDe('otra'), entidad: 'gr-09', anio: 2027, indicadores: [] }] });
    dado(poi, [])
      .cuando(vincularPoi, datos, gerente, ya)
      .rechaza('9.5', /ya vinculó/);
    dado(poi, [])
      .cuando(vincularPoi, datos, oficina('gerente_regional', 'gr-21'), con)
      .rechaza('9.5', /no está involucrada/);
    dado(poi, []).cuando(vincularPoi, datos, oficina('ogpp', 'minsa'), con).entonces(['VinculacionPoiRegistrada', 'PoiVinculado']);
    dado(poi, []).cuando(vincularPoi, datos, oficina('alcalde_provincial', 'mp-0901'), con).entonces(['VinculacionPoiRegistrada', 'PoiVinculado']);
    dado(poi, []).cuando(vincularPoi, datos, oficina('tecnico_regional', 'gr-09'), con).noPuede('9.5');
    dado(poi, [registrada]).cuando(retirarVinculacionPoi, { motivo: 'x' }, oficina('ogpp', 'minsa'), con).noPuede('9.5');
  });

  it('9.5 se corrige con una nueva versión y su motivo, y se retira', () => {
    const { modelo: _m, anio: _a, ...contenido } = datos;
    const d = dado(poi, [registrada]).cuando(corregirVinculacionPoi, { ...contenido, motivo: 'Modificación del POI' }, gerente, con);
    d.entonces(['VinculacionPoiCorregida', { tipo: 'PoiVinculado', en: 'modelo', datos: { indicadores: [1, 2] } }]);
    expect(d.estado).toMatchObject({ version: 2, motivo: 'Modificación del POI', anio: 2027, entidad: 'gr-09' });
    const r = d.luego().cuando(retirarVinculacionPoi, { motivo: 'Era de otro modelo' }, gerente, con);
    r.entonces(['VinculacionPoiRetirada', { tipo: 'PoiDesvinculado', en: 'modelo' }]);
    r.luego()
      .cuando(retirarVinculacionPoi, { motivo: 'x' }, gerente, con)
      .rechaza('9.5', /ya fue retirada/);
  });

  it('9.5 los meses se pegan de una hoja de cálculo', () => {
    expect(leerMeses('1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12,5')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12.5]);
    expect(leerMeses('  ')).toEqual([]);
    expect(leerMeses('1 2 x 4 5 6 7 8 9 10 11 12')).toBeUndefined();
  });

  it('9.5 el archivo para el aplicativo CEPLAN: una fila por cadena, la meta física una sola vez', () => {
    const meses = Array.from({ length: 12 }, () => 10);
    const c = { ...cadena, mensual: [] };
    const s = {
      ...base,
      anio: 2027,
      metas: [{ indicador: 1, nombre: 'CRED completo', meta: '85 %', actividad: 'AO-01' }],
      actividades: [
        { ...actividad, prioridad: 'alta', mensual: meses },
        { ...actividad, codigo: 'AO-02', prioridad: 'media', mensual: [] },
      ],
      cadenas: [c, { ...c, generica: '2.6' }],
    } as unknown as VinculacionPoi;
    const filas = filasCeplan(s, 'Gobierno Regional');
    expect(filas.map((f) => f.length)).toEqual([COLUMNAS_CEPLAN.length, COLUMNAS_CEPLAN.length, COLUMNAS_CEPLAN.length]);
    const de = (i: number, columna: string) => filas[i]?.[COLUMNAS_CEPLAN.indexOf(columna)];
    expect([0, 1, 2].map((i) => de(i, 'Meta física anual'))).toEqual([120, '', 120]);
    expect([0, 1, 2].map((i) => de(i, 'Genérica de gasto'))).toEqual(['2.3 Bienes y servicios', '2.6 Adquisición de activos no financieros', '']);
    expect(de(0, 'Meta física diciembre')).toBe(10);
    expect(de(0, 'PIA (S/)')).toBe(240_000.5);
    expect(de(0, 'Indicadores del modelo')).toBe('1. CRED completo: 85 %');
    expect(metasConLinea(s)).toEqual([1]);
  });
});

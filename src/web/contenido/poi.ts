import { ventanaPoi } from '../../directiva/poi.ts';
import { dmy } from '../../kernel/calendario.ts';
import { coberturaPoi, primerPoiDe } from '../../modules/modelo/modelo.poi.ts';
import type { Modelo } from '../../modules/modelo/modelo.ts';
import { FUENTES, GENERICAS, PRIORIDADES } from '../../modules/poi/poi.etiquetas.ts';
import { type ActividadPoi, type CadenaPresupuestal, metasConLinea, type VinculacionPoi } from '../../modules/poi/poi.ts';
import { cifra, cuantos, numero } from '../formato.ts';
import type { Nombres } from './nombres.ts';
import { chip, datos, enlace, grupo, lista, type Seccion, tabla, texto, type Vista } from './vista.ts';

const soles = (n: number) => cifra(n, 2);
const MESES = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'set', 'oct', 'nov', 'dic'];

/** «1 200 cada mes», or month by month when they differ. */
const meses = (m: readonly number[]): string =>
  m.length === 0 ? '' : new Set(m).size === 1 ? `${numero(m[0] as number)} cada mes` : m.map((x, i) => `${MESES[i]} ${numero(x)}`).join(' · ');

function actividad(a: ActividadPoi, todas: readonly CadenaPresupuestal[]): Vista {
  const suyas = todas.filter((c) => c.actividad === a.codigo);
  return grupo([
    [
      undefined,
      datos([
        ['Objetivo y acción', `${a.oei} · ${a.aei}`],
        ['Centro de costo', `${a.centroCosto}, ubigeo ${a.ubigeo}`],
        ['Prioridad', PRIORIDADES[a.prioridad]],
        ['Meta física', `${numero(a.anual)} (${a.unidad})`],
        ['Por mes', meses(a.mensual)],
      ]),
    ],
    [
      undefined,
      suyas.length === 0
        ? chip('Sin cadena presupuestal', 'ambar')
        : tabla(
            `Cadenas presupuestales de ${a.codigo}, en soles`,
            ['Cadena', 'Fuente y genérica', { titulo: 'PIA', num: true }, { titulo: 'PIM', num: true }],
            suyas.map((c) => [
              [c.categoria, c.producto, c.obra, c.finalidad].join('\n'),
              [FUENTES[c.fuente] ?? c.fuente, GENERICAS[c.generica] ?? c.generica, meses(c.mensual)].filter(Boolean).join('\n'),
              soles(c.pia),
              c.pim === undefined ? '' : soles(c.pim),
            ]),
          ),
    ],
  ]);
}

export function seccionesDePoi(s: VinculacionPoi, n: Nombres): Seccion[] {
  const con = new Set(metasConLinea(s));
  return [
    {
      id: 'ficha',
      titulo: 'Vinculación',
      numeral: '9.5',
      vista: datos([
        ['Modelo Específico', n.expediente(s.modelo, s.nombreModelo)],
        ['Territorio', s.nombreTerritorio],
        ['Entidad', n.entidad(s.entidad)],
        ['Año del POI', String(s.anio)],
        ['Versión', `${s.version}, del ${dmy(s.desde)}`],
        ['Motivo', s.motivo],
        [
          'Para el aplicativo CEPLAN',
          n.id
            ? lista([
                { ...enlace('Descargar en Excel', `/expediente/${n.id}/poi/ceplan.xlsx`), archivo: true } as Vista,
                { ...enlace('Descargar en CSV', `/expediente/${n.id}/poi/ceplan.csv`), archivo: true } as Vista,
              ])
            : undefined,
        ],
      ]),
    },
    {
      id: 'metas',
      titulo: 'Metas del modelo',
      numeral: '9.5',
      vista: tabla(
        'Metas y la actividad que las atiende',
        [{ titulo: 'N.º', num: true }, 'Indicador', 'Meta', 'Actividad', 'Presupuesto'],
        s.metas.map((m) => [
          String(m.indicador),
          m.nombre,
          m.meta,
          m.actividad,
          con.has(m.indicador) ? chip('Con cadena', 'verde') : chip('Sin cadena', 'ambar'),
        ]),
      ),
    },
    {
      id: 'actividades',
      titulo: 'Actividades operativas y su presupuesto',
      numeral: '9.5',
      vista: grupo(s.actividades.map((a) => [`${a.codigo}. ${a.nombre}`, actividad(a, s.cadenas)] as const)),
    },
  ];
}

/** 9.5: on the page of the modelo, who has linked each year; also what is next. */
export function poiDelModelo(m: Modelo, n: Nombres): Seccion[] {
  const primero = primerPoiDe(m);
  const anios = [...new Set([...(primero ? [primero] : []), ...(m.vinculaciones ?? []).map((v) => v.anio)])].sort((a, b) => b - a);
  if (anios.length === 0) return [];
  const vincular = n.id ? [[undefined, enlace('Vincular las metas de mi entidad', `/nuevo/VincularPoi?modelo=${n.id}&anio=${anios[0]}`)] as const] : [];
  return [
    {
      id: 'poi',
      titulo: 'Metas en los planes operativos (POI)',
      numeral: '9.5',
      vista: grupo([
        ...anios.map((anio) => {
          const filas = coberturaPoi(m, anio);
          const hechas = filas.filter((f) => f.con > 0).length;
          return [
            `POI ${anio}, que se aprueba hasta el ${dmy(ventanaPoi(anio).aprueba)}: ${hechas} de ${cuantos(filas.length, 'entidad', 'entidades')}`,
            tabla(
              `Vinculación con el POI ${anio}`,
              ['Entidad', 'Metas con línea', 'Estado'],
              filas.map((f) => [
                n.entidad(f.entidad),
                f.porcentaje === undefined ? texto('') : `${f.con} de ${f.total} (${f.porcentaje} %)`,
                f.vinculacion ? enlace('Vinculada', `/expediente/${f.vinculacion}`) : chip('Sin vincular', 'ambar'),
              ]),
            ),
          ] as const;
        }),
        ...vincular,
      ]),
    },
  ];
}

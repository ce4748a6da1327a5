import { renderToStaticMarkup } from 'react-dom/server';
import type { LoaderFunctionArgs } from 'react-router';
import { nombreDePeriodo } from '../../directiva/periodos.ts';
import { CAPTURAS } from '../../modules/indicador/indicador.etiquetas.ts';
import { conjuntoDhis2 } from '../../modules/reporte/archivo/dhis2.ts';
import { type Deps, depsDe } from '../contexto.ts';
import { GraficoDeMapa } from '../graficos/mapa.tsx';
import { GraficoDeSerie } from '../graficos/serie.tsx';
import { filasDeCalidad } from '../indicadores/calidad.servidor.ts';
import { datosDelMapa, datosDeSerie, textoDe } from '../indicadores/dibujo.servidor.ts';
import { nombreDelPeriodo, type VistaDeIndicador, vistaDeIndicador } from '../indicadores/vista.servidor.ts';
import { csv } from '../matriz.ts';
import { noExiste } from '../sesion.servidor.ts';

type Celda = string | number;

/** What goes with every file: of what, when, from where and how complete. */
function contextoDe(v: VistaDeIndicador): Celda[][] {
  const s = v.i.estado;
  return [
    ['Indicador', s.nombre],
    ['Unidad', s.unidad],
    ['Fuente', s.fuente],
    ['Periodo', `${nombreDelPeriodo(v)}${v.publicado ? '' : ' (sin publicar)'}`],
    ...(v.categoria ? [['Desagregación', v.categoria]] : []),
    ['Han reportado', v.cobertura ? `${v.cobertura.reportaron} de ${v.cobertura.esperados}` : ''],
  ];
}

/** Rounded as the indicator shows it; a mark in words. */
const celda = (v: VistaDeIndicador, l: { valor?: number; estado: string } | undefined): Celda =>
  l === undefined ? '' : l.valor === undefined ? textoDe(l as Parameters<typeof textoDe>[0], 0) : Number(l.valor.toFixed(v.i.estado.decimales));

function filasDeNivel(v: VistaDeIndicador): Celda[][] {
  return [
    ['Código', CAPTURAS[v.nivel], 'Dentro de', v.i.estado.unidad, 'Línea de base', 'Meta'],
    ...v.filas.map((f): Celda[] => [f.id, f.nombre, f.dentroDe || v.ambito.nombre, celda(v, f.lectura), f.base?.valor ?? '', f.meta ?? '']),
  ];
}

function filasDeSerie(v: VistaDeIndicador): Celda[][] {
  const territorios = [v.territorio, ...v.comparados];
  const meta = new Map(v.fijados.filter((f) => f.clase === 'meta' && f.territorio === v.territorio.id).map((f) => [f.periodo, f.valor]));
  const por = territorios.map((t) => new Map((v.series.get(t.id) ?? []).filter((x) => x.categoria === v.categoria).map((x) => [x.periodo, x])));
  return [
    ['Periodo', ...territorios.map((t) => t.nombre), `Meta de ${v.territorio.nombre}`],
    ...v.i.periodos.map((p): Celda[] => [nombreDePeriodo(v.i.estado.periodicidad, p), ...por.map((m) => celda(v, m.get(p))), meta.get(p) ?? '']),
  ];
}

/** Decimal comma, as spreadsheets of the region read it. */
const enTexto = (filas: readonly (readonly Celda[])[]) => filas.map((f) => f.map((c) => (typeof c === 'number' ? String(c).replace('.', ',') : c)));

async function libro(v: VistaDeIndicador): Promise<Uint8Array> {
  const { default: ExcelJS } = await import('exceljs');
  const l = new ExcelJS.Workbook();
  const formato = v.i.estado.decimales > 0 ? `#,##0.${'0'.repeat(v.i.estado.decimales)}` : '#,##0';
  for (const [nombre, filas] of [
    ['Territorios', filasDeNivel(v)],
    ['Serie', filasDeSerie(v)],
    ['Acerca de', contextoDe(v)],
  ] as const) {
    const hoja = l.addWorksheet(nombre);
    hoja.addRows(filas as Celda[][]);
    hoja.columns.forEach((c, i) => {
      c.width = i === 1 || nombre === 'Acerca de' ? 40 : 18;
    });
    if (nombre === 'Acerca de') continue;
    hoja.getRow(1).font = { bold: true };
    hoja.views = [{ state: 'frozen', ySplit: 1 }];
    hoja.eachRow((fila) => fila.eachCell((c) => typeof c.value === 'number' && Object.assign(c, { numFmt: formato })));
  }
  return new Uint8Array(await l.xlsx.writeBuffer());
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';

const ARCHIVOS: Readonly<
  Record<string, { tipo: string; hacer(v: VistaDeIndicador, deps: Deps): Promise<Uint8Array<ArrayBuffer> | string | undefined> | string | undefined }>
> = {
  'tabla.csv': { tipo: 'text/csv; charset=utf-8', hacer: (v) => csv(enTexto([...filasDeNivel(v), [], ...contextoDe(v)])) },
  'serie.csv': { tipo: 'text/csv; charset=utf-8', hacer: (v) => csv(enTexto([...filasDeSerie(v), [], ...contextoDe(v)])) },
  'calidad.csv': {
    tipo: 'text/csv; charset=utf-8',
    hacer: async (v, deps) => {
      const filas = await filasDeCalidad(deps, v);
      return filas && csv(enTexto([...filas, [], ...contextoDe(v)]));
    },
  },
  'dhis2.json': {
    tipo: 'application/json; charset=utf-8',
    hacer: (v) => {
      const { periodicidad, decimales } = v.i.estado;
      const valores = v.filas.flatMap(({ id, lectura: { valor } }) =>
        valor === undefined ? [] : [{ territorio: id, valor: Number(valor.toFixed(decimales)) }],
      );
      return v.periodo === undefined || valores.length === 0
        ? undefined
        : conjuntoDhis2({ elemento: v.i.codigo, periodicidad, periodo: v.periodo, categoria: v.categoria, valores });
    },
  },
  'cifras.xlsx': {
    tipo: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    hacer: async (v) => (await libro(v)) as Uint8Array<ArrayBuffer>,
  },
  'serie.svg': { tipo: 'image/svg+xml', hacer: (v) => XML + renderToStaticMarkup(<GraficoDeSerie d={datosDeSerie(v)} id="serie" />) },
  'mapa.svg': {
    tipo: 'image/svg+xml',
    hacer: (v) => {
      const d = datosDelMapa(v);
      return d && XML + renderToStaticMarkup(<GraficoDeMapa d={d} id="mapa" />);
    },
  },
};

/** The view of the address as a file. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const archivo = ARCHIVOS[params.archivo ?? ''];
  if (!archivo) throw noExiste('Esa descarga no existe.', 'Elija una de la página del indicador.');
  const deps = depsDe(context);
  const v = await vistaDeIndicador(deps, params.id, new URL(request.url).searchParams);
  const cuerpo = v.periodo === undefined ? undefined : await archivo.hacer(v, deps);
  if (cuerpo === undefined) throw noExiste('Esa vista no tiene cifras que descargar.', 'Elija otro periodo o territorio en la página del indicador.');
  return new Response(cuerpo, {
    headers: {
      'Content-Type': archivo.tipo,
      'Content-Disposition': `attachment; filename="${v.i.codigo.replace(/[^\w-]+/g, '-')}-${params.archivo}"`,
      'Cache-Control': 'private, no-cache',
    },
  });
}

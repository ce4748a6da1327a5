import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { z } from 'zod';
import { avisosDe, PROPIAS, periodosDe, ULTIMO_ORDEN } from './calidad.ts';
import { nombreDePeriodo } from './directiva/periodos.ts';
import type { Actor, Catalogo, Id, TerritorioId } from './kernel/tipos.ts';
import { codigosYMapeo, indicadorParaCargar, loteDeReporte } from './lecturas/carga.ts';
import { celdasVigentes } from './lecturas/cifras.ts';
import type { Indicador } from './modules/indicador/indicador.ts';
import { esIntercambio, leerIntercambioPorPartes } from './modules/reporte/archivo/intercambio.ts';
import { faltasDelMapeo, type Mapeo, type MapeoDado, periodosAnchos, proponerMapeo } from './modules/reporte/archivo/mapeo.ts';
import { type Bloque, type Falla, type Preparado, prepararPorPartes } from './modules/reporte/archivo/preparar.ts';
import { algunas, enMemoria, type Lectura, leerCsvPorPartes, type Tabla, tablaDe } from './modules/reporte/archivo/tabla.ts';
import { motivoDe } from './modules/reporte/reporte.etiquetas.ts';
import { prepara, puedeReportarDe, reportaTodo } from './modules/reporte/reporte.reglas.ts';
import { RESPONDEN } from './modules/reporte/reporte.ts';
import type { Db } from './platform/base.ts';
import { descartarLote, guardarLote, seriesDe, type TramoDeLote } from './platform/cifras/almacen.ts';
import { aplicar, type Celda, celdaVacia, resumir, valorDe } from './platform/cifras/celda.ts';
import { type Posiciones, posicionesDeCatalogo } from './platform/cifras/posiciones.ts';
import type { Tramo } from './platform/cifras/tramo.ts';
import type { Ejecutar, Exito, Rechazo, Solicitante } from './platform/contrato.ts';
import type { Documento } from './platform/documentos.ts';
import { leerHoja } from './platform/hoja.ts';
import { puedeLeer } from './platform/http/descarga.ts';
import { MAXIMO_CARGA } from './platform/http/limite.ts';

/** What importing figures needs of the house. */
export interface DepsDeCarga {
  db: Db;
  catalogo(): Catalogo;
  leerDocumento(huella: string): Promise<Documento | undefined>;
}

/** Why a file is not taken; `campo` names what to correct. */
export interface Negativa {
  ok: false;
  codigo: 'datos_invalidos' | 'sin_permiso' | 'no_existe' | 'impedido';
  numeral: string;
  campo?: string;
  motivo: string;
  remedio: string;
}

/** Total of the country in one period and category, as it stands and as it would stand. */
export interface TotalDePeriodo {
  periodo: number;
  nombre: string;
  categoria: string;
  valores: number;
  antes: number | null;
  despues: number | null;
}

/** What the file would do. */
export interface Efectos {
  filas: number;
  valores: number;
  nuevos: number;
  cambiados: number;
  iguales: number;
  rechazadas: number;
  avisadas: number;
  ceros: number;
  totales: TotalDePeriodo[];
  fallas: Falla[];
  avisos: Falla[];
  desconocidos: Preparado['desconocidos'];
}

export interface Carga {
  ok: true;
  indicador: Id;
  ficha: Indicador;
  archivo: string;
  nombreArchivo: string;
  tabla: Pick<Tabla, 'cabeceras' | 'codificacion' | 'separador' | 'notas' | 'dimensiones'> & { muestra: string[][] };
  mapeo: Mapeo;
  origen: 'propuesto' | 'guardado' | 'elegido';
  /** What the mapping lacks, by field; with any, there are no effects. */
  faltas: { campo: string; motivo: string; remedio?: string }[];
  /** Codes of another system in a message, to be named one by one. */
  ajenos?: Preparado['desconocidos'];
  efectos?: Efectos;
  /** Report that already brought these very bytes and stands. */
  previo: { id: Id; codigo: string } | null;
  /** False: it stays as a draft for whoever answers for the figures. */
  envia: boolean;
}

const negar = (codigo: Negativa['codigo'], motivo: string, remedio: string, mas: { campo?: string; numeral?: string } = {}): Negativa => ({
  ok: false,
  codigo,
  numeral: mas.numeral ?? '8.17',
  campo: mas.campo,
  motivo,
  remedio,
});

/** Runs in parts, letting the server attend others between them. */
async function porPartes<T>(partes: Generator<void, T>): Promise<T> {
  for (;;) {
    const p = partes.next();
    if (p.done) return p.value;
    await setImmediate();
  }
}

const ES_ZIP = (b: Uint8Array): boolean => b[0] === 0x50 && b[1] === 0x4b && b[2] === 3 && b[3] === 4;

/** A table from the bytes of a CSV, an XLSX, an ADX or a DHIS2 set: judged by what they are, never by the name. */
export async function leerTabla(bytes: Uint8Array): Promise<Lectura> {
  if (bytes.length === 0) return { ok: false, motivo: 'El archivo está vacío.', remedio: 'Elija el archivo de nuevo.' };
  if (bytes.length > MAXIMO_CARGA)
    return { ok: false, motivo: `El archivo pesa más de ${MAXIMO_CARGA / 1024 / 1024} MB.`, remedio: 'Divídalo, por ejemplo por años.' };
  if (!ES_ZIP(bytes)) return porPartes(esIntercambio(bytes) ? leerIntercambioPorPartes(bytes) : leerCsvPorPartes(bytes));
  const hoja = await leerHoja(bytes);
  return 'motivo' in hoja ? { ok: false, ...hoja } : tablaDe(enMemoria(hoja.filas), { codificacion: 'XLSX', separador: '' });
}

const TIPOS: Partial<Record<Tabla['codificacion'], { extension: string; tipo: string }>> = {
  XLSX: { extension: 'xlsx', tipo: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  ADX: { extension: 'xml', tipo: 'application/xml' },
  'DHIS2 (XML)': { extension: 'xml', tipo: 'application/xml' },
  'DHIS2 (JSON)': { extension: 'json', tipo: 'application/json' },
};
/** What a file of figures is kept as. */
export const tipoDeTabla = (t: Tabla): { extension: string; tipo: string } => TIPOS[t.codificacion] ?? { extension: 'csv', tipo: 'text/csv' };

/** Signature of the headers: the same columns are read the same way next time. */
const firmaDe = (t: Tabla): string => createHash('sha256').update(t.cabeceras.join('\n')).digest('hex');

/** Whether an office may import figures of an indicator at all. */
export function puedeCargar(actor: Actor, s: Indicador): Negativa | undefined {
  const permiso = prepara(actor);
  if (permiso) return negar('sin_permiso', permiso.motivo, permiso.remedio, { numeral: permiso.numeral });
  if (!reportaTodo(actor, s) && !actor.territorio)
    return negar(
      'sin_permiso',
      'Su entidad no responde por este indicador ni tiene un territorio propio.',
      'Lo carga la entidad responsable del indicador, y cada gobierno lo de su territorio.',
    );
  if (s.situacion === 'retirado') return negar('impedido', 'El indicador fue retirado.', 'Elija un indicador vigente.');
  return undefined;
}

/** Reads the file as the mapping says and compares it with the figures in force. Nothing is stored. */
export async function prepararCarga(
  deps: DepsDeCarga,
  quien: Solicitante,
  indicador: Id,
  archivo: string,
  dado?: z.output<typeof MapeoDado>,
  conAvisos = true,
): Promise<(Carga & { bloques: Bloque[]; firma: string; posiciones: Posiciones }) | Negativa> {
  const [leido, d] = await Promise.all([indicadorParaCargar(deps.db, indicador, archivo), deps.leerDocumento(archivo)]);
  if (!leido) return negar('no_existe', 'Ese indicador no existe.', 'Búsquelo en la lista de indicadores.');
  const { ficha, previo } = leido;
  const negado = puedeCargar(quien.actor, ficha);
  if (negado) return negado;
  if (!d || !puedeLeer(d, quien))
    return negar('no_existe', 'Ese archivo no está por importar.', 'Súbalo de nuevo: sin confirmar, se descarta a los siete días.', { campo: 'archivo' });
  const lectura = await leerTabla(d.bytes);
  if (!lectura.ok) return negar('datos_invalidos', lectura.motivo, lectura.remedio, { campo: 'archivo', numeral: '8.18' });
  const t = lectura.tabla;
  const firma = firmaDe(t);
  const catalogo = deps.catalogo();
  const [{ reniec, mapeo: guardado }, posiciones] = await Promise.all([codigosYMapeo(deps.db, indicador, firma), posicionesDeCatalogo(deps.db, catalogo)]);
  const lugares = { catalogo, reniec };
  const mapeo: Mapeo = { ...proponerMapeo(t, ficha, lugares), ...guardado, ...dado };
  const carga: Carga & { bloques: Bloque[]; firma: string; posiciones: Posiciones } = {
    ok: true,
    indicador,
    ficha,
    archivo,
    nombreArchivo: d.nombre,
    tabla: {
      cabeceras: t.cabeceras,
      codificacion: t.codificacion,
      separador: t.separador,
      notas: t.notas,
      dimensiones: t.dimensiones,
      muestra: algunas(t.filas, 5),
    },
    mapeo,
    origen: dado ? 'elegido' : guardado ? 'guardado' : 'propuesto',
    faltas: faltasDelMapeo(t, mapeo, ficha),
    previo,
    envia: RESPONDEN.includes(quien.actor.cargo),
    bloques: [],
    firma,
    posiciones,
  };
  carga.faltas.push(...equivalenciasMalas(mapeo, ficha, posiciones));
  if (carga.faltas.length > 0) return carga;
  const p = await porPartes(
    prepararPorPartes(t, mapeo, ficha, lugares, {
      de: (id) => (posiciones.nivelDe(id) === ficha.captura ? posiciones.de(id) : undefined),
      cuantos: posiciones.en(ficha.captura).length,
      ajeno: ajenosPara(quien.actor, ficha, posiciones, catalogo),
    }),
  );
  if ('motivo' in p) {
    carga.faltas.push({ campo: 'sistema', motivo: p.motivo, remedio: p.remedio });
    carga.ajenos = p.desconocidos;
    return carga;
  }
  carga.bloques = p.bloques;
  carga.efectos = await efectosDe(deps.db, indicador, ficha, p, posiciones, conAvisos ? mapeo : undefined);
  return carga;
}

function equivalenciasMalas(m: Mapeo, s: Indicador, posiciones: Posiciones): Carga['faltas'] {
  return Object.entries(m.equivalencias).flatMap(([escrito, id]) =>
    posiciones.nivelDe(id) === s.captura
      ? []
      : [{ campo: `eq:${escrito}`, motivo: `«${id}» no es el código INEI de un territorio de captura (${s.captura}).` }],
  );
}

/** Places outside the territory of the office; undefined when it may report everywhere. */
function ajenosPara(actor: Actor, s: Indicador, posiciones: Posiciones, catalogo: Catalogo): ((p: number) => boolean) | undefined {
  if (reportaTodo(actor, s)) return undefined;
  const suyos = posiciones.en(s.captura).map((id: TerritorioId) => puedeReportarDe(actor, s, id, catalogo));
  return (p) => !suyos[p];
}

/** The rows of a block as the store takes them, in order of place. */
export function tramoDe(b: Bloque): Tramo {
  let n = 0;
  for (let p = 0; p < b.linea.length; p++) if ((b.linea[p] as number) > 0) n++;
  const conDen = b.den.length > 0;
  const t: Tramo = { pos: new Uint16Array(n), marca: new Uint8Array(n), num: new Float64Array(n), den: new Float64Array(conDen ? n : 0) };
  for (let p = 0, i = 0; p < b.linea.length; p++) {
    if ((b.linea[p] as number) === 0) continue;
    t.pos[i] = p;
    t.marca[i] = b.marca[p] as number;
    t.num[i] = b.num[p] as number;
    if (conDen) t.den[i] = b.den[p] as number;
    i++;
  }
  return t;
}

/** Odd rows explained one by one. */
const MAXIMO_AVISOS = 100_000;

const igual = (a: number | undefined, b: number | undefined): boolean => Object.is(a ?? Number.NaN, b ?? Number.NaN);

/** @param mapeo to say in which column each figure that looks odd is; without it they are not looked for */
async function efectosDe(db: Db, indicador: Id, s: Indicador, p: Preparado, posiciones: Posiciones, mapeo?: Mapeo): Promise<Efectos> {
  const { bloques, ...resto } = p;
  const vigentes = await celdasVigentes(
    db,
    indicador,
    periodosDe(
      s,
      bloques.map((b) => b.periodo),
    ),
  );
  const e: Efectos = { ...resto, nuevos: 0, cambiados: 0, iguales: 0, totales: [] };
  const total = (c: Celda): number | null => {
    const { num, den, n } = resumir(c, s.agregacion, s.captura, posiciones.arbol).pais;
    return n > 0 ? valorDe(s.agregacion, num, den, s.factor) : null;
  };
  for (const b of bloques) {
    const k = `${b.categoria}\n${b.periodo}`;
    const c = vigentes.get(k) ?? celdaVacia();
    const antes = total(c);
    const tramo = tramoDe(b);
    for (const pos of tramo.pos) {
      if (!c.marca[pos]) e.nuevos++;
      else if (c.marca[pos] === b.marca[pos] && igual(c.num[pos], b.num[pos]) && igual(c.den[pos], b.den[pos])) e.iguales++;
      else e.cambiados++;
    }
    const aplicada = aplicar(c, tramo, ULTIMO_ORDEN);
    vigentes.set(k, aplicada);
    const despues = total(aplicada);
    e.totales.push({
      periodo: b.periodo,
      nombre: nombreDePeriodo(s.periodicidad, b.periodo),
      categoria: b.categoria,
      valores: tramo.pos.length,
      antes,
      despues,
    });
    if (e.totales.length % 20 === 0) await setImmediate();
  }
  if (mapeo) await advertirComparando(e, s, bloques, vigentes, mapeo);
  e.totales.sort((x, y) => x.periodo - y.periodo || x.categoria.localeCompare(y.categoria));
  return e;
}

/** Adds what only shows beside other periods and territories: what each row says by itself is already there. */
async function advertirComparando(e: Efectos, s: Indicador, bloques: readonly Bloque[], celdas: ReadonlyMap<string, Celda>, mapeo: Mapeo): Promise<void> {
  const columnas = new Map([...periodosAnchos(mapeo, s)].map(([columna, periodo]) => [periodo, columna]));
  for (const [i, b] of bloques.entries()) {
    for (const a of avisosDe(s, celdas, b)) {
      const linea = b.linea[a.pos] as number;
      if (linea === 0 || PROPIAS.has(a.regla)) continue;
      e.avisadas++;
      if (e.avisos.length < MAXIMO_AVISOS) e.avisos.push({ linea, columna: columnas.get(b.periodo) ?? mapeo.valor, motivo: motivoDe(a, a.valor, s.decimales) });
    }
    if (i % 20 === 19) await setImmediate();
  }
}

/** What whoever confirms decides beside the mapping. */
export interface Confirmacion {
  mapeo?: z.output<typeof MapeoDado>;
  /** Import the right rows although others are rejected. */
  soloCorrectas: boolean;
  motivo: string;
  /** Idempotency key: names the report too, so that a repeated request finds it. */
  clave: string;
}

/** Report that a key opens: the same key, the same report. */
export function reporteDeClave(cuenta: Id, clave: string): Id {
  const h = createHash('sha256').update(`${cuenta}\n${clave}`).digest('hex');
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-8${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20, 32)}`;
}

/** Stores the batch and performs `ReportarCifras` over it: everything the file says comes in force, or nothing. */
export async function confirmarCarga(
  deps: DepsDeCarga & { ejecutar: Ejecutar; ahora(): Date },
  quien: Solicitante,
  indicador: Id,
  archivo: string,
  o: Confirmacion,
): Promise<Exito | Rechazo | Negativa> {
  const reporte = reporteDeClave(quien.cuenta, o.clave);
  const envia = RESPONDEN.includes(quien.actor.cargo);
  const reportar = (lote: unknown) =>
    deps.ejecutar({ acto: 'ReportarCifras', expediente: reporte, datos: { indicador, lote, motivo: o.motivo, enviar: envia }, clave: o.clave }, quien);
  const hecho = await loteDeReporte(deps.db, reporte);
  if (hecho) return reportar(hecho);

  const c = await prepararCarga(deps, quien, indicador, archivo, o.mapeo, false);
  if (!c.ok) return c;
  const falta = c.faltas[0];
  if (falta || !c.efectos)
    return negar('datos_invalidos', falta?.motivo ?? '', falta?.remedio ?? 'Corrija el mapeo de columnas.', { campo: falta?.campo, numeral: '8.18' });
  const { rechazadas, nuevos, cambiados, valores } = c.efectos;
  if (nuevos + cambiados === 0)
    return valores === 0
      ? negar('impedido', 'El archivo no trae ninguna cifra que se pueda importar.', 'Corrija las filas rechazadas y cárguelo de nuevo.', { numeral: '8.18' })
      : negar('impedido', 'Las cifras en vigor ya son las del archivo: no hay nada que importar.', 'Si acaba de confirmarlo, ya quedó registrado.', {
          numeral: '8.18',
        });
  if (rechazadas > 0 && !o.soloCorrectas)
    return negar(
      'datos_invalidos',
      `Hay ${rechazadas} filas o celdas con errores.`,
      'Corrija el archivo y cárguelo de nuevo, o elija importar las filas correctas.',
      {
        campo: 'soloCorrectas',
        numeral: '8.18',
      },
    );
  const periodos = c.bloques.map((b) => b.periodo);
  const { huella } = await deps.db.transaction().execute(async (tx) => {
    await descartarLote(tx, reporte);
    const series = await seriesDe(
      tx,
      [...new Set(c.bloques.map((b) => b.categoria))].map((categoria) => ({ indicador, categoria })),
    );
    const tramos = c.bloques.map((b): TramoDeLote => ({ serie: series.get(`${indicador} ${b.categoria}`) as number, periodo: b.periodo, tramo: tramoDe(b) }));
    return guardarLote(tx, reporte, tramos);
  });
  const r = await reportar({ huella, valores, desde: Math.min(...periodos), hasta: Math.max(...periodos), documento: archivo });
  if (!r.ok) await descartarLote(deps.db, reporte);
  else
    await deps.db
      .insertInto('mapeo_carga')
      .values({ indicador, firma: c.firma, mapeo: JSON.stringify(c.mapeo), guardado_en: deps.ahora() })
      .onConflict((oc) => oc.columns(['indicador', 'firma']).doUpdateSet({ mapeo: JSON.stringify(c.mapeo), guardado_en: deps.ahora() }))
      .execute();
  return r;
}

/** Rows that are left out and rows that look odd, as CSV for a spreadsheet. */
export function filasCsv(e: Efectos): string {
  const celda = (v: string | number): string => {
    const t = String(v);
    const inocua = /^[=+\-@\t\r]/.test(t) ? `'${t}` : t;
    return /[",\r\n]/.test(inocua) ? `"${inocua.replaceAll('"', '""')}"` : inocua;
  };
  const de = (resultado: string) => (f: Falla) => ({ resultado, ...f });
  const filas = [...e.fallas.map(de('rechazada')), ...e.avisos.map(de('aviso'))].sort((a, b) => a.linea - b.linea);
  return `\uFEFF${['linea,resultado,columna,motivo', ...filas.map((f) => [f.linea, f.resultado, f.columna, f.motivo].map(celda).join(','))].join('\r\n')}\r\n`;
}

import { randomUUID } from 'node:crypto';
import { redirect } from 'react-router';
import { esperar, hayTrabajo } from '../../carga.trabajos.ts';
import { type Carga, confirmarCarga, filasCsv, leerTabla, type Negativa, prepararCarga, puedeCargar, reporteDeClave, tipoDeTabla } from '../../carga.ts';
import { leerPeriodo } from '../../directiva/periodos.ts';
import type { TerritorioId } from '../../kernel/tipos.ts';
import { indicadorParaCargar, loteDeReporte } from '../../lecturas/carga.ts';
import { type Mapeo, MapeoDado, SIN_VALOR } from '../../modules/reporte/archivo/mapeo.ts';
import type { Exito, Rechazo } from '../../platform/contrato.ts';
import { guardarDocumento } from '../../platform/documentos.ts';
import { disposicion, sanearNombre } from '../../platform/http/archivo.ts';
import { MAXIMO_CARGA } from '../../platform/http/limite.ts';
import { responder } from '../gestion.servidor.ts';
import { type DepsDeOficina, noExiste, prohibido, texto } from '../sesion.servidor.ts';
import type { ErrorDeForma, Respuesta } from '../ui/gestion.tsx';

type Params = Readonly<Record<string, string | undefined>>;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Longest that a page keeps somebody waiting before it says that it is at work, in milliseconds. */
const ESPERA = 1200;
const MUESTRA = 100;
const PERIODOS = 60;
/** What divides the year in each periodicity. */
const PARTE = { mensual: 'mes', trimestral: 'trimestre', semestral: 'semestre', anual: '', escolar: '' } as const;

const negarPagina = (n: Negativa): Response => (n.codigo === 'no_existe' ? noExiste(n.motivo, n.remedio) : prohibido(n.motivo, n.remedio));
const errorDe = (n: Negativa): ErrorDeForma => ({ campo: n.campo, numeral: n.numeral, motivo: n.motivo, remedio: n.remedio });

async function indicadorDe(deps: DepsDeOficina, params: Params) {
  const leido = params.id && UUID.test(params.id) ? await indicadorParaCargar(deps.db, params.id, '') : undefined;
  if (!leido || !params.id) throw noExiste('Ese indicador no existe.');
  const negado = puedeCargar(deps.quien.actor, leido.ficha);
  if (negado) throw negarPagina(negado);
  return { id: params.id, ficha: leido.ficha };
}

/** What the upload page shows. */
export async function datosDeCargar(deps: DepsDeOficina, params: Params) {
  const { id, ficha } = await indicadorDe(deps, params);
  return { csrf: deps.csrf, id, nombre: ficha.nombre, captura: ficha.captura, periodicidad: ficha.periodicidad, maximo: MAXIMO_CARGA / 1024 / 1024 };
}

/** Takes a file that can be read as a table, keeps it aside and leads to its review. No figure changes. */
export async function recibirCifras(deps: DepsDeOficina, params: Params, datos: FormData) {
  const { id } = await indicadorDe(deps, params);
  const archivo = datos.get('archivo');
  const rechazar = (motivo: string, remedio: string) =>
    responder(datos, { ok: false, estado: 400, errores: [{ campo: 'archivo', numeral: '8.18', motivo, remedio }] });
  if (!(archivo instanceof File) || archivo.size === 0) return rechazar('Falta el archivo, o está vacío.', 'Elija el archivo y envíelo de nuevo.');
  const bytes = new Uint8Array(await archivo.arrayBuffer());
  const lectura = await leerTabla(bytes);
  if (!lectura.ok) return rechazar(lectura.motivo, lectura.remedio);
  const { extension, tipo } = tipoDeTabla(lectura.tabla);
  const huella = await guardarDocumento(deps.db, bytes, sanearNombre(archivo.name, extension), tipo, deps.quien, deps.ahora());
  return redirect(`/indicadores/${id}/importar/${huella}`);
}

/** Mapping of the address, as the form of the page sends it; undefined before anybody touched it. */
function mapeoDe(consulta: URLSearchParams): ReturnType<typeof MapeoDado.parse> | undefined {
  if (!consulta.has('m')) return undefined;
  const [escritos, codigos] = [consulta.getAll('eqd'), consulta.getAll('eqa')];
  const equivalencias = Object.fromEntries(escritos.flatMap((e, i): [string, string][] => (codigos[i]?.trim() ? [[e, codigos[i].trim()]] : [])));
  const [filtrables, filtradas] = [consulta.getAll('fic'), consulta.getAll('fiv')];
  const filtros = Object.fromEntries(filtrables.flatMap((c, i): [string, string][] => (filtradas[i] ? [[c, filtradas[i]]] : [])));
  const simples = Object.fromEntries(
    Object.keys(MapeoDado.shape)
      .filter((k) => !['anchas', 'equivalencias', 'filtros'].includes(k) && consulta.has(k))
      .map((k) => [k, consulta.get(k) ?? '']),
  );
  return MapeoDado.safeParse({ ...simples, anchas: consulta.getAll('anchas').filter(Boolean), equivalencias, filtros }).data;
}

function lugarDe(params: Params): { id: string; huella: string } {
  const { id = '', huella = '' } = params;
  if (!UUID.test(id) || !/^[0-9a-f]{64}$/.test(huella)) throw noExiste('Ese archivo no está por importar.', 'Súbalo de nuevo desde el indicador.');
  return { id, huella };
}

/** Parts of the address that are the mapping: what links and forms carry on. */
function consultaDe(consulta: URLSearchParams): string {
  const c = new URLSearchParams(consulta);
  c.delete('en');
  return c.toString();
}

const desconocidosDe = (c: Carga) => c.efectos?.desconocidos ?? c.ajenos ?? [];

/** Territories to choose from for each name that the catalogue does not know. */
function sugerencias(deps: DepsDeOficina, c: Carga): { valor: string; texto: string }[] {
  const catalogo = deps.catalogo();
  const de = (id: TerritorioId) => ({
    valor: id,
    texto: [catalogo.territorio(id)?.nombre, catalogo.territorio(catalogo.territorio(id)?.padre ?? '')?.nombre].filter(Boolean).join(', '),
  });
  const departamentos = catalogo.departamentales();
  if (c.ficha.captura === 'departamento') return departamentos.map((d) => de(d.id));
  const provincias = departamentos.flatMap((d) => catalogo.provinciasDe(d.id));
  if (c.ficha.captura !== 'distrito') return provincias.map((p) => de(p.id));
  const escritos = desconocidosDe(c).map((d) => d.escrito.toLocaleLowerCase('es-PE'));
  return provincias
    .filter((p) => escritos.some((e) => e.includes(p.nombre.toLocaleLowerCase('es-PE'))))
    .flatMap((p) => catalogo.hijosDe(p.id).map((x) => de(x.id)));
}

/** Columns whose rows can be chosen by value: those of a message that tell figures apart, and any that the mapping filters already. */
function filtrosDe({ mapeo, tabla }: Carga): { columna: string; valores: string[]; valor: string }[] {
  const varias = (tabla.dimensiones ?? []).filter((d, i) => i === 0 || d.valores.length > 1 || d.columna in mapeo.filtros);
  const otras = Object.keys(mapeo.filtros).filter((columna) => varias.every((d) => d.columna !== columna));
  return [...varias, ...otras.map((columna) => ({ columna, valores: [] as string[] }))].map(({ columna, valores }) => {
    const valor = mapeo.filtros[columna] ?? '';
    const ofrecidos = valores.map((v) => v || SIN_VALOR);
    return { columna, valor, valores: valor === '' || ofrecidos.includes(valor) ? ofrecidos : [...ofrecidos, valor] };
  });
}

function vista(deps: DepsDeOficina, c: Carga, respuesta: Respuesta | undefined, consulta: string) {
  const { ficha, mapeo, tabla, efectos } = c;
  const equivalencias = [
    ...Object.entries(mapeo.equivalencias).map(([escrito, codigo]) => ({ escrito, codigo, filas: 0 })),
    ...desconocidosDe(c)
      .slice(0, 30)
      .map((d) => ({ escrito: d.escrito, codigo: '', filas: d.filas })),
  ];
  return {
    procesando: false as const,
    csrf: deps.csrf,
    clave: randomUUID(),
    id: c.indicador,
    nombre: ficha.nombre,
    archivo: c.nombreArchivo,
    consulta,
    direccion: `/indicadores/${c.indicador}/importar/${c.archivo}`,
    columnas: tabla.cabeceras,
    columnasDePeriodo: tabla.cabeceras.filter((h) => leerPeriodo(ficha.periodicidad, h) !== undefined || mapeo.anchas.includes(h)),
    muestra: tabla.muestra,
    lectura: `${tabla.codificacion}${tabla.separador ? `, separado por ${tabla.separador === '\t' ? 'tabulaciones' : `«${tabla.separador}»`}` : ''}`,
    notas: tabla.notas,
    captura: ficha.captura,
    parte: PARTE[ficha.periodicidad],
    denominador: ficha.denominador,
    esMensaje: tabla.dimensiones !== undefined,
    denominadores: tabla.dimensiones?.[0]?.valores ?? tabla.cabeceras,
    numerador: ficha.numerador || ficha.nombre,
    desagregaciones: ficha.desagregaciones.map((d) => d.nombre),
    mapeo: { ...mapeo, equivalencias: undefined, filtros: undefined } satisfies Omit<Mapeo, 'equivalencias' | 'filtros'> & {
      equivalencias: undefined;
      filtros: undefined;
    },
    filtros: filtrosDe(c),
    equivalencias,
    sugerencias: equivalencias.length > 0 ? sugerencias(deps, c) : [],
    origen: c.origen,
    faltas: c.faltas,
    previo: c.previo,
    envia: c.envia,
    respuesta,
    efectos: efectos && {
      ...efectos,
      periodos: efectos.totales.length,
      totales: efectos.totales.slice(-PERIODOS).reverse(),
      fallas: efectos.fallas.slice(0, MUESTRA),
      avisos: efectos.avisos.slice(0, MUESTRA),
      desconocidos: efectos.desconocidos.length,
    },
  };
}

type Confirmado = Exito | Rechazo | Negativa;
const claveDeTrabajo = (deps: DepsDeOficina, clave: string): string => `confirmar ${deps.quien.cuenta} ${clave}`;

function erroresDe(r: Exclude<Confirmado, Exito>): ErrorDeForma[] {
  if (!('impedimentos' in r)) return [errorDe(r)];
  const errores = r.impedimentos.map(({ campo, numeral, motivo, remedio }) => ({ campo, numeral, motivo, remedio }));
  return errores.length > 0 ? errores : [{ numeral: '', motivo: r.titulo, remedio: 'Revise los datos e inténtelo de nuevo.' }];
}

/** What the review shows; leads to the report when the import that the address names is done. */
export async function datosDeCarga(deps: DepsDeOficina, params: Params, consulta: URLSearchParams) {
  const { id, huella } = lugarDe(params);
  const en = consulta.get('en');
  const aqui = `/indicadores/${id}/importar/${huella}?${consulta}`;
  let respuesta: Respuesta | undefined;
  if (en) {
    const trabajo = claveDeTrabajo(deps, en);
    if (hayTrabajo(trabajo)) {
      const r = await esperar<Confirmado>(trabajo, ESPERA, () => Promise.reject(new Error('No hay tal trabajo.')));
      if (!r) return { procesando: true as const, que: 'Importando las cifras', aqui };
      if (r.listo.ok) throw redirect(`/expediente/${r.listo.expediente}?hecho=${r.listo.acto}`);
      respuesta = { ok: false, forma: 'confirmar', errores: erroresDe(r.listo), valores: {} };
    } else {
      const reporte = reporteDeClave(deps.quien.cuenta, en);
      if (await loteDeReporte(deps.db, reporte)) throw redirect(`/expediente/${reporte}`);
    }
  }
  const propia = consultaDe(consulta);
  const { cuenta, actor } = deps.quien;
  const r = await esperar(`revisar ${cuenta} ${actor.designacion} ${id} ${huella} ${propia}`, ESPERA, () =>
    prepararCarga(deps, deps.quien, id, huella, mapeoDe(consulta)),
  );
  if (!r) return { procesando: true as const, que: 'Leyendo el archivo', aqui };
  if (!r.listo.ok) throw negarPagina(r.listo);
  return vista(deps, r.listo, respuesta, propia);
}

/** Imports what the review shows; what takes long goes on while the page says so. */
export async function confirmarCifras(deps: DepsDeOficina, params: Params, consulta: URLSearchParams, datos: FormData) {
  const { id, huella } = lugarDe(params);
  const clave = texto(datos, 'clave') || randomUUID();
  const r = await esperar<Confirmado>(claveDeTrabajo(deps, clave), ESPERA, () =>
    confirmarCarga(deps, deps.quien, id, huella, {
      mapeo: mapeoDe(consulta),
      soloCorrectas: texto(datos, 'soloCorrectas') === 'si',
      motivo: texto(datos, 'motivo').trim().slice(0, 2000),
      clave,
    }),
  );
  if (!r) {
    const sigue = new URLSearchParams(consultaDe(consulta));
    sigue.set('en', clave);
    return redirect(`/indicadores/${id}/importar/${huella}?${sigue}`);
  }
  if (r.listo.ok) return redirect(`/expediente/${r.listo.expediente}?hecho=${r.listo.acto}`);
  return responder(datos, { ok: false, estado: 400, errores: erroresDe(r.listo) });
}

/** Rejected and odd rows, as CSV. */
export async function filasDeCarga(deps: DepsDeOficina, params: Params, consulta: URLSearchParams): Promise<Response> {
  const { id, huella } = lugarDe(params);
  const c = await prepararCarga(deps, deps.quien, id, huella, mapeoDe(consulta));
  if (!c.ok) throw negarPagina(c);
  if (!c.efectos) throw noExiste('Todavía no hay filas que informar.', 'Complete primero el mapeo de columnas.');
  return new Response(filasCsv(c.efectos), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': disposicion(`filas-${c.nombreArchivo.replace(/\.[a-z]+$/, '')}.csv`),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

export type DatosDeCarga = Exclude<Awaited<ReturnType<typeof datosDeCarga>>, { procesando: true }>;

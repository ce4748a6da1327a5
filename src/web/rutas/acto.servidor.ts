import { randomUUID } from 'node:crypto';
import { data, redirect } from 'react-router';
import { CARGOS } from '../../directiva/cargos.ts';
import { cargarLegajo } from '../../documentos/generar.ts';
import { documentosDe } from '../../documentos/registro.ts';
import type { ActoCualquiera } from '../../kernel/acto.ts';
import { fechaDeLima } from '../../kernel/calendario.ts';
import type { Impedimento } from '../../kernel/tipos.ts';
import type { ExpedienteLeido } from '../../lecturas/expediente.ts';
import { esquemaDe } from '../../registro.ts';
import { contextoVacio } from '../acciones.ts';
import { type Campo, camposDe, fuentesDe } from '../formulario/campos.ts';
import { conClaves } from '../formulario/escritos.ts';
import { valoresIniciales } from '../formulario/iniciales.ts';
import { fuenteDe, type Opcion, type Opciones } from '../formulario/opciones.fuente.ts';
import { comoEleccion, opcionesPara } from '../formulario/opciones.servidor.ts';
import { documentosEn, valoresDe } from '../formulario/valores.ts';
import { indicadoresPorReportar } from '../indicadores/reportables.servidor.ts';
import { type DepsDeOficina, formulario, noExiste, prohibido, texto } from '../sesion.servidor.ts';
import { cargarExpediente } from './expediente.servidor.ts';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Params = Readonly<Record<string, string | undefined>>;

interface Lugar {
  acto: ActoCualquiera;
  /** Undefined for an acto that opens its expediente. */
  expediente?: ExpedienteLeido;
}

/** The acto of the address and, unless it opens one, the expediente on which it is performed. */
async function lugarDe(deps: DepsDeOficina, params: Params): Promise<Lugar> {
  const acto = deps.registro.acto(params.nombre ?? '');
  if (!acto) throw noExiste('Ese acto no existe.');
  if (params.id === undefined) {
    if (!acto.crea) throw noExiste('Ese acto se realiza sobre un expediente.', 'Ábralo desde la lista y elija allí el acto.');
    const permiso = acto.puede(deps.quien.actor, undefined, contextoVacio(deps, ''));
    if (permiso) throw prohibido(permiso.motivo, permiso.remedio);
    return { acto };
  }
  const expediente = await cargarExpediente(deps, params.id);
  if (acto.expediente !== expediente.tipo || acto.crea) throw noExiste('Ese acto no corresponde a este expediente.');
  return { acto, expediente };
}

const camposDelActo = (acto: ActoCualquiera): readonly Campo[] => comoEleccion(acto.nombre, camposDe(esquemaDe(acto)));

/** The only option of a field, and the own ministry or government where the list has it. */
function porDefecto(deps: DepsDeOficina, campos: readonly Campo[], opciones: Opciones): Record<string, string> {
  const { sector, entidad } = deps.quien.actor;
  const elegir = (lista: readonly Opcion[]) => (lista.length === 1 ? lista[0] : lista.find((o) => o.valor === sector || o.valor === entidad))?.valor;
  return Object.fromEntries(
    campos.flatMap((c) => {
      const unica = c.control === 'opcion' && c.fuente && c.obligatorio ? elegir(opciones[fuenteDe(c)]?.opciones ?? []) : undefined;
      return unica ? [[c.clave, unica]] : [];
    }),
  );
}

/** Offices of the own ministry or government, the only ones that may have decided for it. */
function cargosDe(deps: DepsDeOficina): Opcion[] {
  const { sector, entidad, cargo } = deps.quien.actor;
  const tipo = deps.catalogo().entidad(sector ?? entidad)?.tipo;
  return Object.entries(CARGOS).flatMap(([valor, c]) =>
    valor !== cargo && valor !== 'administrador' && (c.entidades as readonly string[]).includes(tipo ?? '') ? [{ valor, texto: c.nombre }] : [],
  );
}

/** What the form of an acto shows. */
export async function datosDelFormulario(deps: DepsDeOficina, params: Params, direccion: URLSearchParams) {
  const { acto, expediente } = await lugarDe(deps, params);
  const campos = camposDelActo(acto);
  const disponible = expediente ? (await deps.disponibles(deps.quien, expediente.id)).find((a) => a.acto === acto.nombre) : undefined;
  const opciones = await opcionesPara(deps, fuentesDe(campos), {
    tipo: expediente?.tipo,
    estado: expediente?.estado,
    territorio: expediente?.territorio ?? undefined,
    participantes: expediente?.participantes ?? [],
    persona: direccion.get('persona') ?? undefined,
    relacionados: (expediente?.relacionados ?? []).map((r) => ({ rol: r.rol, estado: r.estado })),
    generables: await generablesDe(deps, campos, direccion.get('origen') ?? ''),
  });
  return {
    antes: acto.nombre === 'ReportarCifras' && !direccion.get('indicador') ? await indicadoresPorReportar(deps) : null,
    acto: { nombre: acto.nombre, titulo: acto.titulo, resumen: acto.resumen, numerales: acto.numerales },
    expediente: expediente ? { id: expediente.id, titulo: expediente.titulo, codigo: expediente.codigo, version: expediente.version } : null,
    impedimentos: disponible && disponible.estado !== 'posible' ? disponible.impedimentos : [],
    campos,
    valores: { ...porDefecto(deps, campos, opciones), ...valoresIniciales(acto.nombre, expediente?.estado, direccion) },
    opciones,
    borrador: `${deps.quien.actor.designacion}:${acto.nombre}:${expediente?.id ?? 'nuevo'}`,
    cargos: cargosDe(deps),
    propia: deps.quien.actor.entidad,
    hoy: fechaDeLima(deps.ahora()),
    csrf: deps.csrf,
    clave: randomUUID(),
    nuevo: randomUUID(),
  };
}

/** Documents that the origin named in the address can produce now, where the form asks for one. */
async function generablesDe(deps: DepsDeOficina, campos: readonly Campo[], origen: string): Promise<Opcion[] | undefined> {
  if (!ID.test(origen) || !campos.some((c) => c.fuente === 'generable')) return undefined;
  const legajo = await cargarLegajo(deps, origen);
  return legajo ? documentosDe(legajo).flatMap((d) => (d.falta ? [] : [{ valor: d.tipo, texto: d.nombre }])) : [];
}

/** Performs the acto of a submitted form; whatever fails, everything typed comes back. */
export async function realizar(deps: DepsDeOficina, params: Params, request: Request) {
  const { acto, expediente } = await lugarDe(deps, params);
  const datos = await formulario(deps, request);
  const campos = camposDelActo(acto);
  const { valores, impedimentos: porPrecisar, candidatos } = conClaves(campos, valoresDe(datos, campos), deps.catalogo());
  const comunes = { ocurridoEl: texto(datos, '_ocurridoEl'), cargo: texto(datos, '_cargo'), clave: texto(datos, '_clave'), nuevo: texto(datos, '_nuevo') };
  const devolver = (impedimentos: readonly Impedimento[], estado: number, titulo: string, filas: Record<string, number> = {}) =>
    data({ titulo, impedimentos, valores, comunes, filas, candidatos }, { status: estado });

  const mas = texto(datos, '_mas');
  if (mas) return devolver([], 200, '', { [mas]: 1 });

  const origen = valores.origen;
  if (texto(datos, '_elegir') && typeof origen === 'string') return redirect(`${new URL(request.url).pathname}?origen=${encodeURIComponent(origen)}`);

  const rechazados = [...porPrecisar, ...(await subir(deps, datos, documentosEn(campos, valores), valores))];
  if (rechazados.length > 0) return devolver(rechazados, 400, 'Hay datos por corregir');

  const version = Number(texto(datos, '_version'));
  const r = await deps.ejecutar(
    {
      acto: acto.nombre,
      expediente: expediente?.id ?? comunes.nuevo,
      version: expediente && Number.isInteger(version) ? version : undefined,
      datos: valores,
      clave: comunes.clave,
      ocurridoEl: comunes.ocurridoEl || undefined,
      decididoPor: comunes.cargo ? { entidad: deps.quien.actor.sector ?? deps.quien.actor.entidad, cargo: comunes.cargo } : undefined,
    },
    deps.quien,
  );
  if (!r.ok) return devolver(r.impedimentos, r.estado, r.titulo);
  return redirect(`/expediente/${r.expediente}?hecho=${r.acto}`);
}

/** Stores the files of the form and puts their huella in its field. */
async function subir(deps: DepsDeOficina, datos: FormData, rutas: readonly string[], valores: Record<string, unknown>): Promise<Impedimento[]> {
  const rechazos: Impedimento[] = [];
  for (const ruta of rutas) {
    const archivo = datos.get(`_archivo:${ruta}`);
    if (!(archivo instanceof File) || archivo.size === 0) continue;
    const r = await deps.subirDocumento(archivo);
    if ('huella' in r) valores[ruta] = r.huella;
    else rechazos.push({ numeral: r.numeral, campo: ruta, motivo: r.motivo, remedio: r.remedio });
  }
  return rechazos;
}

export type DatosDelFormulario = Awaited<ReturnType<typeof datosDelFormulario>>;

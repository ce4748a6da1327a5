import { randomUUID } from 'node:crypto';
import { data, redirect } from 'react-router';
import { CARGOS, nombreDeCargo } from '../../directiva/cargos.ts';
import { reglasEl, vigenteEl } from '../../directiva/reglamento.ts';
import { fechaDeLima } from '../../kernel/calendario.ts';
import type { Impedimento } from '../../kernel/tipos.ts';
import { acuerdosPorSeguir } from '../../lecturas/acuerdos.ts';
import type { Cig } from '../../modules/cig/cig.ts';
import { PARTES } from '../../modules/instrumento/instrumento.etiquetas.ts';
import { PARTES_ENMENDABLES } from '../../modules/modelo/modelo.acuerdos.ts';
import { ASUNTOS } from '../../modules/sesion/sesion.asuntos.ts';
import { asientosDe, type Sesion } from '../../modules/sesion/sesion.ts';
import { esquemaDe } from '../../registro.ts';
import { EN_SALA } from '../acciones.ts';
import { camposDe } from '../formulario/campos.ts';
import { comoEleccion } from '../formulario/opciones.servidor.ts';
import { valoresDe } from '../formulario/valores.ts';
import type { Silla } from '../sala/vivo.ts';
import { type DepsDeOficina, formulario, noExiste, texto } from '../sesion.servidor.ts';
import { estadoDe } from './acuerdos.servidor.ts';
import { cargarExpediente } from './expediente.servidor.ts';

/** Actos that are forms of the room itself; the others open their own form. */
const DE_SALA = new Set([...EN_SALA, 'InstalarSesion']);

/** Acuerdos whose packages are amended section by section. */
const opciones = (partes: Readonly<Record<string, string>>) => Object.entries(partes).map(([valor, nombre]) => ({ valor, nombre }));

/** Parts of what was elevated, for the agreements that amend it part by part. */
const POR_SECCIONES: Readonly<Record<string, { valor: string; nombre: string }[]>> = {
  AprobarModelo: opciones(PARTES_ENMENDABLES),
  AprobarInstrumento: opciones(PARTES),
};

/** All that the room shows. Four statements: head, what is possible now, agreements to follow up, and those of the sign-in. */
export async function datosDeSala(deps: DepsDeOficina, id: string | undefined) {
  const e = await cargarExpediente(deps, id);
  if (e.tipo !== 'sesion') throw noExiste('Ese expediente no es una sesión.');
  const s = e.estado as Sesion;
  const cig = e.relacionados.find((r) => r.rol === 'cig')?.estado as Cig | undefined;
  const hoy = fechaDeLima(deps.ahora());
  const [disponibles, porSeguir] = await Promise.all([deps.disponibles(deps.quien, e.id), acuerdosPorSeguir(deps.db, s.cig, hoy)]);
  const catalogo = deps.catalogo();
  const { actor } = deps.quien;
  const entidad = (x: string) => catalogo.entidad(x)?.nombre ?? x;
  const dia = s.situacion === 'cerrado' ? s.fecha : hoy;
  const sillas: Silla[] = (cig?.miembros ?? [])
    .filter((m) => vigenteEl(m, dia) || s.asuntos.some((a) => asientosDe(a, [m], dia).length > 0))
    .map(({ id: silla, entidad: de, cargo, nivel, calidad, suplente }) => ({
      id: silla,
      entidad: de,
      cargo,
      nivel,
      calidad,
      suplente,
      nombre: `${nombreDeCargo(cargo)} · ${entidad(de)}`,
    }));
  const mia =
    sillas.find((x) => x.entidad === actor.entidad && x.cargo === actor.cargo) ?? sillas.find((x) => x.entidad === actor.entidad && x.suplente === actor.cargo);
  const posibles = disponibles.filter((a) => a.estado === 'posible').map((a) => a.acto);
  const objetos = new Map(e.relacionados.map((r) => [r.id, { titulo: r.titulo, codigo: r.codigo }]));
  return {
    id: e.id,
    codigo: e.codigo,
    titulo: e.titulo,
    version: e.version,
    demo: e.demo,
    estado: s,
    sala: {
      sillas,
      reglas: reglasEl(cig?.reglamentos, hoy),
      entidades: Object.fromEntries([...new Set([s.sector, ...s.participantes, 'pcm-sd', 'pcm-sgp'])].map((x) => [x, entidad(x)])),
    },
    conReglamento: (cig?.reglamentos?.length ?? 0) > 0,
    objetos: Object.fromEntries(objetos),
    seguimiento: (cig?.adoptados ?? [])
      .filter((a) => a.sesion !== e.id)
      .map((a) => ({ ...a, responsable: a.responsable ? entidad(a.responsable) : undefined })),
    porSeguir: porSeguir.map((f) => ({
      id: f.id,
      titulo: f.titulo,
      oficina: `${nombreDeCargo(f.cargo)} · ${f.entidadNombre}`,
      cumplimiento: f.cumplimiento,
      vence: f.vence,
      estado: estadoDe(f),
    })),
    yo: {
      silla: mia,
      oficina: `${nombreDeCargo(actor.cargo)} · ${entidad(actor.entidad)}`,
      /** The office speaks as deputy of the seat. */
      suplente: mia !== undefined && mia.cargo !== actor.cargo,
      conduce: disponibles.some((a) => a.acto === 'PonerEnDebate' && a.estado !== 'ajena'),
      comenta: disponibles.some((a) => a.acto === 'ComentarAsunto' && a.estado !== 'ajena'),
    },
    posibles,
    /** Agreements with a form of their own. */
    acuerdos: Object.keys(ASUNTOS),
    secciones: POR_SECCIONES,
    hoy,
    csrf: deps.csrf,
    clave: randomUUID(),
  };
}

export type DatosDeSala = Awaited<ReturnType<typeof datosDeSala>>;

export interface Respuesta {
  ok: boolean;
  acto: string;
  asunto: string;
  titulo: string;
  impedimentos: readonly Impedimento[];
  advertencias: readonly { numeral: string; motivo: string }[];
  valores: Record<string, unknown>;
}

/** Performs an acto from the room. Without scripts the answer is the page again, at the item; with them, only what happened. */
export async function realizarEnSala(deps: DepsDeOficina, id: string | undefined, request: Request) {
  const e = await cargarExpediente(deps, id);
  const datos = await formulario(deps, request);
  const nombre = texto(datos, '_acto');
  const acto = DE_SALA.has(nombre) ? deps.registro.acto(nombre) : undefined;
  if (!acto || e.tipo !== 'sesion') throw noExiste('Ese acto no se realiza desde la sala.', 'Vuelva a la sesión y elija el acto en la lista.');
  const valores = valoresDe(datos, comoEleccion(acto.nombre, camposDe(esquemaDe(acto))));
  const version = Number(texto(datos, '_version'));
  const cargo = texto(datos, '_cargo');
  const r = await deps.ejecutar(
    {
      acto: acto.nombre,
      expediente: e.id,
      version: Number.isInteger(version) && version > 0 ? version : undefined,
      datos: valores,
      clave: texto(datos, '_clave') || randomUUID(),
      decididoPor: Object.hasOwn(CARGOS, cargo) ? { entidad: deps.quien.actor.sector ?? deps.quien.actor.entidad, cargo } : undefined,
    },
    deps.quien,
  );
  const comun = { acto: acto.nombre, asunto: texto(datos, 'asunto') };
  if (!r.ok)
    return data({ ...comun, ok: false, titulo: r.titulo, impedimentos: r.impedimentos, advertencias: [], valores } satisfies Respuesta, { status: r.estado });
  if (texto(datos, '_vivo') === '') return redirect(`/sesion/${e.id}?hecho=${r.acto}${comun.asunto ? `#asunto-${comun.asunto}` : ''}`);
  return data({ ...comun, ok: true, titulo: acto.titulo, impedimentos: [], advertencias: r.advertencias, valores: {} } satisfies Respuesta);
}

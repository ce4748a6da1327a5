import { type Asiento, FIJOS, type Miembro } from '../../directiva/asientos.ts';
import type { EntidadId, Fecha, Hecho, Id, Marca, TerritorioId } from '../../kernel/tipos.ts';

interface Protocolo {
  regla: 'consenso' | 'otra';
  detalleRegla?: string;
  convocatoria: string;
  intercambio: string;
  estrategiaTerritorial: string;
  /** Who may convene guests (A25). */
  invitados: 'presidencia' | 'cualquier_miembro';
  conformidades: Conformidad[];
  documento?: string;
}

export interface Conformidad {
  asiento: Asiento;
  entidad: EntidadId;
  posicion: 'conforme' | 'en_desacuerdo' | 'ausente';
  motivo?: string;
}

interface Invitado {
  entidad: EntidadId;
  especialidad: string;
  asunto: string;
}

interface Comentario {
  entidad: EntidadId;
  cargo: string;
  sentido: 'aporte' | 'desacuerdo';
  texto: string;
  fecha: Fecha;
}

/** Why the president may select the seats v (R6). */
export type Defecto = 'fecha_vencida' | 'diferida' | 'sesion_sin_seleccion' | 'reconocido_sin_seleccion';

export interface Etti {
  nombre: string;
  cig: Id;
  sector: EntidadId;
  territorio: TerritorioId;
  nombreTerritorio: string;
  /** Government of the departmental territory: designates seat iv. */
  gobierno?: EntidadId;
  /** Provinces of the territory when it was proposed (A5). */
  provincias: number;
  servicios: Id[];
  plan?: Id;
  /** A second ETTI of the same CIG and department, for this other service (R4). */
  adicionalPara?: Id;
  principal?: Id;
  situacion: 'propuesto' | 'reconocido' | 'instalado';
  miembros: Miembro[];
  seleccion: { fechaCig?: Fecha; defecto?: 'diferida' | 'sesion_sin_seleccion' };
  /** Numbers of seats iv and v that differ from 1 and 2 (8.10 ¶2, A4). */
  variacion?: { iv: number; v: number; motivo: string };
  vacancias: { asiento: Asiento; entidad: EntidadId; motivo: string; desde: Fecha }[];
  protocolo?: Protocolo & { version: number; desde: Fecha };
  invitados: Invitado[];
  comentarios: Comentario[];
  desde: Fecha;
}

type Propuesto = Pick<
  Etti,
  'nombre' | 'cig' | 'sector' | 'territorio' | 'nombreTerritorio' | 'gobierno' | 'provincias' | 'servicios' | 'plan' | 'adicionalPara' | 'principal'
>;
type SinFecha = Omit<Miembro, 'desde'>;
type Gerente = { entidad: EntidadId; unidad?: string };

export type EttiHecho =
  | Hecho<'EttiPropuesto', Propuesto>
  | Hecho<'EttiReconocido', { sesion: Id; nombreSesion: string; fechaSeleccion?: Fecha }>
  | Hecho<'MiembroDesignado', SinFecha>
  | Hecho<'GerentesSeleccionados', { por: 'cig' | 'presidencia'; gerentes: Gerente[]; motivo?: string; defecto?: Defecto; sesion?: Id; nombreSesion?: string }>
  | Hecho<'SeleccionDiferida', { sesion: Id; nombreSesion: string; motivo: string }>
  | Hecho<'SesionSinSeleccion', { sesion: Id; nombreSesion: string }>
  | Hecho<'ComposicionVariada', { iv: number; v: number; motivo: string }>
  | Hecho<'EttiInstalado', { actaEtti?: string }>
  | Hecho<'VacanciaDeclarada', { asiento: Asiento; entidad: EntidadId; unidad?: string; motivo: string }>
  | Hecho<'InvitadoConvocado', Invitado>
  | Hecho<'ComentarioRegistrado', Pick<Comentario, 'sentido' | 'texto'>>
  | Hecho<'ProtocoloAdoptado', Protocolo>;

/** Seats iv expected: one, unless the participation was varied (8.10 ¶2). */
export const esperadosIv = (e: Etti): number => e.variacion?.iv ?? 1;

/** Seats v expected: two, or as many provinces as there are (8.10.v, A5), unless varied. */
export const esperadosV = (e: Etti): number => e.variacion?.v ?? Math.min(2, e.provincias);

export const enAsiento = (e: Etti, asiento: Asiento): Miembro[] => e.miembros.filter((m) => m.asiento === asiento);

/** Fixed seats nobody holds. */
export const fijosVacantes = (e: Etti): Asiento[] => FIJOS.filter((a) => enAsiento(e, a).length === 0);

/** Case of R6 that lets the president select, or undefined while the selection is still the CIG's. */
export function defectoDeSeleccion(e: Etti, el: Fecha): Defecto | undefined {
  if (e.seleccion.defecto) return e.seleccion.defecto;
  if (e.seleccion.fechaCig) return e.seleccion.fechaCig < el ? 'fecha_vencida' : undefined;
  return e.situacion === 'propuesto' ? undefined : 'reconocido_sin_seleccion';
}

/** Seats i–iii hold one office; a seat iv gives way to the newcomer only when all the expected ones are taken. */
function sentar(e: Etti, nuevo: Miembro): Miembro[] {
  const { asiento } = nuevo;
  if (asiento !== 'iv') return [...e.miembros.filter((m) => m.asiento !== asiento), nuevo];
  const actuales = enAsiento(e, 'iv');
  const sale = actuales.find((m) => m.unidad === nuevo.unidad) ?? (actuales.length >= Math.max(1, esperadosIv(e)) ? actuales[0] : undefined);
  return [...e.miembros.filter((m) => m !== sale), nuevo];
}

/** A selection by the CIG replaces every seat v; one by the president leaves those the CIG chose (R6). */
function seleccionar(e: Etti, h: Extract<EttiHecho, { tipo: 'GerentesSeleccionados' }>['datos'], desde: Fecha): Etti {
  const quedan = e.miembros.filter((m) => m.asiento !== 'v' || (h.por === 'presidencia' && m.elegidoPor === 'cig'));
  const nuevos = h.gerentes.map((g): Miembro => ({ asiento: 'v', cargo: 'gerente_municipal', calidad: 'titular', ...g, desde, elegidoPor: h.por }));
  const miembros = [...quedan, ...nuevos];
  const v = miembros.filter((m) => m.asiento === 'v').length;
  const variacion = v !== esperadosV(e) && h.motivo ? { iv: esperadosIv(e), v, motivo: h.motivo } : e.variacion;
  return { ...e, miembros, variacion, seleccion: h.por === 'cig' ? {} : e.seleccion, vacancias: e.vacancias.filter((x) => x.asiento !== 'v') };
}

function retirar(miembros: Miembro[], d: { asiento: Asiento; entidad: EntidadId; unidad?: string }): Miembro[] {
  const sale = miembros.find((m) => m.asiento === d.asiento && m.entidad === d.entidad && (d.unidad === undefined || m.unidad === d.unidad));
  return miembros.filter((m) => m !== sale);
}

export function evolve(previo: Etti | undefined, h: EttiHecho, marca: Marca): Etti {
  if (h.tipo === 'EttiPropuesto')
    return { ...h.datos, situacion: 'propuesto', miembros: [], seleccion: {}, vacancias: [], invitados: [], comentarios: [], desde: marca.ocurridoEl };
  const e = previo as Etti;
  const el = marca.ocurridoEl;
  switch (h.tipo) {
    case 'EttiReconocido':
      return { ...e, situacion: 'reconocido', seleccion: { ...e.seleccion, fechaCig: h.datos.fechaSeleccion ?? e.seleccion.fechaCig }, desde: el };
    case 'MiembroDesignado':
      return { ...e, miembros: sentar(e, { ...h.datos, desde: el }), vacancias: sinPrimera(e.vacancias, h.datos.asiento) };
    case 'GerentesSeleccionados':
      return seleccionar(e, h.datos, el);
    case 'SeleccionDiferida':
      return { ...e, seleccion: { defecto: 'diferida' } };
    case 'SesionSinSeleccion':
      return { ...e, seleccion: { defecto: 'sesion_sin_seleccion' } };
    case 'ComposicionVariada':
      return { ...e, variacion: h.datos };
    case 'EttiInstalado':
      return { ...e, situacion: 'instalado', desde: el };
    case 'VacanciaDeclarada':
      return {
        ...e,
        miembros: retirar(e.miembros, h.datos),
        vacancias: [...e.vacancias, { asiento: h.datos.asiento, entidad: h.datos.entidad, motivo: h.datos.motivo, desde: el }],
      };
    case 'InvitadoConvocado':
      return { ...e, invitados: [...e.invitados, h.datos] };
    case 'ComentarioRegistrado':
      return { ...e, comentarios: [...e.comentarios, { ...h.datos, entidad: marca.entidad, cargo: marca.cargo, fecha: el }] };
    case 'ProtocoloAdoptado':
      return { ...e, protocolo: { ...h.datos, version: (e.protocolo?.version ?? 0) + 1, desde: el } };
  }
}

function sinPrimera<T extends { asiento: Asiento }>(lista: T[], asiento: Asiento): T[] {
  const i = lista.findIndex((x) => x.asiento === asiento);
  return i < 0 ? lista : lista.toSpliced(i, 1);
}

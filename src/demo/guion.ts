import type { Casa } from '../composicion.ts';
import { esHabil, masDias } from '../kernel/calendario.ts';
import type { DecididoPor, Fecha, Id } from '../kernel/tipos.ts';
import type { Exito, Solicitante } from '../platform/contrato.ts';
import { guardarDocumento } from '../platform/documentos.ts';
import type { ClaveDeOficina } from './identidad.ts';

/** A member's position: office, what it says and why. Several of one office follow each other. */
type Postura = 'acuerdo' | 'acuerdo_con_reserva' | 'se_aparta' | 'objecion';
type PosicionDemo = readonly [ClaveDeOficina, Postura, motivo?: string];

interface AsuntoDemo {
  tipo: string;
  titulo: string;
  objeto: Id;
  posiciones: readonly PosicionDemo[];
  /** Text proposed, and what may be known of who fulfils it. */
  propuesta?: string;
  minutos?: number;
  responsable?: string;
  cargo?: string;
  cumplimiento?: string;
  vence?: Fecha;
  /** An amendment incorporated, the objection it cures withdrawn, and the positions on the new text. */
  concertacion?: { propone: ClaveDeOficina; debeDecir: string; motivo: string; razon: string; despues: readonly PosicionDemo[] };
  enDebate?: boolean;
  /** Data of the agreement; absent while it is still to be decided. */
  acuerdo?: Record<string, unknown>;
}

interface SesionDemo {
  id: Id;
  cig: Id;
  clase?: 'ordinaria' | 'extraordinaria';
  convocada: Fecha;
  fecha: Fecha;
  modalidad?: 'presencial' | 'virtual' | 'mixta';
  lugar: string;
  conduce: ClaveDeOficina;
  presentes: readonly ClaveDeOficina[];
  asuntos: readonly AsuntoDemo[];
}

interface OpcionesDeActo {
  el: Fecha;
  decididoPor?: DecididoPor;
}

/**
 * A story told through actos. The n-th acto of a story always has the same key, so that repeating the story gives the
 * stored answers up to where it stopped and goes on from there.
 */
export class Guion {
  private readonly casa: Casa;
  private readonly historia: string;
  private readonly base: Fecha;
  private readonly oficinas: ReadonlyMap<ClaveDeOficina, Solicitante>;
  private readonly versiones = new Map<Id, number>();
  private paso = 0;

  constructor(casa: Casa, historia: string, base: Fecha, oficinas: ReadonlyMap<ClaveDeOficina, Solicitante>) {
    this.casa = casa;
    this.historia = historia;
    this.base = base;
    this.oficinas = oficinas;
  }

  /** Last business day that is at least so many days before the load. */
  hace(dias: number): Fecha {
    return this.habil(masDias(this.base, -dias), -1);
  }

  /** First business day at least so many days after the load. */
  en(dias: number): Fecha {
    return this.habil(masDias(this.base, dias), 1);
  }

  private habil(desde: Fecha, sentido: 1 | -1): Fecha {
    let dia = desde;
    while (!esHabil(dia)) dia = masDias(dia, sentido);
    return dia;
  }

  /** @throws when the acto is refused: the demo and the rules no longer agree, or another version left it half-loaded */
  async hacer(quien: ClaveDeOficina, acto: string, expediente: Id, datos: unknown, { el, decididoPor }: OpcionesDeActo): Promise<Exito> {
    const clave = `demo:${this.historia}:${++this.paso}`;
    const version = this.versiones.get(expediente);
    const r = await this.casa.ejecutar({ acto, expediente, datos, clave, version, ocurridoEl: el, decididoPor }, this.como(quien));
    if (!r.ok)
      throw new Error(`La demostración se detuvo en ${acto} (${quien}). ${r.titulo}: ${r.impedimentos.map((i) => `${i.numeral} ${i.motivo}`).join(' ')}`);
    for (const h of r.hechos) this.versiones.set(h.expediente, Math.max(h.version, this.versiones.get(h.expediente) ?? 0));
    return r;
  }

  private como(quien: ClaveDeOficina): Solicitante {
    const s = this.oficinas.get(quien);
    if (!s) throw new Error(`La demostración no tiene la oficina ${quien}.`);
    return s;
  }

  /** Stores a short text as the file of a document. @returns its hash */
  async documento(quien: ClaveDeOficina, nombre: string, lineas: readonly string[]): Promise<string> {
    const texto = [`${nombre}`, 'Documento de demostración, sin valor oficial.', '', ...lineas, ''].join('\n');
    return guardarDocumento(this.casa.db, Buffer.from(texto, 'utf8'), `${nombre}.txt`, 'text/plain', this.como(quien), this.casa.ahora());
  }

  /** State of an expediente as it stands now. */
  async estado<S>(id: Id): Promise<S> {
    const { estado } = await this.casa.db.selectFrom('expediente').select('estado').where('id', '=', id).executeTakeFirstOrThrow();
    return estado as S;
  }

  /** Convenes a session with its agenda. */
  async convocar(s: Omit<SesionDemo, 'presentes'>): Promise<void> {
    const { id, cig, clase = 'ordinaria', convocada, fecha, modalidad = 'mixta', lugar, conduce } = s;
    await this.hacer(conduce, 'ConvocarSesion', id, { cig, clase, fecha, modalidad, lugar }, { el: convocada });
    for (const { tipo, titulo, objeto, propuesta, minutos, responsable, cargo, cumplimiento, vence } of s.asuntos)
      await this.hacer(conduce, 'IncluirAsunto', id, { tipo, titulo, objeto, propuesta, minutos, responsable, cargo, cumplimiento, vence }, { el: convocada });
  }

  private async tieneSeguimiento(id: Id): Promise<boolean> {
    const { asuntos } = await this.estado<{ asuntos: { n: number }[] }>(id);
    return asuntos.some((a) => a.n === 0);
  }

  /** Objection, amendment, withdrawal: what concertation is (6.6). */
  private async concertar(id: Id, asunto: number, conduce: ClaveDeOficina, c: NonNullable<AsuntoDemo['concertacion']>, el: Fecha): Promise<void> {
    await this.hacer(c.propone, 'ProponerEnmienda', id, { asunto, debeDecir: c.debeDecir, motivo: c.motivo }, { el });
    await this.hacer(conduce, 'IncorporarEnmienda', id, { asunto, enmienda: 1 }, { el });
    await this.hacer(c.propone, 'RetirarObjecion', id, { asunto, razon: c.razon }, { el });
    for (const [quien, postura, motivo] of c.despues) await this.hacer(quien, 'FijarPosicion', id, { asunto, postura, motivo }, { el });
  }

  /** A session held: attendance, positions and agreements, all on its date. It closes when every item was decided. */
  async celebrar(s: SesionDemo): Promise<void> {
    const { id, conduce, fecha: el } = s;
    await this.convocar(s);
    await Promise.all(s.presentes.map((quien, i) => this.hacer(quien, 'RegistrarAsistencia', id, { modo: i % 2 === 0 ? 'presencial' : 'virtual' }, { el })));
    await this.hacer(conduce, 'InstalarSesion', id, {}, { el });
    if (await this.tieneSeguimiento(id)) await this.hacer(conduce, 'DarPorTratado', id, { asunto: 0, sintesis: SEGUIMIENTO }, { el });
    for (const [i, a] of s.asuntos.entries()) {
      const asunto = i + 1;
      for (const [quien, postura, motivo] of a.posiciones) await this.hacer(quien, 'FijarPosicion', id, { asunto, postura, motivo }, { el });
      if (a.concertacion) await this.concertar(id, asunto, conduce, a.concertacion, el);
      if (a.acuerdo) await this.hacer(conduce, a.tipo, id, { asunto, ...a.acuerdo }, { el });
    }
    for (const [i, a] of s.asuntos.entries()) if (a.enDebate) await this.hacer(conduce, 'PonerEnDebate', id, { asunto: i + 1 }, { el });
    if (s.asuntos.every((a) => a.acuerdo)) await this.hacer(conduce, 'CerrarSesion', id, {}, { el });
  }
}

const SEGUIMIENTO = 'El sector informa el avance de los acuerdos anteriores; ninguno queda observado.';

/** The same position of several offices. */
export const todos = (postura: Postura, ...quienes: readonly ClaveDeOficina[]): PosicionDemo[] => quienes.map((q) => [q, postura]);

/** Row of the form that accredits an office to a CIG. */
export function asiento(clave: ClaveDeOficina, resto: { representa?: 'regional' | 'local'; calidad?: 'observador' } = {}) {
  const [entidad, cargo] = clave.split('/');
  return { entidad, cargo, sustento: 'Oficio de acreditación (demostración)', ...resto };
}

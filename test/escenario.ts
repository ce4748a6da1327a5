import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { CARGOS, type Cargo } from '../src/directiva/cargos.ts';
import {
  type ActoCualquiera,
  type Acuerdo,
  type Contexto,
  type Decision,
  type EfectoCualquiera,
  esRechazo,
  type HechoPara,
  type Leido,
  type Modulo,
  type Permiso,
} from '../src/kernel/acto.ts';
import { canon } from '../src/kernel/canon.ts';
import type { Actor, Advertencia, Calidad, Catalogo, DecididoPor, EntidadId, Fecha, Ficha, Hecho, Id, Impedimento, Marca } from '../src/kernel/tipos.ts';
import { catalogoMinimo } from './catalogo.minimo.ts';

/** sha-256 in hex, as `ctx.huella`. */
export const huella = (texto: string): string => createHash('sha256').update(texto, 'utf8').digest('hex');

/** The same well-formed UUID v7 for the same nickname: `idDe('cig-salud')`. */
export function idDe(apodo: string): Id {
  const h = huella(apodo);
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-7${h.slice(13, 16)}-8${h.slice(17, 20)}-${h.slice(20, 32)}`;
}

/** Office that acts: `oficina('gerente_regional', 'gr-09')`. */
export function oficina(cargo: Cargo, entidad: EntidadId, calidad: Calidad = 'titular', catalogo: Catalogo = catalogoMinimo()): Actor {
  const e = catalogo.entidad(entidad);
  if (!e) throw new Error(`La entidad ${entidad} no está en el catálogo de la prueba`);
  return {
    persona: idDe(`persona-${cargo}-${entidad}`),
    designacion: idDe(`designacion-${cargo}-${entidad}`),
    cargo,
    calidad,
    entidad,
    tipoEntidad: e.tipo,
    nivel: CARGOS[cargo].nivel,
    sector: e.sector,
    territorio: e.territorio,
    desde: '2020-01-01',
  };
}

/** Another expediente as the decision reads it. */
export const leido = <S>(tipo: string, estado: S, id: Id = idDe(tipo)): Leido<S> => ({ id, tipo, version: 1, estado });

export interface Entorno {
  /** Today in Lima; 2 March 2026 when absent. */
  hoy?: Fecha;
  ocurridoEl?: Fecha;
  id?: Id;
  catalogo?: Catalogo;
  leidos?: Record<string, Leido | undefined>;
  decididoPor?: DecididoPor;
  /** What the finding of the acto established. */
  pericia?: unknown;
}

export type Previo<H extends Hecho> = H | { hecho: H; marca: Partial<Marca> };

const HOY = '2026-03-02';
const ACUERDO: Acuerdo = { cig: idDe('cig'), sesion: idDe('sesion'), asunto: 1, nombreSesion: 'Sesión Ordinaria I', nivelesAusentes: [] };

function marcaDe(actor: Actor, e: Entorno): Marca {
  const dia = e.ocurridoEl ?? e.hoy ?? HOY;
  return {
    ocurridoEl: dia,
    registradoEn: `${e.hoy ?? HOY}T15:00:00.000Z`,
    acto: idDe('acto'),
    designacion: actor.designacion,
    entidad: actor.entidad,
    cargo: actor.cargo,
  };
}

function contexto(actor: Actor, e: Entorno): Contexto {
  return {
    id: e.id ?? idDe('expediente'),
    hoy: e.hoy ?? HOY,
    ahora: `${e.hoy ?? HOY}T15:00:00.000Z`,
    ocurridoEl: e.ocurridoEl ?? e.hoy ?? HOY,
    actor,
    decididoPor: e.decididoPor,
    catalogo: e.catalogo ?? catalogoMinimo(),
    leidos: e.leidos ?? {},
    pericia: e.pericia,
    huella,
  };
}

/** What came out of an acto or agreement, to be asserted and continued. */
export class Desenlace<S, H extends Hecho> {
  readonly permiso: Permiso;
  readonly impedimentos: readonly Impedimento[];
  readonly hechos: readonly HechoPara<H>[];
  readonly advertencias: readonly Advertencia[];
  /** State after the hechos of its own expediente; the previous one when refused. */
  readonly estado: S;
  private readonly modulo: Modulo<S, H>;
  private readonly entorno: Entorno;

  constructor(modulo: Modulo<S, H>, previo: S | undefined, permiso: Permiso, d: Decision<H>, actor: Actor, entorno: Entorno) {
    this.modulo = modulo;
    this.entorno = entorno;
    this.permiso = permiso;
    this.impedimentos = esRechazo(d) ? d.impedimentos : [];
    this.hechos = permiso || esRechazo(d) ? [] : d.hechos.map(persistido);
    this.advertencias = esRechazo(d) ? [] : (d.advertencias ?? []);
    const marca = marcaDe(actor, entorno);
    const propios = this.hechos.filter((h) => h.en === undefined && h.abre === undefined);
    this.estado = propios.reduce<S | undefined>((s, h) => persistido(modulo.evolve(s, h, marca)), previo) as S;
  }

  get ficha(): Ficha {
    return this.modulo.ficha(this.estado);
  }

  /** Done: exactly these hechos, each by its type or by a part of it. */
  entonces(esperados: readonly (string | Record<string, unknown>)[]): this {
    this.permitido();
    expect(this.impedimentos, 'no debía rechazarse').toEqual([]);
    expect(this.hechos).toMatchObject(esperados.map((e) => (typeof e === 'string' ? { tipo: e } : e)));
    expect(this.hechos).toHaveLength(esperados.length);
    return this;
  }

  /** Refused by this numeral; every refusal also brings reason and cure. */
  rechaza(numeral: string, motivo?: RegExp | string): this {
    this.permitido();
    expect(this.impedimentos.map((i) => i.numeral)).toContain(numeral);
    for (const i of this.impedimentos) {
      expect(i.motivo).not.toBe('');
      expect(i.remedio).not.toBe('');
    }
    if (motivo !== undefined)
      expect(
        this.impedimentos
          .filter((i) => i.numeral === numeral)
          .map((i) => i.motivo)
          .join('\n'),
      ).toMatch(motivo);
    return this;
  }

  /** Done, and a warning of this numeral stays on record. */
  advierte(numeral: string, motivo?: RegExp | string): this {
    this.permitido();
    expect(this.impedimentos, 'no debía rechazarse').toEqual([]);
    expect(this.advertencias.map((a) => a.numeral)).toContain(numeral);
    if (motivo !== undefined)
      expect(
        this.advertencias
          .filter((a) => a.numeral === numeral)
          .map((a) => a.motivo)
          .join('\n'),
      ).toMatch(motivo);
    return this;
  }

  sinAdvertencias(): this {
    expect(this.advertencias).toEqual([]);
    return this;
  }

  /** The office may not, with reason and cure. */
  noPuede(numeral?: string): this {
    expect(this.permiso, 'la oficina no debía poder').not.toBeNull();
    expect(this.permiso?.remedio).not.toBe('');
    if (numeral) expect(this.permiso?.numeral).toBe(numeral);
    return this;
  }

  /** Goes on from the state reached, perhaps on another day or with other facts read. */
  luego(cambios: Entorno = {}): Dado<S, H> {
    return new Dado(this.modulo, this.estado, { ...this.entorno, ocurridoEl: undefined, decididoPor: undefined, pericia: undefined, ...cambios });
  }

  private permitido(): void {
    expect(this.permiso, 'la oficina debía poder').toBeNull();
  }
}

/** An expediente in a state, ready for an acto. */
export class Dado<S, H extends Hecho> {
  readonly estado: S | undefined;
  private readonly modulo: Modulo<S, H>;
  private readonly entorno: Entorno;

  constructor(modulo: Modulo<S, H>, estado: S | undefined, entorno: Entorno) {
    this.modulo = modulo;
    this.estado = estado;
    this.entorno = entorno;
  }

  /** Performs an acto as `execute` does: schema, office, what blocks before the form, decision. */
  cuando(acto: ActoCualquiera, datos: unknown, actor: Actor, cambios: Entorno = {}): Desenlace<S, H> {
    const entorno = { ...this.entorno, ...cambios };
    const ctx = contexto(actor, entorno);
    const limpios: unknown = acto.datos.parse(datos);
    const permiso = acto.puede(actor, this.estado, ctx, limpios);
    const previos = acto.impide?.(this.estado, ctx) ?? [];
    const d = (permiso || previos.length > 0 ? { impedimentos: previos } : acto.decidir(this.estado, limpios, ctx)) as Decision<H>;
    return new Desenlace(this.modulo, this.estado, permiso, d, actor, entorno);
  }

  /** What a CIG agreement does to it, once consensus was verified by the session. */
  cuandoLaCig(efecto: EfectoCualquiera, datos: unknown, actor: Actor, acuerdo: Partial<Acuerdo> = {}, cambios: Entorno = {}): Desenlace<S, H> {
    const entorno = { ...this.entorno, ...cambios };
    const ctx = contexto(actor, entorno);
    const limpios: unknown = efecto.datos.parse(datos);
    const previos = efecto.impide?.(this.estado, ctx) ?? [];
    const d = (previos.length > 0 ? { impedimentos: previos } : efecto.decidir(this.estado, limpios, { ...ACUERDO, ...acuerdo }, ctx)) as Decision<H>;
    return new Desenlace(this.modulo, this.estado, null, d, actor, entorno);
  }

  /** The session closes without deciding the item. */
  cuandoCierraSin(efecto: EfectoCualquiera, actor: Actor, acuerdo: Partial<Acuerdo> = {}, cambios: Entorno = {}): Desenlace<S, H> {
    const entorno = { ...this.entorno, ...cambios };
    const hechos = (efecto.sinAcuerdo?.(this.estado, { ...ACUERDO, ...acuerdo }, contexto(actor, entorno)) ?? []) as H[];
    return new Desenlace(this.modulo, this.estado, null, { hechos }, actor, entorno);
  }
}

/** An expediente with these hechos recorded; none at all for an acto that opens it. */
export function dado<S, H extends Hecho>(modulo: Modulo<S, H>, hechos: readonly Previo<H>[], entorno: Entorno = {}): Dado<S, H> {
  const base = marcaDe(oficina('organo_descentralizacion', 'minsa'), entorno);
  const estado = hechos.reduce<S | undefined>((s, p) => {
    const { hecho, marca } = 'hecho' in p ? p : { hecho: p, marca: {} };
    return persistido(modulo.evolve(s, persistido(hecho), { ...base, ...marca }));
  }, undefined);
  return new Dado(modulo, estado, entorno);
}

/** As it comes back from the ledger: what canonical JSON drops must not be relied on. */
function persistido<T>(valor: T): T {
  return JSON.parse(canon(valor)) as T;
}

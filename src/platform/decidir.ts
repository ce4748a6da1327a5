import { type ActoCualquiera, type Contexto, esRechazo, type HechoPara, type Leido, type ModuloCualquiera } from '../kernel/acto.ts';
import { dmy, esFecha, fechaDeLima } from '../kernel/calendario.ts';
import type { Advertencia, Catalogo, Fecha, Hecho, Id, Impedimento, Marca } from '../kernel/tipos.ts';
import { type Cabeza, contenidoDe, encadenar, SIN_ANTERIOR, sha256 } from './cabeza.ts';
import type { CodigoDeError, FichaPorLeer, Peticion, Rechazo, Solicitante } from './contrato.ts';
import { esTextoLegible, ilegibleEn } from './http/legible.ts';
import type { Registro } from './registro.ts';

/** A request already validated, waiting for its turn; perhaps with the token of who asks still to be read. */
export type EnEspera = Omit<Trabajo, 'quien'> & { quien: Solicitante | FichaPorLeer };

/** A request already validated, of somebody known. */
export interface Trabajo {
  id: Id;
  acto: ActoCualquiera;
  peticion: Peticion;
  datos: unknown;
  refs: Record<string, Id>;
  documentos: { campo: string; huella: string }[];
  /** What the finding of the acto established. */
  pericia?: unknown;
  solicitud: string;
  quien: Solicitante;
}

export interface HechoNuevo {
  expediente_id: Id;
  version: number;
  acto_id: Id;
  tipo: string;
  contenido: string;
  huella: string;
  /** For the projections of the modules. */
  modulo: string;
  datos: unknown;
  v: number;
  marca: Marca;
}

export interface Decidido {
  ok: true;
  hechos: HechoNuevo[];
  advertencias: Advertencia[];
  /** Heads as they stand after the acto. */
  cabezas: Cabeza[];
}

const ESTADO: Record<CodigoDeError, Rechazo['estado']> = {
  datos_invalidos: 400,
  sin_credenciales: 401,
  sin_permiso: 403,
  no_existe: 404,
  impedido: 409,
  version_superada: 412,
  clave_reutilizada: 422,
  falta_version: 428,
};

/** A refusal with its HTTP status. */
export function rechazo(codigo: CodigoDeError, titulo: string, impedimentos: Impedimento[], version?: number): Rechazo {
  return { ok: false, estado: ESTADO[codigo], codigo, titulo, impedimentos, version };
}

/** Decides one acto on the heads in memory. Pure but for the arguments: nothing is written. */
export function decidirTrabajo(
  t: Trabajo,
  cabezas: ReadonlyMap<Id, Cabeza>,
  entorno: { registro: Registro; catalogo: Catalogo; ahora: Date },
): Decidido | Rechazo {
  const { acto, peticion } = t;
  const modulo = entorno.registro.modulo(acto.expediente) as ModuloCualquiera;
  const cabeza = cabezas.get(peticion.expediente);
  const problema = problemaDeCabeza(acto, peticion, cabeza);
  if (problema) return problema;

  const leidos: Record<string, Leido> = {};
  for (const [rol, id] of Object.entries({ ...cabeza?.relaciones, ...t.refs })) {
    const c = cabezas.get(id);
    if (c) leidos[rol] = c;
    else if (rol in t.refs)
      return rechazo('datos_invalidos', 'Hay datos por corregir', [
        { numeral: acto.numerales[0] ?? '', campo: rol, motivo: 'El expediente citado no existe.', remedio: 'Elija un expediente de la lista.' },
      ]);
  }

  const hoy = fechaDeLima(entorno.ahora);
  const ctx: Contexto = {
    id: peticion.expediente,
    hoy,
    ahora: entorno.ahora.toISOString(),
    ocurridoEl: peticion.ocurridoEl ?? hoy,
    actor: t.quien.actor,
    decididoPor: peticion.decididoPor,
    catalogo: entorno.catalogo,
    leidos,
    pericia: t.pericia,
    huella: (texto) => sha256(texto).toString('hex'),
  };
  const estado = cabeza?.estado;
  const permiso = acto.puede(t.quien.actor, estado, ctx, t.datos);
  if (permiso)
    return rechazo('sin_permiso', 'Su oficina no puede realizar este acto', [
      { numeral: permiso.numeral ?? acto.numerales[0] ?? '', motivo: permiso.motivo, remedio: permiso.remedio },
    ]);
  const impedimentos = acto.impide?.(estado, ctx) ?? [];
  if (impedimentos.length > 0) return rechazo('impedido', 'No es posible ahora', [...impedimentos], cabeza?.version);
  const decision = acto.decidir(estado, t.datos, ctx);
  if (esRechazo(decision)) return rechazo('impedido', 'No es posible', [...decision.impedimentos], cabeza?.version);

  return aplicar(t, decision.hechos, decision.advertencias ?? [], cabezas, leidos, ctx, modulo, entorno.registro);
}

function problemaDeCabeza(acto: ActoCualquiera, peticion: Peticion, cabeza: Cabeza | undefined): Rechazo | undefined {
  if (acto.crea) {
    if (!cabeza) return undefined;
    return rechazo(
      'version_superada',
      'El expediente ya existe',
      [{ numeral: acto.numerales[0] ?? '', motivo: 'Ya hay un expediente abierto con ese identificador.', remedio: 'Ábralo, o use un identificador nuevo.' }],
      cabeza.version,
    );
  }
  if (!cabeza || cabeza.tipo !== acto.expediente)
    return rechazo('no_existe', 'No se encontró el expediente', [
      {
        numeral: acto.numerales[0] ?? '',
        motivo: cabeza ? 'Este acto no corresponde a ese tipo de expediente.' : 'No existe un expediente con ese identificador.',
        remedio: 'Vuelva a la lista y ábralo desde allí.',
      },
    ]);
  if (acto.concurrencia === 'version') {
    if (peticion.version === undefined)
      return rechazo(
        'falta_version',
        'Falta la versión que usted vio',
        [
          {
            numeral: acto.numerales[0] ?? '',
            motivo: 'Este acto necesita la versión del expediente sobre la que se decide.',
            remedio: 'Envíe If-Match con la versión actual.',
          },
        ],
        cabeza.version,
      );
    if (peticion.version !== cabeza.version)
      return rechazo(
        'version_superada',
        'El expediente cambió',
        [
          {
            numeral: acto.numerales[0] ?? '',
            motivo: `Otra oficina actuó después de que usted abrió el expediente (versión ${cabeza.version}).`,
            remedio: 'Revise lo nuevo en la cronología y repita el acto si aún corresponde. Lo que escribió se conserva.',
          },
        ],
        cabeza.version,
      );
  }
  return undefined;
}

function aplicar(
  t: Trabajo,
  hechos: readonly HechoPara<Hecho<string, unknown>>[],
  advertencias: readonly Advertencia[],
  cabezas: ReadonlyMap<Id, Cabeza>,
  leidos: Record<string, Leido>,
  ctx: Contexto,
  propio: ModuloCualquiera,
  registro: Registro,
): Decidido {
  const declarados = t.acto.escribe?.(t.datos) ?? [];
  const puedeEscribir = (rol: string) => declarados.some((d) => (d.endsWith('*') ? rol.startsWith(d.slice(0, -1)) : d === rol));
  const nuevas = new Map<Id, Cabeza>();
  const salida: HechoNuevo[] = [];
  const marca: Marca = {
    ocurridoEl: ctx.ocurridoEl,
    registradoEn: ctx.ahora,
    acto: t.id,
    designacion: t.quien.actor.designacion,
    entidad: t.quien.actor.entidad,
    cargo: t.quien.actor.cargo,
    decididoPor: ctx.decididoPor,
  };
  const demo = cabezas.get(ctx.id)?.demo ?? t.quien.demo;
  for (const { en, abre, ...hecho } of hechos) {
    if (en !== undefined && !puedeEscribir(en)) throw new Error(`${t.acto.nombre} escribe en «${en}» sin declararlo en escribe().`);
    if (abre && !t.acto.abre?.includes(abre.tipo)) throw new Error(`${t.acto.nombre} abre un expediente de tipo «${abre.tipo}» sin declararlo en abre.`);
    const id = abre?.id ?? (en === undefined ? ctx.id : (leidos[en]?.id as Id));
    const previa = nuevas.get(id) ?? cabezas.get(id);
    const modulo = abre ? registro.modulo(abre.tipo) : en === undefined ? propio : registro.modulo(previa?.tipo ?? '');
    if (!modulo) throw new Error(`${t.acto.nombre} escribe en un expediente que no leyó («${en}»).`);
    const version = (previa?.version ?? 0) + 1;
    const limpio = { tipo: hecho.tipo, v: hecho.v, datos: hecho.datos };
    const contenido = contenidoDe({ expediente: id, version, hecho: limpio, marca });
    const huella = encadenar(previa?.huella ?? SIN_ANTERIOR, contenido);
    nuevas.set(id, {
      id,
      tipo: modulo.tipo,
      codigo: previa?.codigo ?? '',
      version,
      estado: modulo.evolve(previa?.estado, limpio, marca),
      huella,
      relaciones: previa?.relaciones ?? {},
      demo: previa?.demo ?? demo,
      creadoEl: previa?.creadoEl ?? ctx.ocurridoEl,
    });
    salida.push({
      expediente_id: id,
      version,
      acto_id: t.id,
      tipo: hecho.tipo,
      contenido,
      huella: `\\x${huella.toString('hex')}`,
      modulo: modulo.tipo,
      datos: hecho.datos,
      v: hecho.v,
      marca,
    });
  }
  for (const c of nuevas.values()) c.relaciones = { ...(registro.modulo(c.tipo) as ModuloCualquiera).ficha(c.estado).relaciones };
  return { ok: true, hechos: salida, advertencias: [...advertencias], cabezas: [...nuevas.values()] };
}

const ES_UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MAXIMO_CLAVE = 200;
const ES_CARGO = /^[a-z_]{1,40}$/;

/** What no door checks for all: pages and API bring the same request here, and what the database would choke on is refused, not a fault. */
export function problemaDeForma({ expediente, clave, ocurridoEl, decididoPor, datos }: Peticion): Rechazo | undefined {
  const malo = !ES_UUID.test(expediente)
    ? 'expediente'
    : clave === '' || clave.length > MAXIMO_CLAVE || !esTextoLegible(clave)
      ? 'clave'
      : ocurridoEl !== undefined && !esFecha(ocurridoEl)
        ? 'ocurridoEl'
        : decididoPor !== undefined && !ES_CARGO.test(decididoPor.cargo)
          ? 'decididoPor'
          : ilegibleEn(datos)?.campo;
  if (malo === undefined) return undefined;
  return rechazo('datos_invalidos', 'Hay datos por corregir', [
    { numeral: '', campo: malo, motivo: 'El pedido trae un valor que no se puede leer.', remedio: 'Corrija el campo y vuelva a enviarlo.' },
  ]);
}

/** An office records what another office of its own entity or sector decided; what others decide, they record. */
export function problemaDeQuienDecidio(peticion: Peticion, quien: Solicitante, catalogo: Catalogo): Rechazo | undefined {
  const otro = peticion.decididoPor;
  if (!otro) return undefined;
  const entidad = catalogo.entidad(otro.entidad);
  if (!entidad)
    return rechazo('datos_invalidos', 'Hay datos por corregir', [
      { numeral: '5.1', campo: 'decididoPor', motivo: 'La entidad que decidió no está en el catálogo.', remedio: 'Elija una entidad de la lista.' },
    ]);
  if (otro.entidad === quien.actor.entidad || (quien.actor.sector !== undefined && entidad.sector === quien.actor.sector)) return undefined;
  return rechazo('sin_permiso', 'Su oficina no puede anotar esa decisión', [
    { numeral: '5.1', motivo: `Lo que decide ${entidad.nombre} lo registra una oficina de esa entidad.`, remedio: `Solicítelo a ${entidad.nombre}.` },
  ]);
}

/** Legal dates cannot lie in the future nor outside the term of the office that acts. */
export function problemaDeFecha(peticion: Peticion, quien: Solicitante, hoy: Fecha): Rechazo | undefined {
  const el = peticion.ocurridoEl ?? hoy;
  if (el > hoy)
    return rechazo('datos_invalidos', 'Hay datos por corregir', [
      { numeral: '5.1', campo: 'ocurridoEl', motivo: 'La fecha del acto está en el futuro.', remedio: 'Indique la fecha en que ocurrió, hasta hoy.' },
    ]);
  const { desde, hasta } = quien.actor;
  if (hoy < desde || (hasta !== undefined && hoy > hasta) || el < desde)
    return rechazo('sin_permiso', 'Su designación no cubre ese acto', [
      {
        numeral: '5.1',
        motivo: `La designación rige desde el ${dmy(desde)}${hasta ? ` hasta el ${dmy(hasta)}` : ''} y el acto es del ${dmy(el)}.`,
        remedio: 'Pida a la administración que registre su designación vigente, o que actúe quien ejerce hoy el cargo.',
      },
    ]);
  return undefined;
}

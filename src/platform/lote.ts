import type pg from 'pg';
import type { ModuloCualquiera } from '../kernel/acto.ts';
import { fechaDeLima } from '../kernel/calendario.ts';
import { canon } from '../kernel/canon.ts';
import type { Catalogo, Ficha, Id } from '../kernel/tipos.ts';
import { bytea, type FilaDeFicha } from './auth/fichas.ts';
import { type Cabeza, filaDe, pendientesDe } from './cabeza.ts';
import type { Exito, Rechazo, Resultado } from './contrato.ts';
import { type Decidido, decidirTrabajo, type EnEspera, problemaDeFecha, problemaDeQuienDecidio, rechazo, type Trabajo } from './decidir.ts';
import { identificar } from './identificar.ts';
import type { Registro } from './registro.ts';
import { NUMERAR, txDe } from './sql.ts';
import { enTanda, type Sentencia } from './tanda.ts';

export interface Entorno {
  pool: pg.Pool;
  registro: Registro;
  catalogo: () => Catalogo;
  ahora: () => Date;
}

type FilaCabeza = [Id, string, string, number, unknown, string, Record<string, Id>, boolean, string];

interface Lectura {
  cabezas: Map<Id, Cabeza>;
  repetidos: Map<string, { solicitud: string; respuesta: Exito }>;
  /** Files that exist: whose they are while no acto cites them, then null. */
  documentos: Map<string, Id | null>;
  fichas: Map<string, FilaDeFicha>;
}

/** One transaction for all the actos of the lot, in two exchanges: BEGIN, read and lock; decide each; write what was accepted and COMMIT. */
export async function procesarLote(trabajos: EnEspera[], entorno: Entorno): Promise<Resultado[]> {
  const cliente = await entorno.pool.connect();
  let fallo: Error | undefined;
  try {
    const ahora = entorno.ahora();
    const lectura = await leer(cliente, trabajos, ahora);
    const escritura = new Escritura(ahora);
    const resultados = trabajos.map((t) => atender(t, lectura, escritura, entorno, ahora));
    if (escritura.vacia) {
      await cliente.query('commit'); // the use of tokens is noted even so
      return resultados;
    }
    await numerar(cliente, escritura, entorno.registro, ahora);
    await escribirYCerrar(cliente, escritura, entorno.registro, entorno.catalogo());
    return resultados;
  } catch (e) {
    fallo = e as Error;
    await cliente.query('rollback').catch(() => {});
    throw e;
  } finally {
    cliente.release(fallo && !('code' in fallo) ? fallo : undefined);
  }
}

async function leer(cliente: pg.PoolClient, trabajos: EnEspera[], ahora: Date): Promise<Lectura> {
  const escritos: Id[] = [];
  const conRoles: Id[] = [];
  const roles: string[] = [];
  const leidos: Id[] = [];
  for (const t of trabajos) {
    escritos.push(t.peticion.expediente);
    const declarados = new Set(t.acto.escribe?.(t.datos) ?? []);
    for (const [rol, id] of Object.entries(t.refs)) (declarados.delete(rol) ? escritos : leidos).push(id);
    for (const rol of declarados) {
      conRoles.push(t.peticion.expediente);
      roles.push(rol);
    }
  }
  const [fila] = await enTanda(cliente, [
    { text: 'begin' },
    {
      name: 'leer',
      values: [
        escritos,
        conRoles,
        roles,
        leidos,
        trabajos.filter((t) => !t.acto.crea).map((t) => t.peticion.expediente),
        trabajos.map((t) => ('ficha' in t.quien ? null : t.quien.cuenta)),
        trabajos.map((t) => ('ficha' in t.quien ? t.quien.ficha : null)),
        trabajos.map((t) => t.peticion.clave),
        trabajos.flatMap((t) => t.documentos.map((d) => d.huella)),
        [...new Set(trabajos.flatMap((t) => ('ficha' in t.quien ? [bytea(t.quien.ficha)] : [])))],
        ahora.toISOString(),
      ],
    },
  ]);
  const [escribibles, legibles, respuestas, archivos, fichas] = (fila as string[]).map((json) => JSON.parse(json) as unknown[]);
  const cabezas = new Map<Id, Cabeza>();
  for (const [id, tipo, codigo, version, estado, huella, relaciones, demo, creadoEl] of [...(escribibles as FilaCabeza[]), ...(legibles as FilaCabeza[])])
    cabezas.set(id, { id, tipo, codigo, version, estado, huella: Buffer.from(huella.slice(2), 'hex'), relaciones, demo, creadoEl });
  const repetidos = new Map<string, { solicitud: string; respuesta: Exito }>();
  for (const [cuenta, clave, solicitud, respuesta] of respuestas as [string, string, string, Exito][])
    repetidos.set(`${cuenta}\n${clave}`, { solicitud: solicitud.slice(2), respuesta });
  return { cabezas, repetidos, documentos: new Map(archivos as [string, Id | null][]), fichas: new Map((fichas as FilaDeFicha[]).map((f) => [f.huella, f])) };
}

/** What the lot will write, gathered acto by acto. */
class Escritura {
  readonly actos: Record<string, unknown>[] = [];
  readonly decididos: Decidido[] = [];
  readonly cabezas = new Map<Id, Cabeza>();
  /** The same heads as they were before the lot. */
  readonly previas = new Map<Id, Cabeza>();
  readonly nuevas: { cabeza: Cabeza; respuesta: Exito }[] = [];
  readonly documentos: string[] = [];
  readonly ahora: string;
  constructor(ahora: Date) {
    this.ahora = ahora.toISOString();
  }
  get vacia(): boolean {
    return this.actos.length === 0;
  }
}

function atender(enEspera: EnEspera, lectura: Lectura, escritura: Escritura, entorno: Entorno, ahora: Date): Resultado {
  const quien = identificar(enEspera.quien, lectura.fichas, ahora);
  if ('ok' in quien) return quien;
  const t: Trabajo = { ...enEspera, quien };
  const problema = problemaDeQuienDecidio(t.peticion, quien, entorno.catalogo()) ?? problemaDeFecha(t.peticion, quien, fechaDeLima(ahora));
  if (problema) return problema;
  const previo = lectura.repetidos.get(`${t.quien.cuenta}\n${t.peticion.clave}`);
  if (previo) return repetir(t, previo);
  // In quarantine it is only for who uploaded it.
  const falta = t.documentos.find(({ huella }) => {
    const dueno = lectura.documentos.get(huella);
    return dueno !== null && dueno !== quien.actor.persona;
  });
  if (falta)
    return rechazo('datos_invalidos', 'Hay datos por corregir', [
      { numeral: t.acto.numerales[0] ?? '', campo: falta.campo, motivo: 'El archivo citado no está en el sistema.', remedio: 'Adjunte de nuevo el archivo.' },
    ]);
  const d = decidirTrabajo(t, lectura.cabezas, { registro: entorno.registro, catalogo: entorno.catalogo(), ahora });
  if (!d.ok) return d;
  const respuesta = exito(t, d);
  for (const c of d.cabezas) {
    const previa = lectura.cabezas.get(c.id);
    if (!previa) escritura.nuevas.push({ cabeza: c, respuesta });
    else if (!escritura.cabezas.has(c.id)) escritura.previas.set(c.id, previa);
    lectura.cabezas.set(c.id, c);
    escritura.cabezas.set(c.id, c);
  }
  escritura.decididos.push(d);
  // Should the same key come again in this lot.
  lectura.repetidos.set(`${quien.cuenta}\n${t.peticion.clave}`, { solicitud: t.solicitud, respuesta });
  escritura.documentos.push(...t.documentos.map((x) => x.huella));
  escritura.actos.push({
    id: t.id,
    nombre: t.acto.nombre,
    cuenta: t.quien.cuenta,
    clave: t.peticion.clave,
    solicitud: `\\x${t.solicitud}`,
    persona: t.quien.actor.persona,
    designacion: t.quien.actor.designacion,
    entidad: t.quien.actor.entidad,
    cargo: t.quien.actor.cargo,
    decidido_por: t.peticion.decididoPor ?? null,
    ocurrido_el: d.hechos[0]?.marca.ocurridoEl,
    registrado_en: escritura.ahora,
    advertencias: d.advertencias,
    respuesta,
  });
  return respuesta;
}

function repetir(t: Trabajo, previo: { solicitud: string; respuesta: Exito }): Exito | Rechazo {
  if (previo.solicitud === t.solicitud) return { ...previo.respuesta, repetido: true };
  return rechazo('clave_reutilizada', 'La clave ya se usó para otro pedido', [
    {
      numeral: t.acto.numerales[0] ?? '',
      motivo: 'Con esa Idempotency-Key ya se registró un acto con otro contenido.',
      remedio: 'Use una clave nueva para un acto nuevo.',
    },
  ]);
}

function exito(t: Trabajo, d: Decidido): Exito {
  const propia = d.cabezas.find((c) => c.id === t.peticion.expediente);
  return {
    ok: true,
    acto: t.id,
    expediente: t.peticion.expediente,
    tipo: t.acto.expediente,
    version: propia?.version ?? 0,
    hechos: d.hechos.map((h) => ({ expediente: h.expediente_id, version: h.version, tipo: h.tipo })),
    abiertos: [],
    advertencias: d.advertencias,
    repetido: false,
  };
}

/** Numbers per series, entity and year for the expedientes that the lot opens: `PTI-2026-0003-MINSA`. */
async function numerar(cliente: pg.PoolClient, e: Escritura, registro: Registro, ahora: Date): Promise<void> {
  if (e.nuevas.length === 0) return;
  const grupos = new Map<string, { serie: string; entidad: string; anio: number; nuevas: { cabeza: Cabeza; respuesta: Exito }[] }>();
  for (const { cabeza, respuesta } of e.nuevas) {
    const c = e.cabezas.get(cabeza.id) as Cabeza;
    const modulo = registro.modulo(c.tipo) as ModuloCualquiera;
    const { entidad } = modulo.ficha(c.estado);
    const anio = Number((c.creadoEl || ahora.toISOString()).slice(0, 4));
    const serie = modulo.serieDe?.(c.estado) ?? modulo.serie;
    const clave = `${serie}|${entidad}|${anio}`;
    const grupo = grupos.get(clave) ?? { serie, entidad, anio, nuevas: [] };
    grupo.nuevas.push({ cabeza: c, respuesta });
    grupos.set(clave, grupo);
  }
  const orden = [...grupos.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, g]) => g);
  const { rows } = await cliente.query({
    name: 'numerar',
    text: NUMERAR,
    values: [orden.map((g) => g.serie), orden.map((g) => g.entidad), orden.map((g) => g.anio), orden.map((g) => g.nuevas.length)],
  });
  for (const g of orden) {
    const ultimo = rows.find((r) => r.serie === g.serie && r.entidad === g.entidad && r.anio === g.anio).ultimo as number;
    g.nuevas.forEach(({ cabeza, respuesta }, i) => {
      const n = ultimo - g.nuevas.length + 1 + i;
      cabeza.codigo = `${g.serie}-${g.anio}-${String(n).padStart(4, '0')}-${g.entidad.toUpperCase()}`;
      respuesta.abiertos.push({ expediente: cabeza.id, codigo: cabeza.codigo, demo: cabeza.demo });
    });
  }
}

/** Writes; the COMMIT goes in the same exchange unless a module has tables of its own to fill first. */
async function escribirYCerrar(cliente: pg.PoolClient, e: Escritura, registro: Registro, catalogo: Catalogo): Promise<void> {
  const cabezas = [...e.cabezas.values()];
  const fichas = cabezas.map((c) => (registro.modulo(c.tipo) as ModuloCualquiera).ficha(c.estado));
  const hechos = e.decididos.flatMap((d) => d.hechos);
  const pendientes = pendientesQueCambian(cabezas, fichas, e.previas, registro);
  const escribir: Sentencia = {
    name: 'escribir',
    values: [
      JSON.stringify(e.actos),
      JSON.stringify(
        hechos.map(({ expediente_id, version, acto_id, tipo, contenido, huella }) => ({ expediente_id, version, acto_id, tipo, contenido, huella })),
      ),
      JSON.stringify(cabezas.map((c, i) => filaDe(c, fichas[i] as Ficha, e.ahora))),
      pendientes.map((p) => p.id),
      JSON.stringify(pendientes.flatMap((p) => p.filas)),
      e.documentos,
    ],
  };
  const conProyeccion = hechos.filter((h) => registro.proyeccion(h.modulo));
  if (conProyeccion.length === 0) {
    await enTanda(cliente, [escribir, { text: 'commit' }]);
    return;
  }
  await enTanda(cliente, [escribir]);
  const tx = txDe(cliente);
  for (const tipo of new Set(conProyeccion.map((h) => h.modulo)))
    await registro.proyeccion(tipo)?.proyectar(
      tx,
      conProyeccion
        .filter((h) => h.modulo === tipo)
        .map((h) => ({
          expediente: h.expediente_id,
          version: h.version,
          hecho: { tipo: h.tipo, v: h.v, datos: JSON.parse(canon(h.datos)) },
          marca: h.marca,
        })),
      catalogo,
    );
  await cliente.query('commit');
}

/** Pendientes follow from the state: those of an expediente are written only when the lot changed them. */
function pendientesQueCambian(
  cabezas: readonly Cabeza[],
  fichas: readonly Ficha[],
  previas: ReadonlyMap<Id, Cabeza>,
  registro: Registro,
): { id: Id; filas: Record<string, unknown>[] }[] {
  return cabezas.flatMap((c, i) => {
    const filas = pendientesDe(c.id, fichas[i] as Ficha);
    const previa = previas.get(c.id);
    const antes = previa ? pendientesDe(c.id, (registro.modulo(c.tipo) as ModuloCualquiera).ficha(previa.estado)) : [];
    return JSON.stringify(antes) === JSON.stringify(filas) ? [] : [{ id: c.id, filas }];
  });
}

import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { fechaDeLima } from '../kernel/calendario.ts';
import { canon } from '../kernel/canon.ts';
import type { Catalogo, Id } from '../kernel/tipos.ts';
import { ANULAR, anular } from './anular.ts';
import { sha256 } from './cabeza.ts';
import type { Ejecutar, Peritar, Peticion, Rechazo, Resultado } from './contrato.ts';
import { type EnEspera, problemaDeFecha, problemaDeForma, problemaDeQuienDecidio, rechazo } from './decidir.ts';
import { identificarSolo } from './identificar.ts';
import { type Entorno, procesarLote } from './lote.ts';
import type { Registro } from './registro.ts';

/** Most actos in one transaction. */
const LOTE = 64;
/** Actos that must wait before a second transaction is opened. */
const MINIMO = 32;
const REINTENTOS = 5;

interface EnCola {
  trabajo: EnEspera;
  responder: (r: Resultado) => void;
  fallar: (e: unknown) => void;
}

export interface Opciones {
  pool: pg.Pool;
  registro: Registro;
  catalogo: () => Catalogo;
  ahora: () => Date;
  /** Gathers what an acto needs established; only the actos with `pericia` ask for it. */
  peritar?: Peritar;
  /** Transactions at once: the second starts only when many wait, since larger lots share more of the work. */
  transacciones?: number;
}

/**
 * `execute`: validates, waits for its turn in a lot, decides and writes. Actos that wait share one transaction and one
 * COMMIT, each accepted or refused on its own (house rule 1). Never throws for a refusal; throws for a fault.
 */
export function crearEjecutor(o: Opciones): Ejecutar {
  const cola: EnCola[] = [];
  const entorno: Entorno = { pool: o.pool, registro: o.registro, catalogo: o.catalogo, ahora: o.ahora };
  const maximo = o.transacciones ?? 2;
  let activas = 0;

  const atender = async (lote: EnCola[]) => {
    const resultados = await procesarConReintento(
      lote.map((e) => e.trabajo),
      entorno,
    );
    lote.forEach((e, i) => {
      const r = resultados[i] as Resultado | Error;
      if (r instanceof Error) e.fallar(r);
      else e.responder(r);
    });
  };

  const drenar = () => {
    while (cola.length > 0 && (activas === 0 || (activas < maximo && cola.length >= MINIMO))) {
      const lote = cola.splice(0, LOTE);
      activas++;
      void atender(lote).finally(() => {
        activas--;
        drenar();
      });
    }
  };

  return async (peticion, quien) => {
    const malformada = problemaDeForma(peticion);
    if (malformada) return malformada;
    if (peticion.acto === ANULAR) {
      const conocido = await identificarSolo(o.pool, quien, o.ahora());
      return 'ok' in conocido ? conocido : anular(entorno, peticion, conocido);
    }
    const listo = prepararTrabajo(peticion, quien, o.registro);
    if ('ok' in listo) return listo;
    if (listo.acto.pericia) {
      const conocido = await identificarSolo(o.pool, quien, o.ahora());
      if ('ok' in conocido) return conocido;
      const problema = problemaDeQuienDecidio(peticion, conocido, o.catalogo()) ?? problemaDeFecha(peticion, conocido, fechaDeLima(o.ahora()));
      if (problema) return problema;
      const hallado = await o.peritar?.(listo.acto.pericia, { expediente: peticion.expediente, datos: listo.datos }, conocido);
      if (!hallado) throw new Error(`${listo.acto.nombre} necesita una pericia que la casa no ofrece.`);
      if ('ok' in hallado) return hallado;
      listo.pericia = hallado.hallazgo;
      listo.documentos.push(...hallado.documentos.map((huella) => ({ campo: '', huella })));
    }
    return new Promise<Resultado>((responder, fallar) => {
      cola.push({ trabajo: listo, responder, fallar });
      queueMicrotask(drenar);
    });
  };
}

/** Checks what depends on the request alone: the acto exists, the data are right. */
function prepararTrabajo(peticion: Peticion, quien: EnEspera['quien'], registro: Registro): EnEspera | Rechazo {
  const acto = registro.acto(peticion.acto);
  if (!acto)
    return rechazo('no_existe', 'No existe ese acto', [
      { numeral: '', motivo: `Ayni no conoce el acto «${peticion.acto}».`, remedio: 'Consulte la lista de actos en /api.' },
    ]);
  const numeral = acto.numerales[0] ?? '';
  const leido = registro.validar(acto, peticion.datos);
  if ('errores' in leido)
    return rechazo(
      'datos_invalidos',
      'Hay datos por corregir',
      leido.errores.map((e) => ({ numeral, campo: e.campo, motivo: e.mensaje, remedio: 'Corrija el campo y vuelva a enviarlo; lo demás se conserva.' })),
    );
  const refs: Record<string, Id> = {};
  for (const [rol, id] of Object.entries(acto.refs?.(leido.datos) ?? {})) if (id) refs[rol] = id;
  return {
    id: randomUUID(),
    acto,
    peticion,
    datos: leido.datos,
    refs,
    documentos: registro.documentosEn(acto.nombre, leido.datos),
    solicitud: sha256(
      canon({ acto: acto.nombre, expediente: peticion.expediente, datos: peticion.datos, ocurridoEl: peticion.ocurridoEl, decididoPor: peticion.decididoPor }),
    ).toString('hex'),
    quien,
  };
}

/** A conflict inside a lot retries each acto alone; a conflict alone retries a few times. */
async function procesarConReintento(trabajos: EnEspera[], entorno: Entorno): Promise<(Resultado | Error)[]> {
  try {
    return await procesarLote(trabajos, entorno);
  } catch (e) {
    if (trabajos.length === 1) return [await reintentar(trabajos[0] as EnEspera, entorno, e)];
    const salida: (Resultado | Error)[] = [];
    for (const t of trabajos) {
      try {
        salida.push((await procesarLote([t], entorno))[0] as Resultado);
      } catch (otro) {
        salida.push(await reintentar(t, entorno, otro));
      }
    }
    return salida;
  }
}

const PASAJEROS = new Set(['40001', '40P01', '55P03']);

async function reintentar(t: EnEspera, entorno: Entorno, primero: unknown): Promise<Resultado | Error> {
  let error = primero;
  for (let intento = 0; intento < REINTENTOS; intento++) {
    const { code, constraint } = error as { code?: string; constraint?: string };
    if (code === '23505' && constraint === 'expediente_unica') {
      const cura = entorno.registro.modulo(t.acto.expediente)?.unicidad;
      return rechazo('impedido', 'Ya existe', [
        cura ?? { numeral: t.acto.numerales[0] ?? '', motivo: 'Ya existe un expediente igual.', remedio: 'Abra el existente.' },
      ]);
    }
    if (code !== '23505' && !PASAJEROS.has(code ?? '')) break;
    try {
      return (await procesarLote([t], entorno))[0] as Resultado;
    } catch (otro) {
      error = otro;
    }
  }
  return error instanceof Error ? error : new Error(String(error));
}

import type { Catalogo } from '../../kernel/tipos.ts';
import type { HechoGuardado, Tx } from '../../platform/base.ts';
import { anularLote, aplicarLote, type EntornoDeCifras, enviarLotes, serieDe } from '../../platform/cifras/almacen.ts';
import { posicionesDeCatalogo } from '../../platform/cifras/posiciones.ts';
import { MARCA } from '../../platform/cifras/tramo.ts';
import type { Encuesta, EncuestaHecho } from './encuesta.ts';

/** Results of a survey are a batch of figures of its indicator, weighed by population; the batch is cited by the survey. */
export async function projectEncuestas(tx: Tx, hechos: readonly HechoGuardado[], catalogo: Catalogo): Promise<void> {
  const posiciones = await posicionesDeCatalogo(tx, catalogo);
  const entornoDe = (captura: Encuesta['captura']): EntornoDeCifras => ({ posiciones, formaDe: () => ({ agregacion: 'media_ponderada', captura }) });
  for (const { expediente, hecho } of hechos) {
    const h = hecho as EncuestaHecho;
    if (h.tipo === 'EncuestaRetirada') {
      const fila = await tx.selectFrom('expediente').select('estado').where('id', '=', expediente).executeTakeFirstOrThrow();
      await anularLote(tx, expediente, entornoDe((fila.estado as unknown as Encuesta).captura));
      continue;
    }
    const { indicador, periodo, captura, resultados } = h.datos;
    const previo = await tx.selectFrom('lote').select('id').where('reporte', '=', expediente).executeTakeFirst();
    if (previo) {
      await aplicarLote(tx, expediente, entornoDe(captura));
      continue;
    }
    const serie = await serieDe(tx, indicador);
    const filas = resultados.map((r) => ({ ...r, p: posiciones.de(r.territorio) ?? 0 })).sort((a, b) => a.p - b.p);
    const tramo = {
      pos: Uint16Array.from(filas, (f) => f.p),
      marca: new Uint8Array(filas.length).fill(MARCA.VALOR),
      num: Float64Array.from(filas, (f) => f.valor),
      den: Float64Array.from(filas, (f) => f.poblacion),
    };
    await enviarLotes(tx, [{ reporte: expediente, tramos: [{ serie, periodo, tramo }] }], entornoDe(captura));
  }
}

import { nombreDePeriodo, periodoCorto } from '../../directiva/periodos.ts';
import { dmy } from '../../kernel/calendario.ts';
import type { Id, TerritorioId } from '../../kernel/tipos.ts';
import type { AvisoLeido } from '../../lecturas/calidad.ts';
import type { Indicador } from '../../modules/indicador/indicador.ts';
import { motivoDe, REGLAS_DE_CALIDAD } from '../../modules/reporte/reporte.etiquetas.ts';
import type { Reporte } from '../../modules/reporte/reporte.ts';
import { numero } from '../formato.ts';
import type { Nombres } from './nombres.ts';
import { enlace, grupo, type Seccion, tabla, texto } from './vista.ts';

const VISIBLES = 100;

/** Form where the reporting entity says why a figure is right, with the figure already in it. */
export function direccionDeExplicar(reporte: Id, s: Pick<Indicador, 'periodicidad'>, a: AvisoLeido, territorio: TerritorioId): string {
  const q = new URLSearchParams({ territorio, periodo: periodoCorto(s.periodicidad, a.periodo), categoria: a.categoria });
  return `/expediente/${reporte}/acto/ExplicarCifras?${q}`;
}

/** Warnings on the figures of a report, each with what was expected and what the entity answered. */
export function seccionDeAvisos(
  d: { id: Id; reporte: Reporte; s: Indicador; avisos: readonly AvisoLeido[]; territorios: readonly TerritorioId[]; explica: boolean },
  n: Nombres,
): Seccion {
  const { s, avisos } = d;
  const conCategoria = avisos.some((a) => a.categoria);
  const borrador = d.reporte.situacion === 'borrador';
  const titulo = borrador ? 'Avisos que tendrían estas cifras' : 'Avisos de calidad';
  if (avisos.length === 0) return { id: 'calidad', titulo, numeral: '8.19', vista: texto('Sin avisos: las cifras están dentro de lo esperado.') };
  return {
    id: 'calidad',
    titulo,
    numeral: '8.19',
    vista: grupo([
      [
        undefined,
        texto(
          `Un aviso no cambia ni impide la cifra: pide mirarla. ${borrador ? 'Corríjala antes de enviar, o explíquela.' : 'La entidad la corrige con otro reporte, o la explica.'}`,
          true,
        ),
      ],
      [
        undefined,
        tabla(
          titulo,
          ['Territorio', 'Periodo', ...(conCategoria ? ['Categoría'] : []), 'Aviso', 'Explicación'],
          avisos.slice(0, VISIBLES).map((a) => {
            const id = d.territorios[a.pos] ?? '';
            return [
              n.territorio(id),
              nombreDePeriodo(s.periodicidad, a.periodo),
              ...(conCategoria ? [a.categoria || 'Total'] : []),
              a.valor === undefined ? `${REGLAS_DE_CALIDAD[a.regla]}: reservado.` : motivoDe(a, a.valor, s.decimales),
              a.explicacion
                ? texto(`${a.explicacion.texto} (${dmy(a.explicacion.fecha)})`, true)
                : d.explica
                  ? enlace('Explicar', direccionDeExplicar(d.id, s, a, id))
                  : 'Sin explicación',
            ];
          }),
        ),
      ],
      ...(avisos.length > VISIBLES ? [[undefined, texto(`Se muestran ${VISIBLES} de ${numero(avisos.length)} avisos.`)] as const] : []),
    ]),
  };
}

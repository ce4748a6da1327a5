import { dmy } from '../../kernel/calendario.ts';
import { ESTADOS_DE_VALOR } from '../../modules/reporte/reporte.etiquetas.ts';
import type { Cifra, Reporte } from '../../modules/reporte/reporte.ts';
import { numero } from '../formato.ts';
import type { Nombres } from './nombres.ts';
import { datos, enlace, grupo, type Seccion, tabla, texto, type Vista } from './vista.ts';

const VISIBLES = 200;

/** Code of a period without its sheet at hand: 2021, 2021-07, 2021-3. */
const periodo = (p: number): string =>
  p > 99_999 ? `${Math.floor(p / 100)}-${String(p % 100).padStart(2, '0')}` : p > 9999 ? `${Math.floor(p / 10)}-${p % 10}` : String(p);

/** @param cifras as typed in the form; a file keeps its own in the batch. */
export function seccionesDeReporte(s: Reporte & { cifras?: Cifra[] }, n: Nombres): Seccion[] {
  const cifras = s.cifras ?? [];
  const partes: [string | undefined, Vista][] = [
    [
      undefined,
      datos([
        ['Indicador', enlace(s.nombreIndicador, `/indicadores/${s.indicador}`)],
        ['Entidad que reporta', n.entidad(s.entidad)],
        ['Cifras', numero(s.valores)],
        ['Motivo de la corrección', s.motivo || undefined],
        ['Periodos', s.lote ? `${periodo(s.lote.desde)} a ${periodo(s.lote.hasta)}` : undefined],
        ['Huella del lote', s.lote?.huella],
      ]),
    ],
  ];
  if (cifras.length > 0) {
    const conDen = cifras.some((c) => c.denominador !== undefined);
    const conCategoria = cifras.some((c) => c.categoria);
    partes.push([
      undefined,
      tabla(
        'Cifras reportadas',
        [
          'Territorio',
          { titulo: 'Periodo', num: true },
          ...(conCategoria ? ['Categoría'] : []),
          { titulo: conDen ? 'Numerador o valor' : 'Valor', num: true },
          ...(conDen ? [{ titulo: 'Denominador o peso', num: true }] : []),
        ],
        cifras
          .slice(0, VISIBLES)
          .map((c) => [
            n.territorio(c.territorio),
            periodo(c.periodo),
            ...(conCategoria ? [c.categoria || 'Total'] : []),
            c.estado === 'valor' ? numero(c.valor ?? 0) : ESTADOS_DE_VALOR[c.estado],
            ...(conDen ? [c.denominador === undefined || c.estado === 'reservado' ? '' : numero(c.denominador)] : []),
          ]),
      ),
    ]);
    if (cifras.length > VISIBLES) partes.push([undefined, texto(`Se muestran ${VISIBLES} de ${numero(cifras.length)} cifras.`)]);
  }
  return [
    { id: 'cifras', titulo: 'Cifras reportadas', numeral: '8.17', vista: grupo(partes) },
    {
      id: 'observaciones',
      titulo: 'Observaciones',
      numeral: '8.17',
      acto: 'ObservarCifras',
      vacia: s.observaciones.length === 0,
      vista: tabla(
        'Observaciones',
        ['Entidad', 'Fecha', 'Observación'],
        s.observaciones.map((o) => [n.entidad(o.entidad), dmy(o.fecha), texto(o.texto, true)]),
      ),
    },
  ];
}

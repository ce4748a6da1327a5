import { dmy } from '../../kernel/calendario.ts';
import { CLASES } from '../../modules/instrumento/instrumento.etiquetas.ts';
import type { Instrumento } from '../../modules/instrumento/instrumento.ts';
import { formalizacion, opinionPrevia } from './formalizacion.ts';
import type { Nombres } from './nombres.ts';
import { datos, lista, plegado, type Seccion, texto } from './vista.ts';

export function seccionesDeInstrumento(i: Instrumento, n: Nombres): Seccion[] {
  return [
    {
      id: 'instrumento',
      titulo: 'El instrumento',
      numeral: '8.13',
      vista: datos([
        ['Clase', CLASES[i.clase]],
        ['Lo formula', n.expediente(i.etti, i.nombreEtti)],
        ['Comisión que lo aprueba', n.expediente(i.cig)],
        ['Ministerio rector', n.entidad(i.sector)],
        ['Territorio', n.territorio(i.territorio)],
      ]),
    },
    ...(i.observaciones.length > 0
      ? [{ id: 'observaciones', titulo: 'Observaciones de la CIG', numeral: '8.13', vista: lista(i.observaciones.map((o) => `${dmy(o.el)}: ${o.texto}`)) }]
      : []),
    ...(i.elevacion
      ? [
          {
            id: 'formalizacion',
            titulo: 'Elevación, aprobación y resolución',
            numeral: '8.15',
            vista: formalizacion({ ...i, elevado: i.elevacion, anexo: i.aprobacion?.texto }),
          },
        ]
      : []),
    {
      id: 'texto',
      titulo: 'Texto',
      numeral: '8.13',
      acto: 'CorregirInstrumento',
      vista: i.texto.length > 3000 ? plegado('Ver el texto íntegro', texto(i.texto, true)) : texto(i.texto, true),
    },
    ...opinionPrevia(i.opiniones, n),
  ];
}

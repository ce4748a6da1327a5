import type { Servicio } from '../../modules/servicio/servicio.ts';
import { nombreDeValor } from '../etiquetas.ts';
import type { Nombres } from './nombres.ts';
import { chip, datos, lista, type Seccion, tabla, texto } from './vista.ts';

const CONDICIONES = {
  competenciasCompartidas: 'Competencias compartidas',
  fasesSucesivas: 'Fases sucesivas de los procesos',
  responsabilidadCompartida: 'Responsabilidad compartida sobre el producto',
} as const;

export function seccionesDeServicio(s: Servicio, n: Nombres): Seccion[] {
  const servicio: Seccion = {
    id: 'servicio',
    titulo: 'El servicio',
    numeral: '6.2',
    vista: datos([
      ['Ministerio rector', n.entidad(s.sector)],
      ['Necesidad que satisface', texto(s.necesidad, true)],
      ['Regularidad y continuidad', texto(s.continuidad, true)],
      ['Norma que lo regula', s.norma],
      ['Niveles de gobierno que participan', lista(s.niveles.map((x) => nombreDeValor(x)))],
      ['Otros sectores que intervienen', s.otrosSectores?.length ? lista(s.otrosSectores.map((x) => n.entidad(x))) : undefined],
    ]),
  };
  const { condiciones } = s;
  if (!condiciones) return [servicio];
  return [
    servicio,
    {
      id: 'elegibilidad',
      titulo: 'Condiciones de elegibilidad',
      numeral: '6.5',
      vista: tabla(
        'Condiciones de elegibilidad',
        ['Condición', 'Resultado', 'Sustento'],
        (Object.keys(CONDICIONES) as (keyof typeof CONDICIONES)[]).map((k) => {
          const c = condiciones[k];
          const normas = 'normas' in c ? c.normas.join(', ') : '';
          return [
            CONDICIONES[k],
            c.cumple ? chip('Cumple', 'verde') : chip('No cumple', 'ambar'),
            texto([c.sustento, normas].filter(Boolean).join('\n'), true),
          ];
        }),
      ),
    },
  ];
}

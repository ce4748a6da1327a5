import { dmy } from '../../kernel/calendario.ts';
import { CONFIANZAS, DISENOS, MEDIDAS } from '../../modules/encuesta/encuesta.etiquetas.ts';
import type { Encuesta } from '../../modules/encuesta/encuesta.ts';
import { cifra, numero } from '../formato.ts';
import type { Nombres } from './nombres.ts';
import { datos, enlace, type Seccion, tabla } from './vista.ts';

export function seccionesDeEncuesta(s: Encuesta, n: Nombres): Seccion[] {
  const conDesviacion = s.medida === 'media';
  return [
    {
      id: 'ficha',
      titulo: 'Ficha técnica',
      numeral: '8.18',
      vista: datos([
        ['Indicador', enlace(s.nombreIndicador, `/indicadores/${s.indicador}?periodo=${s.periodo}#encuestas`)],
        ['Periodo', s.nombrePeriodo],
        ['Retirada', s.motivo],
        ['Población', s.poblacion],
        ['Marco muestral', s.marco],
        ['Diseño', DISENOS[s.diseno]],
        ['Cómo se eligió a las personas', s.disenoDetalle],
        ['Muestra', `${numero(s.muestra)} encuestas`],
        ['Tasa de respuesta', `${numero(s.tasaRespuesta)} %`],
        ['Confianza y efecto de diseño', `${CONFIANZAS[s.confianza]}; ${numero(s.deff)}`],
        ['Trabajo de campo', `${dmy(s.desde)} a ${dmy(s.hasta)}`],
        ['Aplicó', s.aplico],
        ['Registró', n.entidad(s.entidad)],
        ['Pregunta', s.pregunta],
        ['Escala', s.escala],
        ['Se publica', MEDIDAS[s.medida]],
      ]),
    },
    {
      id: 'resultados',
      titulo: 'Resultados por territorio',
      numeral: '8.18',
      vista: tabla(
        'Resultado, margen y encuestas de cada territorio',
        [
          'Territorio',
          { titulo: 'Resultado', num: true },
          { titulo: 'Margen de error', num: true },
          { titulo: 'Encuestas', num: true },
          { titulo: 'Población', num: true },
          ...(conDesviacion ? [{ titulo: 'Desviación', num: true }] : []),
        ],
        s.resultados.map((r) => [
          n.territorio(r.territorio),
          `${cifra(r.valor, 1)}${s.medida === 'proporcion' ? ' %' : ''}`,
          r.margen === undefined ? 'no corresponde' : `± ${cifra(r.margen, 1)}`,
          numero(r.n),
          numero(r.poblacion),
          ...(conDesviacion ? [r.desviacion === undefined ? '' : cifra(r.desviacion, 2)] : []),
        ]),
      ),
    },
  ];
}

import { OFICINAS_TERRITORIALES } from '../../directiva/opinion.ts';
import type { Destinatario, Ficha, Pendiente } from '../../kernel/tipos.ts';
import { pendientesDePoi } from './modelo.poi.ts';
import { type Modelo, vigentes } from './modelo.ts';

const delSector = (m: Modelo): Destinatario => ({ entidad: m.sector, cargos: ['organo_descentralizacion'] });
const delEtti = (m: Modelo): Destinatario[] => [{ entidad: m.presidencia.entidad, cargos: [m.presidencia.cargo] }];

/** What the stage of track A waits for. After approval the ministerial act is due (8.15, A23). */
function deEtapa(m: Modelo): Pendiente[] {
  const p = (clave: string, que: string, numeral: string, para: readonly Destinatario[], acto?: string): Pendiente => ({
    clave,
    que,
    numeral,
    para,
    desde: m.desde,
    acto,
  });
  switch (m.pistaA) {
    case 'E6':
      return [p('formular', 'Completar las secciones y dar por formulado el modelo', '8.11', delEtti(m), 'FormularModelo')];
    case 'E7':
      return m.situacion === 'devuelto'
        ? [p('observaciones', 'Atender las observaciones de la CIG y elevar de nuevo el modelo', '8.13', delEtti(m), 'ElevarModelo')]
        : [p('elevar', 'Elevar el modelo a la CIG con el acta del ETTI', '8.13', delEtti(m), 'ElevarModelo')];
    case 'E8':
    case 'E8o':
      return [p('decidir', 'Llevar el modelo elevado a una sesión de la CIG', '8.13', [delSector(m)])];
    case 'E9':
      return m.situacion === 'discrepante'
        ? [
            p(
              'discrepancia',
              'Corregir la Resolución Ministerial discrepante',
              '8.15',
              [{ entidad: m.sector, cargos: ['secretaria_general', 'organo_descentralizacion'] }],
              'RegistrarFeDeErratas',
            ),
          ]
        : [
            p(
              'resolucion',
              'Expedir la Resolución Ministerial que formaliza lo aprobado por la CIG',
              '8.15',
              [{ entidad: m.sector, cargos: ['secretaria_general', 'ministro'] }],
              'RegistrarResolucion',
            ),
          ];
    case 'E10':
      return m.secciones.estrategia && m.secciones.cronograma?.filas.length
        ? [p('estrategia', 'Llevar a la CIG la estrategia y el cronograma de implementación', '8.16', [delSector(m)])]
        : [
            p(
              'estrategia',
              'Redactar la estrategia y el cronograma de implementación',
              '8.16',
              delEtti(m),
              m.secciones.estrategia ? 'GuardarCronograma' : 'GuardarEstrategia',
            ),
          ];
    case 'E11':
      return [p('implementacion', 'Iniciar la implementación del modelo', '8.16', [...delEtti(m), delSector(m)], 'IniciarImplementacion')];
    case 'E12':
      return [p('evaluar', 'Medir y evaluar el periodo, con las dos miradas', '8.17', delEtti(m), 'EvaluarPeriodo')];
    case 'E13':
      return [p('cerrar-ciclo', 'Cerrar el ciclo con su informe de retroalimentación, o abrir una nueva versión', '8.17', delEtti(m), 'CerrarCiclo')];
    case 'X3':
      return m.sinConsenso?.destino === 'etti' ? [p('reformular', 'Reformular el modelo tras la falta de consenso', '6.6', delEtti(m), 'FormularModelo')] : [];
    default:
      return [];
  }
}

/** Track B runs beside every stage (8.18). */
function deMejora(m: Modelo): Pendiente[] {
  if (m.pistaA === 'X3' || m.pistaA === 'X4') return [];
  const lista = vigentes(m);
  const base = { para: delEtti(m), desde: m.desde };
  if (lista.length === 0) return [{ ...base, clave: 'indicadores', que: 'Proponer los indicadores del modelo', numeral: '8.18', acto: 'ProponerIndicador' }];
  const sinAcuerdo = lista.filter((i) => i.situacion === 'borrador').length;
  const sinBase = lista.filter((i) => !i.lineaBase).length;
  return [
    ...(sinAcuerdo > 0
      ? [{ ...base, clave: 'acordar', que: `Acordar los indicadores en borrador (${sinAcuerdo})`, numeral: '8.18', acto: 'AcordarIndicador' }]
      : []),
    ...(sinBase > 0
      ? [{ ...base, clave: 'lineas-de-base', que: `Registrar las líneas de base que faltan (${sinBase})`, numeral: '8.17', acto: 'RegistrarLineaBase' }]
      : []),
  ];
}

const deInformacion = (m: Modelo): Pendiente[] =>
  m.pedidos
    .filter((p) => !p.respuesta)
    .map((p) => ({
      clave: `informacion-${p.numero}`,
      que: `Responder el pedido de información n.º ${p.numero} del ETTI`,
      numeral: '9.4',
      para: [{ entidad: p.entidad, cargos: OFICINAS_TERRITORIALES }],
      desde: p.desde,
      vence: p.plazo,
      acto: 'RegistrarRespuesta',
    }));

const deOpinion = (m: Modelo): Pendiente[] =>
  m.pistaA === 'E7' || m.pistaA === 'E8o'
    ? m.opiniones
        .filter((o) => !o.respuesta)
        .map((o) => ({
          clave: `opinion-${o.espacio}`,
          que: `Emitir opinión previa como «${o.nombre}»`,
          numeral: '8.14',
          para: [{ entidad: o.entidad, cargos: OFICINAS_TERRITORIALES }],
          desde: o.desde,
          vence: o.plazo,
          acto: 'EmitirOpinion',
        }))
    : [];

/** Live while it did not go back to the plan for lack of consensus: then the key is free again (6.5). */
const vivo = (m: Modelo): boolean => m.sinConsenso?.destino !== 'plan' && m.situacion !== 'sin_efecto';

export function ficha(m: Modelo): Ficha {
  return {
    titulo: m.nombreServicio,
    situacion: m.situacion,
    entidad: m.sector,
    territorio: m.territorio,
    relaciones: { servicio: m.servicio, plan: m.plan, etti: m.etti, cig: m.cig },
    participantes: [...new Set([m.sector, m.presidencia.entidad, ...m.pedidos.map((p) => p.entidad), ...m.opiniones.map((o) => o.entidad)])],
    unica: vivo(m) ? `${m.servicio}:${m.territorio}` : undefined,
    pendientes: [...deEtapa(m), ...deMejora(m), ...deInformacion(m), ...deOpinion(m), ...pendientesDePoi(m)],
  };
}

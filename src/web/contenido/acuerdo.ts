import { nombreDeCargo } from '../../directiva/cargos.ts';
import { dmy } from '../../kernel/calendario.ts';
import type { AcuerdoFila } from '../../lecturas/acuerdos.ts';
import { type Compromiso, REVISIONES } from '../../modules/acuerdo/acuerdo.ts';
import { type AcuerdoDeSesion, type Cig, sinSeguimiento } from '../../modules/cig/cig.ts';
import { nombreDeSituacion, tonoDeSituacion } from '../etiquetas.ts';
import type { Nombres } from './nombres.ts';
import { chip, datos, enlace, grupo, type Seccion, tabla, texto, type Vista } from './vista.ts';

export function seccionesDeAcuerdo(c: Compromiso, n: Nombres): Seccion[] {
  const oficina = (r: { entidad: string; cargo: string }) => n.oficina(r.entidad, r.cargo);
  const historia = (titulo: string, columnas: readonly string[], filas: readonly (readonly (Vista | string)[])[]) =>
    filas.length > 0 ? [[titulo, tabla(titulo, columnas, filas)] as const] : [];
  return [
    {
      id: 'acuerdo',
      titulo: 'Lo acordado',
      numeral: '6.6',
      vista: datos([
        ['Se considera cumplido cuando', c.cumplimiento],
        ['Oficina responsable', oficina(c.responsable)],
        ['Vence', dmy(c.vence)],
        ['Comisión', n.expediente(c.cig, c.nombreCig)],
        ['Sesión que lo acordó', c.sesion ? n.expediente(c.sesion, c.nombreSesion) : 'Registrado fuera de una sesión'],
        ['Asunto de la agenda', c.asunto === undefined ? undefined : String(c.asunto)],
        ['Expediente relacionado', c.sobre ? n.expediente(c.sobre) : undefined],
        ['Quedó sin efecto', c.cierre ? `${dmy(c.cierre.el)}: ${c.cierre.motivo}` : undefined],
      ]),
    },
    {
      id: 'cumplimiento',
      titulo: 'Avance y cumplimiento',
      numeral: '8.18',
      vista: grupo([
        [
          undefined,
          c.evidencia
            ? datos([
                ['Evidencia', c.evidencia.texto ?? 'En el documento adjunto'],
                ['La presentó', `${oficina(c.evidencia.por)}, ${dmy(c.evidencia.el)}`],
              ])
            : c.avances.length === 0
              ? texto('La oficina responsable aún no informa avances.')
              : texto('Aún no se presenta evidencia de que se cumplió.'),
        ],
        ...historia(
          'Avances',
          ['Fecha', 'Qué se avanzó', 'Avance'],
          [...c.avances].reverse().map((a) => [texto(dmy(a.el)), texto(a.texto, true), a.porcentaje === undefined ? '—' : `${a.porcentaje} %`]),
        ),
        ...historia(
          'Revisiones en sesión',
          ['Fecha', 'Sesión', 'Resultado', 'Constancia'],
          [...c.revisiones]
            .reverse()
            .map((r) => [texto(dmy(r.el)), enlace(r.nombreSesion, `/expediente/${r.sesion}`), REVISIONES[r.resultado], texto(r.constancia, true)]),
        ),
        ...historia(
          'Fechas anteriores',
          ['Vencía', 'Nueva fecha', 'Motivo'],
          c.reprogramaciones.map((r) => [texto(dmy(r.antes)), texto(dmy(r.nueva)), texto(r.motivo, true)]),
        ),
        ...historia(
          'Responsables anteriores',
          ['Oficina', 'Hasta', 'Motivo'],
          c.responsablesAnteriores.map((r) => [oficina(r.responsable), texto(dmy(r.hasta)), texto(r.motivo, true)]),
        ),
      ]),
    },
  ];
}

/** Opens the form with all that the session already said. */
function abrir(cig: string, a: AcuerdoDeSesion): Vista {
  const partes = {
    cig,
    sesion: a.sesion,
    asunto: String(a.asunto),
    titulo: a.titulo,
    responsable: a.responsable,
    cumplimiento: a.cumplimiento,
    vence: a.vence,
  };
  const dichas = Object.entries(partes).filter((p): p is [string, string] => p[1] !== undefined);
  return enlace('Abrir el seguimiento', `/nuevo/RegistrarCompromiso?${new URLSearchParams(dichas)}`);
}

/**
 * «Acuerdos por seguir» of a commission, overdue first; a session shows it before its agenda.
 * @param sesion the session on screen, when it is under way: each agreement offers its review
 */
export function porSeguir(cig: { id: string; estado?: Cig }, filas: readonly AcuerdoFila[], n: Nombres, sesion?: string): Seccion {
  const faltan = cig.estado ? sinSeguimiento(cig.estado) : [];
  const revisar = (f: AcuerdoFila) => enlace('Revisar', `/expediente/${f.id}/acto/RevisarEnSesion?sesion=${sesion}`);
  return {
    id: 'por-seguir',
    titulo: 'Acuerdos por seguir',
    numeral: '6.6',
    vista: grupo([
      [
        undefined,
        filas.length === 0
          ? texto('Ningún acuerdo de la comisión espera cumplimiento.')
          : tabla(
              'Acuerdos que esperan cumplimiento',
              ['Acuerdo', 'Estado y plazo', ...(sesion ? ['En esta sesión'] : []), 'Oficina responsable'],
              filas.map((f) => [
                enlace(f.titulo, `/expediente/${f.id}`),
                f.vencido
                  ? chip('Vencido', 'rojo', dmy(f.vence))
                  : chip(nombreDeSituacion('acuerdo', f.situacion), tonoDeSituacion(f.situacion), `hasta el ${dmy(f.vence)}`),
                ...(sesion ? [revisar(f)] : []),
                `${nombreDeCargo(f.cargo)}\n${f.entidadNombre}`,
              ]),
            ),
      ],
      ...(faltan.length > 0
        ? [
            [
              'Adoptados con responsable, sin seguimiento abierto',
              tabla(
                'Acuerdos sin seguimiento',
                ['Acuerdo', 'Sesión', 'Entidad responsable', 'Seguimiento'],
                faltan.map((a) => [a.titulo, enlace(a.nombreSesion, `/expediente/${a.sesion}`), n.entidad(a.responsable ?? ''), abrir(cig.id, a)]),
              ),
            ] as const,
          ]
        : []),
      ...(filas.length > 0 ? [[undefined, enlace('Ver todos los acuerdos de la comisión', `/acuerdos?cig=${cig.id}`)] as const] : []),
    ]),
  };
}

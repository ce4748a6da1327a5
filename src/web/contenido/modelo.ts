import { dmy } from '../../kernel/calendario.ts';
import { textoAnexo } from '../../modules/modelo/modelo.anexo.ts';
import { DIMENSIONES, ETAPAS, NIVELES, PISTA_B, PRINCIPIOS, SECCIONES } from '../../modules/modelo/modelo.etiquetas.ts';
import { faltantes } from '../../modules/modelo/modelo.faltantes.ts';
import { type Modelo, vigentes } from '../../modules/modelo/modelo.ts';
import { nombreDeValor } from '../etiquetas.ts';
import { numero } from '../formato.ts';
import { formalizacion, opinionPrevia } from './formalizacion.ts';
import { conTablas, type EtiquetasDe } from './generico.ts';
import type { Nombres } from './nombres.ts';
import { poiDelModelo } from './poi.ts';
import { chip, datos, enlace, grupo, lista, type Seccion, tabla, texto, type Vista } from './vista.ts';

type Clave = keyof typeof SECCIONES;
type Roles = NonNullable<Modelo['secciones']['roles']>;

/** Acto that writes each section. */
const ACTOS: Readonly<Record<Clave, string>> = {
  destinatarios: 'GuardarDestinatarios',
  cadena: 'GuardarCadenaDeValor',
  procesos: 'GuardarProcesos',
  roles: 'GuardarRoles',
  bienes: 'GuardarBienesYServicios',
  nivelPrestacion: 'GuardarNivelDePrestacion',
  enfoques: 'GuardarEnfoques',
  objetivos: 'GuardarObjetivos',
  otrosSectores: 'GuardarOtrosSectores',
  estrategia: 'GuardarEstrategia',
  cronograma: 'GuardarCronograma',
};

const COLUMNAS = Object.keys(NIVELES) as (keyof typeof NIVELES)[];

/** Phase × level (8.3). */
function matrizDeRoles(roles: Roles): Vista {
  const fases = [...new Set(roles.filas.map((f) => f.fase))];
  return tabla(
    'Roles por fase y nivel de gobierno',
    ['Fase del proceso', ...COLUMNAS.map((c) => NIVELES[c])],
    fases.map((fase) => [
      fase,
      ...COLUMNAS.map((nivel) => {
        const propios = roles.filas.filter((f) => f.fase === fase && f.nivel === nivel);
        if (propios.length === 0) return texto('');
        return grupo(
          propios.flatMap((f) => [
            ...(f.responsable ? [[undefined, chip('Responsable', 'verde')] as const] : []),
            [
              undefined,
              texto([f.rol, [f.competencia, f.principio ? PRINCIPIOS[f.principio] : ''].filter(Boolean).join(' · ')].filter(Boolean).join('\n'), true),
            ] as const,
          ]),
        );
      }),
    ]),
  );
}

function seccion(m: Modelo, clave: Clave, n: Nombres, etiquetas: EtiquetasDe): Seccion {
  const contenido = m.secciones[clave];
  const vista = !contenido
    ? texto('Sin contenido todavía.')
    : clave === 'roles'
      ? matrizDeRoles(contenido as Roles)
      : conTablas(contenido as Record<string, unknown>, n, etiquetas(ACTOS[clave]));
  return { id: clave, titulo: SECCIONES[clave].titulo, numeral: SECCIONES[clave].numeral, acto: ACTOS[clave], vacia: !contenido, vista };
}

function indicadores(m: Modelo): Vista {
  return tabla(
    'Indicadores',
    [{ titulo: 'N.º', num: true }, 'Indicador', 'Dimensión', { titulo: 'Línea de base', num: true }, 'Fuente y fecha', 'Acordado'],
    vigentes(m).map((i) => [
      String(i.numero),
      texto(`${i.nombre}\n${i.formula}`, true),
      chip(nombreDeValor(i.dimension, DIMENSIONES), 'azul'),
      i.lineaBase ? `${numero(i.lineaBase.valor)} ${i.unidad}` : chip('Falta línea de base (8.17)', 'ambar'),
      i.lineaBase ? `${i.lineaBase.fuente}, ${dmy(i.lineaBase.fecha)}` : texto(''),
      i.acuerdo ? texto(i.acuerdo.acta, true) : chip('Por acordar (8.18)', 'ambar'),
    ]),
  );
}

function datosDelModelo(m: Modelo, n: Nombres): Vista {
  return datos([
    ['Servicio público', n.expediente(m.servicio, m.nombreServicio)],
    ['Territorio', m.nombreTerritorio],
    ['Ministerio rector', n.entidad(m.sector)],
    ['Diseño y aprobación', ETAPAS[m.pistaA]],
    ['Mejora continua, en paralelo', PISTA_B[m.pistaB]],
    ['Plan de Trabajo Institucional', n.expediente(m.plan)],
    ['ETTI', n.expediente(m.etti)],
    ['Comisión', n.expediente(m.cig)],
    [
      'Transferencia de competencias',
      m.transferencia ? `${nombreDeValor(m.transferencia.estado)}${m.transferencia.nota ? `. ${m.transferencia.nota}` : ''} (solo contexto, 8.1)` : undefined,
    ],
  ]);
}

/** Evaluations, versions and end of the modelo (t15–t18). */
function mejora(m: Modelo): Seccion[] {
  const salida: Seccion[] = [];
  if (m.evaluaciones?.length)
    salida.push({
      id: 'mejora',
      titulo: 'Ciclo de mejora',
      numeral: '8.17',
      acto: 'EvaluarPeriodo',
      vista: tabla(
        'Evaluaciones',
        ['Periodo', 'Desde las instituciones', 'Desde los usuarios', 'Mediciones', 'Hallazgos y propuestas'],
        m.evaluaciones.map((e) => [
          texto(`${e.periodo}\n${dmy(e.fecha)}`, true),
          e.institucional ? texto(e.institucional, true) : chip('Falta esta mirada (8.18)', 'ambar'),
          e.percepcion || e.fuentes?.length
            ? lista([
                ...(e.percepcion ? [e.percepcion] : []),
                ...(e.fuentes ?? []).map((f) => enlace(f.texto, f.clase === 'encuesta' ? `/expediente/${f.expediente}` : `/indicadores/${f.expediente}`)),
              ])
            : chip('Falta esta mirada (8.18)', 'ambar'),
          lista(
            e.mediciones.map(
              (x) =>
                `${m.indicadores.find((i) => i.numero === x.numero)?.nombre ?? `Indicador ${x.numero}`}: ${numero(x.valor)}${x.comentario ? `. ${x.comentario}` : ''}`,
            ),
          ),
          lista(e.hallazgos.map((h) => (h.propuesta ? `${h.texto} → ${h.propuesta}` : h.texto))),
        ]),
      ),
    });
  if (m.cierres?.length)
    salida.push({
      id: 'retroalimentacion',
      titulo: 'Informes de retroalimentación',
      numeral: '8.17',
      vista: tabla(
        'Informes de retroalimentación',
        ['Cierre del ciclo', 'Informe', 'Contribución por identificar en convenios de gestión (8.11.3)'],
        m.cierres.map((c) => [dmy(c.fecha), texto(c.retroalimentacion, true), c.contribucionPendiente.length > 0 ? lista(c.contribucionPendiente) : 'Ninguna']),
      ),
    });
  const versiones = [...(m.enFuerza ? [m.enFuerza] : []), ...(m.versiones ?? [])];
  if (versiones.length > 0)
    salida.push({
      id: 'versiones',
      titulo: 'Versiones anteriores',
      numeral: '8.15',
      vista: tabla(
        'Versiones formalizadas',
        [{ titulo: 'Versión', num: true }, 'Resolución Ministerial', 'Situación'],
        versiones.map((v) => [
          String(v.version),
          `${v.resolucion.numero}, ${dmy(v.resolucion.fecha)}`,
          v.hasta ? `Reemplazada el ${dmy(v.hasta)}` : chip('Rige hasta la nueva resolución', 'verde'),
        ]),
      ),
    });
  if (m.cese)
    salida.push({
      id: 'cese',
      titulo: 'Cese del modelo',
      numeral: '8.15',
      vista: datos([
        ['Acordado', m.cese.nombreSesion],
        ['Motivo', texto(m.cese.motivo, true)],
        ['Resolución Ministerial', m.cese.resolucion ? `${m.cese.resolucion.numero}, ${dmy(m.cese.resolucion.fecha)}` : chip('Por expedir', 'ambar')],
      ]),
    });
  return salida;
}

export function seccionesDeModelo(m: Modelo, n: Nombres, etiquetas: EtiquetasDe): Seccion[] {
  const falta = faltantes(m);
  return [
    ...(falta.length > 0
      ? [
          {
            id: 'falta',
            titulo: `Lo que falta (${falta.length})`,
            numeral: '8.12',
            vista: { clase: 'plegado', titulo: 'Ver lo que falta, con su numeral', valor: lista(falta.map((f) => `${f.motivo} (${f.numeral})`)) } as Vista,
          },
        ]
      : []),
    { id: 'modelo', titulo: 'El modelo', numeral: '8.9', vista: datosDelModelo(m, n) },
    ...(m.observaciones.length > 0
      ? [
          {
            id: 'observaciones',
            titulo: 'Observaciones de la CIG',
            numeral: '8.13',
            vista: lista(m.observaciones.map((o) => `${o.seccion && o.seccion in SECCIONES ? `${SECCIONES[o.seccion as Clave].titulo}: ` : ''}${o.texto}`)),
          },
        ]
      : []),
    ...(m.paquete || m.resolucion || m.proyecto
      ? [
          {
            id: 'formalizacion',
            titulo: 'Elevación, aprobación y resolución',
            numeral: '8.15',
            vista: formalizacion({ ...m, elevado: m.paquete, anexo: m.paquete && textoAnexo(m.paquete.contenido) }),
          },
        ]
      : []),
    ...mejora(m),
    { ...seccion(m, 'roles', n, etiquetas) },
    {
      id: 'indicadores',
      titulo: 'Indicadores',
      numeral: '8.17',
      acto: 'ProponerIndicador',
      vista: grupo([
        [undefined, enlace('Ver la cadena de valor en cifras', `/cadenas/${m.servicio}?territorio=${m.territorio}`)],
        [undefined, vigentes(m).length > 0 ? indicadores(m) : texto('Aún no hay indicadores.')],
      ]),
    },
    ...poiDelModelo(m, n),
    ...(Object.keys(SECCIONES) as Clave[]).filter((k) => k !== 'roles').map((k) => seccion(m, k, n, etiquetas)),
    ...(m.pedidos.length > 0
      ? [
          {
            id: 'pedidos',
            titulo: 'Información pedida a los gobiernos',
            numeral: '9.4',
            vista: tabla(
              'Pedidos de información',
              [{ titulo: 'N.º', num: true }, 'Gobierno', 'Información', 'Respuesta'],
              m.pedidos.map((p) => [
                String(p.numero),
                n.entidad(p.entidad),
                texto(`${p.informacion}\nPara: ${p.lineaBase}`, true),
                p.respuesta
                  ? texto(`${dmy(p.respuesta.fecha)} · ${p.respuesta.texto}`, true)
                  : chip(p.plazo ? `Sin respuesta, se esperaba el ${dmy(p.plazo)}` : 'Sin respuesta', 'ambar'),
              ]),
            ),
          },
        ]
      : []),
    ...opinionPrevia(m.opiniones, n),
  ];
}

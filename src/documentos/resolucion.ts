import { textoAnexo } from '../modules/modelo/modelo.anexo.ts';
import type { Contenido } from '../modules/modelo/modelo.paquete.ts';
import type { Modelo } from '../modules/modelo/modelo.ts';
import { RESULTADOS } from '../modules/sesion/sesion.etiquetas.ts';
import type { Sesion } from '../modules/sesion/sesion.ts';
import { type Bloque, n, parrafo } from '../platform/pdf/documento.ts';
import { asistenciaPorNivel } from './acta.ts';
import {
  conDe,
  deTerritorio,
  enumerar,
  fechaLarga,
  type Legajo,
  lineasDeFirma,
  NIVELES,
  nombreDeEntidad,
  otroDe,
  siglaDe,
  type TipoDeDocumento,
  territorioDe,
} from './legajo.ts';

const SANGRIA = 28;
const que = (...texto: Parameters<typeof parrafo>): Bloque => ({ ...parrafo('Que, ', ...texto), sangria: SANGRIA }) as Bloque;

/** «X» en el ámbito del departamento de Y. */
export const objetoDe = (l: Legajo<Modelo>): string => `«${l.estado.nombreServicio}» en el ámbito ${deTerritorio(territorioDe(l, l.estado.territorio))}`;

/**
 * Annex line by line as `textoAnexo` writes it (8.15, R7): what the ministry copies must be, letter by letter, what the
 * CIG approved. Only weight and size are added.
 */
export function bloquesDelAnexo(contenido: Contenido): Bloque[] {
  return textoAnexo(contenido)
    .split('\n')
    .filter((linea) => linea.trim() !== '')
    .map((linea, i): Bloque => {
      if (i === 0) return { clase: 'parrafo', texto: [n(linea)], alinear: 'centro' };
      const seccion = /^(\d{1,2}\.) (.+)$/.exec(linea);
      if (seccion) return { clase: 'titulo', nivel: 2, numero: seccion[1], texto: seccion[2] ?? '' };
      const fila = /^(\d{1,2}\.\d{1,3}\.) (.+)$/.exec(linea);
      if (fila) return { clase: 'titulo', nivel: 3, numero: fila[1], texto: fila[2] ?? '' };
      const dato = /^([^:]{2,60}): (.+)$/.exec(linea);
      return dato ? parrafo(n(`${dato[1]}: `), dato[2] ?? '') : parrafo(linea);
    });
}

function vistos(l: Legajo<Modelo>, sesion: Sesion | undefined): Bloque {
  const { aprobacion, paquete } = l.estado;
  const acta = `el Acta de la ${aprobacion?.nombreSesion} de la ${sesion?.nombreCig ?? 'Comisión Intergubernamental'}, de fecha ${fechaLarga(aprobacion?.fecha ?? '')}`;
  return parrafo(
    n('VISTOS: '),
    `${acta}; el expediente ${l.codigo}, por el que el Equipo Técnico de Trabajo Intergubernamental eleva el Modelo Específico ${objetoDe(l)}, en su versión ${paquete?.version ?? 1}; y,`,
  );
}

function considerandoDeAcuerdo(l: Legajo<Modelo>, sesion: Sesion | undefined): Bloque[] {
  const { aprobacion } = l.estado;
  if (!aprobacion) return [];
  const asunto = sesion?.asuntos.find((a) => a.tipo === 'AprobarModelo' && a.objeto === l.id && a.acuerdo);
  const niveles = sesion ? asistenciaPorNivel(l, sesion) : [];
  const asistencia = niveles.map((x) =>
    x.presentes.length === 0
      ? `${NIVELES[x.nivel]}: sin asistencia registrada`
      : `${NIVELES[x.nivel]}: ${enumerar([...new Set(x.presentes.map((m) => nombreDeEntidad(l, m.entidad)))])}`,
  );
  const resultado = asunto?.acuerdo ? (RESULTADOS[asunto.acuerdo.resultado] ?? asunto.acuerdo.resultado).toLocaleLowerCase('es-PE') : 'consenso';
  return [
    que(
      `según consta en el Acta de la ${aprobacion.nombreSesion}, del ${fechaLarga(aprobacion.fecha)}, la ${sesion?.nombreCig ?? 'Comisión Intergubernamental'} aprobó el citado Modelo Específico`,
      aprobacion.enmiendas.length > 0
        ? `, con ${aprobacion.enmiendas.length === 1 ? 'una enmienda hecha' : `${aprobacion.enmiendas.length} enmiendas hechas`} en la sesión,`
        : '',
      ` de manera concertada y con el siguiente resultado: ${resultado};`,
    ),
    ...(asistencia.length > 0 ? [que(`a la referida sesión asistieron, por nivel de gobierno: ${asistencia.join('; ')};`)] : []),
    ...(aprobacion.nivelesAusentes.length > 0
      ? [que(`consta en el acta que no fijó posición el nivel ${enumerar(aprobacion.nivelesAusentes)}, sin que se haya mantenido objeción alguna;`)]
      : []),
  ];
}

function considerandos(l: Legajo<Modelo>, sesion: Sesion | undefined): Bloque[] {
  const m = l.estado;
  return [
    que(
      'el artículo 188 de la Constitución Política del Perú establece que la descentralización es una forma de organización democrática y constituye una política permanente de Estado, de carácter obligatorio, que tiene como objetivo fundamental el desarrollo integral del país;',
    ),
    que(
      'el Decreto Supremo N° 047-2009-PCM introdujo la gestión descentralizada de los servicios públicos, en la que cada nivel de gobierno asume un rol específico en la línea de producción de los servicios, en concertación con los Gobiernos Regionales y Locales en el marco de las Comisiones Intergubernamentales;',
    ),
    que(
      'mediante Resolución Ministerial N° 014-2016-PCM se aprobó la Directiva N° 001-2016-PCM/SD, «Directiva para el Desarrollo de la Gestión Descentralizada de los Servicios Públicos orientado a Resultados», que establece las pautas específicas comunes para el desarrollo de dicha gestión y contribuye a la formulación e implementación de Modelos Específicos, a través de un proceso de gestión compartida con los tres niveles de gobierno;',
    ),
    que(
      'de acuerdo con los numerales 6.5 y 6.6 de la citada Directiva, el Modelo Específico es la concreción del modelo de gestión para un servicio en un ámbito provincial o departamental, y corresponde a la Comisión Intergubernamental su formulación, aprobación e implementación, actuando de manera concertada y por consenso;',
    ),
    que(
      `el Equipo Técnico de Trabajo Intergubernamental reconocido por la Comisión formuló el Modelo Específico ${objetoDe(l)} y lo elevó a esta para su aprobación, conforme al numeral 8.13 de la Directiva;`,
    ),
    ...m.opiniones
      .filter((o) => o.respuesta)
      .map((o) =>
        que(
          `«${o.nombre}», espacio de articulación reconocido por la Comisión, emitió opinión previa el ${fechaLarga(o.respuesta?.fecha ?? '')}, conforme al numeral 8.14 de la Directiva;`,
        ),
      ),
    ...considerandoDeAcuerdo(l, sesion),
    que(
      'el numeral 8.15 de la Directiva dispone que la aprobación de los modelos por la Comisión Intergubernamental es formalizada mediante Resolución Ministerial, para su debido cumplimiento en los tres niveles de gobierno; por lo que corresponde emitir el acto respectivo;',
    ),
  ];
}

function articulos(l: Legajo<Modelo>): Bloque[] {
  const m = l.estado;
  const sector = nombreDeEntidad(l, m.sector);
  return [
    parrafo(
      n('Artículo 1.- '),
      `Formalizar la aprobación del Modelo Específico de gestión descentralizada del servicio ${objetoDe(l)}, efectuada por la Comisión Intergubernamental en su ${m.aprobacion?.nombreSesion}, que como Anexo forma parte integrante de la presente Resolución Ministerial.`,
    ),
    parrafo(
      n('Artículo 2.- '),
      'Disponer el cumplimiento del Modelo Específico en los tres niveles de gobierno, en el marco de sus competencias, funciones y roles, con cargo a sus respectivos presupuestos institucionales.',
    ),
    parrafo(
      n('Artículo 3.- '),
      'Encargar al Equipo Técnico de Trabajo Intergubernamental el seguimiento de la implementación y la mejora de procesos del Modelo Específico, e informar de ello a la Comisión Intergubernamental.',
    ),
    parrafo(
      n('Artículo 4.- '),
      `Disponer la publicación de la presente Resolución Ministerial en el diario oficial El Peruano y, con su Anexo, en la sede digital ${conDe(sector)}, y su remisión a los Gobiernos Regionales y Gobiernos Locales comprendidos y a la Secretaría de Descentralización de la Presidencia del Consejo de Ministros.`,
    ),
    parrafo('Regístrese, comuníquese y publíquese.'),
  ];
}

const firmantes: TipoDeDocumento<Modelo>['firmantes'] = (l) => [
  { cargo: 'organo_descentralizacion', entidad: l.estado.sector, papel: 'visto_bueno' },
  { cargo: 'ogpp', entidad: l.estado.sector, papel: 'visto_bueno' },
  { cargo: 'secretaria_general', entidad: l.estado.sector, papel: 'visto_bueno' },
  { cargo: 'ministro', entidad: l.estado.sector, papel: 'suscribe' },
];

/** 8.15: the ministerial act formalises what the CIG approved; its annex is the frozen package. */
export const resolucion: TipoDeDocumento<Modelo> = {
  clave: 'resolucion',
  nombre: 'Proyecto de Resolución Ministerial',
  expediente: 'modelo',
  numerales: ['8.15', '6.6', '8.13'],
  necesita: (m) => [m.aprobacion?.sesion],
  falta: (l) =>
    l.estado.aprobacion
      ? undefined
      : {
          numeral: '8.15',
          motivo: 'La Resolución Ministerial formaliza la aprobación de la CIG, que aún no existe.',
          remedio: 'Lleve el modelo elevado a una sesión de la CIG.',
        },
  titulo: (l) => `Resolución Ministerial que formaliza la aprobación del Modelo Específico ${objetoDe(l)}`,
  entidad: (l) => l.estado.sector,
  fecha: (l) => l.estado.aprobacion?.fecha ?? l.estado.desde,
  proyecto: () => true,
  publico: () => false,
  firmantes,
  bloques: (l) => {
    const sesion = otroDe<Sesion>(l, l.estado.aprobacion?.sesion, 'sesion');
    const anio = (l.estado.aprobacion?.fecha ?? l.estado.desde).slice(0, 4);
    return [
      { clase: 'parrafo', texto: [n(`RESOLUCIÓN MINISTERIAL N° ______-${anio}-${siglaDe(l, l.estado.sector)}`)], alinear: 'centro' },
      parrafo('Lima, ____ de ______________ de ______'),
      vistos(l, sesion),
      parrafo(n('CONSIDERANDO:')),
      ...considerandos(l, sesion),
      parrafo(
        'De conformidad con la Ley N° 27783, Ley de Bases de la Descentralización; la Ley N° 29158, Ley Orgánica del Poder Ejecutivo; el Decreto Supremo N° 047-2009-PCM; y la Directiva N° 001-2016-PCM/SD, aprobada por Resolución Ministerial N° 014-2016-PCM;',
      ),
      parrafo(n('SE RESUELVE:')),
      ...articulos(l),
      ...lineasDeFirma(l, firmantes(l, '')),
      {
        clase: 'anexo',
        titulo: 'ANEXO',
        subtitulo: `Texto aprobado por la Comisión Intergubernamental, versión ${l.estado.paquete?.version ?? 1}. Huella del contenido: ${l.estado.paquete?.huella ?? ''}`,
      },
      ...(l.estado.paquete ? bloquesDelAnexo(l.estado.paquete.contenido) : []),
    ];
  },
};

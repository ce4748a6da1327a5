import { RESULTADOS } from '../modules/sesion/sesion.etiquetas.ts';
import type { Sesion } from '../modules/sesion/sesion.ts';
import { type Bloque, type Firmante, n, parrafo } from '../platform/pdf/documento.ts';
import { asistenciaPorNivel } from './acta.ts';
import { conDe, enumerar, fechaLarga, type Legajo, lineasDeFirma, NIVELES, nombreDeEntidad, otroDe, siglaDe, type TipoDeDocumento } from './legajo.ts';
import { type Aprobable, conArticulo, conDel, deInstrumento, deModelo, type Materia } from './materia.ts';

const SANGRIA = 28;
const que = (...texto: Parameters<typeof parrafo>): Bloque => ({ ...parrafo('Que, ', ...texto), sangria: SANGRIA }) as Bloque;

function vistos<S extends Aprobable>(m: Materia<S>, l: Legajo<S>, sesion: Sesion | undefined): Bloque {
  const { aprobacion } = l.estado;
  const acta = `el Acta de la ${aprobacion?.nombreSesion} de la ${sesion?.nombreCig ?? 'Comisión Intergubernamental'}, de fecha ${fechaLarga(aprobacion?.fecha ?? '')}`;
  return parrafo(
    n('VISTOS: '),
    `${acta}; el expediente ${l.codigo}, por el que el Equipo Técnico de Trabajo Intergubernamental eleva ${conArticulo(m, l)}, en su versión ${m.aprobado(l).version}; el Informe N° ______ de la Oficina General de Asesoría Jurídica; y,`,
  );
}

function considerandoDeAcuerdo<S extends Aprobable>(m: Materia<S>, l: Legajo<S>, sesion: Sesion | undefined): Bloque[] {
  const { aprobacion } = l.estado;
  if (!aprobacion) return [];
  const asunto = sesion?.asuntos.find((a) => a.tipo === m.asunto && a.objeto === l.id && a.acuerdo);
  const niveles = sesion ? asistenciaPorNivel(l, sesion) : [];
  const asistencia = niveles.map((x) =>
    x.presentes.length === 0
      ? `${NIVELES[x.nivel]}: sin asistencia registrada`
      : `${NIVELES[x.nivel]}: ${enumerar([...new Set(x.presentes.map((m) => nombreDeEntidad(l, m.entidad)))])}`,
  );
  const resultado = asunto?.acuerdo ? (RESULTADOS[asunto.acuerdo.resultado] ?? asunto.acuerdo.resultado).toLocaleLowerCase('es-PE') : 'consenso';
  return [
    que(
      `según consta en el Acta de la ${aprobacion.nombreSesion}, del ${fechaLarga(aprobacion.fecha)}, la ${sesion?.nombreCig ?? 'Comisión Intergubernamental'} aprobó ${conArticulo(m, l)}`,
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

function considerandos<S extends Aprobable>(m: Materia<S>, l: Legajo<S>, sesion: Sesion | undefined): Bloque[] {
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
    que(m.considerando),
    que(
      `el Equipo Técnico de Trabajo Intergubernamental reconocido por la Comisión formuló ${conArticulo(m, l)} y ${m.femenino(l.estado) ? 'la' : 'lo'} elevó a esta para su aprobación, conforme al numeral 8.13 de la Directiva;`,
    ),
    ...l.estado.opiniones
      .filter((o) => o.respuesta)
      .map((o) =>
        que(
          `«${o.nombre}», espacio de articulación reconocido por la Comisión, emitió opinión previa el ${fechaLarga(o.respuesta?.fecha ?? '')}, conforme al numeral 8.14 de la Directiva;`,
        ),
      ),
    ...considerandoDeAcuerdo(m, l, sesion),
    que(
      'el numeral 8.15 de la Directiva dispone que la aprobación efectuada por la Comisión Intergubernamental es formalizada a través de Resolución Ministerial, para su debido cumplimiento en los tres niveles de gobierno; por lo que corresponde emitir el acto respectivo;',
    ),
  ];
}

function articulos<S extends Aprobable>(m: Materia<S>, l: Legajo<S>): Bloque[] {
  const sector = nombreDeEntidad(l, l.estado.sector);
  return [
    parrafo(
      n('Artículo 1.- '),
      `Formalizar la aprobación ${conDel(m, l, m.formal)}, efectuada por la Comisión Intergubernamental en su ${l.estado.aprobacion?.nombreSesion}, que como Anexo forma parte integrante de la presente Resolución Ministerial.`,
    ),
    parrafo(
      n('Artículo 2.- '),
      'Disponer su debido cumplimiento en los tres niveles de gobierno, en el marco de sus competencias, funciones y roles, con cargo a sus respectivos presupuestos institucionales.',
    ),
    parrafo(n('Artículo 3.- '), m.encargo),
    parrafo(
      n('Artículo 4.- '),
      `Disponer la publicación de la presente Resolución Ministerial en el diario oficial El Peruano y, con su Anexo, en la sede digital ${conDe(sector)}, y su remisión a los Gobiernos Regionales y Gobiernos Locales comprendidos y a la Secretaría de Descentralización de la Presidencia del Consejo de Ministros.`,
    ),
    parrafo('Regístrese, comuníquese y publíquese.'),
  ];
}

const firmantes = (l: Legajo<Aprobable>): Firmante[] => [
  { cargo: 'organo_descentralizacion', entidad: l.estado.sector, papel: 'visto_bueno' },
  { cargo: 'ogpp', entidad: l.estado.sector, papel: 'visto_bueno' },
  { cargo: 'secretaria_general', entidad: l.estado.sector, papel: 'visto_bueno' },
  { cargo: 'ministro', entidad: l.estado.sector, papel: 'suscribe' },
];

function bloques<S extends Aprobable>(m: Materia<S>, l: Legajo<S>): Bloque[] {
  const sesion = otroDe<Sesion>(l, l.estado.aprobacion?.sesion, 'sesion');
  const anio = (l.estado.aprobacion?.fecha ?? l.estado.desde).slice(0, 4);
  const { version, huella, anexo } = m.aprobado(l);
  return [
    { clase: 'parrafo', texto: [n(`RESOLUCIÓN MINISTERIAL N° ______-${anio}-${siglaDe(l, l.estado.sector)}`)], alinear: 'centro' },
    parrafo('Lima, ____ de ______________ de ______'),
    vistos(m, l, sesion),
    parrafo(n('CONSIDERANDO:')),
    ...considerandos(m, l, sesion),
    parrafo('Con el visado del Órgano encargado de la descentralización, de la Oficina General de Planeamiento y Presupuesto y de la Secretaría General; y,'),
    parrafo(
      'De conformidad con la Ley N° 27783, Ley de Bases de la Descentralización; la Ley N° 29158, Ley Orgánica del Poder Ejecutivo; el Decreto Supremo N° 047-2009-PCM; y la Directiva N° 001-2016-PCM/SD, aprobada por Resolución Ministerial N° 014-2016-PCM;',
    ),
    parrafo(n('SE RESUELVE:')),
    ...articulos(m, l),
    ...lineasDeFirma(l, firmantes(l)),
    {
      clase: 'anexo',
      titulo: 'ANEXO',
      subtitulo: `Texto aprobado por la Comisión Intergubernamental, versión ${version}. Huella del contenido: ${huella}`,
    },
    ...anexo,
  ];
}

/** 8.15: the ministerial act formalises what the CIG approved; its annex is the frozen text. */
const resolucionDe = <S extends Aprobable>(m: Materia<S>): TipoDeDocumento<S> => ({
  clave: 'resolucion',
  nombre: 'Proyecto de Resolución Ministerial',
  expediente: m.expediente,
  numerales: ['8.15', '6.6', '8.13'],
  necesita: (s) => [s.aprobacion?.sesion],
  falta: (l) => (l.estado.aprobacion ? undefined : m.sinAprobar),
  titulo: (l) => `Resolución Ministerial que formaliza la aprobación ${conDel(m, l)}`,
  entidad: (l) => l.estado.sector,
  fecha: (l) => l.estado.aprobacion?.fecha ?? l.estado.desde,
  proyecto: () => true,
  publico: () => false,
  firmantes,
  bloques: (l) => bloques(m, l),
});

export const resolucion = resolucionDe(deModelo);
export const resolucionDeInstrumento = resolucionDe(deInstrumento);

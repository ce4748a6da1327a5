import { SENTIDOS_DE_OPINION } from '../directiva/opinion.ts';
import type { Etti } from '../modules/etti/etti.ts';
import { type Bloque, type Firmante, n, parrafo, titulo } from '../platform/pdf/documento.ts';
import { elOLa, fechaLarga, type Legajo, lineasDeFirma, nombreDeEntidad, oficinaDe, otroDe, type TipoDeDocumento, territorioDe } from './legajo.ts';
import { type Aprobable, conArticulo, conDel, deInstrumento, deModelo, type Materia } from './materia.ts';

const firmantes = (l: Legajo<Aprobable>): Firmante[] => [{ ...l.estado.presidencia, papel: 'suscribe' }];

function opiniones(m: Aprobable): Bloque[] {
  if (m.opiniones.length === 0) return [parrafo('La Comisión no pidió opinión previa; hacerlo es facultativo (numeral 8.14).')];
  return [
    {
      clase: 'tabla',
      titulo: '',
      columnas: [
        { titulo: 'Espacio de articulación', ancho: 34 },
        { titulo: 'Opinión', ancho: 22 },
        { titulo: 'Contenido', ancho: 44 },
      ],
      filas: m.opiniones.map((o) => [
        o.nombre,
        o.respuesta ? (SENTIDOS_DE_OPINION[o.respuesta.sentido] ?? o.respuesta.sentido) : 'Sin respuesta; no impide decidir',
        o.respuesta?.texto ?? '',
      ]),
    },
  ];
}

/** 8.13: what the ETTI elevated, frozen, with what it lacks (R11). */
function bloques<S extends Aprobable>(m: Materia<S>, l: Legajo<S>): Bloque[] {
  const s = l.estado;
  const etti = otroDe<Etti>(l, s.etti, 'etti');
  const e = m.elevado(l, etti);
  if (!e) return [];
  return [
    titulo('1.', 'Elevación'),
    parrafo(
      `El ${fechaLarga(e.marca.ocurridoEl)}, ${elOLa(oficinaDe(l, s.presidencia.entidad, s.presidencia.cargo))}, en ejercicio de la presidencia ${etti ? `del ${etti.nombre}` : 'del Equipo Técnico de Trabajo Intergubernamental'}, eleva a la ${l.otros.get(s.cig)?.titulo ?? 'Comisión Intergubernamental'} ${conArticulo(m, l)}, para su aprobación, conforme al numeral 8.13 de la Directiva N° 001-2016-PCM/SD.`,
    ),
    {
      clase: 'ficha',
      titulo: 'Datos del paquete',
      datos: [
        ...m.datos(l),
        ['Territorio', territorioDe(l, s.territorio)],
        ['Sector rector', nombreDeEntidad(l, s.sector)],
        ['Versión elevada', String(e.version)],
        ['Huella del contenido', e.huella],
        ['Acta del ETTI (huella)', e.actaEtti],
        [
          'Protocolo del ETTI',
          etti?.protocolo ? `Versión ${etti.protocolo.version}, adoptado el ${fechaLarga(etti.protocolo.desde)} (numeral 8.12)` : 'Sin registro',
        ],
      ],
    },
    titulo('2.', 'Lo que el paquete no contiene o advierte'),
    ...(e.advertencias.length > 0
      ? [
          parrafo('No impide la elevación ni la aprobación; se deja constancia.'),
          { clase: 'lista', numeracion: 'guion', puntos: e.advertencias.map((a) => [n(`Numeral ${a.numeral}: `), a.motivo]) } as const,
        ]
      : [parrafo('El paquete se eleva sin advertencias.')]),
    titulo('3.', 'Opinión previa'),
    ...opiniones(s),
    parrafo('Como Anexo se acompaña el texto elevado, al que corresponde la huella indicada en el numeral 1.'),
    ...lineasDeFirma(l, firmantes(l)),
    { clase: 'anexo', titulo: 'ANEXO', subtitulo: `Paquete elevado, versión ${e.version}` },
    ...e.anexo,
  ];
}

const elevacionDe = <S extends Aprobable>(m: Materia<S>): TipoDeDocumento<S> => ({
  clave: 'elevacion',
  nombre: 'Expediente de elevación a la CIG',
  expediente: m.expediente,
  numerales: m.numerales,
  falta: (l) => (m.elevado(l, undefined) ? undefined : m.sinElevar),
  titulo: (l) => `Expediente de elevación ${conDel(m, l)}`,
  entidad: (l) => l.estado.sector,
  fecha: (l) => m.elevado(l, undefined)?.marca.ocurridoEl ?? l.estado.desde,
  proyecto: (l) => m.enElEtti(l.estado),
  publico: () => false,
  firmantes,
  bloques: (l) => bloques(m, l),
});

export const elevacion = elevacionDe(deModelo);
export const elevacionDeInstrumento = elevacionDe(deInstrumento);

import { SENTIDOS_DE_OPINION } from '../directiva/opinion.ts';
import type { Etti } from '../modules/etti/etti.ts';
import type { Paquete } from '../modules/modelo/modelo.partes.ts';
import type { Modelo } from '../modules/modelo/modelo.ts';
import { type Bloque, n, parrafo, titulo } from '../platform/pdf/documento.ts';
import { elOLa, fechaLarga, type Legajo, lineasDeFirma, nombreDeEntidad, oficinaDe, otroDe, type TipoDeDocumento, territorioDe, ultimo } from './legajo.ts';
import { bloquesDelAnexo, objetoDe } from './resolucion.ts';

const elevado = (l: Legajo<Modelo>) => ultimo<Paquete>(l, 'ModeloElevado');

const firmantes: TipoDeDocumento<Modelo>['firmantes'] = (l) => [{ ...l.estado.presidencia, papel: 'suscribe' }];

function opiniones(m: Modelo): Bloque[] {
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

/** 8.13: the package as the ETTI elevated it, frozen, with what it lacks (R11). */
export const elevacion: TipoDeDocumento<Modelo> = {
  clave: 'elevacion',
  nombre: 'Expediente de elevación a la CIG',
  expediente: 'modelo',
  numerales: ['8.13', '8.12', '8.1'],
  falta: (l) =>
    elevado(l)
      ? undefined
      : {
          numeral: '8.13',
          motivo: 'El ETTI aún no eleva el modelo a la CIG.',
          remedio: 'Eleve el modelo con el acta del ETTI; entonces queda congelado el paquete.',
        },
  titulo: (l) => `Expediente de elevación del Modelo Específico ${objetoDe(l)}`,
  entidad: (l) => l.estado.sector,
  fecha: (l) => elevado(l)?.marca.ocurridoEl ?? l.estado.desde,
  proyecto: (l) => l.estado.pistaA === 'E7',
  publico: () => false,
  firmantes,
  bloques: (l) => {
    const m = l.estado;
    const e = elevado(l) as NonNullable<ReturnType<typeof elevado>>;
    const etti = otroDe<Etti>(l, m.etti, 'etti');
    const { advertencias } = e.datos.contenido;
    return [
      titulo('1.', 'Elevación'),
      parrafo(
        `El ${fechaLarga(e.marca.ocurridoEl)}, ${elOLa(oficinaDe(l, m.presidencia.entidad, m.presidencia.cargo))}, en ejercicio de la presidencia ${etti ? `del ${etti.nombre}` : 'del Equipo Técnico de Trabajo Intergubernamental'}, eleva a la ${l.otros.get(m.cig)?.titulo ?? 'Comisión Intergubernamental'} el Modelo Específico ${objetoDe(l)}, para su aprobación, conforme al numeral 8.13 de la Directiva N° 001-2016-PCM/SD.`,
      ),
      {
        clase: 'ficha',
        titulo: 'Datos del paquete',
        datos: [
          ['Servicio público', m.nombreServicio],
          ['Territorio', territorioDe(l, m.territorio)],
          ['Sector rector', nombreDeEntidad(l, m.sector)],
          ['Versión del paquete', String(e.datos.version)],
          ['Huella del contenido', e.datos.huella],
          ['Acta del ETTI (huella)', e.datos.actaEtti],
          [
            'Protocolo del ETTI',
            etti?.protocolo ? `Versión ${etti.protocolo.version}, adoptado el ${fechaLarga(etti.protocolo.desde)} (numeral 8.12)` : 'Sin registro',
          ],
        ],
      },
      titulo('2.', 'Lo que el paquete no contiene o advierte'),
      ...(advertencias.length > 0
        ? [
            parrafo('No impide la elevación ni la aprobación; se deja constancia.'),
            { clase: 'lista', numeracion: 'guion', puntos: advertencias.map((a) => [n(`Numeral ${a.numeral}: `), a.motivo]) } as const,
          ]
        : [parrafo('El paquete se eleva sin advertencias.')]),
      titulo('3.', 'Opinión previa'),
      ...opiniones(m),
      ...lineasDeFirma(l, firmantes(l, '')),
      { clase: 'anexo', titulo: 'ANEXO', subtitulo: `Paquete elevado, versión ${e.datos.version}` },
      ...bloquesDelAnexo(e.datos.contenido),
    ];
  },
};

import { ASIENTOS, presidenciaDe } from '../directiva/asientos.ts';
import { CALIDADES, DEFECTOS, POSICIONES, QUIEN_INVITA, REGLAS_DE_DECISION } from '../modules/etti/etti.etiquetas.ts';
import type { Etti } from '../modules/etti/etti.ts';
import { defectoDeSeleccion } from '../modules/etti/etti.ts';
import { type Bloque, type Firmante, n, parrafo, titulo } from '../platform/pdf/documento.ts';
import { fechaLarga, type Legajo, lineasDeFirma, nombreDeEntidad, oficinaDe, parrafos, type TipoDeDocumento, territorioDe, ultimo } from './legajo.ts';

interface Reconocido {
  sesion: string;
  nombreSesion: string;
  fechaSeleccion?: string;
}

const ORDEN = Object.keys(ASIENTOS);

function integracion(l: Legajo<Etti>): Bloque[] {
  const e = l.estado;
  const miembros = [...e.miembros].sort((a, b) => ORDEN.indexOf(a.asiento) - ORDEN.indexOf(b.asiento));
  return [
    miembros.length > 0
      ? {
          clase: 'tabla',
          titulo: 'Miembros (numeral 8.10)',
          columnas: [
            { titulo: 'Asiento', ancho: 31 },
            { titulo: 'Oficina que lo ocupa', ancho: 43 },
            { titulo: 'Calidad', ancho: 13 },
            { titulo: 'Desde', ancho: 13 },
          ],
          filas: miembros.map((m) => [
            `${m.asiento}. ${ASIENTOS[m.asiento].nombre}`,
            [m.unidad, oficinaDe(l, m.entidad, m.cargo)].filter(Boolean).join(', '),
            CALIDADES[m.calidad] ?? m.calidad,
            m.desde.split('-').reverse().join('/'),
          ]),
        }
      : parrafo('Aún no se designa a sus miembros.'),
    ...(e.variacion ? [parrafo(n('Variación de los asientos iv y v (numeral 8.10): '), e.variacion.motivo || 'sin motivo escrito.')] : []),
    ...(e.vacancias.length > 0
      ? [
          {
            clase: 'lista',
            numeracion: 'guion',
            puntos: e.vacancias.map((v) => `Asiento ${v.asiento} vacante desde el ${fechaLarga(v.desde)} (${nombreDeEntidad(l, v.entidad)}): ${v.motivo}.`),
          } as const,
        ]
      : []),
  ];
}

const SIN_RECONOCER = { numeral: '8.9', motivo: 'La CIG aún no reconoce el ETTI.', remedio: 'Lleve el reconocimiento a una sesión de la CIG.' } as const;

const firmasDelReconocimiento: TipoDeDocumento<Etti>['firmantes'] = (l) => [{ cargo: 'organo_descentralizacion', entidad: l.estado.sector, papel: 'suscribe' }];

function seleccion(l: Legajo<Etti>): Bloque[] {
  const s = ultimo<{ por: 'cig' | 'presidencia'; motivo?: string; nombreSesion?: string; defecto?: keyof typeof DEFECTOS }>(l, 'GerentesSeleccionados');
  if (s)
    return [
      parrafo(
        n('Selección de Gerentes Municipales (numeral 8.10.v). '),
        s.datos.por === 'cig'
          ? `La efectuó la Comisión Intergubernamental${s.datos.nombreSesion ? ` en su ${s.datos.nombreSesion}` : ''}, el ${fechaLarga(s.marca.ocurridoEl)}.`
          : `La efectuó la presidencia del ETTI el ${fechaLarga(s.marca.ocurridoEl)}, en defecto de la Comisión${s.datos.defecto ? `: ${DEFECTOS[s.datos.defecto]}` : ''}.`,
      ),
    ];
  const fecha = l.estado.seleccion.fechaCig;
  const defecto = defectoDeSeleccion(l.estado, l.estado.desde);
  return [
    parrafo(
      n('Selección de Gerentes Municipales (numeral 8.10.v). '),
      fecha && !l.estado.seleccion.defecto
        ? `Pendiente: la Comisión se fijó como fecha el ${fechaLarga(fecha)}.`
        : `Pendiente${defecto ? `; ${DEFECTOS[defecto]}, por lo que puede efectuarla la presidencia del ETTI` : ''}.`,
    ),
  ];
}

/** 8.9: what the CIG recognised, in one paper that travels. */
export const reconocimiento: TipoDeDocumento<Etti> = {
  clave: 'reconocimiento',
  nombre: 'Reconocimiento del ETTI',
  expediente: 'etti',
  numerales: ['8.9', '8.10'],
  necesita: (e) => e.servicios,
  falta: (l) => (l.estado.situacion === 'propuesto' ? SIN_RECONOCER : undefined),
  titulo: (l) => `Reconocimiento del ${l.estado.nombre}`,
  entidad: (l) => l.estado.sector,
  fecha: (l) => ultimo(l, 'EttiReconocido')?.marca.ocurridoEl ?? l.estado.desde,
  proyecto: () => false,
  publico: () => true,
  firmantes: firmasDelReconocimiento,
  bloques: (l) => {
    const e = l.estado;
    const r = ultimo<Reconocido>(l, 'EttiReconocido');
    const comision = l.otros.get(e.cig)?.titulo ?? 'Comisión Intergubernamental';
    const servicios = e.servicios.map((id) => l.otros.get(id)?.titulo).filter((x): x is string => x !== undefined);
    return [
      titulo('1.', 'Acuerdo de reconocimiento'),
      parrafo(
        `La ${comision}, en su ${r?.datos.nombreSesion ?? 'sesión'}, del ${fechaLarga(r?.marca.ocurridoEl ?? e.desde)}, reconoció al Equipo Técnico de Trabajo Intergubernamental «${e.nombre}» para el territorio departamental: ${territorioDe(l, e.territorio)}, conducido por el ${nombreDeEntidad(l, e.sector)}, conforme al numeral 8.9 de la Directiva N° 001-2016-PCM/SD.`,
      ),
      ...(e.adicionalPara ? [parrafo('Es un equipo adicional de la misma Comisión en el departamento, reconocido para otro servicio.')] : []),
      titulo('2.', 'Servicios a su cargo'),
      servicios.length > 0
        ? { clase: 'lista', numeracion: 'letra', puntos: servicios }
        : parrafo('Los priorizados por el Plan de Trabajo Institucional en el departamento.'),
      titulo('3.', 'Integración'),
      ...integracion(l),
      ...seleccion(l),
      parrafo(
        'La participación de los asientos iv y v es variable, según el enfoque territorial de cada servicio. Los especialistas invitados participan con derecho a voz (numeral 8.10).',
      ),
      ...lineasDeFirma(l, firmasDelReconocimiento(l, '')),
    ];
  },
};

const firmasDelProtocolo: TipoDeDocumento<Etti>['firmantes'] = (l) => {
  const p = presidenciaDe(l.estado);
  const otros = l.estado.miembros.filter((m) => m !== p);
  return [...(p ? [p] : []), ...[...otros].sort((a, b) => ORDEN.indexOf(a.asiento) - ORDEN.indexOf(b.asiento))].map(
    (m): Firmante => ({ cargo: m.cargo, entidad: m.entidad, papel: 'suscribe' }),
  );
};

/** 8.12: the members' rules of understanding. */
export const protocolo: TipoDeDocumento<Etti> = {
  clave: 'protocolo',
  nombre: 'Protocolo del ETTI',
  expediente: 'etti',
  numerales: ['8.12'],
  falta: (l) =>
    l.estado.protocolo ? undefined : { numeral: '8.12', motivo: 'El ETTI aún no adopta su protocolo.', remedio: 'Adopte el protocolo en este expediente.' },
  titulo: (l) => `Protocolo del ${l.estado.nombre}`,
  entidad: (l) => l.estado.sector,
  fecha: (l) => l.estado.protocolo?.desde ?? l.estado.desde,
  proyecto: () => false,
  publico: () => true,
  firmantes: firmasDelProtocolo,
  bloques: (l) => {
    const p = l.estado.protocolo as NonNullable<Etti['protocolo']>;
    return [
      titulo('1.', 'Objeto y alcance'),
      parrafo(
        `El presente protocolo, versión ${p.version}, adoptado el ${fechaLarga(p.desde)}, regula el entendimiento entre los miembros del equipo sobre el diseño de los Modelos Específicos y guía el análisis específico en cada jurisdicción, de modo que la estrategia de diseño e implementación se adecue a la realidad heterogénea del territorio (numeral 8.12 de la Directiva N° 001-2016-PCM/SD).`,
      ),
      titulo('2.', 'Miembros'),
      ...integracion(l),
      titulo('3.', 'Regla de decisión'),
      parrafo(
        `${REGLAS_DE_DECISION[p.regla] ?? p.regla}.${p.detalleRegla ? ` ${p.detalleRegla}` : ''} Los indicadores se acuerdan siempre por consenso de los niveles de gobierno (numeral 8.17).`,
      ),
      titulo('4.', 'Convocatoria'),
      ...parrafos(p.convocatoria),
      parrafo(n('Convocan a los invitados: '), `${(QUIEN_INVITA[p.invitados] ?? p.invitados).toLocaleLowerCase('es-PE')}. Participan con derecho a voz.`),
      titulo('5.', 'Intercambio de información'),
      ...parrafos(p.intercambio),
      titulo('6.', 'Estrategia territorial'),
      ...parrafos(p.estrategiaTerritorial),
      titulo('7.', 'Conformidad de los miembros'),
      p.conformidades.length > 0
        ? {
            clase: 'tabla',
            titulo: '',
            columnas: [
              { titulo: 'Asiento', ancho: 12 },
              { titulo: 'Entidad', ancho: 38 },
              { titulo: 'Posición', ancho: 20 },
              { titulo: 'Motivo', ancho: 30 },
            ],
            filas: p.conformidades.map((x) => [x.asiento, nombreDeEntidad(l, x.entidad), POSICIONES[x.posicion] ?? x.posicion, x.motivo ?? '']),
          }
        : parrafo('No se registró la posición de cada miembro.'),
      ...lineasDeFirma(l, firmasDelProtocolo(l, '')),
    ];
  },
};

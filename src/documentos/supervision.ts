import { MATERIAS, MOMENTOS, type Supervision } from '../modules/supervision/supervision.ts';
import { type Bloque, n, parrafo, subtitulo, titulo } from '../platform/pdf/documento.ts';
import { conA, fechaLarga, type Legajo, lineasDeFirma, nombreDeEntidad, parrafos, type TipoDeDocumento } from './legajo.ts';

const cargoDe = (s: Supervision): string => (s.materia === 'metodologia' ? 'secretario_sgp' : 'secretario_sd');

const firmantes: TipoDeDocumento<Supervision>['firmantes'] = (l) => [{ cargo: cargoDe(l.estado), entidad: l.estado.supervisor, papel: 'suscribe' }];

function observaciones(l: Legajo<Supervision>): Bloque[] {
  const s = l.estado;
  if (s.observaciones.length === 0) return [parrafo('No se formularon observaciones.')];
  return s.observaciones.flatMap((o) => [
    subtitulo(`${conA(nombreDeEntidad(l, o.dirigidaA))}, numeral ${o.numeral}`, `3.${o.n}.`),
    parrafo(o.texto),
    parrafo(n('Recomendación: '), o.recomendacion),
    parrafo(
      n('Respuesta: '),
      o.respuesta
        ? `${o.respuesta.texto} (${fechaLarga(o.respuesta.el)})`
        : `sin respuesta registrada${o.vence ? `; se pidió para el ${fechaLarga(o.vence)}` : ''}.`,
    ),
  ]);
}

/** 5.2 ¶2 (SD), 5.3 and 8.20.3 (SGP). */
export const supervision: TipoDeDocumento<Supervision> = {
  clave: 'informe',
  nombre: 'Informe de supervisión y evaluación',
  expediente: 'supervision',
  numerales: ['5.2', '5.3', '8.20.3'],
  falta: () => undefined,
  titulo: (l) => `Informe de supervisión: ${l.estado.titulo}`,
  entidad: (l) => l.estado.supervisor,
  fecha: (l) => l.estado.conclusion?.el ?? l.estado.desde,
  proyecto: (l) => l.estado.situacion !== 'concluido',
  publico: (l) => l.estado.situacion === 'concluido',
  firmantes,
  bloques: (l) => {
    const s = l.estado;
    const sobre = s.sobre ? l.otros.get(s.sobre) : undefined;
    const base =
      s.materia === 'metodologia'
        ? 'los numerales 5.3 y 8.20.3 de la Directiva N° 001-2016-PCM/SD, que encargan a la Secretaría de Gestión Pública la metodología y la evaluación del cumplimiento de su política'
        : 'los numerales 5.2 y 8.20.3 de la Directiva N° 001-2016-PCM/SD, que encargan a la Secretaría de Descentralización asistir, supervisar y evaluar su implementación y cumplimiento';
    return [
      titulo('1.', 'Objeto y base legal'),
      parrafo(`El presente informe se emite en aplicación de ${base}.`),
      {
        clase: 'ficha',
        titulo: 'Datos de la supervisión',
        datos: [
          ['Supervisa', nombreDeEntidad(l, s.supervisor)],
          ['Materia', MATERIAS[s.materia] ?? s.materia],
          ['Expediente supervisado', sobre ? `${sobre.titulo} (${sobre.codigo})` : ''],
          ['Abierta', fechaLarga(ultimaApertura(l))],
          ['Situación', s.situacion === 'concluido' ? 'Concluida' : 'En curso'],
        ],
      },
      titulo('2.', 'Alcance'),
      ...parrafos(s.alcance),
      titulo('3.', 'Observaciones y recomendaciones'),
      ...observaciones(l),
      titulo('4.', 'Asistencia técnica brindada'),
      s.asistencias.length > 0
        ? {
            clase: 'tabla',
            titulo: '',
            columnas: [
              { titulo: 'Fecha', ancho: 18 },
              { titulo: 'Entidad', ancho: 32 },
              { titulo: 'Momento', ancho: 16 },
              { titulo: 'Tema', ancho: 34 },
            ],
            filas: s.asistencias.map((a) => [a.el.split('-').reverse().join('/'), nombreDeEntidad(l, a.entidad), MOMENTOS[a.momento] ?? a.momento, a.tema]),
          }
        : parrafo('No se registró asistencia técnica.'),
      titulo('5.', 'Conclusión'),
      ...parrafos(s.conclusion?.texto, 'La supervisión continúa; este informe es un avance.'),
      ...lineasDeFirma(l, firmantes(l, '')),
    ];
  },
};

const ultimaApertura = (l: Legajo<Supervision>): string => l.hechos.find((h) => h.hecho.tipo === 'SupervisionAbierta')?.marca.ocurridoEl ?? l.estado.desde;

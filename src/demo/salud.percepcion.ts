import type { Guion } from './guion.ts';
import { idDemo } from './identidad.ts';

const SERVICIO = idDemo('servicio/cred');
const MODELO = idDemo('modelo/cred-09');
const SATISFACCION = idDemo('indicador/cred-satisfaccion');
const RECLAMOS = idDemo('indicador/cred-reclamos');
const SECTOR = 'minsa/organo_descentralizacion';
const CUMPLE = { simplicidad: true, confiabilidad: true, validez: true, costoRazonable: true };

/** Two waves by province: percentage satisfied and interviews. */
const OLAS: readonly (readonly [provincia: string, poblacion: number, olas: readonly (readonly [valor: number, n: number])[]])[] = [
  [
    '0902',
    655,
    [
      [58.2, 182],
      [66.9, 178],
    ],
  ],
  [
    '0903',
    318,
    [
      [63.1, 141],
      [65.4, 136],
    ],
  ],
];

/** Complaints of the last two years by province, with the channel of each. */
const CANALES = ['Libro de Reclamaciones', 'Buzón de sugerencias', 'Línea telefónica'] as const;
const RECLAMOS_POR: readonly (readonly [provincia: string, porAnio: readonly (readonly number[])[]])[] = [
  [
    '0902',
    [
      [21, 12, 9],
      [14, 11, 7],
    ],
  ],
  [
    '0903',
    [
      [12, 7, 3],
      [13, 4, 4],
    ],
  ],
];

/** User perception: a survey with its sheet in two waves, and the count of complaints by channel. */
export async function escuchar(g: Guion): Promise<void> {
  const ultimo = Number(g.hace(365).slice(0, 4));
  const anios = [ultimo - 1, ultimo];
  const el = g.hace(21);
  const comun = {
    servicio: SERVICIO,
    modelo: MODELO,
    dimension: 'satisfaccion',
    clase: 'resultado',
    periodicidad: 'anual',
    responsable: 'minsa',
    captura: 'provincia',
    criterios: CUMPLE,
  };
  await g.hacer(
    SECTOR,
    'DefinirIndicador',
    SATISFACCION,
    {
      ...comun,
      nombre: 'Madres, padres y cuidadores satisfechos con el control CRED',
      proposito: 'Saber qué piensan del servicio quienes lo usan, y si lo acordado se nota.',
      agregacion: 'media_ponderada',
      numerador: 'Porcentaje que responde «satisfecho» o «muy satisfecho»',
      denominador: 'Cuidadores de niñas y niños menores de un año',
      unidad: '%',
      decimales: 1,
      sentido: 'mayor_mejor',
      fuente: 'Encuesta de satisfacción a la salida del control (demostración)',
    },
    { el },
  );
  for (const [i, anio] of anios.entries()) {
    const resultados = OLAS.map(([territorio, poblacion, olas]) => ({ territorio, poblacion, valor: olas[i]?.[0], n: olas[i]?.[1] }));
    await g.hacer(
      'minsa/ogpp',
      'RegistrarEncuesta',
      idDemo(`encuesta/cred-${i + 1}`),
      {
        indicador: SATISFACCION,
        nombre: `Satisfacción con el control CRED, ${anio} (demostración)`,
        periodo: String(anio),
        poblacion: 'Madres, padres y cuidadores de niñas y niños menores de un año con al menos un control en el año.',
        marco: 'Padrón nominal de las dos provincias.',
        diseno: 'polietapico',
        disenoDetalle:
          'Establecimientos elegidos con probabilidad proporcional a sus controles y, en cada uno, cuidadores al azar a la salida. Sin reemplazos.',
        muestra: resultados.reduce((n, r) => n + (r.n ?? 0), 0),
        tasaRespuesta: i === 0 ? 81 : 78,
        confianza: '95',
        deff: 1.4,
        desde: `${anio}-10-05`,
        hasta: `${anio}-11-20`,
        aplico: 'Oficina de estadística del sector',
        pregunta: 'En general, ¿qué tan satisfecho está con la atención que recibió hoy?',
        escala: 'Muy insatisfecho, insatisfecho, ni satisfecho ni insatisfecho, satisfecho, muy satisfecho. Cuentan las dos últimas.',
        medida: 'proporcion',
        resultados,
      },
      { el: g.hace(20) },
    );
    await g.hacer(SECTOR, 'PublicarPeriodo', SATISFACCION, { periodo: String(anio) }, { el: g.hace(19) });
  }
  await g.hacer(
    SECTOR,
    'DefinirIndicador',
    RECLAMOS,
    {
      ...comun,
      nombre: 'Reclamos y sugerencias sobre el control CRED',
      proposito: 'Ver por qué canal y dónde reclaman los usuarios.',
      agregacion: 'conteo',
      numerador: 'Reclamos y sugerencias recibidos en el año',
      unidad: 'reclamos',
      decimales: 0,
      sentido: 'menor_mejor',
      fuente: 'Libro de Reclamaciones, buzones y línea telefónica (demostración)',
      desagregaciones: [{ nombre: 'Canal', categorias: [...CANALES] }],
    },
    { el },
  );
  const cifras = RECLAMOS_POR.flatMap(([territorio, porAnio]) =>
    porAnio.flatMap((canales, i) => {
      const periodo = String(anios[i]);
      return [
        { territorio, periodo, valor: canales.reduce((a, b) => a + b, 0) },
        ...canales.map((valor, k) => ({ territorio, periodo, categoria: `Canal: ${CANALES[k]}`, valor })),
      ];
    }),
  );
  await g.hacer('minsa/ogpp', 'ReportarCifras', idDemo('reporte/cred-reclamos'), { indicador: RECLAMOS, cifras, enviar: true }, { el: g.hace(19) });
}

import type { Guion } from './guion.ts';
import { idDemo } from './identidad.ts';

const SERVICIO = idDemo('servicio/cred');
const MODELO = idDemo('modelo/cred-09');
const INDICADOR = idDemo('indicador/cred');
const SECTOR = 'minsa/organo_descentralizacion';

/** Districts of Acobamba and Angaraes: children of the age and how many have the whole control, by year. */
const CONTROLES: readonly (readonly [distrito: string, poblacion: number, porAnio: readonly number[]])[] = [
  ['090201', 182, [88, 101, 118, 127]],
  ['090202', 41, [15, 19, 24, 27]],
  ['090203', 88, [30, 41, 47, 58]],
  ['090204', 36, [18, 17, 21, 24]],
  ['090205', 57, [22, 25, 33, 38]],
  ['090206', 168, [61, 78, 95, 119]],
  ['090207', 44, [20, 25, 27, 33]],
  ['090208', 39, [13, 18, 22, 26]],
  ['090301', 214, [120, 131, 150, 171]],
  ['090302', 71, [19, 28, 36, 41]],
  ['090303', 33, [12, 14, 16, 20]],
];

/** An indicator agreed, with its baseline, its targets and the figures of some districts; the last year still unpublished. */
export async function medir(g: Guion): Promise<void> {
  const ultimo = Number(g.hace(365).slice(0, 4));
  const anios = [3, 2, 1, 0].map((k) => ultimo - k);
  const el = g.hace(26);
  await g.hacer(
    SECTOR,
    'DefinirIndicador',
    INDICADOR,
    {
      servicio: SERVICIO,
      modelo: MODELO,
      nombre: 'Niñas y niños menores de un año con control CRED completo',
      proposito: 'Saber en qué distritos falta llegar con el control y acordar dónde reforzar las brigadas.',
      dimension: 'cobertura',
      clase: 'resultado',
      agregacion: 'razon',
      numerador: 'Niñas y niños menores de un año con los controles que corresponden a su edad',
      denominador: 'Niñas y niños menores de un año en el padrón nominal',
      factor: 100,
      unidad: '%',
      decimales: 1,
      sentido: 'mayor_mejor',
      periodicidad: 'anual',
      fuente: 'Padrón nominal y registro de atenciones (demostración)',
      responsable: 'minsa',
      captura: 'distrito',
      desagregaciones: [{ nombre: 'Sexo', categorias: ['Niñas', 'Niños'] }],
      criterios: { simplicidad: true, confiabilidad: true, validez: true, costoRazonable: true },
    },
    { el },
  );
  const [inicio = ultimo] = anios;
  const valores = (...pares: [string, number, number][]) => pares.map(([territorio, periodo, valor]) => ({ territorio, periodo: String(periodo), valor }));
  await g.hacer(
    SECTOR,
    'FijarLineaBase',
    INDICADOR,
    {
      fuente: 'Padrón nominal (demostración)',
      valores: valores(['pe', inicio, 43], ['09', inicio, 43], ['0902', inicio, 40.8], ['0903', inicio, 47.5], ['090201', inicio, 48.4]),
    },
    { el },
  );
  await g.hacer(
    SECTOR,
    'FijarMetas',
    INDICADOR,
    {
      sustento: 'Metas del Modelo Específico (demostración)',
      valores: valores(
        ...['pe', '09', '0902', '0903', '090201', '090301'].flatMap((t): [string, number, number][] => [
          [t, ultimo, 70],
          [t, ultimo + 1, 75],
          [t, ultimo + 2, 80],
        ]),
      ),
    },
    { el },
  );
  const acuerdo = { organo: 'etti', acta: 'Acta de indicadores del ETTI (demostración)', niveles: ['nacional', 'regional', 'local'] };
  await g.hacer(SECTOR, 'AdoptarIndicador', INDICADOR, acuerdo, { el });
  const cifras = CONTROLES.flatMap(([territorio, denominador, porAnio]) =>
    porAnio.flatMap((valor, i) => {
      const ninias = Math.round(valor * 0.47);
      const todas = [{ territorio, periodo: String(anios[i]), valor, denominador }];
      if (i < porAnio.length - 1) return todas;
      const mitad = Math.round(denominador * 0.49);
      return [
        ...todas,
        { territorio, periodo: String(anios[i]), categoria: 'Sexo: Niñas', valor: ninias, denominador: mitad },
        { territorio, periodo: String(anios[i]), categoria: 'Sexo: Niños', valor: valor - ninias, denominador: denominador - mitad },
      ];
    }),
  );
  const sinDato = { territorio: '090304', periodo: String(ultimo), estado: 'sin_dato' };
  await g.hacer(
    'minsa/ogpp',
    'ReportarCifras',
    idDemo('reporte/cred'),
    { indicador: INDICADOR, cifras: [...cifras, sinDato], enviar: true },
    { el: g.hace(24) },
  );
  for (const periodo of anios.slice(0, -1)) await g.hacer(SECTOR, 'PublicarPeriodo', INDICADOR, { periodo: String(periodo) }, { el: g.hace(22) });
  await producir(g, anios, el);
}

/** What the service does so that the result changes: outings of the brigades, by province. */
async function producir(g: Guion, anios: readonly number[], el: string): Promise<void> {
  const [inicio = 0, , , ultimo = 0] = anios;
  const indicador = idDemo('indicador/cred-brigadas');
  await g.hacer(
    SECTOR,
    'DefinirIndicador',
    indicador,
    {
      servicio: SERVICIO,
      modelo: MODELO,
      nombre: 'Salidas de las brigadas itinerantes a comunidades',
      proposito: 'Ver si el producto acordado se entrega donde falta cobertura.',
      dimension: 'cobertura',
      clase: 'producto',
      agregacion: 'suma',
      numerador: 'Salidas realizadas en el año',
      unidad: 'salidas',
      sentido: 'mayor_mejor',
      periodicidad: 'anual',
      fuente: 'Cuaderno de salidas de las redes (demostración)',
      responsable: 'minsa',
      captura: 'provincia',
      criterios: { simplicidad: true, confiabilidad: true, validez: true, costoRazonable: true },
    },
    { el },
  );
  const valores = (filas: readonly (readonly [string, number, number])[]) =>
    filas.map(([territorio, periodo, valor]) => ({ territorio, periodo: String(periodo), valor }));
  const inicial = valores([
    ['pe', inicio, 64],
    ['09', inicio, 64],
  ]);
  await g.hacer(SECTOR, 'FijarLineaBase', indicador, { fuente: 'Cuaderno de salidas (demostración)', valores: inicial }, { el });
  const metas = valores([
    ['pe', ultimo + 1, 160],
    ['09', ultimo + 1, 160],
  ]);
  await g.hacer(SECTOR, 'FijarMetas', indicador, { sustento: 'Metas del Modelo Específico (demostración)', valores: metas }, { el });
  const salidas = { '0902': [38, 52, 66, 81], '0903': [26, 31, 40, 47] };
  const cifras = Object.entries(salidas).flatMap(([territorio, porAnio]) => porAnio.map((valor, i) => ({ territorio, periodo: String(anios[i]), valor })));
  await g.hacer('minsa/ogpp', 'ReportarCifras', idDemo('reporte/cred-brigadas'), { indicador, cifras, enviar: true }, { el: g.hace(24) });
  for (const periodo of anios.slice(0, -1)) await g.hacer(SECTOR, 'PublicarPeriodo', indicador, { periodo: String(periodo) }, { el: g.hace(22) });
}

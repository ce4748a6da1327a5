import { normalizar } from '../../directiva/anexo.ts';
import { dmy } from '../../kernel/calendario.ts';
import { DEL_PAQUETE } from './modelo.campos.ts';
import { DIMENSIONES, ENFOQUES, NIVELES, PRINCIPIOS, SECCIONES, TIPOS_DE_BIEN, TIPOS_DE_INDICADOR, TIPOS_DE_PROCESO } from './modelo.etiquetas.ts';
import type { Contenido, ParteEnmendable } from './modelo.paquete.ts';

/** Label and text; lines without text are left out. */
type Linea = readonly [etiqueta: string, texto: string | undefined];

const ficha = (numero: string, titulo: string, lineas: readonly Linea[]): string[] => [
  `${numero} ${titulo}`,
  ...lineas.flatMap(([etiqueta, texto]) => (texto ? [`${etiqueta}: ${texto}`] : [])),
];

function filas<T>(n: number, lista: readonly T[], describir: (fila: T) => [titulo: string, lineas: readonly Linea[]]): string[] {
  return lista.flatMap((fila, i) => ficha(`${n}.${i + 1}.`, ...describir(fila)));
}

type Redaccion = { [K in keyof Contenido['secciones']]-?: (s: NonNullable<Contenido['secciones'][K]>, n: number, c: Contenido) => string[] };

const REDACCION: Redaccion = {
  destinatarios: (s, n) =>
    filas(n, s.filas, (f) => [
      f.quienes,
      [
        ['Necesidades', f.necesidades],
        ['Expectativas', f.expectativas],
        ['Requisitos', f.requisitos],
        ['Fuente', f.fuente],
      ],
    ]),
  cadena: (s, n) =>
    filas(n, s.filas, (f) => [
      f.fase,
      [
        ['Insumos', f.insumos],
        ['Actividades', f.actividades],
        ['Productos', f.productos],
        ['Resultado', f.resultado],
      ],
    ]),
  procesos: (s, n) =>
    filas(n, s.filas, (f) => [
      f.proceso,
      [
        ['Tipo', TIPOS_DE_PROCESO[f.tipo]],
        ['Nivel a cargo', NIVELES[f.nivel]],
        ['Entrega a otro nivel', f.entrega],
        ['Norma de competencia', f.norma],
        ['Política', f.politica],
      ],
    ]),
  roles: (s, n) =>
    filas(n, s.filas, (f) => [
      `${f.fase} – ${NIVELES[f.nivel]}`,
      [
        ['Rol', f.rol],
        ['Responsable de la fase', f.responsable ? 'sí' : 'no'],
        ['Competencia', f.competencia],
        ['Principio', f.principio && PRINCIPIOS[f.principio]],
      ],
    ]),
  bienes: (s, n) =>
    filas(n, s.filas, (f) => [
      f.nombre,
      [
        ['Tipo', TIPOS_DE_BIEN[f.tipo]],
        ['Estándar', f.estandar],
        ['Norma', f.norma],
      ],
    ]),
  nivelPrestacion: (s) => [
    s.aspirado,
    ...ficha('', '', [
      ['En cobertura', s.cobertura],
      ['En calidad', s.calidad],
      ['Situación actual y brecha', s.actual],
    ]).slice(1),
  ],
  enfoques: (s, n) =>
    (Object.keys(ENFOQUES) as (keyof typeof ENFOQUES)[]).flatMap((k, i) =>
      ficha(`${n}.${i + 1}.`, ENFOQUES[k], [[s[k].aplica ? 'Evidencia' : 'No aplica', s[k].sustento || 'sin sustento registrado']]),
    ),
  objetivos: (s, n) =>
    filas(n, s.filas, (f) => [
      f.objetivo,
      [
        ['Política', f.politica],
        ['Contribución', f.contribucion],
      ],
    ]),
  otrosSectores: (s, n, c) => [
    s.multisectorial ? 'Los resultados del servicio son multisectoriales.' : 'Los resultados del servicio no son multisectoriales.',
    ...filas(n, s.filas, (f) => [
      c.nombres[f.sector] ?? f.sector,
      [
        ['Servicio asociado', f.servicio],
        ['Vínculo', f.vinculo],
      ],
    ]),
  ],
};

const numeroEs = (n: number): string => String(n).replace('.', ',');

const indicadores = (c: Contenido, n: number): string[] =>
  filas(n, c.indicadores, (i) => [
    i.nombre,
    [
      ['Dimensión', DIMENSIONES[i.dimension]],
      ['Tipo', TIPOS_DE_INDICADOR[i.tipo]],
      ['Fórmula', i.formula],
      ['Unidad', i.unidad],
      ['Fuente', i.fuente],
      ['Periodicidad', i.periodicidad],
      ['Situación', i.acordado ? 'acordado' : 'en borrador'],
      ['Línea de base', i.lineaBase && `${numeroEs(i.lineaBase.valor)} (${dmy(i.lineaBase.fecha)}; ${i.lineaBase.fuente})`],
    ],
  ]);

const adiciones = (c: Contenido, parte: ParteEnmendable): string[] =>
  c.adiciones.filter((a) => a.seccion === parte).map((a) => `Agregado por la CIG: ${a.texto}`);

function redactar(clave: keyof Redaccion, n: number, c: Contenido): string[] {
  const redaccion = REDACCION[clave] as (seccion: unknown, n: number, c: Contenido) => string[];
  return c.secciones[clave] ? redaccion(c.secciones[clave], n, c) : ['Sin contenido registrado.'];
}

/** Department and province may bear the same name; the two of Lima are neither. */
function territorioDe({ territorio, nombreTerritorio }: Contenido): string {
  const clase = territorio.length === 4 ? 'provincia de ' : /^\d{2}$/.test(territorio) ? 'departamento de ' : '';
  return `${clase}${nombreTerritorio}`;
}

/**
 * Annex of the Resolución Ministerial: the readable text of a package (8.15). Format 1: what an approved package prints
 * never changes, because an issued annex is compared with it.
 */
export function textoAnexo(c: Contenido): string {
  const secciones = DEL_PAQUETE.flatMap((clave, i) => ['', `${i + 1}. ${SECCIONES[clave].titulo}`, ...redactar(clave, i + 1, c), ...adiciones(c, clave)]);
  const ultima = DEL_PAQUETE.length + 1;
  return normalizar(
    [
      'MODELO ESPECÍFICO DE GESTIÓN DESCENTRALIZADA',
      `Servicio público: ${c.nombreServicio}`,
      `Territorio: ${territorioDe(c)}`,
      `Sector rector: ${c.nombres[c.sector] ?? c.sector}`,
      ...secciones,
      '',
      `${ultima}. Indicadores`,
      ...(c.indicadores.length > 0 ? indicadores(c, ultima) : ['Sin indicadores registrados.']),
      ...adiciones(c, 'indicadores'),
    ].join('\n'),
  );
}

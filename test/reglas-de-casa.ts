import { type Fuente, recorrer } from './fuentes.ts';

/** A fault of the house: `file:line rule`. */
export type Falta = string;

const esPrueba = (ruta: string) => /\.test\.tsx?$/.test(ruta);
const ARRANQUE = /^src\/(app|main|cli|composicion|entrada|instalar|siembra|trazabilidad)\.ts$/;
/** Runs in the browser: there, nothing of the server may come through. */
const NAVEGADOR = /^src\/web\/(ui|formulario|offline)\/(?!.*\.servidor\.)/;
const IMPORTADOR = /^src\/modules\/\w+\/((importar|fuente|base)\b|archivo\/)/;
const DE_PAQUETE = /^(?!src\/|test\/)/;

/** Who may import whom. `valores` come with their types; `tipos` adds what may be named only in types. */
interface Poder {
  es: RegExp;
  valores: readonly RegExp[];
  tipos?: readonly RegExp[];
  regla: string;
}

const KERNEL = /^src\/kernel\//;
const DIRECTIVA = /^src\/directiva\//;
const MODULOS = /^src\/modules\//;
const PLATFORM = /^src\/platform\//;
const LECTURAS = /^src\/lecturas\//;
const REGISTRO = /^src\/registro\.ts$/;
const DOCUMENTOS = /^src\/documentos\//;
/** The one expediente of the catalogues: its id, and who administers it. */
const CATALOGO = /^src\/modules\/catalogo\/(catalogo|permisos)\.ts$/;
/** What several doors do alike, over the whole house: imports, figures by file, signatures, mail. */
const OFICIOS = /^src\/((importacion|carga|calidad|carga\.trabajos|limites|firmas|pericias)\.ts$|avisos\/)/;
const MATRIZ = /^src\/permisos\.matriz\.txt\?raw$/;
const COMPOSICION = /^src\/composicion\.ts$/;
const PURO = [KERNEL, DIRECTIVA, /^zod$/];
/** Packages and Node, wherever the process is free to use them. */
const SERVIDOR = [DE_PAQUETE];

/** The first row that fits a file rules it; files of the same noun may import each other. */
const PODERES: readonly Poder[] = [
  { es: KERNEL, valores: [KERNEL], regla: 'kernel no importa nada' },
  { es: DIRECTIVA, valores: PURO, regla: 'directiva importa solo kernel y zod' },
  {
    es: /^src\/modules\/.*\.views\.ts$/,
    valores: [...PURO, /^kysely$/, /^src\/platform\/cifras\//],
    tipos: [MODULOS, /^src\/platform\/base\.ts$/],
    regla: 'las vistas importan además kysely, el tipo Tx y el almacén de cifras; de otros módulos, tipos',
  },
  {
    es: IMPORTADOR,
    valores: [...PURO, /^csv-parse/, /^exceljs/, /^saxes$/, /^peru-ubigeo/],
    tipos: [MODULOS],
    regla: 'los importadores leen archivos con csv-parse o saxes; de otros módulos, tipos',
  },
  { es: MODULOS, valores: PURO, tipos: [MODULOS], regla: 'un módulo importa kernel, directiva, zod y lo suyo; de otros módulos, tipos' },
  { es: PLATFORM, valores: [KERNEL, PLATFORM, ...SERVIDOR], regla: 'platform importa solo kernel: lo demás se le inyecta' },
  {
    es: LECTURAS,
    valores: [KERNEL, DIRECTIVA, LECTURAS, /^src\/platform\/cifras\//, /^kysely$/],
    tipos: [PLATFORM, MODULOS],
    regla: 'las lecturas importan kysely, las cifras y sus propios SELECT; de la plataforma y los módulos, tipos',
  },
  {
    es: NAVEGADOR,
    valores: [KERNEL, DIRECTIVA, MODULOS, /^src\/web\/(?!.*\.servidor\.)/, /^(?!node:|kysely|pg|hono|src\/|test\/)/],
    tipos: [/^src\/(web|platform|lecturas)\//],
    regla: 'lo que corre en el navegador no importa nada del servidor',
  },
  {
    es: OFICIOS,
    valores: [KERNEL, DIRECTIVA, MODULOS, LECTURAS, PLATFORM, DOCUMENTOS, OFICIOS, ...SERVIDOR],
    tipos: [COMPOSICION, /^src\/api\/deps\.ts$/],
    regla: 'un oficio reúne lecturas, funciones puras y execute para todas las puertas',
  },
  {
    es: DOCUMENTOS,
    valores: [KERNEL, DIRECTIVA, MODULOS, LECTURAS, PLATFORM, DOCUMENTOS, ...SERVIDOR],
    regla: 'un documento se redacta con lecturas, etiquetas y funciones puras, y lo imprime platform',
  },
  {
    es: /^src\/api\//,
    valores: [
      KERNEL,
      DIRECTIVA,
      LECTURAS,
      PLATFORM,
      REGISTRO,
      DOCUMENTOS,
      OFICIOS,
      /^src\/modules\/\w+\/(archivo\/|\w+\.reglas\.ts$)/,
      CATALOGO,
      /^src\/api\//,
      /^src\/modules\/.*\.(views|etiquetas)\.ts$/,
      ...SERVIDOR,
    ],
    tipos: [MODULOS, COMPOSICION],
    regla: 'la API importa registro, lecturas, vistas y execute',
  },
  {
    es: /^src\/web\//,
    valores: [KERNEL, DIRECTIVA, MODULOS, LECTURAS, PLATFORM, REGISTRO, DOCUMENTOS, OFICIOS, MATRIZ, /^src\/web\//, ...SERVIDOR],
    tipos: [COMPOSICION],
    regla: 'las páginas importan registro, lecturas, vistas, etiquetas y execute',
  },
  {
    es: /^src\/demo\//,
    valores: [KERNEL, DIRECTIVA, MODULOS, PLATFORM, /^src\/demo\//, ...SERVIDOR],
    tipos: [COMPOSICION],
    regla: 'la demostración habla con la casa solo por actos',
  },
  { es: REGISTRO, valores: [KERNEL, DIRECTIVA, MODULOS, /^zod$/], tipos: [PLATFORM], regla: 'el registro enlaza módulos; de la plataforma, tipos' },
  { es: ARRANQUE, valores: [/^(?!test\/)/], regla: 'el código no importa pruebas' },
];

const nombreDeModulo = (ruta: string) => /^src\/modules\/(\w+)\//.exec(ruta)?.[1];

export function importacionesIndebidas(fuentes: readonly Fuente[]): Falta[] {
  return fuentes
    .filter((f) => !esPrueba(f.ruta))
    .flatMap((f) => {
      const poder = PODERES.find((p) => p.es.test(f.ruta));
      if (!poder) return [`${f.ruta}: carpeta sin regla; dele una fila en PODERES`];
      const modulo = nombreDeModulo(f.ruta);
      return f.importa
        .filter((i) => {
          if (modulo && nombreDeModulo(i.de) === modulo && (i.soloTipos || !i.de.endsWith('.views.ts'))) return false;
          return !poder.valores.some((r) => r.test(i.de)) && !(i.soloTipos && poder.tipos?.some((r) => r.test(i.de)));
        })
        .map((i) => `${f.ruta}:${i.linea} importa ${i.de}${i.soloTipos ? ' (tipos)' : ''}: ${poder.regla}`);
    });
}

const cuartoDe = (ruta: string) => /^src\/(?:modules|platform)\/(\w+)\//.exec(ruta)?.[1];

/** Files that import each other in circle. Types may, but only inside one room (a noun, a part of the platform): state, parts and fields describe each other. */
export function ciclos(fuentes: readonly Fuente[], conTipos: boolean): Falta[] {
  const cuenta = (f: Fuente, i: Fuente['importa'][number]) =>
    !i.soloTipos || (conTipos && (cuartoDe(f.ruta) === undefined || cuartoDe(f.ruta) !== cuartoDe(i.de)));
  const salidas = new Map(fuentes.map((f) => [f.ruta, [...new Set(f.importa.filter((i) => cuenta(f, i)).map((i) => i.de))]]));
  const hechos = new Set<string>();
  const faltas: Falta[] = [];
  const visitar = (ruta: string, camino: readonly string[]): void => {
    const en = camino.indexOf(ruta);
    if (en >= 0) {
      faltas.push(`${[...camino.slice(en), ruta].join(' → ')}: importación circular`);
      return;
    }
    if (hechos.has(ruta)) return;
    for (const siguiente of salidas.get(ruta) ?? []) if (salidas.has(siguiente)) visitar(siguiente, [...camino, ruta]);
    hechos.add(ruta);
  };
  for (const ruta of salidas.keys()) visitar(ruta, []);
  return faltas;
}

const REEXPORTA = new Set(['ExportNamedDeclaration', 'ExportAllDeclaration']);

export const barriles = (fuentes: readonly Fuente[]): Falta[] =>
  fuentes
    .filter((f) => f.programa.body.length > 0 && f.programa.body.every((n) => REEXPORTA.has(n.type) && 'source' in n && n.source))
    .map((f) => `${f.ruta}: solo reexporta; importe de cada archivo`);

/** Law tables, fixtures and generated files may be as long as what they copy. */
const LARGO_PERMITIDO = /\.datos\.ts$|fixtures|\.matriz\.txt$/;
const MAXIMO = 500;

export const demasiadoLargos = (archivos: readonly { ruta: string; texto: string }[]): Falta[] =>
  archivos
    .map(({ ruta, texto }) => ({ ruta, lineas: texto.split('\n').length - 1 }))
    .filter(({ ruta, lineas }) => lineas > MAXIMO && !LARGO_PERMITIDO.test(ruta))
    .map(({ ruta, lineas }) => `${ruta}: ${lineas} líneas; el máximo es ${MAXIMO}`);

const lineaDe = (f: Fuente, en: unknown) => f.texto.slice(0, en as number).split('\n').length;
const esDate = (n: unknown) => (n as { type?: string; name?: string } | undefined)?.type === 'Identifier' && (n as { name?: string }).name === 'Date';

/** The clock is an argument (house rule 7): read only in platform, at start-up and in the browser. */
export function relojes(fuentes: readonly Fuente[]): Falta[] {
  const faltas: Falta[] = [];
  for (const f of fuentes) {
    if (esPrueba(f.ruta) || PLATFORM.test(f.ruta) || ARRANQUE.test(f.ruta) || NAVEGADOR.test(f.ruta)) continue;
    recorrer(f.programa, (n) => {
      const sinArgumentos = Array.isArray(n.arguments) && n.arguments.length === 0;
      const llamado = n.callee as { type: string; object?: unknown; property?: { name?: string } } | undefined;
      const ahora = n.type === 'CallExpression' && llamado?.type === 'MemberExpression' && esDate(llamado.object) && llamado.property?.name === 'now';
      if (ahora || (sinArgumentos && esDate(llamado)))
        faltas.push(`${f.ruta}:${lineaDe(f, n.start)} lee el reloj: la fecha es un argumento (ctx.hoy, ahora())`);
    });
  }
  return faltas;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII.
const ASCII = /^[\x00-\x7f]*$/;

export const rutasNoAscii = (rutas: readonly string[]): Falta[] =>
  rutas.filter((r) => !ASCII.test(r)).map((r) => `${r}: los nombres de archivo van en ASCII (ñ se escribe ni)`);

const NOMBRE = new Set(['Identifier', 'PrivateIdentifier', 'JSXIdentifier']);

/** Every name written in the code, with where. */
function nombres(f: Fuente): { nombre: string; linea: number }[] {
  const lista: { nombre: string; linea: number }[] = [];
  recorrer(f.programa, (n) => {
    if (NOMBRE.has(n.type)) lista.push({ nombre: n.name as string, linea: lineaDe(f, n.start) });
  });
  return lista;
}

export const nombresNoAscii = (fuentes: readonly Fuente[]): Falta[] =>
  fuentes
    .filter((f) => !ASCII.test(f.texto))
    .flatMap((f) =>
      nombres(f)
        .filter((n) => !ASCII.test(n.nombre))
        .map((n) => `${f.ruta}:${n.linea} ${n.nombre}: los identificadores van en ASCII (ñ se escribe ni)`),
    );

/** What the Directive names has one word, the Spanish one. English for the same thing makes two. */
const EN_ESPANIOL: Readonly<Record<string, string>> = {
  agreement: 'acuerdo',
  attendance: 'asistencia',
  baseline: 'lineaBase',
  consensus: 'consenso',
  entity: 'entidad',
  indicator: 'indicador',
  member: 'miembro',
  observation: 'observacion',
  seat: 'asiento',
  supervision: 'supervision',
  territory: 'territorio',
  refusal: 'rechazo',
  warning: 'advertencia',
  obligation: 'pendiente',
  designation: 'designacion',
  commission: 'cig',
  bylaw: 'norma',
};

const DECLARA = new Set([
  'VariableDeclarator',
  'FunctionDeclaration',
  'ClassDeclaration',
  'TSTypeAliasDeclaration',
  'TSInterfaceDeclaration',
  'TSPropertySignature',
]);

export function enIngles(fuentes: readonly Fuente[]): Falta[] {
  const faltas: Falta[] = [];
  for (const f of fuentes)
    recorrer(f.programa, (n) => {
      if (!DECLARA.has(n.type)) return;
      const nombre = ((n.id ?? n.key) as { name?: string } | null)?.name ?? '';
      for (const palabra of nombre.split(/(?=[A-Z])|_/).map((p) => p.toLowerCase())) {
        const espaniol = EN_ESPANIOL[palabra];
        if (espaniol && espaniol !== palabra) faltas.push(`${f.ruta}:${lineaDe(f, n.start)} ${nombre}: la casa dice «${espaniol}», no «${palabra}»`);
      }
    });
  return faltas;
}

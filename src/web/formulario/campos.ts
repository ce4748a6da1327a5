/** JSON Schema of an acto as `esquemaDe` gives it, with our marks. */
export interface Nodo {
  type?: string;
  title?: string;
  description?: string;
  control?: string;
  tipo?: string;
  tipos?: readonly string[];
  enum?: readonly string[];
  etiquetas?: Readonly<Record<string, string>>;
  default?: unknown;
  condicional?: boolean;
  maxLength?: number;
  properties?: Readonly<Record<string, Nodo>>;
  required?: readonly string[];
  items?: Nodo;
  anyOf?: readonly Nodo[];
}

export type Control = 'texto' | 'texto-largo' | 'numero' | 'fecha' | 'hora' | 'casilla' | 'opcion' | 'opciones' | 'lineas' | 'documento' | 'grupo' | 'filas';

/** One field of a form. `ruta` is its name in the form: `roles[0].nivel`. */
export interface Campo {
  clave: string;
  titulo: string;
  ayuda: string;
  control: Control;
  obligatorio: boolean;
  /** In a row still blank: asked for only once something is written in the row. */
  enFilaVacia?: boolean;
  /** Needed or not by what another field says: it is not called optional. */
  condicional?: boolean;
  /** Where its options come from when they are not in the schema: `entidad`, `expediente`, `miembro`… */
  fuente?: string;
  /** Module of the expedientes offered, or kinds of entity or territory. */
  tipos: readonly string[];
  opciones: readonly { valor: string; texto: string }[];
  hijos: readonly Campo[];
  fila?: Campo;
  porDefecto?: unknown;
  maximo?: number;
}

const FUENTES = new Set([
  'entidad',
  'territorio',
  'expediente',
  'cargo',
  'miembro',
  'asunto',
  'linea',
  'espacio',
  'persona',
  'numero',
  'seccion',
  'reunion',
  'indicador',
]);
const NIVELES: Readonly<Record<string, string>> = {
  nacional: 'Nacional',
  regional: 'Regional',
  provincial: 'Provincial',
  distrital: 'Distrital',
  local: 'Local',
};

/** `en_proceso` → «En proceso», for choices that bring no label. */
const legible = (valor: string): string => NIVELES[valor] ?? valor.charAt(0).toUpperCase() + valor.slice(1).replaceAll('_', ' ');

function controlDe(n: Nodo): Control {
  if (n.properties) return 'grupo';
  if (n.type === 'array') {
    if (n.items?.enum) return 'opciones';
    if (n.items?.properties || (n.items?.control && FUENTES.has(n.items.control))) return 'filas';
    return 'lineas';
  }
  if (n.type === 'boolean') return 'casilla';
  if (n.enum || (n.control && FUENTES.has(n.control))) return 'opcion';
  if (n.type === 'integer' || n.type === 'number') return 'numero';
  if (n.control === 'texto-largo' || n.control === 'fecha' || n.control === 'hora' || n.control === 'documento') return n.control;
  return 'texto';
}

/** Field of a node of the schema. */
export function campoDe(clave: string, nodo: Nodo, obligatorio: boolean): Campo {
  const n = nodo.anyOf ? { ...nodo.anyOf[0], ...nodo, anyOf: undefined } : nodo;
  const enumerado = n.items?.enum ?? n.enum ?? [];
  const etiquetas = n.items?.etiquetas ?? n.etiquetas ?? {};
  return {
    clave,
    titulo: n.title ?? legible(clave),
    ayuda: n.description ?? '',
    control: controlDe(n),
    obligatorio: obligatorio && n.default === undefined,
    condicional: n.condicional,
    fuente: n.control && FUENTES.has(n.control) ? n.control : undefined,
    tipos: n.tipos ?? (n.tipo ? [n.tipo] : []),
    opciones: enumerado.map((valor) => ({ valor, texto: etiquetas[valor] ?? legible(valor) })),
    hijos: Object.entries(n.properties ?? {})
      .filter(([, h]) => h.control !== 'oculto')
      .map(([k, h]) => campoDe(k, h, n.required?.includes(k) ?? false)),
    fila: n.items ? campoDe('', n.items, true) : undefined,
    porDefecto: n.default,
    maximo: n.maxLength,
  };
}

/** Fields of the data of an acto, in the order of its schema. */
export function camposDe(esquema: Record<string, unknown>): readonly Campo[] {
  return campoDe('', esquema as Nodo, true).hijos;
}

/** Name of a field inside another: `roles[0]` + `nivel` → `roles[0].nivel`. */
export const rutaDe = (padre: string, clave: string): string => (padre ? `${padre}.${clave}` : clave);

/** Sources of options that the fields of a form need. */
export function fuentesDe(campos: readonly Campo[]): Campo[] {
  return campos.flatMap((c) => [...(c.fuente ? [c] : []), ...fuentesDe(c.hijos), ...(c.fila ? fuentesDe([c.fila]) : [])]);
}

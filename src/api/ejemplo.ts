/** The part of JSON Schema that the data of the actos use. */
export interface Nodo {
  type?: string;
  title?: string;
  description?: string;
  control?: string;
  tipo?: string;
  tipos?: readonly string[];
  default?: unknown;
  const?: unknown;
  enum?: readonly unknown[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  required?: readonly string[];
  properties?: Record<string, Nodo>;
  items?: Nodo;
  anyOf?: readonly Nodo[];
  oneOf?: readonly Nodo[];
  allOf?: readonly Nodo[];
}

const ENTIDADES: Readonly<Record<string, string>> = {
  ministerio: 'minsa',
  pcm: 'pcm',
  secretaria_pcm: 'sd',
  gobierno_regional: 'gr-09',
  municipalidad_provincial: 'mp-0901',
  municipalidad_distrital: 'md-090102',
};
const TERRITORIOS: Readonly<Record<string, string>> = { pais: 'pe', departamento: '09', ambito: '15M', provincia: '0901', distrito: '090102' };

const EXPEDIENTE = '019d2f5e-7c1a-7b3e-9c55-2f0d3a4b5c6d';

const POR_CONTROL: Readonly<Record<string, (n: Nodo) => unknown>> = {
  fecha: () => '2026-03-02',
  entidad: (n) => ENTIDADES[n.tipos?.[0] ?? 'ministerio'] ?? 'minsa',
  territorio: (n) => TERRITORIOS[n.tipos?.[0] ?? 'departamento'] ?? '09',
  expediente: () => EXPEDIENTE,
  documento: () => 'a3'.repeat(32),
};

/** Codes and keys of real things: the first that fits the pattern of a field is its example. */
const CON_FORMA: readonly string[] = ['minsa', '09', '0901', '090101', 'LOGR-49-g', 'a3'.repeat(32)];

/** Example of a value that follows the schema: required members and those that a form shows first. */
export function ejemploDe(nodo: Nodo): unknown {
  if (nodo.const !== undefined) return nodo.const;
  if (nodo.enum) return nodo.enum[0];
  const porControl = nodo.control === undefined ? undefined : POR_CONTROL[nodo.control];
  if (porControl && nodo.type !== 'array') return porControl(nodo);
  const rama = (nodo.anyOf ?? nodo.oneOf ?? nodo.allOf)?.[0];
  if (rama) return ejemploDe(rama);
  switch (nodo.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(nodo.properties ?? {})
          .filter(([clave]) => nodo.required?.includes(clave) ?? false)
          .map(([clave, hijo]) => [clave, ejemploDe(hijo)]),
      );
    case 'array':
      return nodo.items ? Array.from({ length: Math.max(1, nodo.minItems ?? 1) }, () => ejemploDe(nodo.items as Nodo)) : [];
    case 'boolean':
      return nodo.default ?? true;
    case 'integer':
    case 'number':
      return nodo.default ?? Math.max(1, nodo.minimum ?? 1);
    case 'string':
      return nodo.default ?? textoDe(nodo);
    default:
      return nodo.default ?? null;
  }
}

function textoDe(n: Nodo): string {
  if (n.format === 'uuid') return EXPEDIENTE;
  if (n.format === 'date') return '2026-03-02';
  if (n.format === 'email') return 'mesadepartes@minsa.gob.pe';
  const conForma = n.pattern === undefined ? undefined : CON_FORMA.find((c) => new RegExp(n.pattern as string, 'u').test(c));
  if (conForma !== undefined) return conForma;
  const texto = n.title ?? 'Texto';
  return texto.slice(0, n.maxLength ?? texto.length).padEnd(n.minLength ?? 0, '.');
}

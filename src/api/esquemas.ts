import { z } from '@hono/zod-openapi';
import { esFecha } from '../kernel/calendario.ts';
import { esTextoLegible } from '../platform/http/legible.ts';

/** Date that exists, `aaaa-mm-dd`. */
export const FechaApi = z
  .string({ error: 'Indique una fecha.' })
  .refine(esFecha, 'Indique una fecha que exista, en la forma aaaa-mm-dd.')
  .openapi({ format: 'date', example: '2026-03-02' });

export const IdApi = z.uuid({ error: 'Indique un identificador UUID.' }).openapi({ example: '019d2f5e-7c1a-7b3e-9c55-2f0d3a4b5c6d' });

export const HuellaApi = z.string().regex(/^[0-9a-f]{64}$/, 'Indique la huella sha-256 en 64 cifras hexadecimales.');

/** Word of a filter: short, without characters that the database cannot take. */
export const Palabra = (max = 100) =>
  z.string().trim().max(max, `Use como máximo ${max} caracteres.`).refine(esTextoLegible, 'El texto contiene caracteres que no se pueden leer.');

export const ParametroId = z.object({ id: IdApi });

/** What precedes the data in every acto. Unknown members are refused: a typo never passes for an omission. */
export const CuerpoActo = z.strictObject(
  {
    expediente: z.uuid({ error: 'Indique el identificador UUID del expediente; para uno nuevo, genere uno (versión 7).' }),
    datos: z.record(z.string(), z.unknown(), { error: 'Los datos del acto van como objeto.' }).default({}),
    ocurridoEl: FechaApi.optional(),
    decididoPor: z
      .strictObject(
        {
          entidad: z.string({ error: 'Indique la entidad que decidió.' }).min(1, 'Indique la entidad que decidió.').max(40),
          cargo: z.string({ error: 'Indique el cargo que decidió.' }).min(1, 'Indique el cargo que decidió.').max(40),
        },
        { error: 'Indique solo la entidad y el cargo de quien decidió.' },
      )
      .optional(),
  },
  { error: (i) => (i.code === 'unrecognized_keys' ? `El pedido no admite: ${i.keys.join(', ')}.` : 'El cuerpo del pedido es un objeto JSON.') },
);

const Impedimento = z.object({ numeral: z.string(), motivo: z.string(), remedio: z.string(), campo: z.string().optional() });

export const Problema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    codigo: z.string(),
    numeral: z.string().optional(),
    motivo: z.string(),
    remedio: z.string(),
    impedimentos: z.array(Impedimento),
    version: z.int().optional(),
  })
  .openapi('Problema', { description: 'RFC 9457. Cada impedimento cita el numeral de la Directiva, el motivo y cómo se subsana.' });

export const Accion = z
  .object({
    acto: z.string(),
    titulo: z.string(),
    resumen: z.string(),
    numerales: z.array(z.string()),
    estado: z.enum(['posible', 'impedida', 'ajena']),
    impedimentos: z.array(Impedimento),
    concurrencia: z.enum(['version', 'conmuta']),
  })
  .openapi('Accion', { description: 'Un acto sobre el expediente: posible ahora, impedido (con el porqué) o de otra oficina.' });

export const RespuestaActo = z
  .object({
    acto: z.uuid(),
    expediente: z.uuid(),
    tipo: z.string(),
    version: z.int(),
    hechos: z.array(z.object({ expediente: z.uuid(), version: z.int(), tipo: z.string() })),
    abiertos: z.array(z.object({ expediente: z.uuid(), codigo: z.string(), demo: z.boolean() })),
    advertencias: z.array(z.object({ numeral: z.string(), motivo: z.string() })),
    repetido: z.boolean(),
    disponibles: z.array(Accion).optional(),
  })
  .openapi('RespuestaActo');

const problemaJson = { 'application/problem+json': { schema: Problema } };

/** Documented refusals of a route. */
export function rechazos(...estados: readonly (keyof typeof DESCRIPCION)[]): Record<string, { description: string; content: typeof problemaJson }> {
  return Object.fromEntries(estados.map((e) => [String(e), { description: DESCRIPCION[e], content: problemaJson }]));
}

const DESCRIPCION = {
  400: 'El pedido o un campo no es válido.',
  401: 'Sin credenciales vigentes.',
  403: 'La oficina no puede, o el pedido viene de otro sitio.',
  404: 'No existe.',
  409: 'Una regla de la Directiva lo impide.',
  412: 'El expediente cambió después de la versión indicada.',
  413: 'El envío es demasiado grande.',
  415: 'Tipo de contenido no admitido.',
  422: 'La clave ya se usó para otro pedido.',
  428: 'Falta If-Match.',
} as const;

/** Security of a route that needs credentials. */
export const CON_CREDENCIALES: Record<string, string[]>[] = [{ ficha: [] }, { sesion: [] }];

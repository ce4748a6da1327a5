import { z } from '@hono/zod-openapi';

const nulo = () => z.string().nullable();

/** A token of the API as a list shows it: never the token itself. */
export const FichaDeApi = z
  .object({
    id: z.uuid(),
    nombre: z.string(),
    designacion: z.uuid(),
    cargo: z.string(),
    entidad: z.string(),
    entidadNombre: z.string(),
    creadaEn: z.string(),
    venceEl: z.string(),
    revocadaEn: nulo(),
    ultimaEn: nulo(),
  })
  .openapi('Ficha');

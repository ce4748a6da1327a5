import { CODIGOS } from '../platform/http/problema.ts';
import type { Api } from './entorno.ts';

/** OpenAPI 3.1 of the whole API, built once: it follows from the registry. */
export function documentoOpenApi(raiz: Api): Record<string, unknown> {
  raiz.openAPIRegistry.registerComponent('securitySchemes', 'ficha', {
    type: 'http',
    scheme: 'bearer',
    description: 'Ficha de acceso de una oficina, que entrega la administración de su entidad.',
  });
  raiz.openAPIRegistry.registerComponent('securitySchemes', 'sesion', {
    type: 'apiKey',
    in: 'cookie',
    name: 'ayni',
    description: 'Sesión del navegador. Los pedidos que cambian algo deben venir de Ayni mismo o traer X-CSRF.',
  });
  return raiz.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Ayni',
      version: '1',
      description: [
        'Gestión descentralizada de los servicios públicos según la Directiva N° 001-2016-PCM/SD.',
        'Cada acto se realiza con POST a /api/v1/actos/{Acto}. Toda negativa es application/problem+json y cita numeral, motivo y remedio.',
        `Códigos: ${Object.entries(CODIGOS)
          .map(([c, { estado }]) => `${c} (${estado})`)
          .join(', ')}.`,
      ].join('\n\n'),
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: '/' }],
  }) as unknown as Record<string, unknown>;
}

import type { Hono, MiddlewareHandler } from 'hono';
import { cabecerasDeSeguridad } from './cabeceras.ts';
import { limitarFormulario } from './formulario.ts';
import { verificarHost } from './host.ts';
import { limitarSegunRuta } from './limite.ts';
import { origenDe, sinEfecto } from './origen.ts';
import { problemasComoPagina } from './pagina.ts';
import { problema, respuestaProblema } from './problema.ts';
import { type Registrador, registrarPedidos, type VariablesHttp } from './registro.ts';

export interface OpcionesHttp {
  log: Registrador;
  /** From `hostsPermitidos`. */
  hosts: ReadonlySet<string>;
  /** True when people reach this installation by https. */
  https: boolean;
}

/** What every request passes before pages and API, in this order: log, headers, Host, origin, form of the address, size. */
export function montarSeguridad(app: Hono<{ Variables: VariablesHttp }>, o: OpcionesHttp): void {
  app.use(
    '*',
    registrarPedidos(o.log),
    problemasComoPagina(),
    cabecerasDeSeguridad(o),
    verificarHost(o.hosts),
    rechazarOrigenAjeno(),
    rechazarNulos(),
    limitarSegunRuta(),
    limitarFormulario(),
  );
}

/** No address of ours carries NUL, and PostgreSQL refuses it: a malformed request, not a fault of ours. */
function rechazarNulos(): MiddlewareHandler {
  return async (c, next) => {
    if (!c.req.raw.url.includes('%00')) return next();
    return respuestaProblema(
      problema('pedido_malformado', { motivo: 'La dirección contiene caracteres que no se pueden leer.', remedio: 'Escriba de nuevo lo que buscaba.' }),
    );
  };
}

/** A page of another site cannot make the browser of an office act here. Clients with a token bring no cookie: exempt. */
function rechazarOrigenAjeno(): MiddlewareHandler {
  return async (c, next) => {
    if (sinEfecto(c.req.method) || c.req.header('authorization') !== undefined || origenDe(c.req.raw) !== 'ajeno') return next();
    return respuestaProblema(
      problema('origen_ajeno', {
        motivo: 'El pedido viene de una página de otro sitio.',
        remedio: 'Abra Ayni en su dirección habitual y repita allí la acción. Nada quedó registrado.',
      }),
    );
  };
}

import { html, raw } from 'hono/html';
import { CODIGOS } from '../platform/http/problema.ts';
import type { ActoDeApi } from './actos.ts';
import { documentoOpenApi } from './documento-abierto.ts';
import { ejemploDe, type Nodo } from './ejemplo.ts';
import type { Api } from './entorno.ts';

type Trozo = ReturnType<typeof html>;

const ESTILO = `body{font:1rem/1.5 system-ui,sans-serif;color:#1c2127;background:#f6f7f9;margin:0}main,header{max-width:60rem;margin:0 auto;padding:1rem}
h1{margin:.5rem 0}h2{margin-top:2.5rem}a{color:#9b1c2e}section,details{background:#fff;border:1px solid #d8dce2;border-radius:.4rem;padding:.5rem 1rem;margin:.75rem 0}
summary{cursor:pointer;padding:.4rem 0}code,pre{font-family:ui-monospace,monospace;font-size:.95rem}pre{background:#f6f7f9;padding:.75rem;overflow:auto}
.marco{overflow:auto}summary,p,li{overflow-wrap:anywhere}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #e4e7eb}
:focus-visible{outline:3px solid #9b1c2e;outline-offset:2px}`;

const TIPOS: Readonly<Record<string, string>> = {
  string: 'texto',
  boolean: 'sí o no (true o false)',
  integer: 'número entero',
  number: 'número',
  array: 'lista',
  object: 'objeto',
};

/** A table that scrolls inside its frame, which the keyboard reaches (WCAG 2.1.1). */
const marco = (nombre: string, contenido: Trozo): Trozo =>
  html`<div class="marco" role="region" tabindex="0" aria-label="${nombre}"><table>${contenido}</table></div>`;

/** What may be written in a field, in words. */
function formaDe(n: Nodo): string {
  if (n.enum) return `una de: ${n.enum.map(String).join(', ')}`;
  if (n.const !== undefined) return `siempre ${String(n.const)}`;
  const ramas = n.anyOf ?? n.oneOf;
  if (ramas) return [...new Set(ramas.map(formaDe))].join(' o ');
  if (n.control === 'fecha' || n.format === 'date') return 'fecha aaaa-mm-dd';
  if (n.control === 'expediente') return `identificador de un expediente${n.tipo ? ` (${n.tipo})` : ''}`;
  if (n.control === 'documento') return 'huella de un archivo subido';
  if (n.control === 'entidad') return 'clave de una entidad';
  if (n.control === 'territorio') return 'código de un territorio';
  if (n.type === 'array') return `lista de ${n.items ? formaDe(n.items) : 'valores'}`;
  if (n.format === 'uuid') return 'identificador UUID';
  const forma = TIPOS[n.type ?? ''] ?? 'valor';
  return n.maxLength && n.type === 'string' ? `${forma}, hasta ${n.maxLength.toLocaleString('es-PE')} caracteres` : forma;
}

/** Fields of a schema as rows, the inner ones named by their path. */
function campos(n: Nodo, prefijo = '', hondura = 0): { campo: string; nodo: Nodo; obligatorio: boolean }[] {
  if (hondura > 4) return [];
  return Object.entries(n.properties ?? {}).flatMap(([clave, nodo]) => {
    const campo = prefijo + clave;
    const dentro = nodo.type === 'array' ? nodo.items : nodo;
    return [
      { campo, nodo, obligatorio: n.required?.includes(clave) ?? false },
      ...(dentro ? campos(dentro, `${campo}${nodo.type === 'array' ? '[]' : ''}.`, hondura + 1) : []),
    ];
  });
}

function tablaDeCampos(esquema: Nodo, nombre: string): Trozo {
  const filas = campos(esquema);
  if (filas.length === 0) return html`<p>No lleva datos: <code>"datos": {}</code>.</p>`;
  return marco(
    nombre,
    html`<thead><tr><th scope="col">Campo</th><th scope="col">Qué es</th><th scope="col">Forma</th></tr></thead>
    <tbody>${filas.map(
      ({ campo, nodo, obligatorio }) => html`<tr><td><code>${campo}</code>${obligatorio ? ' (obligatorio)' : ''}</td>
      <td>${nodo.title ?? ''}${nodo.description ? html` <small>${nodo.description}</small>` : ''}</td><td>${formaDe(nodo)}</td></tr>`,
    )}</tbody>`,
  );
}

function fichaDeActo(a: ActoDeApi): Trozo {
  const cuerpo = { expediente: '019d2f5e-7c1a-7b3e-9c55-2f0d3a4b5c6d', datos: ejemploDe(a.esquema as Nodo) };
  const conVersion = a.concurrencia === 'version' && !a.crea;
  return html`<details id="${a.nombre}"><summary><strong>${a.titulo}</strong> · <code>POST /api/v1/actos/${a.nombre}</code></summary>
    <p>${a.resumen}</p>
    <p>Numerales: ${a.numerales.join(', ')}. ${a.crea ? 'Abre un expediente: usted genera su identificador (UUID versión 7).' : ''}
    ${conVersion ? html`Necesita <code>If-Match</code> con la versión que usted vio.` : html`No necesita <code>If-Match</code>.`}</p>
    ${tablaDeCampos(a.esquema as Nodo, `Campos de ${a.titulo}`)}
    <pre tabindex="0" aria-label="Ejemplo de ${a.titulo}">${JSON.stringify(cuerpo, null, 2)}</pre></details>`;
}

interface Operacion {
  summary?: string;
  description?: string;
  tags?: string[];
  security?: unknown[];
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: { enum?: unknown[]; example?: unknown } }[];
}

function fichaDeLectura(metodo: string, camino: string, o: Operacion): Trozo {
  return html`<details><summary><strong>${o.summary ?? ''}</strong> · <code>${metodo.toUpperCase()} ${camino}</code></summary>
    <p>${o.description ?? ''} ${o.security?.length === 0 ? 'No necesita credenciales.' : ''}</p>
    ${
      o.parameters?.length
        ? marco(
            `Parámetros de ${o.summary ?? camino}`,
            html`<thead><tr><th scope="col">Parámetro</th><th scope="col">Qué es</th></tr></thead><tbody>${o.parameters.map(
              (p) =>
                html`<tr><td><code>${p.name}</code>${p.required ? ' (obligatorio)' : ''}</td><td>${p.description ?? ''} ${p.schema?.enum ? `Uno de: ${p.schema.enum.join(', ')}.` : ''}</td></tr>`,
            )}</tbody>`,
          )
        : ''
    }</details>`;
}

/** Reads and documents, from the same document that machines read. */
function lecturas(documento: Record<string, unknown>): Trozo[] {
  const caminos = documento.paths as Record<string, Record<string, Operacion>>;
  return Object.entries(caminos)
    .filter(([camino]) => !camino.startsWith('/api/v1/actos/'))
    .flatMap(([camino, metodos]) => Object.entries(metodos).map(([metodo, o]) => fichaDeLectura(metodo, camino, o)));
}

/** `/api`: every acto and read, for people; no scripts. */
export function paginaApi(raiz: Api, actos: readonly ActoDeApi[], nonce: string): Trozo {
  const grupos = [...new Set(actos.map((a) => a.grupo))];
  return html`<!doctype html><html lang="es-PE"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>API de Ayni</title><style nonce="${nonce}">${raw(ESTILO)}</style></head><body>
<header><a href="/">Ayni</a><h1>API de Ayni</h1>
<p>Todo lo que una oficina hace en pantalla puede hacerlo un sistema, con las mismas reglas. Para programas: <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.</p></header>
<main>
<section><h2>Cómo se usa</h2>
<p>Identifíquese con la ficha de su oficina: <code>Authorization: Bearer …</code>. La entrega la administración de su entidad.</p>
<p>Cada acto es un <code>POST</code> con una <code>Idempotency-Key</code> que usted elige. Repetir el mismo pedido con la misma clave devuelve la respuesta guardada.
La respuesta trae <code>ETag</code> con la versión del expediente; envíela en <code>If-Match</code> en el acto siguiente.</p>
<pre tabindex="0" aria-label="Ejemplo de pedido">curl -X POST https://ayni.ejemplo.gob.pe/api/v1/actos/${actos[0]?.nombre ?? ''} \\
  -H "Authorization: Bearer $FICHA" -H "Idempotency-Key: $(uuidgen)" \\
  -H "Content-Type: application/json" -d @cuerpo.json</pre>
<p>Los archivos se suben primero: <code>curl -F archivo=@acta.pdf …/api/v1/documentos</code>. El acto cita la huella que devuelve.</p></section>
<h2>Actos</h2>
${grupos.map((g) => html`<section><h3>${g}</h3>${actos.filter((a) => a.grupo === g).map(fichaDeActo)}</section>`)}
<h2>Lecturas y documentos</h2>${lecturas(documentoOpenApi(raiz))}
<h2>Negativas</h2>
<p>Toda negativa es <code>application/problem+json</code> con <code>codigo</code>, <code>numeral</code>, <code>motivo</code> y <code>remedio</code>; «impedimentos» los trae todos.</p>
${marco(
  'Códigos de las negativas',
  html`<thead><tr><th scope="col">Código</th><th scope="col">Estado</th><th scope="col">Qué significa</th></tr></thead>
<tbody>${Object.entries(CODIGOS).map(([codigo, c]) => html`<tr id="${codigo}"><td><code>${codigo}</code></td><td>${c.estado}</td><td>${c.que}</td></tr>`)}</tbody>`,
)}
</main></body></html>`;
}

import { describe, expect, it } from 'vitest';
import { apiFalsa } from '../../test/api.falsa.ts';
import { CODIGOS } from '../platform/http/problema.ts';
import { esquemaDe, MODULOS, registro } from '../registro.ts';
import { ejemploDe, type Nodo } from './ejemplo.ts';

type Json = { [clave: string]: Json } & { $ref?: string };

const actos = MODULOS.flatMap((m) => m.actos);
const leer = async () => (await (await apiFalsa().pedir('/api/v1/openapi.json')).json()) as Json;

function* referencias(nodo: unknown): Generator<string> {
  if (nodo === null || typeof nodo !== 'object') return;
  for (const [clave, valor] of Object.entries(nodo)) {
    if (clave === '$ref' && typeof valor === 'string') yield valor;
    else yield* referencias(valor);
  }
}

describe('OpenAPI', () => {
  it('describe cada acto del registro con su título, sus numerales y sus negativas', async () => {
    const doc = await leer();
    expect(doc.openapi).toBe('3.1.0');
    for (const acto of actos) {
      const o = doc.paths?.[`/api/v1/actos/${acto.nombre}`]?.post;
      expect(o, acto.nombre).toBeDefined();
      expect(o?.summary).toBe(acto.titulo);
      expect(o?.description).toContain(acto.numerales.join(', '));
      const conVersion = acto.concurrencia === 'version' && !acto.crea;
      expect(Object.keys(o?.responses ?? {})).toEqual(
        expect.arrayContaining([acto.crea ? '201' : '200', '401', '403', '409', '422', ...(conVersion ? ['428'] : [])]),
      );
      const cabeceras = ((o?.parameters ?? []) as unknown as { name: string; required: boolean }[]).filter((p) => p.required).map((p) => p.name);
      expect(cabeceras).toEqual(conVersion ? ['Idempotency-Key', 'If-Match'] : ['Idempotency-Key']);
    }
    expect(doc.paths?.['/api/v1/actos/AnularActo']).toBeDefined();
  });

  it('describe cada lectura que atiende, y ninguna dirección genérica', async () => {
    const caminos = Object.keys((await leer()).paths ?? {});
    for (const c of [
      'expedientes',
      'expedientes/{id}',
      'expedientes/{id}/cronologia',
      'expedientes/{id}/acciones',
      'bandeja',
      'matriz',
      'territorios',
      'entidades',
      'normas',
      'competencias',
      'directiva',
      'documentos',
      'documentos/{huella}',
    ])
      expect(caminos).toContain(`/api/v1/${c}`);
    expect(caminos).not.toContain('/api/v1/actos/{acto}');
  });

  it('toda referencia lleva a algo', async () => {
    const doc = await leer();
    for (const ref of new Set(referencias(doc))) {
      const destino = ref
        .slice(2)
        .split('/')
        .reduce<Json | undefined>((n, p) => n?.[decodeURIComponent(p).replaceAll('~1', '/').replaceAll('~0', '~')], doc);
      expect(destino, ref).toBeDefined();
    }
  });

  it('no repite identificadores de operación', async () => {
    const ids = Object.values((await leer()).paths ?? {}).flatMap((p) => Object.values(p as Record<string, Json>).map((o) => String(o.operationId)));
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it.each(actos.map((a) => [a.nombre, a] as const))('el ejemplo de %s tiene la forma que el acto pide', (_nombre, acto) => {
    const r = registro.validar(acto, ejemploDe(esquemaDe(acto) as Nodo));
    expect('errores' in r ? r.errores : []).toEqual([]);
  });
});

describe('Página de la API', () => {
  it('lista cada acto y cada código sin guiones, y su estilo lleva la contraseña de un uso', async () => {
    const r = await apiFalsa().app.request('http://localhost/api', { headers: { host: 'localhost' } });
    expect(r.status).toBe(200);
    const html = await r.text();
    for (const a of actos) expect(html).toContain(`POST /api/v1/actos/${a.nombre}`);
    for (const codigo of Object.keys(CODIGOS)) expect(html).toContain(`id="${codigo}"`);
    expect(html).not.toContain('<script');
    expect(html).not.toMatch(/\sstyle=/);
    const nonce = /<style nonce="([^"]+)"/.exec(html)?.[1];
    expect(r.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(html).not.toContain('[object');
  });
});

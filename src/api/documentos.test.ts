import { describe, expect, it } from 'vitest';
import { apiFalsa, QUIEN } from '../../test/api.falsa.ts';
import { idDe } from '../../test/escenario.ts';
import type { Documento } from '../platform/documentos.ts';

const HUELLA = 'b7'.repeat(32);
const DOCUMENTO: Documento = {
  huella: HUELLA,
  nombre: 'Acta de sesión.pdf',
  tipo: 'application/pdf',
  bytes: new Uint8Array([1, 2, 3]),
  subidoPor: idDe('otra-persona'),
  citado: true,
  visibilidad: 'reservado',
};

const subir = (archivo: unknown, campo = 'archivo') => {
  const guardados: { nombre: string; tipo: string; bytes: number }[] = [];
  const api = apiFalsa({
    guardarDocumento: async (bytes, nombre, tipo) => {
      guardados.push({ nombre, tipo, bytes: bytes.length });
      return HUELLA;
    },
  });
  const body = new FormData();
  body.append(campo, archivo as Blob);
  return { guardados, respuesta: api.pedir('/api/v1/documentos', { method: 'POST', body }) };
};

describe('POST /api/v1/documentos', () => {
  it('guarda con el tipo del contenido y un nombre limpio', async () => {
    const { guardados, respuesta } = subir(new File(['%PDF-1.7 …'], '../acta.exe', { type: 'text/html' }));
    const r = await respuesta;
    expect(r.status).toBe(201);
    expect(r.headers.get('location')).toBe(`/api/v1/documentos/${HUELLA}`);
    expect(await r.json()).toEqual({ huella: HUELLA, nombre: 'acta.pdf', tipo: 'application/pdf', tamano: 12 });
    expect(guardados).toEqual([{ nombre: 'acta.pdf', tipo: 'application/pdf', bytes: 12 }]);
  });

  it.each([
    ['vacío', new File([], 'a.pdf'), 400, 'datos_invalidos'],
    ['de otro tipo', new File([new Uint8Array([0x4d, 0x5a, 0, 0])], 'a.pdf'), 415, 'tipo_no_admitido'],
    ['cifrado', new File(['%PDF-1.7 trailer << /Encrypt 4 0 R >>'], 'a.pdf'), 415, 'tipo_no_admitido'],
    ['de más de 20 MB', new File([new Uint8Array(20 * 1024 * 1024 + 1)], 'a.pdf'), 413, 'muy_grande'],
  ])('un archivo %s no se guarda', async (_caso, archivo, estado, codigo) => {
    const { guardados, respuesta } = subir(archivo);
    const r = await respuesta;
    expect(r.status).toBe(estado);
    expect(await r.json()).toMatchObject({ codigo, impedimentos: [{ campo: 'archivo' }] });
    expect(guardados).toEqual([]);
  });

  it('400 sin el campo, 415 con otro tipo de cuerpo, 400 con un formulario roto', async () => {
    expect((await subir(new File(['x'], 'x.txt'), 'otro').respuesta).status).toBe(400);
    const { pedir } = apiFalsa();
    const enviar = (tipo: string) => pedir('/api/v1/documentos', { method: 'POST', body: 'x', headers: { 'content-type': tipo } });
    expect((await enviar('application/json')).status).toBe(415);
    expect((await enviar('multipart/form-data; boundary=zz')).status).toBe(400);
  });
});

describe('GET /api/v1/documentos/{huella}', () => {
  const bajar = (cambios: Partial<Documento>, cabeceras: Record<string, string> = {}) =>
    apiFalsa({ leerDocumento: async (h) => (h === HUELLA ? { ...DOCUMENTO, ...cambios } : undefined) }).pedir(`/api/v1/documentos/${HUELLA}`, {
      headers: cabeceras,
    });

  it('baja como adjunto, sin que el navegador lo interprete', async () => {
    const r = await bajar({});
    expect(r.status).toBe(200);
    expect(new Uint8Array(await r.arrayBuffer())).toEqual(DOCUMENTO.bytes);
    expect(r.headers.get('content-disposition')).toBe(`attachment; filename="Acta de sesion.pdf"; filename*=UTF-8''Acta%20de%20sesi%C3%B3n.pdf`);
    expect(r.headers.get('x-content-type-options')).toBe('nosniff');
    expect(r.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox; frame-ancestors 'none'");
    expect((await bajar({}, { 'if-none-match': `"${HUELLA}"` })).status).toBe(304);
  });

  it.each([
    ['citado y reservado, otra oficina', {}, 200],
    ['en cuarentena, otra persona', { citado: false }, 404],
    ['en cuarentena, quien lo subió', { citado: false, subidoPor: QUIEN.actor.persona }, 200],
    ['personal, otra persona', { visibilidad: 'personal' }, 404],
    ['personal, quien lo subió', { visibilidad: 'personal', subidoPor: QUIEN.actor.persona }, 200],
  ] as [string, Partial<Documento>, number][])('%s: %s', async (_caso, cambios, estado) => {
    expect((await bajar(cambios)).status).toBe(estado);
  });

  it('404 si no existe y 400 si la huella no lo es', async () => {
    const { pedir } = apiFalsa();
    expect((await pedir(`/api/v1/documentos/${'0'.repeat(64)}`)).status).toBe(404);
    expect((await pedir('/api/v1/documentos/x')).status).toBe(400);
  });
});

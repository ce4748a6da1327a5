import { describe, expect, it } from 'vitest';
import { destinoSeguro, leerFormulario } from './sesion.servidor.ts';

describe('Destino después de ingresar (redirección abierta)', () => {
  it.each(['//malo.pe', '/\\malo.pe', '/\t/malo.pe', '/\n/malo.pe', '/\r\n/malo.pe', '/a\\..\\b', 'https://malo.pe', 'malo', '', null])(
    '%j no saca del sitio',
    (a) => {
      expect(destinoSeguro(a, '/bandeja')).toBe('/bandeja');
    },
  );

  it.each(['/', '/expediente/1?v=2', '/sesiones?q=ñandú&pagina=2'])('%j se respeta', (a) => {
    expect(destinoSeguro(a, '/bandeja')).toBe(a);
  });
});

describe('Formularios que la base no podría guardar', () => {
  const enviar = (tipo: string, body: string) => leerFormulario(new Request('http://localhost/', { method: 'POST', headers: { 'content-type': tipo }, body }));
  it.each([
    ['application/x-www-form-urlencoded', 'correo=%00'],
    ['application/json', '{}'],
    ['multipart/form-data; boundary=x', '--x\r\nbasura'],
  ])('%s %j es 400, no una falla', async (tipo, body) => {
    await expect(enviar(tipo, body)).rejects.toMatchObject({ status: 400 });
  });
  it('lo demás llega', async () => {
    expect((await enviar('application/x-www-form-urlencoded', 'a=1')).get('a')).toBe('1');
  });
});

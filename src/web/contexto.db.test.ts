import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CasaDePrueba, casaNueva } from '../../test/casa.ts';
import { crearCuenta } from '../platform/auth/cuentas.ts';
import { solicitanteInstalador } from '../platform/auth/instalacion.ts';
import { abrirSesion } from '../platform/auth/sesiones.ts';
import { contextoDe } from './contexto.servidor.ts';
import { depsDe } from './contexto.ts';

let casa: CasaDePrueba;
let cookie: string;
beforeAll(async () => {
  casa = await casaNueva();
  const c = await crearCuenta(casa.db, solicitanteInstalador(), { nombres: 'Ana', apellidos: 'Rojas', correo: 'ana@minsa.gob.pe' }, casa.ahora());
  if (!c.ok) throw new Error(c.motivo);
  await casa.db.updateTable('cuenta').set({ debe_cambiar: false }).where('id', '=', c.cuenta).execute();
  const datos = { persona: c.persona, entidad: 'minsa', cargo: 'funcionario_sector', calidad: 'titular', desde: '2026-01-05' };
  await casa.hacer('DesignarOficina', randomUUID(), datos, solicitanteInstalador());
  cookie = `ayni=${await abrirSesion(casa.db, { cuenta: c.cuenta, designacion: null, ahora: casa.ahora() })}`;
});
afterAll(() => casa?.cerrar());

const deps = async () => {
  const pedido = { remoto: '203.0.113.7', nonce: '', secretoCsrf: Buffer.alloc(32), segura: false, demo: false, proxies: new Set<string>() };
  return depsDe(await contextoDe(casa, { ...pedido, req: new Request('http://localhost/', { headers: { cookie } }) }));
};

describe('Archivos que se adjuntan en un formulario', () => {
  it('se guardan con el tipo de su contenido, no con el que declara el navegador', async () => {
    const { subirDocumento, leerDocumento } = await deps();
    const r = await subirDocumento(new File(['%PDF-1.7 …'], '../acta.exe', { type: 'text/html' }));
    expect(await leerDocumento('huella' in r ? r.huella : '')).toMatchObject({ tipo: 'application/pdf', nombre: 'acta.pdf', citado: false });
  });

  it.each([
    ['un programa', new File([new Uint8Array([0x4d, 0x5a, 0, 0])], 'acta.pdf', { type: 'application/pdf' }), /no es de un tipo admitido/],
    ['un PDF cifrado', new File(['%PDF-1.7 trailer << /Encrypt 4 0 R >>'], 'acta.pdf'), /cifrado/],
    ['uno vacío', new File([], 'acta.pdf'), /vacío/],
  ])('%s se rechaza con el motivo y el nombre del archivo', async (_caso, archivo, motivo) => {
    expect(await (await deps()).subirDocumento(archivo)).toMatchObject({
      ok: false,
      estado: 400,
      motivo: expect.stringMatching(motivo),
      remedio: expect.stringMatching(/./),
    });
  });
});

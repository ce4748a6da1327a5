import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CasaDePrueba, casaNueva } from '../../test/casa.ts';
import { crearApp } from '../app.ts';
import { cargarDemo } from '../demo/demo.ts';
import { leerDocx } from '../platform/docx-entrante.ts';
import { lineasDe } from '../platform/pdf/documento.ts';
import { compararLineas } from './devolucion.ts';
import { cargarLegajo, generarDocumento } from './generar.ts';
import { documentosDe } from './registro.ts';
import { verificar } from './verificar.ts';

let casa: CasaDePrueba;
let expedientes: { id: string; tipo: string; codigo: string }[];
beforeAll(async () => {
  casa = await casaNueva();
  await cargarDemo(casa);
  expedientes = await casa.db.selectFrom('expediente').select(['id', 'tipo', 'codigo']).orderBy('codigo').execute();
}, 120_000);
afterAll(() => casa.cerrar());

const idDe = (codigo: string): string => expedientes.find((e) => e.codigo === codigo)?.id ?? '';
const generar = async (codigo: string, tipo: string, version?: number) => {
  const d = await generarDocumento(casa, tipo, idDe(codigo), { version });
  if (!d) throw new Error(`${codigo} no produce ${tipo}`);
  return d;
};

describe('Documentos de los expedientes de la demostración', () => {
  it('6.6, 8.6, 8.9, 8.12, 8.13 y 8.15 cada expediente produce los suyos, con los mismos bytes cada vez', async () => {
    const tipos = new Set<string>();
    for (const e of expedientes) {
      const l = await cargarLegajo(casa, e.id);
      for (const d of l ? documentosDe(l) : []) {
        const clave = `${e.tipo}/${d.tipo.split('~')[0]}`;
        if (d.falta || tipos.has(clave)) continue;
        const [uno, dos] = [await generarDocumento(casa, d.tipo, e.id), await generarDocumento(casa, d.tipo, e.id)];
        expect(uno?.sha256).toBe(
          createHash('sha256')
            .update(uno?.pdf ?? '')
            .digest('hex'),
        );
        expect(dos?.pdf.equals(uno?.pdf as Buffer)).toBe(true);
        expect(uno?.documento.marcas).toContain('DOCUMENTO DE DEMOSTRACIÓN, SIN VALOR LEGAL');
        expect(uno?.casillas).toHaveLength(uno?.firmantes.length ?? -1);
        const devuelto = await leerDocx((await uno?.docx()) as Buffer, 'x.docx');
        expect('lineas' in devuelto && compararLineas(lineasDe(uno?.documento as never), devuelto.lineas)).toEqual([]);
        tipos.add(clave);
      }
    }
    expect([...tipos].sort().join(' ')).toBe(
      'etti/protocolo etti/reconocimiento instrumento/elevacion modelo/elevacion modelo/resolucion plan/acuerdo plan/informe plan/pti sesion/acta',
    );
  }, 60_000);

  it('de una versión anterior da el texto de entonces, con otro código', async () => {
    const hoy = await generar('SES-2026-0001-MINSA', 'acta');
    const antes = await generar('SES-2026-0001-MINSA', 'acta', hoy.version - 1);
    expect([hoy.proyecto, antes.proyecto]).toEqual([false, true]);
    expect(antes.codigo).not.toBe(hoy.codigo);
    expect(await generarDocumento(casa, 'acta', idDe('SES-2026-0001-MINSA'), { version: 1 })).toBeUndefined();
  });

  it('lo que no existe no se produce', async () => {
    expect(await generarDocumento(casa, 'acta', '019d2f5e-7c1a-7b3e-9c55-2f0d3a4b5c6d')).toBeUndefined();
    expect(await generarDocumento(casa, 'resolucion', idDe('SES-2026-0001-MINSA'))).toBeUndefined();
  });
});

describe('Verificación pública', () => {
  it('6.6 de un acta cerrada dice qué es, de qué expediente, versión, fecha y estado', async () => {
    const d = await generar('SES-2026-0001-MINSA', 'acta');
    expect(await verificar(casa.db, d.codigo)).toMatchObject({
      publico: true,
      demo: true,
      titulo: d.titulo,
      expediente: expect.stringContaining('SES-2026-0001-MINSA'),
      version: d.version,
      fecha: expect.stringMatching(/^\d\d\/\d\d\/\d{4}$/),
      estado: expect.stringContaining('última versión'),
      huella: d.sha256,
    });
  });

  it('distingue el archivo idéntico, el firmado después y el alterado', async () => {
    const d = await generar('SES-2026-0001-MINSA', 'acta');
    const alterado = Buffer.from(d.pdf);
    alterado[2000] = (alterado[2000] ?? 0) ^ 1;
    expect((await verificar(casa.db, d.codigo, d.pdf))?.cotejo).toBe('identico');
    expect((await verificar(casa.db, '', d.pdf))?.titulo).toBe(d.titulo);
    expect((await verificar(casa.db, d.codigo, Buffer.concat([d.pdf, Buffer.from('firma')])))?.cotejo).toBe('ampliado');
    expect((await verificar(casa.db, d.codigo, alterado))?.cotejo).toBe('distinto');
    expect((await verificar(casa.db, d.codigo, d.pdf.subarray(0, -10)))?.cotejo).toBe('distinto');
    expect(await verificar(casa.db, '', alterado)).toBeUndefined();
  });

  it('8.15 de un proyecto reservado no dice título, expediente, versión ni fecha; solo si los bytes coinciden', async () => {
    const d = await generar('ME-2026-0001-MINSA', 'resolucion');
    const v = await verificar(casa.db, d.codigo, d.pdf);
    expect(v).toEqual({ codigo: expect.any(String), publico: false, demo: true, huella: d.sha256, cotejo: 'identico' });
    const app = await crearApp(casa, { hosts: new Set(['localhost']), https: false, demo: true, log: { info: () => {}, error: () => {} } });
    const r = await app.request(
      `http://localhost/api/v1/verificar/${d.codigo}`,
      { headers: { host: 'localhost' } },
      { incoming: { socket: { remoteAddress: '10.0.0.1' } } },
    );
    expect(r.status).toBe(200);
    const texto = await r.text();
    for (const reservado of ['Control de crecimiento', 'ME-2026', 'Huancavelica', 'resolucion']) expect(texto).not.toContain(reservado);
  });

  it('no admite adivinar: a los sesenta intentos por minuto responde 429, y otra dirección sigue atendida', async () => {
    const app = await crearApp(casa, { hosts: new Set(['localhost']), https: false, demo: true, log: { info: () => {}, error: () => {} } });
    const pedir = (desde: string) =>
      app.request('http://localhost/api/v1/verificar/AAAA-AAAA-AAAA', { headers: { host: 'localhost' } }, { incoming: { socket: { remoteAddress: desde } } });
    const estados = await Promise.all(Array.from({ length: 70 }, () => pedir('10.0.0.2')));
    expect(estados.filter((r) => r.status === 404)).toHaveLength(60);
    expect(estados.filter((r) => r.status === 429)).toHaveLength(10);
    expect((await pedir('10.0.0.3')).status).toBe(404);
  });
});

describe('API de documentos', () => {
  it('sin credenciales no entrega nada', async () => {
    const app = await crearApp(casa, { hosts: new Set(['localhost']), https: false, demo: true, log: { info: () => {}, error: () => {} } });
    for (const camino of ['documentos', 'documentos/acta.pdf', 'documentos/acta.docx']) {
      const r = await app.request(`http://localhost/api/v1/expedientes/${idDe('SES-2026-0001-MINSA')}/${camino}`, { headers: { host: 'localhost' } });
      expect(r.status).toBe(401);
    }
  });
});

import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CasaDePrueba, casaNueva } from '../../test/casa.ts';
import { cargarDemo } from '../demo/demo.ts';
import { cargarLegajo, generarDocumento } from './generar.ts';
import { documentosDe } from './registro.ts';

let casa: CasaDePrueba;
beforeAll(async () => {
  casa = await casaNueva();
  await cargarDemo(casa);
}, 120_000);
afterAll(() => casa.cerrar());

describe('Documentos de los expedientes', () => {
  it('6.6 y 8.15 cada expediente de la demostración produce sus documentos, y el mismo estado da los mismos bytes', async () => {
    const filas = await casa.db.selectFrom('expediente').select(['id', 'tipo', 'codigo']).orderBy('codigo').execute();
    const hechos: string[] = [];
    for (const f of filas) {
      const l = await cargarLegajo(casa, f.id);
      if (!l) continue;
      for (const d of documentosDe(l)) {
        if (d.falta) continue;
        const uno = await generarDocumento(casa, d.tipo, f.id);
        const dos = await generarDocumento(casa, d.tipo, f.id);
        expect(uno?.sha256).toBe(dos?.sha256);
        hechos.push(`${f.codigo} ${d.tipo}`);
        if (process.env.VER && uno) writeFileSync(`${process.env.VER}/${uno.nombreArchivo}.pdf`, uno.pdf);
        if (process.env.VER && uno) writeFileSync(`${process.env.VER}/${uno.nombreArchivo}.docx`, await uno.docx());
      }
    }
    if (process.env.VER) console.log(hechos);
    expect(hechos.length).toBeGreaterThan(3);
  }, 60_000);
});

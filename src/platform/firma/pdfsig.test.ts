import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { autoridad } from '../../../test/firma/autoridad.ts';
import { firmarPdf, pdfDePrueba } from '../../../test/firma/pdf.ts';

const hay = (programa: string): boolean => spawnSync(programa, ['-v']).error === undefined;
const CON_PDFSIG = hay('pdfsig');

// Keys, signatures and whole files: slow where the machine is busy.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let carpeta: string;
const archivos = { uno: '', dos: '', alterado: '' };

beforeAll(async () => {
  carpeta = mkdtempSync(join(tmpdir(), 'ayni-pdfsig-'));
  const ca = await autoridad();
  const uno = await firmarPdf(await pdfDePrueba(), await ca.hoja('ROSA QUISPE'), [ca.intermedia]);
  const dos = await firmarPdf(uno, await ca.hoja('JUAN MAMANI', { rsa: true }), [ca.intermedia], { visible: { pagina: -1, rect: [60, 60, 260, 120] } });
  const alterado = Buffer.from(uno);
  alterado[300] = (alterado[300] as number) ^ 1;
  for (const [nombre, bytes] of Object.entries({ uno, dos, alterado })) {
    archivos[nombre as keyof typeof archivos] = join(carpeta, `${nombre}.pdf`);
    writeFileSync(join(carpeta, `${nombre}.pdf`), bytes);
  }
  writeFileSync(join(carpeta, 'raiz.der'), ca.raiz.der);
});
afterAll(() => rmSync(carpeta, { recursive: true, force: true }));

const pdfsig = (archivo: string, ...mas: string[]): string =>
  spawnSync('pdfsig', [...mas, archivo], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } }).stdout;
const lineas = (salida: string, que: string) => salida.split('\n').flatMap((l) => (l.includes(que) ? [l.trim()] : []));

/** Somebody else's reader must agree: poppler with NSS. */
describe.skipIf(!CON_PDFSIG)('pdfsig (poppler) dice lo mismo', () => {
  it('de una firma: válida, PAdES y sobre todo el documento', () => {
    const salida = pdfsig(archivos.uno);
    expect(lineas(salida, 'Signature Validation')).toEqual(['- Signature Validation: Signature is Valid.']);
    expect(salida).toContain('Signature Type: ETSI.CAdES.detached');
    expect(salida).toContain('Signer Certificate Common Name: ROSA QUISPE');
    expect(salida).toContain('- Total document signed');
  });
  it('de dos firmas: ambas válidas, la segunda sobre todo el documento', () => {
    const salida = pdfsig(archivos.dos);
    expect(lineas(salida, 'Signature Validation')).toEqual(Array(2).fill('- Signature Validation: Signature is Valid.'));
    expect(lineas(salida, 'otal document signed')).toEqual(['- Not total document signed', '- Total document signed']);
  });
  it('de una alterada: no válida', () => {
    expect(pdfsig(archivos.alterado)).not.toContain('Signature is Valid');
  });
  it.skipIf(!hay('certutil'))('con la raíz en su lista de confianza, ambos certificados son de confianza', () => {
    const base = `sql:${carpeta}`;
    execFileSync('certutil', ['-N', '-d', base, '--empty-password']);
    execFileSync('certutil', ['-A', '-d', base, '-n', 'raiz', '-t', 'CT,C,C', '-i', join(carpeta, 'raiz.der')]);
    expect(lineas(pdfsig(archivos.dos, '-nssdir', carpeta), 'Certificate Validation')).toEqual(
      Array(2).fill('- Certificate Validation: Certificate is Trusted.'),
    );
  });
});

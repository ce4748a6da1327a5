import { beforeAll, describe, expect, it, vi } from 'vitest';
import { autoridad, conSello, emitir, firmaDe, type Identidad, revocar, sellar } from '../../../test/firma/autoridad.ts';
import { confiar, firmarPdf, pdfDePrueba } from '../../../test/firma/pdf.ts';
import { SIN_CONFIANZA } from './cadena.ts';
import { type FirmaVerificada, type OpcionesDeValidacion, validar } from './validar.ts';

// Keys, signatures and whole files: slow where the machine is busy.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let ca: Awaited<ReturnType<typeof autoridad>>;
let pdf: Buffer;
let rosa: Identidad;
let juan: Identidad;
let luz: Identidad;

beforeAll(async () => {
  ca = await autoridad();
  pdf = await pdfDePrueba();
  rosa = await ca.hoja('ROSA QUISPE HUAMÁN', { dni: '41234567' });
  juan = await ca.hoja('JUAN MAMANI', { rsa: true });
  luz = await ca.hoja('LUZ ROJAS');
});

const opciones = (mas: Partial<OpcionesDeValidacion> = {}): OpcionesDeValidacion => ({
  lista: confiar(ca.raiz),
  ahora: new Date('2026-03-02T16:00:00Z'),
  ...mas,
});

async function firmasDe(bytes: Uint8Array, mas: Partial<OpcionesDeValidacion> = {}): Promise<FirmaVerificada[]> {
  const v = await validar(bytes, opciones(mas));
  if (!v.legible) throw new Error(v.motivo);
  return v.firmas;
}

const estados = (firmas: readonly FirmaVerificada[]) => firmas.map((f) => f.resultado);
const detalle = (f: FirmaVerificada | undefined, que: string) => f?.comprobaciones.find((c) => c.que === que)?.detalle ?? '';
const firmar = (bytes: Uint8Array, quien: Identidad, ...resto: [Parameters<typeof firmarPdf>[3]?, Parameters<typeof firmarPdf>[4]?]) =>
  firmarPdf(bytes, quien, [ca.intermedia], ...resto);

describe('Firmas en orden', () => {
  it('una firma cubre todo el archivo y lleva a la lista de confianza', async () => {
    const [f] = await firmasDe(await firmar(pdf, rosa));
    expect(f?.comprobaciones.filter((c) => c.resultado === 'mal' || c.resultado === 'dudoso')).toEqual([]);
    expect(f?.resultado).toBe('VALIDO');
    expect(f?.titular).toMatchObject({ nombre: 'ROSA QUISPE HUAMÁN', documento: '41234567', emisor: 'Intermedia de prueba' });
    expect(detalle(f, 'alcance')).toBe('Cubre todo el archivo.');
  });
  it('dos y tres firmas, visibles o no, no rompen las anteriores y las anteriores son prefijo exacto', async () => {
    const uno = await firmar(pdf, rosa);
    const dos = await firmar(uno, juan, { visible: { pagina: -1, rect: [60, 60, 260, 120] } });
    const tres = await firmar(dos, luz);
    expect(dos.subarray(0, uno.length).equals(uno)).toBe(true);
    expect(tres.subarray(0, dos.length).equals(dos)).toBe(true);
    expect(uno.subarray(0, pdf.length).equals(pdf)).toBe(true);
    const firmas = await firmasDe(tres);
    expect(firmas.flatMap((f) => f.comprobaciones.filter((c) => c.resultado === 'mal'))).toEqual([]);
    expect(estados(firmas)).toEqual(['VALIDO', 'VALIDO', 'VALIDO']);
    expect(firmas.map((f) => f.titular?.nombre)).toEqual(['ROSA QUISPE HUAMÁN', 'JUAN MAMANI', 'LUZ ROJAS']);
  });
});

describe('Certificados', () => {
  const una = async (quien: Identidad, mas: Partial<OpcionesDeValidacion> = {}, cadena: readonly Identidad[] = [ca.intermedia]) =>
    (await firmasDe(await firmarPdf(pdf, quien, cadena), mas))[0] as FirmaVerificada;

  it('sin lista de confianza es INDETERMINADO y dice por qué', async () => {
    const f = await una(rosa, { lista: SIN_CONFIANZA });
    expect(f.resultado).toBe('INDETERMINADO');
    expect(detalle(f, 'cadena')).toMatch(/lista de confianza/);
  });
  it('de otra autoridad es INDETERMINADO', async () => {
    const otra = await autoridad();
    const f = await una(await otra.hoja('AJENA'), {}, [otra.intermedia]);
    expect(f.resultado).toBe('INDETERMINADO');
    expect(detalle(f, 'cadena')).toMatch(/no lleva a ninguna autoridad/);
  });
  it('vencido o aún no vigente al firmar es NO VÁLIDO', async () => {
    const vencido = await una(await ca.hoja('VENCIDA', { hasta: new Date('2025-01-01T00:00:00Z') }));
    const futuro = await una(await ca.hoja('FUTURA', { desde: new Date('2027-01-01T00:00:00Z') }));
    expect([vencido.resultado, futuro.resultado]).toEqual(['NO_VALIDO', 'NO_VALIDO']);
    expect(detalle(vencido, 'vigencia')).toMatch(/no estaba vigente/);
  });
  it('vencido después: INDETERMINADO sin sello de tiempo, y VÁLIDO si consta que se recibió antes', async () => {
    const corto = await ca.hoja('CORTA', { hasta: new Date('2026-06-01T00:00:00Z') });
    const ahora = new Date('2026-09-01T00:00:00Z');
    expect((await una(corto, { ahora })).resultado).toBe('INDETERMINADO');
    expect((await una(corto, { ahora, recibidoEl: new Date('2026-03-02T16:00:00Z') })).resultado).toBe('VALIDO');
  });
  it('una fecha declarada posterior a la recepción es NO VÁLIDO', async () => {
    const f = await una(rosa, { ahora: new Date('2026-02-01T00:00:00Z') });
    expect(f.resultado).toBe('NO_VALIDO');
  });
  it('que no sirve para firmar, de autoridad o con condiciones que no se entienden no vale', async () => {
    expect((await una(await ca.hoja('CIFRA', { uso: 0x20 }))).resultado).toBe('NO_VALIDO');
    expect((await una(await ca.hoja('CA', { ca: true }))).resultado).toBe('NO_VALIDO');
    expect((await una(await ca.hoja('RARA', { criticaAjena: true }))).resultado).toBe('INDETERMINADO');
  });
  it('emitido por quien no es autoridad es NO VÁLIDO', async () => {
    const hija = await emitir({ cn: 'HIJA', emisor: rosa });
    const f = await una(hija, {}, [rosa, ca.intermedia]);
    expect(f.resultado).toBe('NO_VALIDO');
    expect(detalle(f, 'cadena')).toMatch(/no está autorizado a emitir/);
  });
  it('la revocación se dice: no consultada, vigente o revocado', async () => {
    const raices = confiar(ca.raiz).raices;
    expect(detalle(await una(rosa), 'revocacion')).toMatch(/No se pudo consultar/);
    const listas = [await revocar(ca.intermedia, []), await revocar(ca.raiz, [])];
    expect(detalle(await una(rosa, { lista: { raices, revocaciones: listas } }), 'revocacion')).toMatch(/Ningún certificado/);
    const con = { raices, revocaciones: [await revocar(ca.intermedia, [rosa])] };
    expect((await una(rosa, { lista: con })).resultado).toBe('NO_VALIDO');
    const ajena = { raices, revocaciones: [await revocar(await emitir({ cn: 'Intermedia de prueba', ca: true }), [rosa])] };
    expect((await una(rosa, { lista: ajena })).resultado).toBe('VALIDO');
  });
});

describe('Sello de tiempo RFC 3161', () => {
  const SELLADO = new Date('2026-03-02T15:30:00Z');
  const conSelloDe = (quien: Identidad, tsa: Identidad, sobre: (cms: Uint8Array) => Uint8Array = firmaDe) =>
    firmar(pdf, quien, {}, async (cms) => conSello(cms, await sellar(tsa, sobre(cms), SELLADO)));

  it('prueba la fecha aunque el certificado haya vencido después', async () => {
    const corto = await ca.hoja('CORTA', { hasta: new Date('2026-06-01T00:00:00Z') });
    const [f] = await firmasDe(await conSelloDe(corto, await ca.tsa()), { ahora: new Date('2027-01-01T00:00:00Z') });
    expect(f?.comprobaciones.filter((c) => c.resultado === 'mal' || c.resultado === 'dudoso')).toEqual([]);
    expect(f).toMatchObject({ resultado: 'VALIDO', selladoEl: SELLADO.toISOString() });
  });
  it('de otro contenido, o de quien no es autoridad de sellado, es NO VÁLIDO', async () => {
    const tsa = await ca.tsa();
    expect((await firmasDe(await conSelloDe(rosa, tsa, () => new Uint8Array([1]))))[0]?.resultado).toBe('NO_VALIDO');
    expect((await firmasDe(await conSelloDe(rosa, juan)))[0]?.resultado).toBe('NO_VALIDO');
  });
  it('de una autoridad ajena a la lista no prueba nada y no daña', async () => {
    const [f] = await firmasDe(await conSelloDe(rosa, await (await autoridad()).tsa()));
    expect(f?.resultado).toBe('VALIDO');
    expect(f?.selladoEl).toBeUndefined();
    expect(detalle(f, 'sello')).toMatch(/no prueba la fecha/);
  });
});

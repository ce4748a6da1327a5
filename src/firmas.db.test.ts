import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CasaDePrueba, casaNueva, nuevo } from '../test/casa.ts';
import { autoridad, type Identidad } from '../test/firma/autoridad.ts';
import { confiar, firmarPdf } from '../test/firma/pdf.ts';
import { cargarDemo } from './demo/demo.ts';
import type { Cargo } from './directiva/cargos.ts';
import { cargarLegajo } from './documentos/generar.ts';
import { documentosDe } from './documentos/registro.ts';
import type { Id } from './kernel/tipos.ts';
import { type DocumentoOficial, enTurno } from './modules/documento/documento.ts';
import type { Solicitante } from './platform/contrato.ts';
import { guardarDocumento, leerDocumento } from './platform/documentos.ts';
import { firmarCades } from './platform/firma/cades.ts';

let ca: Awaited<ReturnType<typeof autoridad>>;
let casa: CasaDePrueba;
let origen: Id;
let sector: string;

beforeAll(async () => {
  ca = await autoridad();
  casa = await casaNueva({ confianza: confiar(ca.raiz) });
  await cargarDemo(casa);
  const sesiones = await casa.db.selectFrom('expediente').select(['id', 'entidad']).where('tipo', '=', 'sesion').orderBy('codigo').execute();
  for (const s of sesiones) {
    const l = await cargarLegajo(casa, s.id);
    if (l && documentosDe(l).some((d) => d.tipo === 'acta' && !d.falta)) [origen, sector] = [s.id, s.entidad];
  }
}, 120_000);
afterAll(() => casa.cerrar());

const estadoDe = async (id: Id) =>
  (await casa.db.selectFrom('expediente').select('estado').where('id', '=', id).executeTakeFirstOrThrow()).estado as DocumentoOficial;

async function emitir(reemplaza?: Id): Promise<Id> {
  const r = await casa.hacer('EmitirDocumento', nuevo(), { origen, clase: 'acta', reemplaza }, casa.como('organo_descentralizacion', sector), {
    version: null,
  });
  return r.expediente;
}

async function cms(digesto: string, quien: Identidad): Promise<Uint8Array> {
  return firmarCades(Uint8Array.from(Buffer.from(digesto, 'hex')), {
    certificado: quien.der,
    cadena: [ca.intermedia.der],
    clave: quien.claves.privateKey as CryptoKey,
  });
}

/** Signs as the page does: the server prepares, the key stays here. */
async function firmarAqui(id: Id, quien: Solicitante, con: Identidad) {
  const p = await casa.firmas.preparar(quien, id);
  if (!p.ok) return p;
  return casa.firmas.firmar(quien, id, { base: p.base, instante: p.instante, cms: await cms(p.digesto, con), clave: nuevo() });
}

describe('Firma de documentos oficiales', () => {
  it('6.6 y 5.1 del expediente sale el acta, firman todos por turno de una y otra forma, y queda firmada y válida', async () => {
    const id = await emitir();
    const { codigo } = await casa.db.selectFrom('expediente').select('codigo').where('id', '=', id).executeTakeFirstOrThrow();
    expect(codigo).toMatch(/^ACTA-\d{4}-\d{4}-/);
    const primera = await estadoDe(id);
    expect(primera.firmantes.length).toBeGreaterThan(1);
    let turno = enTurno(primera);
    for (let n = 0; turno.length > 0; n++) {
      const f = turno[0] as (typeof turno)[number];
      const quien = casa.como(f.cargo as Cargo, f.entidad);
      const hoja = await ca.hoja(`FIRMANTE ${n}`, { rsa: n === 1 });
      if (n % 2 === 0) expect(await firmarAqui(id, quien, hoja)).toMatchObject({ ok: true });
      else {
        const base = await leerDocumento(casa.db, (await estadoDe(id)).vigente);
        const bytes = await firmarPdf(base?.bytes ?? new Uint8Array(), hoja, [ca.intermedia], { fecha: new Date(Math.floor(Date.now() / 1000) * 1000) });
        const archivo = await guardarDocumento(casa.db, bytes, 'firmado.pdf', 'application/pdf', quien, new Date());
        await casa.hacer('FirmarDocumento', id, { archivo }, quien);
      }
      turno = enTurno(await estadoDe(id));
    }
    const final = await estadoDe(id);
    expect(final.situacion).toBe('firmado');
    expect(final.firmantes.map((f) => f.firma?.resultado)).toEqual(final.firmantes.map(() => 'VALIDO'));
    const informe = await casa.firmas.informe(id);
    expect(informe?.validacion).toMatchObject({ legible: true });
    if (informe?.validacion.legible) expect(informe.validacion.firmas.map((f) => f.resultado)).toEqual(final.firmantes.map(() => 'VALIDO'));
    // The original is a prefix of what everybody signed.
    const [a, b] = [await leerDocumento(casa.db, final.huella), await leerDocumento(casa.db, final.vigente)];
    expect(
      Buffer.from(b?.bytes ?? [])
        .subarray(0, a?.bytes.length)
        .equals(Buffer.from(a?.bytes ?? [])),
    ).toBe(true);
    expect([a?.citado, b?.citado]).toEqual([true, true]);
    // Nobody's name is in the ledger; it is in a table that can be erased.
    const hechos = await casa.db.selectFrom('hecho').select('contenido').where('expediente_id', '=', id).execute();
    expect(hechos.map((h) => h.contenido).join()).not.toContain('FIRMANTE');
    expect((await casa.db.selectFrom('certificado_firma').selectAll().execute()).length).toBe(final.firmantes.length);
  });

  it('5.1 no firma quien no está en turno, ni con una preparación vencida, ni sobre otro archivo', async () => {
    const id = await emitir((await vigente()) ?? undefined);
    const f = enTurno(await estadoDe(id))[0] as { cargo: string; entidad: string };
    const quien = casa.como(f.cargo as Cargo, f.entidad);
    const hoja = await ca.hoja('ROSA');
    expect(await firmarAqui(id, casa.como('tecnico_regional', 'gr-21'), hoja)).toMatchObject({ ok: false, estado: 403 });
    const p = await casa.firmas.preparar(quien, id);
    if (!p.ok) throw new Error('debía preparar');
    const vieja = new Date(Date.parse(p.instante) - 3_600_000).toISOString();
    const con = async (cambios: object) =>
      casa.firmas.firmar(quien, id, { base: p.base, instante: p.instante, cms: await cms(p.digesto, hoja), clave: nuevo(), ...cambios });
    expect(await con({ instante: vieja })).toMatchObject({ ok: false, estado: 409 });
    expect(await con({ base: 'ab'.repeat(32) })).toMatchObject({ ok: false, estado: 409 });
    expect(await con({ cms: await cms('00'.repeat(32), hoja) })).toMatchObject({
      ok: false,
      impedimentos: [{ motivo: expect.stringMatching(/no es válida/) }],
    });
    expect(await con({ cms: new Uint8Array([1, 2, 3]) })).toMatchObject({ ok: false });
    expect(await con({ cms: new Uint8Array(40_000) })).toMatchObject({ ok: false, impedimentos: [{ motivo: expect.stringMatching(/más grande/) }] });
    const ajeno = await firmarPdf((await import('../test/firma/pdf.ts').then((m) => m.pdfDePrueba())) as Buffer, hoja, [ca.intermedia]);
    const archivo = await guardarDocumento(casa.db, ajeno, 'otro.pdf', 'application/pdf', quien, new Date());
    expect(await casa.pedir('FirmarDocumento', id, { archivo }, quien)).toMatchObject({ ok: false, impedimentos: [{ campo: 'archivo' }] });
    expect((await estadoDe(id)).situacion).toBe('emitido');
  });

  it('5.1 lo que no es el documento bien firmado se rechaza con motivo y remedio, y el original queda como estaba', async () => {
    const id = await emitir((await vigente()) ?? undefined);
    const f = enTurno(await estadoDe(id))[0] as { cargo: string; entidad: string };
    const quien = casa.como(f.cargo as Cargo, f.entidad);
    await casa.db
      .insertInto('persona')
      .values({ id: quien.actor.persona, nombres: 'Rosa', apellidos: 'Quispe', dni: '40000001', creada_en: new Date() })
      .onConflict((oc) => oc.column('id').doUpdateSet({ dni: '40000001' }))
      .execute();
    const { vigente: original } = await estadoDe(id);
    const base = Buffer.from((await leerDocumento(casa.db, original))?.bytes ?? []);
    const fecha = new Date(Math.floor(Date.now() / 1000) * 1000);
    const firmado = await firmarPdf(base, await ca.hoja('ROSA QUISPE', { dni: '40000001' }), [ca.intermedia], { fecha });
    const alterado = Buffer.from(firmado);
    const flujo = alterado.indexOf('stream') + 40;
    alterado[flujo] = (alterado[flujo] ?? 0) ^ 1;
    const relleno = deflateSync(Buffer.alloc(80 * 1024 * 1024));
    const bomba = Buffer.concat([
      Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /XRef /Size 2 /W [1 2 1] /Root 1 0 R /Filter /FlateDecode /Length ${relleno.length} >>\nstream\n`),
      relleno,
      Buffer.from('\nendstream\nendobj\nstartxref\n9\n%%EOF'),
    ]);
    const texto = firmado.toString('latin1');
    const ultimo = texto.lastIndexOf('trailer\n<<') + 10;
    const cifrado = Buffer.from(`${texto.slice(0, ultimo)} /Encrypt 99 0 R ${texto.slice(ultimo)}`, 'latin1');
    const subir = async (bytes: Uint8Array, como = quien) =>
      casa.pedir('FirmarDocumento', id, { archivo: await guardarDocumento(casa.db, bytes, 'x.pdf', 'application/pdf', como, new Date()) }, como);
    for (const [bytes, motivo] of [
      [Buffer.from('no es un PDF'), /PDF/],
      [cifrado, /cifrado/],
      [alterado, /no es el documento/],
      [bomba, /se expande en exceso/],
      [base, /ninguna firma nueva/],
      [await firmarPdf(base, await ca.hoja('PEDRO MAMANI', { dni: '40000002' }), [ca.intermedia], { fecha }), /otra persona/],
    ] as const) {
      const r = await subir(bytes);
      expect(r).toMatchObject({ ok: false, estado: 409, impedimentos: [{ campo: 'archivo', motivo: expect.stringMatching(motivo) }] });
      if (!r.ok) expect(r.impedimentos[0]?.remedio).not.toBe('');
    }
    expect(await estadoDe(id)).toMatchObject({ situacion: 'emitido', vigente: original });
    expect(base.equals(Buffer.from((await leerDocumento(casa.db, original))?.bytes ?? []))).toBe(true);
    expect(await subir(firmado)).toMatchObject({ ok: true });
  });

  it('5.1 el cliente no elige los bytes: no se emite lo que el expediente no produce, ni dos veces el mismo texto', async () => {
    const organo = casa.como('organo_descentralizacion', sector);
    expect(await casa.pedir('EmitirDocumento', nuevo(), { origen, clase: 'inventado' }, organo, { version: null })).toMatchObject({ ok: false, estado: 409 });
    expect(await casa.pedir('EmitirDocumento', nuevo(), { origen, clase: 'acta' }, organo, { version: null })).toMatchObject({
      ok: false,
      titulo: 'Ya existe',
    });
    const ajeno = casa.como('gobernador', 'gr-21');
    expect(await casa.pedir('EmitirDocumento', nuevo(), { origen, clase: 'acta' }, ajeno, { version: null })).toMatchObject({ ok: false, estado: 403 });
  });
});

/** Document in force of the session, to be annulled so that another can be issued with the same text. */
async function vigente(): Promise<undefined> {
  const filas = await casa.db.selectFrom('expediente').select('id').where('tipo', '=', 'documento').where('situacion', '<>', 'anulado').execute();
  for (const { id } of filas) await casa.hacer('AnularDocumento', id, { motivo: 'Para la prueba' }, casa.como('organo_descentralizacion', sector));
}

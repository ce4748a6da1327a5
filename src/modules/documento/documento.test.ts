import { describe, expect, it } from 'vitest';
import { dado, idDe, leido, oficina } from '../../../test/escenario.ts';
import { anularDocumento, documento, emitirDocumento } from './documento.actos.ts';
import { proponerCorreccion, resolverCorreccion } from './documento.correcciones.ts';
import { firmarDocumento, registrarFirmaManual } from './documento.firmas.ts';
import { type DocumentoHecho, enTurno, type HallazgoDeEmision, type HallazgoDeFirma } from './documento.ts';

const ORIGEN = idDe('sesion');
const CIG = idDe('cig');
const A = 'aa'.repeat(32);
const B = 'bb'.repeat(32);
const C = 'cc'.repeat(32);

const organo = oficina('organo_descentralizacion', 'minsa');
const ogpp = oficina('ogpp', 'minsa');
const secretaria = oficina('secretaria_general', 'minsa');
const ministro = oficina('ministro', 'minsa');
const gobernador = oficina('gobernador', 'gr-09');

const EMISION: HallazgoDeEmision = {
  huella: A,
  nombreClase: 'Acta de sesión de la CIG',
  titulo: 'Acta de la Sesión Ordinaria I',
  nombreArchivo: 'SES-2026-0001-MINSA-acta-v4',
  origenTipo: 'sesion',
  origenVersion: 1,
  entidad: 'minsa',
  cig: CIG,
  proyecto: false,
  firmantes: [
    { entidad: 'minsa', cargo: 'organo_descentralizacion', papel: 'visto_bueno' },
    { entidad: 'minsa', cargo: 'ogpp', papel: 'visto_bueno' },
    { entidad: 'minsa', cargo: 'ministro', papel: 'suscribe' },
  ],
};
const firmante = (n: number, cargo: string, papel: 'visto_bueno' | 'suscribe', entidad = 'minsa') => ({
  n,
  entidad,
  cargo,
  papel,
  orden: papel === 'visto_bueno' ? 1 : 2,
});
const emitido: DocumentoHecho = {
  tipo: 'DocumentoEmitido',
  v: 1,
  datos: {
    ...EMISION,
    clase: 'acta',
    origen: ORIGEN,
    firmantes: [firmante(1, 'organo_descentralizacion', 'visto_bueno'), firmante(2, 'ogpp', 'visto_bueno'), firmante(3, 'ministro', 'suscribe')],
  },
};
const firmado = (n: number, archivo: string): DocumentoHecho => ({
  tipo: 'DocumentoFirmado',
  v: 1,
  datos: { firmante: n, firma: { resultado: 'VALIDO', razones: [], certificado: `${n}`.repeat(64), archivo } },
});
const hallazgo = (cambios: Partial<HallazgoDeFirma> = {}): HallazgoDeFirma => ({
  base: A,
  continuidad: 'prefijo',
  nuevas: [{ resultado: 'VALIDO', razones: [], certificado: 'dd'.repeat(32), esTitular: true }],
  dania: false,
  ...cambios,
});
const con = (h: unknown) => ({ pericia: h });

describe('Emitir un documento para su firma', () => {
  const leidos = { origen: leido('sesion', {}, ORIGEN) };
  it('5.1 fija el texto generado y el orden: los V°B° antes de quien suscribe', () => {
    const d = dado(documento, [], { leidos, ...con(EMISION) })
      .cuando(emitirDocumento, { origen: ORIGEN, clase: 'acta' }, organo)
      .entonces(['DocumentoEmitido']);
    expect(d.estado).toMatchObject({ situacion: 'emitido', huella: A, vigente: A });
    expect(enTurno(d.estado).map((f) => f.cargo)).toEqual(['organo_descentralizacion', 'ogpp']);
    expect(documento.serieDe?.(d.estado)).toBe('ACTA');
    expect(d.ficha.pendientes.map((p) => p.acto)).toEqual(['FirmarDocumento', 'FirmarDocumento']);
  });
  it('5.1 solo lo emite una oficina de la entidad que conduce el expediente', () => {
    dado(documento, [], { leidos, ...con(EMISION) })
      .cuando(emitirDocumento, { origen: ORIGEN, clase: 'acta' }, gobernador)
      .noPuede('5.1');
    dado(documento, [], { leidos, ...con(EMISION) })
      .cuando(emitirDocumento, { origen: ORIGEN, clase: 'acta' }, oficina('administrador', 'minsa'))
      .noPuede('5.1');
  });
  it('5.1 si el expediente cambió mientras se generaba, no se emite', () => {
    dado(documento, [], { leidos, ...con({ ...EMISION, origenVersion: 7 }) })
      .cuando(emitirDocumento, { origen: ORIGEN, clase: 'acta' }, organo)
      .rechaza('5.1', /cambió/);
  });
  it('5.1 el que reemplaza a otro de la misma clase lo deja anulado', () => {
    const previo = dado(documento, [emitido, firmado(1, B)]).estado;
    const e = { leidos: { ...leidos, reemplaza: leido('documento', previo, idDe('viejo')) }, ...con(EMISION) };
    dado(documento, [], e)
      .cuando(emitirDocumento, { origen: ORIGEN, clase: 'acta', reemplaza: idDe('viejo') }, organo)
      .entonces(['DocumentoEmitido', { en: 'reemplaza', tipo: 'DocumentoAnulado' }]);
    dado(documento, [], e)
      .cuando(emitirDocumento, { origen: idDe('otro'), clase: 'acta', reemplaza: idDe('viejo') }, organo)
      .rechaza('5.1', /misma clase/);
  });
  it('5.1 un borrador se emite con advertencia', () => {
    dado(documento, [], { leidos, ...con({ ...EMISION, proyecto: true }) })
      .cuando(emitirDocumento, { origen: ORIGEN, clase: 'acta' }, organo)
      .advierte('5.1', /PROYECTO/);
  });
});

describe('Firmar el documento', () => {
  it('5.1 firman los V°B° en cualquier orden y luego quien suscribe; al final queda firmado', () => {
    const uno = dado(documento, [emitido]).cuando(firmarDocumento, { archivo: B }, ogpp, con(hallazgo())).entonces(['DocumentoFirmado']);
    expect(uno.estado).toMatchObject({ situacion: 'en_firma', vigente: B });
    uno
      .luego()
      .cuando(firmarDocumento, { archivo: C }, ministro, con(hallazgo({ base: B })))
      .rechaza('5.1', /Antes deben firmar: Órgano/);
    const dos = uno
      .luego()
      .cuando(firmarDocumento, { archivo: C }, organo, con(hallazgo({ base: B })))
      .entonces(['DocumentoFirmado']);
    const tres = dos
      .luego()
      .cuando(firmarDocumento, { archivo: 'ee'.repeat(32) }, ministro, con(hallazgo({ base: C })))
      .entonces(['DocumentoFirmado']);
    expect(tres.estado.situacion).toBe('firmado');
    expect(tres.ficha.pendientes).toEqual([]);
  });
  it('5.1 quien no está en la lista no firma, y quien ya firmó no firma otra vez', () => {
    dado(documento, [emitido]).cuando(firmarDocumento, { archivo: B }, gobernador, con(hallazgo())).noPuede('5.1');
    dado(documento, [emitido, firmado(1, B)])
      .cuando(firmarDocumento, { archivo: C }, organo, con(hallazgo({ base: B })))
      .rechaza('5.1', /ya firmó/);
  });
  it.each<[string, Partial<HallazgoDeFirma>, RegExp]>([
    ['otra oficina firmó mientras tanto', { base: C }, /mientras tanto/],
    ['no es el mismo documento', { continuidad: 'distinto' }, /no es este documento/],
    ['no trae firma nueva', { nuevas: [] }, /ninguna firma nueva/],
    ['trae dos firmas nuevas', { nuevas: [...hallazgo().nuevas, ...hallazgo().nuevas] }, /2 firmas nuevas/],
    ['la firma no es válida', { nuevas: [{ resultado: 'NO_VALIDO', razones: ['El certificado venció.'] }] }, /El certificado venció/],
    ['una firma anterior dejó de valer', { dania: true }, /dejó de ser válida/],
    ['firmó otra persona', { nuevas: [{ resultado: 'VALIDO', razones: [], esTitular: false, deOtraPersona: true }] }, /es de otra persona/],
  ])('5.1 se rechaza si %s, con motivo y remedio', (_que, cambios, motivo) => {
    dado(documento, [emitido])
      .cuando(firmarDocumento, { archivo: B }, organo, con(hallazgo(cambios)))
      .rechaza('5.1', motivo);
  });
  it('5.1 lo indeterminado se registra con advertencia, y también un certificado de otra persona', () => {
    const nuevas = [{ resultado: 'INDETERMINADO' as const, razones: ['Sin lista de confianza.'], certificado: 'dd'.repeat(32), esTitular: false }];
    const d = dado(documento, [emitido]).cuando(firmarDocumento, { archivo: B }, organo, con(hallazgo({ nuevas })));
    d.advierte('5.1', /indeterminada/).advierte('5.1', /persona distinta/);
    expect(d.estado.firmantes[0]?.firma).toMatchObject({ resultado: 'INDETERMINADO', razones: ['Sin lista de confianza.'] });
  });
});

describe('Firma manuscrita cotejada', () => {
  const datos = { firmante: 1, archivo: C, fecha: '2026-03-01', observacion: 'Original en archivo central.' };
  it('8.15 una oficina de la entidad deja constancia del cotejo, y el PDF vigente no cambia', () => {
    const d = dado(documento, [emitido]).cuando(registrarFirmaManual, datos, secretaria).entonces(['FirmaManualRegistrada']);
    expect(d.estado.vigente).toBe(A);
    expect(d.estado.firmantes[0]?.firma).toMatchObject({ via: 'manual', resultado: 'COTEJADO', el: '2026-03-01', cotejo: { cargo: 'secretaria_general' } });
  });
  it('5.1 no cotejan ajenos, ni se salta el orden, ni se repite, ni en el futuro', () => {
    const d = dado(documento, [emitido]);
    d.cuando(registrarFirmaManual, datos, oficina('gerente_regional', 'gr-09')).noPuede('5.1');
    d.cuando(registrarFirmaManual, datos, ogpp).noPuede('5.1');
    d.cuando(registrarFirmaManual, { ...datos, firmante: 3 }, secretaria).rechaza('5.1', /Antes deben firmar/);
    d.cuando(registrarFirmaManual, { ...datos, firmante: 9 }, secretaria).rechaza('5.1', /firmante 9/);
    d.cuando(registrarFirmaManual, { ...datos, fecha: '2027-01-01' }, secretaria).rechaza('5.1', /futuro/);
    dado(documento, [emitido, firmado(1, B)])
      .cuando(registrarFirmaManual, datos, secretaria)
      .rechaza('5.1', /ya firmó/);
  });
  it('5.1 quien coteja su propia firma queda advertido', () => {
    dado(documento, [emitido])
      .cuando(registrarFirmaManual, datos, organo)
      .advierte('5.1', /misma oficina/);
  });
});

describe('Correcciones al acta', () => {
  const silla = (entidad: string, cargo: string) => ({
    id: `${entidad}/${cargo}`,
    entidad,
    cargo,
    nivel: 'regional',
    calidad: 'miembro',
    sustento: 'x',
    desde: '2026-01-01',
  });
  const cig = { miembros: [silla('gr-09', 'gobernador'), silla('gr-21', 'gobernador')], reglamentos: [] as unknown[] };
  const sesion = { fecha: '2026-02-27', asistencia: { 'gr-09/gobernador': { modo: 'presencial' } } };
  const leidos = { origen: leido('sesion', sesion, ORIGEN), cig: leido('cig', cig, CIG) };
  const propuesta = { donde: 'Asunto 1', propuesta: 'Donde dice «dos» debe decir «tres».' };
  const otra = oficina('gobernador', 'gr-21');

  it('6.6 sin reglamento las proponen quienes asistieron, dentro de cinco días', () => {
    const d = dado(documento, [emitido], { leidos });
    d.cuando(proponerCorreccion, propuesta, gobernador).entonces(['CorreccionPropuesta']);
    d.cuando(proponerCorreccion, propuesta, otra).noPuede('6.6');
    d.cuando(proponerCorreccion, propuesta, gobernador, { hoy: '2026-03-07' }).entonces(['CorreccionPropuesta']);
    d.cuando(proponerCorreccion, propuesta, gobernador, { hoy: '2026-03-08' }).rechaza('6.6', /venció el 07\/03\/2026/);
  });
  it('6.6 el reglamento de la comisión fija el plazo y quién las propone', () => {
    const reglas = { correcciones: { dias: 1, proponen: 'miembros' } };
    const con = { ...leidos, cig: leido('cig', { ...cig, reglamentos: [{ desde: '2026-01-01', reglas }] }, CIG) };
    const d = dado(documento, [emitido], { leidos: con });
    d.cuando(proponerCorreccion, propuesta, otra).entonces(['CorreccionPropuesta']);
    d.cuando(proponerCorreccion, propuesta, otra, { hoy: '2026-03-04' }).rechaza('6.6', /1 días/);
  });
  it('5.1 con la primera firma el texto se cierra: todo cambio es un documento nuevo', () => {
    dado(documento, [emitido, firmado(1, B)], { leidos })
      .cuando(proponerCorreccion, propuesta, gobernador)
      .rechaza('5.1', /al menos una firma/);
  });
  it('6.6 la entidad que emitió las resuelve, y aceptar no cambia el texto emitido', () => {
    const d = dado(documento, [emitido], { leidos }).cuando(proponerCorreccion, propuesta, gobernador);
    expect(d.ficha.pendientes.map((p) => p.acto)).toContain('ResolverCorreccion');
    const r = d
      .luego()
      .cuando(resolverCorreccion, { correccion: 1, resultado: 'aceptada', respuesta: 'Procede.' }, organo)
      .advierte('6.6', /no cambia/);
    expect(r.estado.huella).toBe(A);
    r.luego().cuando(resolverCorreccion, { correccion: 1, resultado: 'aceptada', respuesta: 'x' }, organo).rechaza('6.6');
    d.luego().cuando(resolverCorreccion, { correccion: 1, resultado: 'aceptada', respuesta: 'x' }, gobernador).noPuede('6.6');
    d.luego()
      .cuando(firmarDocumento, { archivo: B }, organo, con(hallazgo()))
      .advierte('5.1', /sin resolver/);
  });
});

describe('Anular el documento', () => {
  it('5.1 con motivo, por quien lo emitió; si tiene firmas, con advertencia; después no se firma', () => {
    const d = dado(documento, [emitido, firmado(1, B)])
      .cuando(anularDocumento, { motivo: 'Error en la fecha' }, organo)
      .advierte('5.1', /ya tiene firmas/);
    expect(d.ficha).toMatchObject({ situacion: 'anulado', pendientes: [] });
    expect(d.ficha.unica).toBeUndefined();
    d.luego()
      .cuando(firmarDocumento, { archivo: C }, ogpp, con(hallazgo({ base: B })))
      .rechaza('5.1', /anulado/);
    dado(documento, [emitido]).cuando(anularDocumento, { motivo: 'x' }, gobernador).noPuede('5.1');
  });
});

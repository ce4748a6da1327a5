import { describe, expect, it } from 'vitest';
import { oficina } from '../../../test/escenario.ts';
import { anexoDe, aprobado, DE_ESTRATEGIA, elevado, guardada, RM } from '../../../test/modelo.cig.fixtures.ts';
import { ESTRATEGIA, MINISTRO, PRESIDENTE, SECRETARIA, SECTOR } from '../../../test/modelo.fixtures.ts';
import { aceptarTextoPublicado, adoptarEstrategia, aprobarModelo } from './modelo.acuerdos.ts';
import { iniciarImplementacion, registrarFeDeErratas, registrarResolucion } from './modelo.resolucion.ts';
import type { ModeloHecho } from './modelo.ts';

describe('Resolución Ministerial (8.15, R7)', () => {
  it('8.15 (sonda 8): un proyecto cuyo anexo difiere en un carácter se rechaza y nombra la diferencia', () => {
    const d = aprobado();
    const anexo = anexoDe(d.estado).replace('80 %', '81 %');
    d.luego()
      .cuando(registrarResolucion, { ...RM, modo: 'borrador', anexo }, SECRETARIA)
      .rechaza('8.15', /línea \d+, columna \d+/);
    d.luego()
      .cuando(registrarResolucion, { ...RM, modo: 'borrador', anexo: anexoDe(d.estado) }, SECRETARIA)
      .entonces(['ProyectoDeResolucionRegistrado']);
  });

  it('8.15 (sonda 8): una ya expedida que difiere se registra discrepante y el modelo no queda vigente', () => {
    const d = aprobado();
    const r = d.luego().cuando(registrarResolucion, { ...RM, modo: 'emitida', anexo: `${anexoDe(d.estado)}.` }, SECRETARIA, { decididoPor: MINISTRO });
    r.entonces([{ tipo: 'ResolucionRegistrada', datos: { situacion: 'discrepante' } }]).advierte('8.15', /discrepante/);
    expect(r.estado).toMatchObject({ pistaA: 'E9', situacion: 'discrepante' });
    r.luego().cuando(iniciarImplementacion, {}, SECTOR).rechaza('8.15');
    r.luego()
      .cuando(registrarResolucion, { ...RM, modo: 'emitida', anexo: anexoDe(d.estado) }, SECRETARIA, { decididoPor: MINISTRO })
      .rechaza('8.15', /ya está registrada/i);
  });

  it('8.15 (sonda 8): una coma cambiada en el VISTO no afecta: queda vigente', () => {
    const d = aprobado();
    const r = d
      .luego()
      .cuando(registrarResolucion, { ...RM, visto: 'El acta, de la CIG;', modo: 'emitida', anexo: anexoDe(d.estado) }, SECRETARIA, { decididoPor: MINISTRO });
    expect(r.entonces(['ResolucionRegistrada']).sinAdvertencias().estado).toMatchObject({ pistaA: 'E10', situacion: 'vigente' });
  });

  it('8.15: fines de línea, espacios al final y forma Unicode no son diferencias', () => {
    const d = aprobado();
    const anexo = `${anexoDe(d.estado).normalize('NFD').replaceAll('\n', '  \r\n')}\r\n\r\n`;
    d.luego()
      .cuando(registrarResolucion, { ...RM, modo: 'emitida', anexo }, SECRETARIA, { decididoPor: MINISTRO })
      .entonces([{ datos: { situacion: 'vigente' } }]);
  });

  it('8.15 (R7): la fe de erratas que restituye lo aprobado la pone en vigor; otra que no, tampoco se pierde', () => {
    const d = aprobado();
    const anexo = anexoDe(d.estado);
    const r = d.luego().cuando(registrarResolucion, { ...RM, modo: 'emitida', anexo: `${anexo}.` }, SECRETARIA, { decididoPor: MINISTRO });
    const fe = { numero: 'FE-1', fecha: '2026-03-02' };
    const mala = r
      .luego()
      .cuando(registrarFeDeErratas, { ...fe, anexo: `${anexo};` }, SECRETARIA)
      .entonces([{ datos: { conforme: false } }])
      .advierte('8.15');
    const buena = mala
      .luego()
      .cuando(registrarFeDeErratas, { ...fe, anexo }, SECRETARIA)
      .entonces([{ datos: { conforme: true } }]);
    expect(buena.estado).toMatchObject({ pistaA: 'E10', situacion: 'vigente', resolucion: { situacion: 'vigente' } });
    d.luego()
      .cuando(registrarFeDeErratas, { ...fe, anexo }, SECRETARIA)
      .rechaza('8.15');
  });

  it('8.15 (R7): la CIG puede aceptar por acuerdo el texto publicado', () => {
    const d = aprobado();
    const r = d.luego().cuando(registrarResolucion, { ...RM, modo: 'emitida', anexo: `${anexoDe(d.estado)}.` }, SECRETARIA, { decididoPor: MINISTRO });
    const aceptado = r.luego().cuandoLaCig(aceptarTextoPublicado, {}, SECTOR).entonces(['TextoPublicadoAceptado']);
    expect(aceptado.estado).toMatchObject({ pistaA: 'E10', resolucion: { situacion: 'vigente', textoAceptado: true } });
    d.luego().cuandoLaCig(aceptarTextoPublicado, {}, SECTOR).rechaza('8.15');
  });

  it('8.15: la expide el despacho ministerial del sector; la registra una oficina del ministerio', () => {
    const d = aprobado();
    const datos = { ...RM, modo: 'emitida', anexo: anexoDe(d.estado) };
    d.luego()
      .cuando(registrarResolucion, datos, SECRETARIA)
      .rechaza('8.15', /despacho ministerial/);
    d.luego()
      .cuando(registrarResolucion, datos, SECRETARIA, { decididoPor: { entidad: 'minedu', cargo: 'ministro' } })
      .rechaza('8.15');
    d.luego()
      .cuando(registrarResolucion, { ...datos, firma: 'encargatura' }, oficina('ministro', 'minsa', 'encargatura'))
      .entonces([{ datos: { firma: 'encargatura' } }]);
    d.luego().cuando(registrarResolucion, datos, oficina('secretario_sd', 'sd')).noPuede();
  });

  it('8.15: no hay resolución sin aprobación de la CIG, ni expedida sin número y fecha', () => {
    const e = elevado();
    e.luego()
      .cuando(registrarResolucion, { ...RM, modo: 'emitida', anexo: anexoDe(e.estado) }, SECRETARIA, { decididoPor: MINISTRO })
      .rechaza('8.15', /formaliza la aprobación/);
    const d = aprobado();
    d.luego()
      .cuando(registrarResolucion, { ...RM, numero: undefined, fecha: '2026-12-31', modo: 'emitida', anexo: anexoDe(d.estado) }, SECRETARIA, {
        decididoPor: MINISTRO,
      })
      .rechaza('8.15', /número[\s\S]*futuro/);
  });

  it('8.15 (A23): tras la aprobación queda pendiente de la Secretaría General, desde ese día', () => {
    expect(aprobado().ficha.pendientes).toContainEqual(
      expect.objectContaining({
        clave: 'resolucion',
        numeral: '8.15',
        desde: '2026-03-02',
        para: [{ entidad: 'minsa', cargos: ['secretaria_general', 'ministro'] }],
      }),
    );
  });
});

describe('Estrategia e implementación (t13, t14)', () => {
  const vigente = (extra: ModeloHecho[] = []) => {
    const d = aprobado(extra);
    return d.luego().cuando(registrarResolucion, { ...RM, modo: 'emitida', anexo: anexoDe(d.estado) }, SECRETARIA, { decididoPor: MINISTRO });
  };

  it('8.16: sin estrategia y cronograma adoptados no se inicia la implementación', () => {
    vigente().luego().cuando(iniciarImplementacion, {}, SECTOR).rechaza('8.16');
    vigente(DE_ESTRATEGIA)
      .luego()
      .cuando(iniciarImplementacion, {}, SECTOR)
      .rechaza('8.16', /adoptados por la CIG/);
    vigente([guardada('estrategia', ESTRATEGIA)])
      .luego()
      .cuandoLaCig(adoptarEstrategia, {}, SECTOR)
      .rechaza('8.16', /cronograma/);
  });

  it('8.16 (R8): adoptada antes de la resolución, el modelo pasa directo a estrategia definida', () => {
    const adoptada = elevado(DE_ESTRATEGIA)
      .luego()
      .cuandoLaCig(adoptarEstrategia, { entidades: ['gr-09'] }, SECTOR)
      .entonces(['EstrategiaAdoptada'])
      .sinAdvertencias();
    expect(adoptada.estado.pistaA).toBe('E8');
    adoptada.luego().cuando(iniciarImplementacion, {}, SECTOR).rechaza('8.15');
    const d = adoptada.luego().cuandoLaCig(aprobarModelo, {}, SECTOR);
    const r = d.luego().cuando(registrarResolucion, { ...RM, modo: 'emitida', anexo: anexoDe(d.estado) }, SECRETARIA, { decididoPor: MINISTRO });
    expect(r.estado).toMatchObject({ pistaA: 'E11', situacion: 'con_estrategia' });
  });

  it('9.5 (R22): sin línea en el POI se advierte, nunca se rechaza; y se inicia una sola vez', () => {
    const listo = vigente(DE_ESTRATEGIA)
      .luego()
      .cuandoLaCig(adoptarEstrategia, { entidades: ['gr-09'] }, SECTOR)
      .luego();
    const d = listo.cuando(iniciarImplementacion, {}, PRESIDENTE).entonces(['ImplementacionIniciada']).advierte('9.5');
    expect(d.estado).toMatchObject({ pistaA: 'E12', situacion: 'en_implementacion' });
    d.luego()
      .cuando(iniciarImplementacion, {}, SECTOR)
      .rechaza('8.16', /ya está iniciada/);
    const linea = { entidad: 'gr-09', anio: 2027, meta: '85 %', actividad: 'CRED' };
    listo.cuando(iniciarImplementacion, { poi: [linea] }, SECTOR).advierte('9.5', /Ministerio de Salud/);
    listo.cuando(iniciarImplementacion, { poi: [linea, { ...linea, entidad: 'minsa' }] }, SECTOR).sinAdvertencias();
  });
});

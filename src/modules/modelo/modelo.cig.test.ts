import { describe, expect, it } from 'vitest';
import { dado, huella, oficina } from '../../../test/escenario.ts';
import { ACTA, abierto, CRONOGRAMA, ESTRATEGIA, INDICADOR, leidos, MINISTRO, NIVEL, PRESIDENTE, SECRETARIA, SECTOR } from '../../../test/modelo.fixtures.ts';
import { normalizar, primeraDiferencia } from '../../directiva/anexo.ts';
import { modelo } from './modelo.actos.ts';
import { aceptarTextoPublicado, adoptarEstrategia, aprobarModelo, declararSinConsenso, pedirOpinionPrevia } from './modelo.acuerdos.ts';
import { textoAnexo } from './modelo.anexo.ts';
import { elevarModelo, emitirOpinion, formularModelo } from './modelo.elevacion.ts';
import { proponerIndicador } from './modelo.indicadores.ts';
import { iniciarImplementacion, registrarFeDeErratas, registrarResolucion } from './modelo.resolucion.ts';
import type { Modelo, ModeloHecho } from './modelo.ts';

const guardada = (s: string, contenido: unknown): ModeloHecho => ({ tipo: 'SeccionGuardada', v: 1, datos: { seccion: s, contenido } }) as ModeloHecho;
const formulado: ModeloHecho = { tipo: 'ModeloFormulado', v: 1, datos: { faltantes: [] } };
const ROLES = { filas: [{ fase: 'Entrega', nivel: 'regional', rol: 'Entrega el control en los establecimientos', responsable: true }] };
const TODAS: [string, unknown][] = [
  ['destinatarios', { filas: [{ quienes: 'Niñas y niños menores de 36 meses', necesidades: 'Control oportuno', requisitos: 'DNI' }] }],
  ['cadena', { filas: [{ fase: 'Entrega', actividades: 'Controlar', productos: 'Control realizado', resultado: 'Menos anemia' }] }],
  ['procesos', { filas: [{ proceso: 'Control', tipo: 'operativo', nivel: 'regional', entrega: 'El distrito convoca', norma: 'LOGR-49-g', politica: 'PN 1' }] }],
  ['bienes', { filas: [{ nombre: 'Control CRED', tipo: 'servicio', estandar: '11 controles el primer año' }] }],
  [
    'enfoques',
    {
      territorial: { aplica: true, sustento: 'Dispersión' },
      genero: { aplica: false, sustento: 'Igual para todas' },
      interculturalidad: { aplica: true, sustento: '' },
      inclusion: { aplica: true, sustento: 'Rutas' },
    },
  ],
  ['objetivos', { filas: [{ objetivo: 'Reducir la anemia', politica: 'PN 1', contribucion: 'Detecta a tiempo' }] }],
  ['otrosSectores', { multisectorial: true, filas: [{ sector: 'minedu', servicio: 'Cuna', vinculo: 'Deriva' }] }],
];
const INDICADOR_CON_BASE: ModeloHecho[] = [
  {
    tipo: 'IndicadorPropuesto',
    v: 1,
    datos: { numero: 1, ...INDICADOR, fuente: 'HIS MINSA', criterios: { simplicidad: true, confiabilidad: true, validez: true, costoRazonable: true } },
  },
  { tipo: 'LineaBaseRegistrada', v: 1, datos: { numero: 1, valor: 42.5, fecha: '2025-12-31', fuente: 'Informe 4' } },
];
const DE_ESTRATEGIA = [guardada('estrategia', ESTRATEGIA), guardada('cronograma', CRONOGRAMA)];

const elevado = (extra: ModeloHecho[] = []) =>
  dado(modelo, [abierto, guardada('nivelPrestacion', NIVEL), guardada('roles', ROLES), formulado, ...extra], { leidos: leidos() }).cuando(
    elevarModelo,
    { actaEtti: ACTA },
    PRESIDENTE,
  );
const aprobado = (extra: ModeloHecho[] = []) => elevado(extra).luego().cuandoLaCig(aprobarModelo, {}, SECTOR);
const anexoDe = (m: Modelo): string => textoAnexo((m.paquete as NonNullable<Modelo['paquete']>).contenido);
const RM = {
  visto: 'El acta de la CIG;',
  considerando: 'Que, corresponde formalizar.',
  numero: '123-2026-MINSA',
  fecha: '2026-03-01',
  documento: huella('rm'),
};

describe('Aprobación por la CIG (t11)', () => {
  it('8.13: sin enmiendas se aprueba lo elevado, con la misma huella', () => {
    const e = elevado();
    const d = e
      .luego()
      .cuandoLaCig(aprobarModelo, {}, SECTOR, { nivelesAusentes: ['local'] })
      .entonces(['ModeloAprobado']);
    expect(d.estado).toMatchObject({
      pistaA: 'E9',
      situacion: 'aprobado',
      aprobacion: { huellaElevada: e.estado.paquete?.huella, nivelesAusentes: ['local'] },
    });
    expect(d.estado.paquete?.huella).toBe(e.estado.paquete?.huella);
    d.luego()
      .cuandoLaCig(aprobarModelo, {}, SECTOR)
      .rechaza('8.13', /ya aprobó/);
  });

  it('8.13 (R1): se rechaza solo si nada fue elevado', () => {
    dado(modelo, [abierto], { leidos: leidos() }).cuandoLaCig(aprobarModelo, {}, SECTOR).rechaza('8.13');
    dado(modelo, [abierto, formulado], { leidos: leidos() }).cuandoLaCig(aprobarModelo, {}, SECTOR).rechaza('8.13');
  });

  it('6.6 (R1): con enmiendas de la sesión, el texto enmendado es lo aprobado y lleva otra huella; la diferencia queda', () => {
    const e = elevado();
    const enmiendas = [
      { seccion: 'nivelPrestacion', dice: 'Cobertura de 80 %', debeDecir: 'Cobertura de 85 %' },
      { seccion: 'bienes', debeDecir: 'Los estándares se revisan cada año.' },
    ];
    const d = e
      .luego()
      .cuandoLaCig(aprobarModelo, { enmiendas }, SECTOR)
      .entonces([{ tipo: 'ModeloAprobado', datos: { enmiendas } }]);
    expect(d.estado.paquete?.huella).not.toBe(e.estado.paquete?.huella);
    expect(d.estado.secciones.nivelPrestacion?.aspirado).toMatch(/^Cobertura de 85 %/);
    expect(anexoDe(d.estado)).toContain('Agregado por la CIG: Los estándares se revisan cada año.');
    expect(d.estado.aprobacion).toMatchObject({ huellaElevada: e.estado.paquete?.huella, enmiendas });
  });

  it('6.6: una enmienda que no cita el texto, o que cita uno repetido, se rechaza nombrando la sección', () => {
    const e = elevado().luego();
    e.cuandoLaCig(aprobarModelo, { enmiendas: [{ seccion: 'roles', dice: 'inexistente', debeDecir: 'x' }] }, SECTOR).rechaza('6.6', /no contiene/);
    e.cuandoLaCig(aprobarModelo, { enmiendas: [{ seccion: 'nivelPrestacion', dice: '80 %', debeDecir: '85 %' }] }, SECTOR).rechaza('6.6', /2 veces/);
    e.cuandoLaCig(aprobarModelo, { enmiendas: [{ seccion: 'roles', dice: 'regional', debeDecir: 'nacional' }] }, SECTOR).rechaza('6.6', /no contiene/);
  });

  it('6.6 (X3): sin consenso vuelve al ETTI y puede reformularse, o vuelve al plan y libera la clave', () => {
    const alEtti = elevado()
      .luego()
      .cuandoLaCig(declararSinConsenso, { motivo: 'Objeción del GORE', destino: 'etti' }, SECTOR)
      .entonces(['ConsensoNoAlcanzado']);
    expect(alEtti.ficha.unica).toBeDefined();
    alEtti.luego().cuandoLaCig(aprobarModelo, {}, SECTOR).rechaza('8.13');
    alEtti.luego().cuando(formularModelo, {}, PRESIDENTE).entonces(['ModeloFormulado']);
    const alPlan = elevado().luego().cuandoLaCig(declararSinConsenso, { motivo: 'Objeción del GORE', destino: 'plan' }, SECTOR);
    expect(alPlan.ficha.unica).toBeUndefined();
    expect(alPlan.ficha.pendientes).toEqual([]);
    alPlan.luego().cuando(formularModelo, {}, PRESIDENTE).rechaza('8.11');
    alPlan
      .luego()
      .cuando(
        proponerIndicador,
        { nombre: 'x', dimension: 'calidad', tipo: 'producto', formula: 'x', unidad: '%', fuente: 'x', periodicidad: 'Anual' },
        PRESIDENTE,
      )
      .rechaza('6.6');
  });
});

describe('Opinión previa (8.14)', () => {
  it('8.14 (sonda 11): a un espacio que la CIG no reconoció se rechaza', () => {
    elevado()
      .luego()
      .cuandoLaCig(pedirOpinionPrevia, { espacio: 'mesa-ajena' }, SECTOR)
      .rechaza('8.14', /no ha reconocido/);
  });

  it('8.14 (sonda 11): sin respuesta al vencer la fecha, la CIG puede aprobar', () => {
    const d = elevado().luego().cuandoLaCig(pedirOpinionPrevia, { espacio: 'gr-09-1', plazo: '2026-03-20' }, SECTOR).entonces(['OpinionPedida']);
    expect(d.estado).toMatchObject({ pistaA: 'E8o', situacion: 'en_opinion_previa' });
    d.luego({ hoy: '2026-05-01' })
      .cuandoLaCig(aprobarModelo, {}, SECTOR)
      .entonces(['ModeloAprobado'])
      .advierte('8.14', /no es vinculante/i);
  });

  it('8.14 (R14): la opinión desfavorable no es vinculante; respondida, vuelve a elevado', () => {
    const pedida = elevado().luego().cuandoLaCig(pedirOpinionPrevia, { espacio: 'gr-09-1' }, SECTOR);
    const opinion = { espacio: 'gr-09-1', sentido: 'desfavorable', texto: 'Faltan recursos' };
    pedida.luego().cuando(emitirOpinion, opinion, oficina('gerente_regional', 'gr-21')).noPuede('8.14');
    const d = pedida.luego().cuando(emitirOpinion, opinion, oficina('gerente_regional', 'gr-09')).entonces(['OpinionEmitida']);
    expect(d.estado.pistaA).toBe('E8');
    d.luego().cuandoLaCig(aprobarModelo, {}, SECTOR).entonces(['ModeloAprobado']);
    d.luego().cuando(emitirOpinion, opinion, oficina('gerente_regional', 'gr-09')).rechaza('8.14');
  });

  it('8.14 (R14): se pide desde que está formulado, nunca antes ni después de aprobar', () => {
    dado(modelo, [abierto], { leidos: leidos() }).cuandoLaCig(pedirOpinionPrevia, { espacio: 'gr-09-1' }, SECTOR).rechaza('8.14');
    const enE7 = dado(modelo, [abierto, formulado], { leidos: leidos() })
      .cuandoLaCig(pedirOpinionPrevia, { espacio: 'gr-09-1' }, SECTOR)
      .entonces(['OpinionPedida']);
    expect(enE7.estado.pistaA).toBe('E7');
    aprobado().luego().cuandoLaCig(pedirOpinionPrevia, { espacio: 'gr-09-1' }, SECTOR).rechaza('8.14');
  });
});

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
    listo.cuando(iniciarImplementacion, { poi: [{ entidad: 'gr-09', anio: 2027, meta: '85 %', actividad: 'CRED' }] }, SECTOR).sinAdvertencias();
  });
});

describe('Texto del anexo', () => {
  it('8.15: se lee en castellano, sección por sección, y no cambia (formato 1)', () => {
    const completo = TODAS.map(([clave, contenido]) => guardada(clave, contenido));
    const d = elevado([...completo, ...INDICADOR_CON_BASE])
      .luego()
      .cuandoLaCig(aprobarModelo, { enmiendas: [{ seccion: 'indicadores', dice: 'HIS MINSA', debeDecir: 'HIS' }] }, SECTOR);
    expect(anexoDe(d.estado)).toMatchInlineSnapshot(`
      "MODELO ESPECÍFICO DE GESTIÓN DESCENTRALIZADA
      Servicio público: Control CRED
      Territorio: provincia de Huancavelica
      Sector rector: Ministerio de Salud

      1. Destinatarios y sus necesidades
      1.1. Niñas y niños menores de 36 meses
      Necesidades: Control oportuno
      Requisitos: DNI

      2. Cadena de valor
      2.1. Entrega
      Actividades: Controlar
      Productos: Control realizado
      Resultado: Menos anemia

      3. Procesos
      3.1. Control
      Tipo: Operativo
      Nivel a cargo: Gobierno Regional
      Entrega a otro nivel: El distrito convoca
      Norma de competencia: LOGR-49-g
      Política: PN 1

      4. Roles y responsabilidades por nivel de gobierno
      4.1. Entrega – Gobierno Regional
      Rol: Entrega el control en los establecimientos
      Responsable de la fase: sí

      5. Bienes y servicios con estándares
      5.1. Control CRED
      Tipo: Servicio
      Estándar: 11 controles el primer año

      6. Nivel de prestación al que se aspira
      Cobertura de 80 % de niñas y niños menores de 36 meses
      En cobertura: 80 %

      7. Enfoques territorial, de género, de interculturalidad y de inclusión
      7.1. Enfoque territorial
      Evidencia: Dispersión
      7.2. Enfoque de género
      No aplica: Igual para todas
      7.3. Enfoque de interculturalidad
      Evidencia: sin sustento registrado
      7.4. Enfoque de inclusión
      Evidencia: Rutas

      8. Objetivos de política
      8.1. Reducir la anemia
      Política: PN 1
      Contribución: Detecta a tiempo

      9. Articulación con otros sectores
      Los resultados del servicio son multisectoriales.
      9.1. Ministerio de Educación
      Servicio asociado: Cuna
      Vínculo: Deriva

      10. Indicadores
      10.1. Niñas y niños con CRED completo
      Dimensión: Cobertura
      Tipo: De resultado
      Fórmula: a/b
      Unidad: %
      Fuente: HIS
      Periodicidad: Anual
      Situación: en borrador
      Línea de base: 42,5 (31/12/2025; Informe 4)"
    `);
  });

  it('8.15: la primera diferencia se cuenta por caracteres, también en el final', () => {
    expect(primeraDiferencia('a\nb', 'a \r\nb\n')).toBeUndefined();
    expect(primeraDiferencia('uno\ndós', 'uno\ndos')).toMatch(/^línea 2, columna 2:/);
    expect(primeraDiferencia('uno', 'uno dos')).toMatch(/el final del texto/);
    expect(normalizar('  a  \r\n\r\n')).toBe('a');
  });
});

import { describe, expect, it } from 'vitest';
import { asunto, CIG, CIG_SALUD, compuesto, conPlan, legajo, MODELO, otro, PLAN, planBase, SESION, sesion, texto } from '../../test/documentos.fixtures.ts';
import { huella, idDe } from '../../test/escenario.ts';
import { ETTI } from '../../test/modelo.fixtures.ts';
import type { Hecho } from '../kernel/tipos.ts';
import type { Instrumento } from '../modules/instrumento/instrumento.ts';
import { textoAnexo } from '../modules/modelo/modelo.anexo.ts';
import type { Contenido } from '../modules/modelo/modelo.paquete.ts';
import type { Modelo } from '../modules/modelo/modelo.ts';
import type { Plan } from '../modules/plan/plan.ts';
import type { Supervision } from '../modules/supervision/supervision.ts';
import { lineasDe } from '../platform/pdf/documento.ts';
import { componerDocumento } from './generar.ts';
import { documentosDe } from './registro.ts';

describe('Plan de Trabajo Institucional e informes', () => {
  const l = (p: Partial<Plan> = {}) => legajo('plan', PLAN, { ...planBase, ...p }, [otro('cig', CIG, CIG_SALUD, 'Comisión Intergubernamental de Salud')]);

  it('8.6 y 8.7 presenta diagnóstico, políticas, servicios por territorio, prioridad y roles con su competencia', () => {
    const t = texto(l(), 'pti');
    for (const parte of [
      'Diagnóstico con datos',
      'Política de Salud',
      'Control CRED: departamento de Huancavelica',
      'Anemia',
      'LOGR-49-g',
      'Sesión Ordinaria II',
      huella('plan'),
    ])
      expect(t).toContain(parte);
    expect(t).toContain('Práctica actual de gestión descentralizada\nNo aplica.');
    expect(texto(l({ diagnostico: undefined }), 'pti')).toContain('sin el cual la Comisión no puede aprobar el plan');
  });

  it('8.8 dice cómo se integró cada informe y cuáles faltaron, y que no impide continuar', () => {
    const t = texto(l(), 'pti');
    expect(t).toContain('Incorporado en parte. Dos de tres');
    expect(t).toContain('Sin acuerdo: se recibe como aporte');
    expect(t).toContain('Municipalidad Provincial de Acobamba (Informe Institucional Provincial).');
    expect(t).toContain('la ausencia de los informes no impide la continuación del proceso');
  });

  it('8.8.2 el Informe Institucional Regional cita el Acuerdo de Consejo Regional que lo aprobó', () => {
    const t = texto(l(), 'informe~gr-09');
    expect(t).toContain('Informe Institucional Regional del Gobierno Regional de Huancavelica');
    expect(t).toContain('Alcaldes Provinciales del departamento');
    expect(t).toContain('Acuerdo de Consejo Regional N° 031-2026-GRH/CR, del 5 de febrero de 2026');
    expect(compuesto(l(), 'informe~gr-09').proyecto).toBe(false);
  });

  it('8.8.1 sin acuerdo, el provincial es proyecto y trae el proyecto de Acuerdo de Concejo', () => {
    expect(compuesto(l(), 'informe~mp-0901')).toMatchObject({ proyecto: true, publico: false });
    const t = texto(l(), 'acuerdo~mp-0901');
    for (const parte of [
      'ACUERDO DE CONCEJO MUNICIPAL PROVINCIAL N° ______-2026',
      'artículo 41',
      'Ley N° 27972',
      'numeral 8.8.1',
      'ACUERDA:',
      'APROBAR el Informe Institucional Provincial de la Municipalidad Provincial de Huancavelica',
      'Regístrese, comuníquese y cúmplase.',
    ])
      expect(t).toContain(parte);
    expect(compuesto(l(), 'acuerdo~mp-0901').firmantes).toEqual([{ cargo: 'alcalde_provincial', entidad: 'mp-0901', papel: 'suscribe' }]);
  });

  it('8.8 lo que un gobierno no presentó se explica; lo que no existe no se produce', () => {
    const falta = documentosDe(l()).find((d) => d.tipo === 'informe~mp-0902')?.falta;
    expect(falta).toMatchObject({ numeral: '8.8.1', motivo: expect.stringContaining('no impide') });
    for (const tipo of ['informe~mp-0902', 'informe~mp-2101', 'acuerdo~gr-09', 'pti~x', 'acta', '', '~'])
      expect(componerDocumento(l(), tipo, 'x')).toBeUndefined();
  });
});

describe('ETTI', () => {
  const reconocido = { tipo: 'EttiReconocido', v: 1, datos: { sesion: SESION, nombreSesion: 'Sesión Ordinaria II' }, el: '2026-01-15' };
  const seleccion = { tipo: 'GerentesSeleccionados', v: 1, datos: { por: 'presidencia', gerentes: [], defecto: 'diferida' }, el: '2026-01-18' };
  const l = (cambios: object = {}, hechos: Hecho[] = [reconocido, seleccion]) =>
    legajo('etti', idDe('etti'), { ...ETTI, ...cambios }, [otro('cig', ETTI.cig, CIG_SALUD, 'CIG de Salud')], hechos);

  it('8.9 y 8.10 el reconocimiento cita la sesión, el territorio, los asientos y cómo se seleccionó el v', () => {
    const t = texto(l(), 'reconocimiento');
    for (const parte of [
      'CIG de Salud, en su Sesión Ordinaria II, del 15 de enero de 2026',
      'departamento de Huancavelica',
      'i. funcionario del sector que preside',
      'v. Gerente Municipal',
      'en defecto de la Comisión: la CIG difirió expresamente la selección',
      'derecho a voz',
    ])
      expect(t).toContain(parte);
    expect(documentosDe(l({ situacion: 'propuesto' })).find((d) => d.tipo === 'reconocimiento')?.falta?.numeral).toBe('8.9');
  });

  it('8.12 el protocolo trae regla de decisión, convocatoria, intercambio y estrategia territorial, y lo firman los miembros', () => {
    const d = compuesto(l(), 'protocolo');
    const t = lineasDe(d.documento).join('\n');
    for (const parte of [
      'numeral 8.12',
      '3. Regla de decisión',
      '4. Convocatoria',
      '5. Intercambio de información',
      '6. Estrategia territorial',
      'indicadores se acuerdan siempre por consenso',
    ])
      expect(t).toContain(parte);
    expect(d.firmantes.map((f) => f.cargo)).toEqual(['funcionario_sector', 'ogpp', 'organo_descentralizacion', 'gerente_regional', 'gerente_municipal']);
    expect(documentosDe(l({ protocolo: undefined })).find((x) => x.tipo === 'protocolo')?.falta?.numeral).toBe('8.12');
  });
});

const CONTENIDO: Contenido = {
  formato: 1,
  servicio: idDe('cred'),
  nombreServicio: 'Control CRED',
  territorio: '09',
  nombreTerritorio: 'Huancavelica',
  sector: 'minsa',
  secciones: { nivelPrestacion: { aspirado: 'Cobertura de 80 % en N° 3 redes', cobertura: '80 %', calidad: undefined, actual: undefined } },
  indicadores: [],
  adiciones: [{ seccion: 'cadena', texto: 'Texto que agregó la CIG' }],
  nombres: { minsa: 'Ministerio de Salud' },
  advertencias: [{ numeral: '8.11.1', motivo: 'Falta el enfoque de género.' }],
};
const modelo = (cambios: Partial<Modelo> = {}): Modelo =>
  ({
    servicio: idDe('cred'),
    plan: PLAN,
    etti: idDe('etti'),
    cig: CIG,
    sector: 'minsa',
    nombreServicio: 'Control CRED',
    territorio: '09',
    nombreTerritorio: 'Huancavelica',
    departamental: '09',
    presidencia: { entidad: 'minsa', cargo: 'funcionario_sector' },
    pistaA: 'E9',
    pistaB: 'B1',
    situacion: 'aprobado',
    secciones: {},
    indicadores: [],
    pedidos: [],
    observaciones: [],
    desde: '2026-03-02',
    opiniones: [
      {
        espacio: 'e',
        nombre: 'Mesa regional',
        entidad: 'gr-09',
        desde: '2026-02-01',
        respuesta: { sentido: 'favorable', texto: 'Conforme', fecha: '2026-02-20' },
      },
    ],
    paquete: { version: 2, huella: huella('paquete'), contenido: CONTENIDO, actaEtti: huella('acta') },
    aprobacion: {
      sesion: SESION,
      nombreSesion: 'Sesión Ordinaria II',
      fecha: '2026-03-02',
      huellaElevada: huella('elevado'),
      enmiendas: [{ seccion: 'cadena', debeDecir: 'x' }],
      nivelesAusentes: ['local'],
    },
    ...cambios,
  }) as Modelo;
const aprobada = sesion({ asuntos: [asunto({ tipo: 'AprobarModelo', titulo: 'Aprobar', objeto: MODELO })] });
const conModelo = (m = modelo()) =>
  legajo(
    'modelo',
    MODELO,
    m,
    [otro('cig', CIG, CIG_SALUD, 'Comisión Intergubernamental de Salud'), otro('sesion', SESION, aprobada), otro('etti', idDe('etti'), ETTI)],
    [
      {
        tipo: 'ModeloElevado',
        v: 1,
        datos: { version: 2, huella: huella('paquete'), contenido: CONTENIDO, actaEtti: huella('acta'), presidencia: m.presidencia },
        el: '2026-02-10',
      },
    ],
  );

describe('Modelo Específico', () => {
  it('8.15 la RM cita el acta, la asistencia por nivel y el consenso, y resuelve con el anexo', () => {
    const t = texto(conModelo(), 'resolucion');
    for (const parte of [
      'RESOLUCIÓN MINISTERIAL N° ______-2026-MINSA',
      'VISTOS: el Acta de la Sesión Ordinaria II de la Comisión Intergubernamental de Salud, de fecha 2 de marzo de 2026',
      'CONSIDERANDO:',
      'con una enmienda hecha en la sesión',
      'consenso con nivel ausente',
      'Gobierno Nacional: Ministerio de Salud; Gobiernos Regionales: Gobierno Regional de Huancavelica; Gobiernos Locales: sin asistencia registrada',
      'opinión previa el 20 de febrero de 2026',
      'el Informe N° ______ de la Oficina General de Asesoría Jurídica; y,',
      'Con el visado del Órgano encargado de la descentralización',
      'SE RESUELVE:',
      'Artículo 1.- Formalizar la aprobación del Modelo Específico de gestión descentralizada del servicio «Control CRED» en el ámbito del departamento de Huancavelica',
      'con cargo a sus respectivos presupuestos institucionales',
      'Regístrese, comuníquese y publíquese.',
    ])
      expect(t).toContain(parte);
    expect(t.indexOf('VISTOS')).toBeLessThan(t.indexOf('CONSIDERANDO'));
    expect(t.indexOf('CONSIDERANDO')).toBeLessThan(t.indexOf('SE RESUELVE'));
    expect(compuesto(conModelo(), 'resolucion').firmantes.map((f) => `${f.papel} ${f.cargo}`)).toEqual([
      'visto_bueno organo_descentralizacion',
      'visto_bueno ogpp',
      'visto_bueno secretaria_general',
      'suscribe ministro',
    ]);
  });

  it('8.15 el anexo de la RM es, línea por línea, el texto aprobado', () => {
    const d = compuesto(conModelo(), 'resolucion').documento;
    const desde = d.bloques.findIndex((b) => b.clase === 'anexo');
    const anexo = lineasDe({ ...d, titulo: '', numero: '', bloques: d.bloques.slice(desde + 1) });
    expect(anexo).toEqual(textoAnexo(CONTENIDO).split('\n').filter(Boolean));
    expect(anexo).toContain('Agregado por la CIG: Texto que agregó la CIG');
  });

  it('8.15 sin aprobación de la CIG no hay proyecto de RM; siempre es proyecto y reservado', () => {
    expect(documentosDe(conModelo(modelo({ aprobacion: undefined }))).find((d) => d.tipo === 'resolucion')?.falta?.numeral).toBe('8.15');
    expect(compuesto(conModelo(), 'resolucion')).toMatchObject({ proyecto: true, publico: false });
  });

  it('8.13 la elevación congela el paquete con su huella, el acta del ETTI, el protocolo y lo que falta', () => {
    const t = texto(conModelo(), 'elevacion');
    for (const parte of [
      'el 10 de febrero de 2026'.slice(3),
      'numeral 8.13',
      huella('paquete'),
      huella('acta'),
      'numeral 8.12',
      'Numeral 8.11.1: Falta el enfoque de género.',
      'Mesa regional',
      'Cobertura de 80 % en N° 3 redes',
    ])
      expect(t).toContain(parte);
  });
});

const TEXTO = 'Artículo 1.- Finalidad.\n\nOrdenar la visita «en casa».\n2.1. Registro\nSe anota: el mismo día.';
const guia = (cambios: Partial<Instrumento> = {}): Instrumento =>
  ({
    clase: 'guia',
    titulo: 'Guía de visita domiciliaria',
    texto: TEXTO,
    etti: idDe('etti'),
    nombreEtti: 'ETTI CRED',
    cig: CIG,
    sector: 'minsa',
    territorio: '09',
    presidencia: { entidad: 'minsa', cargo: 'funcionario_sector' },
    situacion: 'aprobado',
    opiniones: [],
    observaciones: [],
    desde: '2026-03-02',
    elevacion: { clase: 'guia', titulo: 'Guía de visita domiciliaria', texto: 'Lo elevado.', version: 3, huella: huella('e'), actaEtti: huella('acta') },
    aprobacion: {
      sesion: SESION,
      nombreSesion: 'Sesión Ordinaria II',
      fecha: '2026-03-02',
      texto: TEXTO,
      huella: huella('aprobada'),
      huellaElevada: huella('e'),
      enmiendas: [{ seccion: 'texto', dice: 'Lo elevado.', debeDecir: TEXTO }],
      nivelesAusentes: ['local'],
    },
    ...cambios,
  }) as Instrumento;
const conGuia = (i = guia(), etti: object = ETTI) =>
  legajo(
    'instrumento',
    idDe('guia'),
    i,
    [
      otro('cig', CIG, CIG_SALUD, 'Comisión Intergubernamental de Salud'),
      otro('sesion', SESION, sesion({ asuntos: [asunto({ tipo: 'AprobarInstrumento', titulo: 'Aprobar', objeto: idDe('guia') })] })),
      otro('etti', idDe('etti'), etti),
    ],
    i.elevacion ? [{ tipo: 'InstrumentoElevado', v: 1, datos: { ...i.elevacion, presidencia: i.presidencia }, el: '2026-02-10' }] : [],
  );

describe('Otro instrumento del ETTI', () => {
  it('8.13 (R23) la elevación congela lo que el ETTI elevó, no lo que después aprobó la CIG', () => {
    const t = texto(conGuia(), 'elevacion');
    for (const parte of [
      'Expediente de elevación de la «Guía de visita domiciliaria»',
      'eleva a la Comisión Intergubernamental de Salud la «Guía de visita domiciliaria», para su aprobación',
      'Versión elevada\n3',
      huella('e'),
      huella('acta'),
      'El paquete se eleva sin advertencias.',
      'Lo elevado.',
    ])
      expect(t).toContain(parte);
    expect(t).not.toContain('Ordenar la visita');
    expect(texto(conGuia(guia(), { ...ETTI, protocolo: undefined }), 'elevacion')).toContain('Numeral 8.12: El ETTI eleva el instrumento sin haber adoptado');
    expect(documentosDe(conGuia(guia({ elevacion: undefined }))).find((d) => d.tipo === 'elevacion')?.falta?.numeral).toBe('8.13');
    expect(compuesto(conGuia(guia({ situacion: 'devuelto' })), 'elevacion').proyecto).toBe(true);
  });

  it('8.15 la RM cita el acta, la asistencia por nivel y el consenso, y su anexo es el texto aprobado, línea por línea', () => {
    const t = texto(conGuia(), 'resolucion');
    for (const parte of [
      'Resolución Ministerial que formaliza la aprobación de la «Guía de visita domiciliaria»',
      'VISTOS: el Acta de la Sesión Ordinaria II de la Comisión Intergubernamental de Salud, de fecha 2 de marzo de 2026',
      'los demás instrumentos formulados por el Equipo Técnico de Trabajo Intergubernamental son elevados',
      'formuló la «Guía de visita domiciliaria» y la elevó a esta',
      'consenso con nivel ausente',
      'Gobiernos Locales: sin asistencia registrada',
      'SE RESUELVE:',
      'Artículo 1.- Formalizar la aprobación de la «Guía de visita domiciliaria», efectuada por la Comisión Intergubernamental en su Sesión Ordinaria II',
    ])
      expect(t).toContain(parte);
    expect(t).not.toContain('Modelo Específico');
    const { documento: d, firmantes, proyecto, publico } = compuesto(conGuia(), 'resolucion');
    const anexo = lineasDe({ ...d, titulo: '', numero: '', bloques: d.bloques.slice(d.bloques.findIndex((b) => b.clase === 'anexo') + 1) });
    expect(anexo).toEqual(TEXTO.split('\n').filter(Boolean));
    expect([firmantes.at(-1)?.cargo, proyecto, publico]).toEqual(['ministro', true, false]);
    expect(documentosDe(conGuia(guia({ aprobacion: undefined }))).find((x) => x.tipo === 'resolucion')?.falta?.numeral).toBe('8.15');
  });

  it('8.13 el título nombra la clase una sola vez, con su artículo', () => {
    const titulo = (clase: Instrumento['clase'], titulo: string) => compuesto(conGuia(guia({ clase, titulo })), 'elevacion').documento.titulo;
    expect(titulo('protocolo_atencion', 'Atención en casa')).toBe('Expediente de elevación del Protocolo de atención «Atención en casa»');
    expect(titulo('directiva', 'Visitas')).toBe('Expediente de elevación de la Directiva «Visitas»');
    expect(titulo('otro', 'Cartilla')).toBe('Expediente de elevación del instrumento «Cartilla»');
  });
});

describe('Supervisión', () => {
  const supervision = {
    supervisor: 'sd',
    materia: 'espacios',
    titulo: 'Funcionamiento de la CIG',
    alcance: 'Sesiones de 2026',
    situacion: 'concluido',
    desde: '2026-03-02',
    asistencias: [],
    observaciones: [
      {
        n: 1,
        dirigidaA: 'minsa',
        numeral: '6.6',
        texto: 'No se registran motivos',
        recomendacion: 'Registrar motivos',
        desde: '2026-03-02',
        vence: '2026-04-02',
      },
    ],
    conclusion: { texto: 'Funciona con observaciones', el: '2026-05-02' },
  } as unknown as Supervision;

  it('5.2 el informe de la SD trae base legal, alcance, observaciones, recomendaciones y conclusión', () => {
    const t = texto(legajo('supervision', idDe('s'), supervision), 'informe');
    for (const parte of [
      'numerales 5.2 y 8.20.3',
      'Secretaría de Descentralización',
      'No se registran motivos',
      'Al Ministerio de Salud, numeral 6.6',
      'Recomendación: Registrar motivos',
      'sin respuesta registrada; se pidió para el 2 de abril de 2026',
      'Funciona con observaciones',
    ])
      expect(t).toContain(parte);
  });

  it('5.3 el de metodología es de la SGP', () => {
    const t = compuesto(legajo('supervision', idDe('s'), { ...supervision, materia: 'metodologia' }), 'informe');
    expect(lineasDe(t.documento).join('\n')).toContain('numerales 5.3 y 8.20.3');
    expect(t.firmantes[0]?.cargo).toBe('secretario_sgp');
  });
});

describe('Cualquier documento', () => {
  it('el mismo expediente da el mismo código; otra versión u otro texto, otro', () => {
    const base = conPlan(sesion());
    const codigo = compuesto(base, 'acta').codigo;
    expect(compuesto(conPlan(sesion()), 'acta').codigo).toBe(codigo);
    expect(compuesto({ ...base, huella: huella('otra') }, 'acta').codigo).not.toBe(codigo);
    expect(compuesto({ ...base, estado: sesion({ lugar: 'Otro' }) }, 'acta').codigo).not.toBe(codigo);
  });

  it('lo de demostración se marca como tal en cada página', () => {
    expect(compuesto({ ...conPlan(sesion()), demo: true }, 'acta').documento.marcas).toEqual(['DOCUMENTO DE DEMOSTRACIÓN, SIN VALOR LEGAL']);
  });
});

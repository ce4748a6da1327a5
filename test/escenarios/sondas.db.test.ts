import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Etti } from '../../src/modules/etti/etti.ts';
import type { Modelo } from '../../src/modules/modelo/modelo.ts';
import type { Plan } from '../../src/modules/plan/plan.ts';
import type { Servicio } from '../../src/modules/servicio/servicio.ts';
import { type CasaDePrueba, casaNueva, nuevo } from '../casa.ts';
import { Camino, INDICADOR, TRES_CONDICIONES } from './camino.ts';
import { instantanea, rechazoDe } from './comprobar.ts';

let casa: CasaDePrueba;
let camino: Camino;

beforeAll(async () => {
  casa = await casaNueva();
});
afterAll(() => casa?.cerrar());
beforeEach(() => {
  camino = new Camino(casa);
});

describe('Sondas de la Directiva, sobre la base de datos', () => {
  it('sonda 1 (8.8) la CIG aprueba el plan sin ningún informe; el acuerdo nombra cada ausencia', async () => {
    await camino.hasta('proponerPlan');
    await casa.hacer('ConvocarInformes', camino.plan, { vence: camino.en(30) }, camino.sector);
    await camino.hasta('elevarPlan');
    const r = await camino.aprobarPlan();
    const { convocatoria, aprobacion, situacion } = await camino.estado<Plan>(camino.plan);
    expect(situacion).toBe('aprobado');
    expect(convocatoria?.convocados.map((c) => c.entidad).sort()).toEqual(['gr-09', 'mp-0901']);
    expect(aprobacion?.ausentes).toEqual(convocatoria?.convocados);
    expect(r.advertencias).toContainEqual({ numeral: '8.8', motivo: expect.stringContaining('No se recibieron 2 informes') });
  });

  it('sonda 2 (8.9) el diagnóstico no se abre con un plan solo elevado', async () => {
    await camino.hasta('elevarPlan');
    await camino.proponerEtti();
    await camino.reconocerEtti();
    await camino.instalarEtti();
    const antes = await instantanea(casa);
    const r = await casa.pedir('AbrirDiagnostico', camino.modelo, camino.apertura(), camino.presidencia);
    expect(rechazoDe(r)).toMatchObject({ estado: 409, numerales: ['8.9'], campos: ['plan'] });
    expect(r).toMatchObject({ impedimentos: [{ motivo: expect.stringContaining('aún no aprueba el Plan') }] });
    expect(await instantanea(casa)).toEqual(antes);
  });

  describe('sonda 3 (8.10.v) la presidencia selecciona Gerentes Municipales solo en defecto de la CIG', () => {
    const seleccionar = () =>
      casa.pedir('SeleccionarGerentesPorPresidencia', camino.etti, { gerentes: [{ entidad: 'mp-0901' }, { entidad: 'mp-0902' }] }, camino.presidencia);
    /** ETTI reconocido con lo que la CIG dispuso, y con quien lo presida. */
    const reconocido = async (acuerdo: object) => {
      await camino.hasta('proponerEtti');
      await camino.reconocerEtti(acuerdo);
      await camino.designar();
    };
    const defecto = async () => {
      const r = await seleccionar();
      expect(r).toMatchObject({ ok: true, advertencias: [{ numeral: '8.10.v', motivo: expect.stringContaining('en defecto de la CIG') }] });
      const e = await camino.estado<Etti>(camino.etti);
      expect(e.miembros.filter((m) => m.asiento === 'v').map((m) => m.elegidoPor)).toEqual(['presidencia', 'presidencia']);
      const { contenido } = await casa.db
        .selectFrom('hecho')
        .select('contenido')
        .where('expediente_id', '=', camino.etti)
        .where('tipo', '=', 'GerentesSeleccionados')
        .executeTakeFirstOrThrow();
      return (JSON.parse(contenido) as { hecho: { datos: { defecto: string } } }).hecho.datos.defecto;
    };

    it('sonda 3 (8.10.v) no mientras la CIG tiene una fecha pendiente; sí cuando difiere expresamente', async () => {
      await reconocido({ fechaSeleccion: camino.en(10) });
      const antes = await instantanea(casa);
      expect(rechazoDe(await seleccionar())).toMatchObject({ estado: 409, numerales: ['8.10.v'] });
      expect(await instantanea(casa)).toEqual(antes);
      await camino.acordar('DiferirSeleccion', camino.etti, { motivo: 'Elecciones municipales en curso.' });
      expect(await defecto()).toBe('diferida');
    });

    it('sonda 3 (8.10.v) sí cuando pasó la fecha que la CIG se fijó', async () => {
      await reconocido({ fechaSeleccion: camino.en(-1) });
      expect(await defecto()).toBe('fecha_vencida');
    });

    it('sonda 3 (8.10.v) sí cuando una sesión se cierra sin seleccionarlos', async () => {
      await reconocido({ fechaSeleccion: camino.en(10) });
      const sesion = await camino.convocar('SeleccionarGerentes', camino.etti);
      await casa.hacer('CerrarSesion', sesion, {}, camino.sector);
      expect(await defecto()).toBe('sesion_sin_seleccion');
    });

    it('sonda 3 (8.10.v) sí cuando la CIG reconoció el ETTI sin seleccionar ni fijar fecha; luego la CIG la reemplaza', async () => {
      await reconocido({});
      expect(await defecto()).toBe('reconocido_sin_seleccion');
      await camino.acordar('SeleccionarGerentes', camino.etti, { gerentes: [{ entidad: 'mp-0903' }] });
      const e = await camino.estado<Etti>(camino.etti);
      expect(e.miembros.filter((m) => m.asiento === 'v')).toMatchObject([{ entidad: 'mp-0903', elegidoPor: 'cig' }]);
    });
  });

  it('sonda 4 (8.10) el desacuerdo de un invitado es un comentario y no toca el consenso', async () => {
    await camino.hasta('instalarEtti');
    const invitado = casa.como('tecnico_distrital', 'md-090117');
    await casa.hacer('ConvocarInvitado', camino.etti, { entidad: 'md-090117', especialidad: 'Nutrición', asunto: 'Visitas' }, camino.presidencia);
    await casa.hacer('ComentarComoInvitado', camino.etti, { sentido: 'desacuerdo', texto: 'No estoy de acuerdo.' }, invitado);
    const antes = await instantanea(casa);
    const protocolo = { convocatoria: 'x', intercambio: 'x', estrategiaTerritorial: 'x' };
    const conInvitado = { ...protocolo, conformidades: [{ asiento: 'v', entidad: 'md-090117', posicion: 'en_desacuerdo' }] };
    expect(rechazoDe(await casa.pedir('AdoptarProtocolo', camino.etti, conInvitado, camino.presidencia))).toMatchObject({
      estado: 409,
      numerales: ['8.10'],
      campos: ['conformidades[0].entidad'],
    });
    expect(await instantanea(casa)).toEqual(antes);
    const r = await casa.hacer('AdoptarProtocolo', camino.etti, protocolo, camino.presidencia);
    expect(r.advertencias.filter((a) => a.motivo.includes('desacuerdo'))).toEqual([]);
    const e = await camino.estado<Etti>(camino.etti);
    expect(e.comentarios).toMatchObject([{ entidad: 'md-090117', sentido: 'desacuerdo' }]);
    expect(e.miembros.map((m) => m.entidad)).not.toContain('md-090117');
    expect(rechazoDe(await casa.pedir('GuardarEnfoques', camino.modelo, {}, invitado))).toMatchObject({ estado: 404 });
    const sesion = await camino.convocar('RegistrarAcuerdo', camino.cig);
    expect(rechazoDe(await casa.pedir('FijarPosicion', sesion, { asunto: 1, postura: 'objecion' }, invitado))).toMatchObject({
      estado: 403,
      numerales: ['6.6'],
    });
  });

  it('sonda 5 (6.6) una sola objeción regional impide aprobar, y no se ofrece votar', async () => {
    await camino.hasta('elevar');
    const { sesion, resultado } = await camino.llevar('AprobarModelo', camino.modelo, {}, [
      [camino.sector, 'acuerdo'],
      [camino.alcalde, 'acuerdo'],
      [camino.gobernador, 'objecion', 'La meta oculta a las provincias rezagadas.'],
    ]);
    expect(rechazoDe(resultado)).toMatchObject({ estado: 409, numerales: ['6.6'] });
    expect(resultado).toMatchObject({ impedimentos: [{ motivo: expect.stringContaining('La meta oculta'), remedio: expect.stringContaining('retira') }] });
    expect(await camino.situacion(camino.modelo)).toBe('elevado');
    expect(JSON.stringify([resultado, await casa.disponibles(camino.sector, sesion)])).not.toMatch(/\bvot|mayor[ií]a|a favor|en contra/i);
    await casa.hacer('FijarPosicion', sesion, { asunto: 1, postura: 'acuerdo_con_reserva', motivo: 'Con reporte por provincia.' }, camino.gobernador);
    await casa.hacer('AprobarModelo', sesion, { asunto: 1 }, camino.sector);
    expect(await camino.situacion(camino.modelo)).toBe('aprobado');
  });

  it('sonda 6 (6.5) un segundo modelo del mismo servicio en la provincia no se abre, ni a la vez', async () => {
    await camino.hasta('adoptarProtocolo');
    const rs = await Promise.all([camino.modelo, nuevo(), nuevo()].map((id) => casa.pedir('AbrirDiagnostico', id, camino.apertura(), camino.presidencia)));
    expect(rs.filter((r) => r.ok)).toHaveLength(1);
    const antes = await instantanea(casa);
    const r = await casa.pedir('AbrirDiagnostico', nuevo(), camino.apertura(), camino.presidencia);
    expect(rechazoDe(r)).toMatchObject({ estado: 409, numerales: ['6.5'] });
    expect(await instantanea(casa)).toEqual(antes);
  });

  it('sonda 6 (8.11.2) el mismo servicio figura en la cadena de otro sector sin abrir otro modelo', async () => {
    const otro = await new Camino(casa, { sector: 'minedu' }).hasta('abrirDiagnostico');
    await camino.hasta('abrirDiagnostico');
    const filas = [{ sector: 'minsa', servicio: 'Control de crecimiento y desarrollo', vinculo: 'La misma niña o niño.' }];
    await casa.hacer('GuardarOtrosSectores', otro.modelo, { multisectorial: true, filas }, otro.presidencia);
    expect((await otro.estado<Modelo>(otro.modelo)).secciones.otrosSectores?.filas).toEqual(filas);
    const casos = await casa.db.selectFrom('expediente').select('id').where('id', 'in', [camino.modelo, otro.modelo]).execute();
    expect(casos).toHaveLength(2);
  });

  it('sonda 7 (6.5) un servicio de competencia exclusiva no es elegible, y se nombra la condición que falla', async () => {
    await casa.hacer('IdentificarServicio', camino.servicio, camino.datosDelServicio({ niveles: ['nacional'] }), camino.sector);
    const antes = await instantanea(casa);
    const exclusivo = await casa.pedir('EvaluarElegibilidad', camino.servicio, TRES_CONDICIONES, camino.sector);
    expect(rechazoDe(exclusivo)).toMatchObject({ estado: 409, numerales: ['6.5'] });
    expect(exclusivo).toMatchObject({ impedimentos: [{ motivo: expect.stringContaining('competencia exclusiva') }] });
    expect(await instantanea(casa)).toEqual(antes);
  });

  it.each([
    ['competenciasCompartidas', 'competencias compartidas entre los niveles de gobierno'],
    ['fasesSucesivas', 'fases sucesivas de los procesos que se comparten'],
    ['responsabilidadCompartida', 'responsabilidad compartida de todos sobre el producto'],
  ])('sonda 7 (6.5) falla %s: se rechaza con su nombre y puede publicarse que no es elegible', async (condicion, nombre) => {
    await camino.hasta('identificar');
    const condiciones = { ...TRES_CONDICIONES, [condicion]: { cumple: false, sustento: 'No hay norma que la comparta.' } };
    const r = await casa.pedir('EvaluarElegibilidad', camino.servicio, condiciones, camino.sector);
    expect(r).toMatchObject({ ok: false, estado: 409, impedimentos: [{ numeral: '6.5', motivo: expect.stringContaining(nombre) }] });
    await casa.hacer('DeclararNoElegible', camino.servicio, { ...condiciones, motivo: 'Es competencia exclusiva.' }, camino.sector);
    expect(await camino.estado<Servicio>(camino.servicio)).toMatchObject({ situacion: 'no_elegible', condiciones: { [condicion]: { cumple: false } } });
  });

  it('sonda 8 (8.15) un proyecto cuyo anexo difiere en un carácter se rechaza y dice dónde', async () => {
    await camino.hasta('aprobar');
    const anexo = await camino.anexo();
    const antes = await instantanea(casa);
    const r = await camino.resolver({ modo: 'borrador', anexo: anexo.replace('80 %,', '80 %;') });
    expect(rechazoDe(r)).toMatchObject({ estado: 409, numerales: ['8.15'], campos: ['anexo'] });
    expect(r).toMatchObject({ impedimentos: [{ motivo: expect.stringMatching(/línea \d+, columna \d+: lo aprobado dice «.*80 %, .*» y .*80 %; /) }] });
    expect(await instantanea(casa)).toEqual(antes);
    expect(await camino.resolver({ modo: 'borrador', anexo })).toMatchObject({ ok: true });
  });

  it('sonda 8 (8.15) una resolución ya expedida que difiere se registra como discrepante y no rige', async () => {
    await camino.hasta('aprobar');
    const anexo = await camino.anexo();
    expect(await camino.resolver({ anexo: anexo.replace('80 %,', '80 %;') })).toMatchObject({
      ok: true,
      advertencias: [{ numeral: '8.15' }, { numeral: '8.15' }],
    });
    expect(await camino.estado<Modelo>(camino.modelo)).toMatchObject({ pistaA: 'E9', situacion: 'discrepante', resolucion: { situacion: 'discrepante' } });
    expect(rechazoDe(await casa.pedir('IniciarImplementacion', camino.modelo, {}, camino.presidencia)).numerales).toContain('8.15');
    await casa.hacer('RegistrarFeDeErratas', camino.modelo, { numero: '1', fecha: camino.hoy, anexo }, camino.secretaria);
    expect(await camino.situacion(camino.modelo)).toBe('vigente');
  });

  it('sonda 8 (8.15) una coma cambiada en el VISTO no importa: rige', async () => {
    await camino.hasta('aprobar');
    expect(await camino.resolver({ visto: 'El acta, de la comisión;' })).toMatchObject({ ok: true });
    expect(await camino.situacion(camino.modelo)).toBe('vigente');
  });

  it('sonda 9 (8.17, 8.18) sin acuerdo el indicador sigue en borrador; con acuerdo y sin línea de base queda acordado, con advertencia', async () => {
    await camino.hasta('disenar');
    const acuerdo = { numero: 1, organo: 'etti' };
    const r = await casa.pedir('AcordarIndicador', camino.modelo, acuerdo, camino.presidencia);
    expect(rechazoDe(r)).toMatchObject({ estado: 409, numerales: ['8.18'], campos: ['acta'] });
    expect((await camino.estado<Modelo>(camino.modelo)).indicadores).toMatchObject([{ situacion: 'borrador' }]);
    const si = await casa.hacer('AcordarIndicador', camino.modelo, { ...acuerdo, acta: 'Acta 3 del ETTI' }, camino.presidencia);
    expect(si.advertencias).toContainEqual({ numeral: '8.17', motivo: expect.stringContaining('sin línea de base') });
    expect((await camino.estado<Modelo>(camino.modelo)).indicadores).toMatchObject([{ situacion: 'acordado' }]);
  });

  it('sonda 10 (8.18) el primer día del diagnóstico ya se propone un indicador', async () => {
    await camino.hasta('abrirDiagnostico');
    expect(await camino.estado<Modelo>(camino.modelo)).toMatchObject({ pistaA: 'E6', pistaB: 'B1' });
    await casa.hacer('ProponerIndicador', camino.modelo, INDICADOR, camino.gerenteRegional);
    const m = await camino.estado<Modelo>(camino.modelo);
    expect(m).toMatchObject({ pistaA: 'E6', desde: camino.hoy, indicadores: [{ numero: 1, situacion: 'borrador' }] });
  });

  it('sonda 11 (8.14) no se pide opinión a un espacio que la CIG no reconoció; la que no llega no impide aprobar', async () => {
    await camino.hasta('elevar');
    const { resultado } = await camino.llevar('PedirOpinionPrevia', camino.modelo, { espacio: 'gr-09-1' });
    expect(rechazoDe(resultado)).toMatchObject({ estado: 409, numerales: ['8.14'], campos: ['espacio'] });
    expect((await camino.estado<Modelo>(camino.modelo)).opiniones).toEqual([]);
    await camino.acordar('ReconocerEspacio', camino.cig, { nombre: 'Mesa regional', entidad: 'gr-09' });
    await camino.acordar('PedirOpinionPrevia', camino.modelo, { espacio: 'gr-09-1', plazo: camino.en(-1) });
    const r = await camino.aprobar();
    expect(r.advertencias).toContainEqual({ numeral: '8.14', motivo: expect.stringContaining('Mesa regional') });
    expect(await camino.situacion(camino.modelo)).toBe('aprobado');
  });

  it('sonda 13 (8.1) con la función no transferida el modelo avanza igual hasta regir', async () => {
    await camino.hasta('adoptarProtocolo');
    await camino.abrirDiagnostico({ transferencia: 'no_transferida', notaTransferencia: 'Sin cronograma de transferencia.' });
    for (const paso of ['disenar', 'formular', 'elevar', 'aprobar', 'formalizar'] as const) await camino.dar(paso);
    expect(await camino.estado<Modelo>(camino.modelo)).toMatchObject({ situacion: 'vigente', transferencia: { estado: 'no_transferida' } });
  });
});

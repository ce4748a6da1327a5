import { describe, expect, it } from 'vitest';
import { dado, idDe, oficina } from '../../../test/escenario.ts';
import {
  ACTA,
  APERTURA,
  abierto,
  CRED,
  CRONOGRAMA,
  ESTRATEGIA,
  ETTI,
  GERENTE_REGIONAL,
  INDICADOR,
  leidos,
  NIVEL,
  PRESIDENTE,
  SECTOR,
} from '../../../test/modelo.fixtures.ts';
import { modelo } from './modelo.actos.ts';
import { aprobarModelo, devolverModelo } from './modelo.acuerdos.ts';
import { abrirDiagnostico, pedirInformacion, registrarRespuesta } from './modelo.diagnostico.ts';
import { elevarModelo, formularModelo, retirarElevacion } from './modelo.elevacion.ts';
import { acordarIndicador, proponerIndicador, registrarLineaBase, retirarIndicador } from './modelo.indicadores.ts';
import { actosDeSecciones } from './modelo.secciones.ts';
import type { ModeloHecho } from './modelo.ts';

const seccion = (nombre: (typeof actosDeSecciones)[number]['nombre']) => {
  const a = actosDeSecciones.find((x) => x.nombre === nombre);
  if (!a) throw new Error(`No hay una sección ${nombre}`);
  return a;
};
const guardada = (s: string, contenido: unknown): ModeloHecho => ({ tipo: 'SeccionGuardada', v: 1, datos: { seccion: s, contenido } }) as ModeloHecho;
const formulado: ModeloHecho = { tipo: 'ModeloFormulado', v: 1, datos: { faltantes: [] } };
const entorno = { leidos: leidos() };

describe('Abrir el diagnóstico (t6)', () => {
  const abrir = (cambios: Parameters<typeof leidos>[0], datos: object = {}, actor = PRESIDENTE) =>
    dado(modelo, [], { leidos: leidos(cambios) }).cuando(abrirDiagnostico, { ...APERTURA, ...datos }, actor);

  it('8.18: abre el mismo día las dos pistas, A en E6 y B en B1', () => {
    const d = abrir({}).entonces(['DiagnosticoAbierto']).sinAdvertencias();
    expect(d.estado).toMatchObject({ pistaA: 'E6', pistaB: 'B1', situacion: 'en_diagnostico' });
    expect(d.ficha).toMatchObject({
      titulo: 'Control CRED',
      territorio: '0901',
      relaciones: { servicio: CRED, plan: idDe('plan'), etti: idDe('etti'), cig: idDe('cig') },
    });
    abrir({}, {}, SECTOR).entonces(['DiagnosticoAbierto']);
  });

  it.each(['borrador', 'elevado', 'observado'])('8.9 (sonda 2): con el plan en «%s» se rechaza', (situacion) => {
    abrir({ plan: { situacion } }).rechaza('8.9', /no aprueba el Plan/);
  });

  it('8.9: se rechaza si el plan no prioriza ese servicio en ese territorio', () => {
    abrir({ plan: { lineas: [{ servicio: CRED, territorio: '0902' }] } }).rechaza('8.9', /no prioriza/);
  });

  it('8.9 y 8.10 (R5): se rechaza con el ETTI sin reconocer o sin instalar', () => {
    abrir({ etti: { situacion: 'propuesto' } }).rechaza('8.9', /no reconoce/);
    abrir({ etti: { situacion: 'reconocido' } }).rechaza('8.10', /no está instalado/);
  });

  it('8.9 (A1): el modelo provincial lo trabaja el ETTI de su departamento, no otro', () => {
    abrir({ etti: { territorio: '21', nombreTerritorio: 'Puno' } }).rechaza('8.9', /no trabaja ese territorio/);
  });

  it('8.9: plan, ETTI y servicio son del mismo sector y de la misma CIG', () => {
    abrir({ plan: { cig: idDe('otra') } }).rechaza('8.9', /Comisiones Intergubernamentales distintas/);
    abrir({ servicio: { sector: 'minedu' } }).rechaza('8.9', /rectoría del servicio/);
  });

  it.each(['090102', 'pe', '15'])('6.5 (A30): el territorio %s no es departamental ni provincial', (territorio) => {
    abrir({ plan: { lineas: [{ servicio: CRED, territorio }] }, etti: { territorio: '09' } }, { territorio }).rechaza('6.5', /departamental o provincial/);
  });

  it.each(['identificado', 'no_elegible'])('6.5: un servicio «%s» no lleva modelo', (situacion) => {
    abrir({ servicio: { situacion } }).rechaza('6.5', /elegible/);
  });

  it.each(['no_transferida', 'en_proceso', 'transferida'])('8.1 (sonda 13): con la función «%s» el modelo continúa igual', (transferencia) => {
    const d = abrir({}, { transferencia }).entonces(['DiagnosticoAbierto']).sinAdvertencias();
    expect(d.estado.transferencia?.estado).toBe(transferencia);
    d.luego().cuando(formularModelo, {}, PRESIDENTE).entonces(['ModeloFormulado']);
  });

  it('8.10 (R5): una vacancia posterior del ETTI no impide abrir', () => {
    abrir({ etti: { miembros: ETTI.miembros.filter((m) => m.asiento !== 'ii') } }).entonces(['DiagnosticoAbierto']);
  });

  it('6.5 (sonda 6): una clave por servicio y territorio mientras el modelo vive', () => {
    expect(abrir({}).ficha.unica).toBe(`${CRED}:0901`);
    expect(abrir({ plan: { lineas: [{ servicio: CRED, territorio: '09' }] } }, { territorio: '09' }).ficha.unica).toBe(`${CRED}:09`);
    expect(modelo.unicidad).toMatchObject({ numeral: '6.5', remedio: expect.stringContaining('8.11.2') });
  });

  it('6.5 (A2): se admite y advierte si el departamento y una de sus provincias llevan el mismo servicio', () => {
    const lineas = (...territorios: string[]) => ({ plan: { lineas: territorios.map((territorio) => ({ servicio: CRED, territorio })) } });
    abrir(lineas('09', '0901'))
      .entonces(['DiagnosticoAbierto'])
      .advierte('6.5', /Huancavelica.*acuerdo de la CIG/);
    abrir(lineas('09', '0901'), { territorio: '09' })
      .entonces(['DiagnosticoAbierto'])
      .advierte('6.5', /se superpone con Huancavelica/);
    abrir(lineas('0901', '0902', '21')).sinAdvertencias();
    abrir({ plan: { lineas: [...lineas('0901').plan.lineas, { servicio: idDe('otro'), territorio: '09' }] } }).sinAdvertencias();
  });

  it('8.9: no lo abre una oficina de otro sector ni de otro nivel', () => {
    abrir({}, {}, oficina('organo_descentralizacion', 'minedu')).noPuede();
    abrir({}, {}, GERENTE_REGIONAL).noPuede();
  });
});

describe('Indicadores (pista B)', () => {
  const conUno: ModeloHecho = {
    tipo: 'IndicadorPropuesto',
    v: 1,
    datos: { numero: 1, ...INDICADOR, criterios: { simplicidad: true, confiabilidad: true, validez: true, costoRazonable: true } },
  };

  it('8.18 (sonda 10): se propone un indicador el primer día del diagnóstico, por cualquier nivel', () => {
    const d = dado(modelo, [abierto], entorno)
      .cuando(proponerIndicador, INDICADOR, GERENTE_REGIONAL)
      .entonces([{ datos: { numero: 1 } }])
      .advierte('8.19', /aún no cumple/);
    expect(d.estado.indicadores[0]?.situacion).toBe('borrador');
    dado(modelo, [abierto], entorno).cuando(proponerIndicador, INDICADOR, oficina('gerente_regional', 'gr-21')).noPuede('8.10');
  });

  it('8.18 (sonda 9): sin acuerdo sigue en borrador', () => {
    const d = dado(modelo, [abierto, conUno], entorno).cuando(acordarIndicador, { numero: 1, organo: 'etti' }, PRESIDENTE).rechaza('8.18');
    expect(d.estado.indicadores[0]?.situacion).toBe('borrador');
  });

  it('8.17 (sonda 9): con acuerdo y sin línea de base queda acordado, con advertencia', () => {
    const acuerdo = { numero: 1, organo: 'etti', acta: 'Acta 3', niveles: ['nacional', 'regional', 'local'], entidad: 'gr-09' };
    const d = dado(modelo, [abierto, conUno], entorno)
      .cuando(acordarIndicador, acuerdo, PRESIDENTE)
      .advierte('8.17', /sin línea de base/);
    expect(d.estado).toMatchObject({ pistaB: 'B1', indicadores: [{ situacion: 'acordado' }] });
    const base = d
      .luego()
      .cuando(registrarLineaBase, { numero: 1, valor: 42.5, fecha: '2025-12-31', fuente: 'HIS' }, GERENTE_REGIONAL)
      .entonces(['LineaBaseRegistrada']);
    expect(base.estado.pistaB).toBe('B2');
    dado(modelo, [abierto, conUno], entorno)
      .cuando(acordarIndicador, { ...acuerdo, niveles: ['nacional'] }, PRESIDENTE)
      .advierte('8.17', /regional, local/);
  });

  it('numerales 8.17, 8.18: el nivel sin integrante en el ETTI acuerda por la CIG, y los que ya acordaron cuentan (R9)', () => {
    const etti = { numero: 1, organo: 'etti', acta: 'Acta 3', niveles: ['nacional', 'regional'], entidad: 'gr-09' };
    const d = dado(modelo, [abierto, conUno], entorno)
      .cuando(acordarIndicador, etti, PRESIDENTE)
      .advierte('8.17', /local.*Puede acordarse por la CIG/);
    const despues = d.luego().cuando(acordarIndicador, { ...etti, organo: 'cig', acta: 'Acta de la CIG', niveles: ['local'] }, PRESIDENTE);
    despues.entonces(['IndicadorAcordado']);
    expect(despues.advertencias.map((a) => a.motivo).join()).not.toMatch(/consenso/);
    expect(despues.estado.indicadores[0]?.acuerdo).toMatchObject({ organo: 'cig', niveles: ['nacional', 'regional', 'local'] });
  });

  it('8.17: la línea de base puede ir antes del acuerdo (R9), y un indicador retirado ya no se acuerda', () => {
    dado(modelo, [abierto, conUno], entorno)
      .cuando(registrarLineaBase, { numero: 1, valor: 0, fecha: '2025-12-31', fuente: 'HIS' }, PRESIDENTE)
      .entonces(['LineaBaseRegistrada']);
    const d = dado(modelo, [abierto, conUno], entorno).cuando(retirarIndicador, { numero: 1, motivo: 'Duplicado' }, PRESIDENTE).entonces(['IndicadorRetirado']);
    d.luego().cuando(acordarIndicador, { numero: 1, organo: 'cig', acta: 'x' }, PRESIDENTE).rechaza('8.17');
  });
});

describe('Información a gobiernos involucrados (9.4)', () => {
  const pedido = { entidad: 'gr-09', informacion: 'Cobertura 2025', lineaBase: 'Indicador 1', plazo: '2026-03-20' };

  it('9.4: se pide a gobiernos del territorio, y a ningún otro', () => {
    const base = dado(modelo, [abierto], entorno);
    for (const entidad of ['gr-09', 'mp-0901', 'md-090102']) base.cuando(pedirInformacion, { ...pedido, entidad }, PRESIDENTE).entonces(['InformacionPedida']);
    for (const entidad of ['gr-21', 'mp-0902', 'minedu', 'remurpe']) base.cuando(pedirInformacion, { ...pedido, entidad }, PRESIDENTE).rechaza('9.4');
  });

  it('9.4: queda pendiente de ese gobierno y solo él responde', () => {
    const d = dado(modelo, [abierto], entorno).cuando(pedirInformacion, pedido, PRESIDENTE);
    expect(d.ficha.pendientes).toContainEqual(expect.objectContaining({ clave: 'informacion-1', vence: '2026-03-20', acto: 'RegistrarRespuesta' }));
    d.luego().cuando(registrarRespuesta, { numero: 1, texto: '40 %' }, oficina('alcalde_provincial', 'mp-0901')).noPuede('9.4');
    const r = d.luego().cuando(registrarRespuesta, { numero: 1, texto: '40 %' }, oficina('tecnico_regional', 'gr-09')).entonces(['RespuestaRegistrada']);
    r.luego().cuando(registrarRespuesta, { numero: 1, texto: '41 %' }, oficina('tecnico_regional', 'gr-09')).rechaza('9.4');
  });

  it('9.4: el silencio se advierte y no impide formular', () => {
    dado(modelo, [abierto], entorno)
      .cuando(pedirInformacion, pedido, PRESIDENTE)
      .luego({ hoy: '2027-01-10' })
      .cuando(formularModelo, {}, PRESIDENTE)
      .advierte('9.4', /sin respuesta: 1/);
  });
});

describe('Secciones', () => {
  it('8.5: cualquier miembro del ETTI escribe; quien no lo integra no', () => {
    const base = dado(modelo, [abierto], entorno);
    base
      .cuando(seccion('GuardarNivelDePrestacion'), NIVEL, oficina('gerente_municipal', 'mp-0901'))
      .entonces([{ datos: { seccion: 'nivelPrestacion', contenido: NIVEL } }]);
    base.cuando(seccion('GuardarNivelDePrestacion'), NIVEL, oficina('secretario_sd', 'sd')).noPuede('8.10');
  });

  it('9.1: un proceso sin norma ni política se advierte, no se rechaza', () => {
    dado(modelo, [abierto], entorno)
      .cuando(seccion('GuardarProcesos'), { filas: [{ proceso: 'Control', tipo: 'operativo', nivel: 'regional' }] }, PRESIDENTE)
      .advierte('9.1', /norma de competencia ni política/);
  });

  it('8.3 (R13): varios responsables son lícitos; se advierte solo cuando nadie lo es', () => {
    const fila = (nivel: string, responsable: boolean) => ({ fase: 'Entrega', nivel, rol: 'Entrega', responsable });
    const base = dado(modelo, [abierto], entorno);
    base.cuando(seccion('GuardarRoles'), { filas: [fila('regional', true), fila('distrital', true)] }, PRESIDENTE).sinAdvertencias();
    base.cuando(seccion('GuardarRoles'), { filas: [fila('regional', false)] }, PRESIDENTE).advierte('8.3', /ningún responsable/);
  });

  it('8.16 (R8): estrategia y cronograma se redactan desde que el modelo está formulado', () => {
    dado(modelo, [abierto], entorno).cuando(seccion('GuardarEstrategia'), ESTRATEGIA, PRESIDENTE).rechaza('8.16');
    dado(modelo, [abierto, formulado], entorno).cuando(seccion('GuardarEstrategia'), ESTRATEGIA, PRESIDENTE).entonces(['SeccionGuardada']);
    dado(modelo, [abierto, formulado], entorno).cuando(seccion('GuardarCronograma'), CRONOGRAMA, PRESIDENTE).entonces(['SeccionGuardada']).sinAdvertencias();
  });

  it('toda sección acepta su forma vacía o mínima y vuelve igual del libro', () => {
    for (const nombre of [
      'GuardarDestinatarios',
      'GuardarCadenaDeValor',
      'GuardarBienesYServicios',
      'GuardarEnfoques',
      'GuardarObjetivos',
      'GuardarOtrosSectores',
    ] as const)
      dado(modelo, [abierto], entorno).cuando(seccion(nombre), {}, PRESIDENTE).entonces(['SeccionGuardada']);
  });
});

describe('Formular y elevar (t7, t8)', () => {
  it('8.11: formular lista lo que falta, con su numeral, y no se rechaza por ello', () => {
    const d = dado(modelo, [abierto], { leidos: leidos({ etti: { protocolo: undefined } }) })
      .cuando(formularModelo, {}, PRESIDENTE)
      .entonces(['ModeloFormulado']);
    for (const numeral of ['8.1', '8.3', '8.9', '8.11.1', '8.11.2', '8.12', '8.16', '8.18']) d.advierte(numeral);
    expect(d.estado).toMatchObject({ pistaA: 'E7', situacion: 'formulado' });
    d.luego().cuando(formularModelo, {}, PRESIDENTE).rechaza('8.11');
  });

  it('8.3 y 8.19: niveles sin rol, dimensiones sin indicador y resultados que no son mayoría se advierten', () => {
    const indicador: ModeloHecho = {
      tipo: 'IndicadorPropuesto',
      v: 1,
      datos: { numero: 1, ...INDICADOR, tipo: 'producto', criterios: { simplicidad: true, confiabilidad: true, validez: true, costoRazonable: true } },
    };
    const roles = guardada('roles', { filas: [{ fase: 'Entrega', nivel: 'regional', rol: 'x', responsable: true }] });
    const objetivos = guardada('objetivos', { filas: [1, 2].map((n) => ({ objetivo: `O${n}`, politica: 'P', contribucion: 'C' })) });
    dado(modelo, [abierto, roles, objetivos, indicador], entorno)
      .cuando(formularModelo, {}, PRESIDENTE)
      .advierte('8.3', /sin rol: nacional, local/)
      .advierte('8.19', /calidad, satisfacción/)
      .advierte('8.19', /mayoría/)
      .advierte('8.11.3', /convenios de gestión/);
  });

  const listo = [abierto, guardada('nivelPrestacion', NIVEL), formulado];

  it('8.13: se eleva con acta del ETTI; el paquete queda congelado con su huella', () => {
    const d = dado(modelo, listo, entorno)
      .cuando(elevarModelo, { actaEtti: ACTA }, PRESIDENTE)
      .entonces([{ tipo: 'ModeloElevado', datos: { version: 1, actaEtti: ACTA } }]);
    expect(d.estado.paquete?.huella).toMatch(/^[0-9a-f]{64}$/);
    expect(d.estado.paquete?.contenido.advertencias.length).toBeGreaterThan(0);
    d.luego()
      .cuando(seccion('GuardarNivelDePrestacion'), NIVEL, PRESIDENTE)
      .rechaza('8.13', /congelado/);
    d.luego()
      .cuando(elevarModelo, { actaEtti: ACTA }, PRESIDENTE)
      .rechaza('8.13', /ya está elevado/);
    d.luego().cuando(seccion('GuardarEstrategia'), ESTRATEGIA, PRESIDENTE).entonces(['SeccionGuardada']);
  });

  it('8.13: sin acta se rechaza', () => {
    dado(modelo, listo, entorno).cuando(elevarModelo, {}, PRESIDENTE).rechaza('8.13', /acta/);
  });

  it('8.12 (R11): sin protocolo adoptado se rechaza', () => {
    dado(modelo, listo, { leidos: leidos({ etti: { protocolo: undefined } }) })
      .cuando(elevarModelo, { actaEtti: ACTA }, PRESIDENTE)
      .rechaza('8.12');
  });

  it('8.1 b (R11): sin nivel de prestación se rechaza', () => {
    dado(modelo, [abierto, formulado], entorno).cuando(elevarModelo, { actaEtti: ACTA }, PRESIDENTE).rechaza('8.1');
  });

  it('8.11.1 (R11): los enfoques sin sustento se advierten y se imprimen; no impiden elevar', () => {
    dado(modelo, listo, entorno)
      .cuando(elevarModelo, { actaEtti: ACTA }, PRESIDENTE)
      .advierte('8.11.1', /enfoque de género/);
  });

  it('8.13: lo no formulado no se eleva, y solo eleva quien preside el ETTI', () => {
    dado(modelo, [abierto], entorno)
      .cuando(elevarModelo, { actaEtti: ACTA }, PRESIDENTE)
      .rechaza('8.13', /formulado/);
    dado(modelo, listo, entorno).cuando(elevarModelo, { actaEtti: ACTA }, SECTOR).noPuede('8.10.i');
  });

  it('8.13: el mismo contenido da la misma huella; retirada y cambiada, otra versión y otra huella', () => {
    const una = dado(modelo, listo, entorno).cuando(elevarModelo, { actaEtti: ACTA }, PRESIDENTE);
    const otra = dado(modelo, listo, entorno).cuando(elevarModelo, { actaEtti: ACTA }, PRESIDENTE);
    expect(una.estado.paquete?.huella).toBe(otra.estado.paquete?.huella);
    const retirada = una.luego().cuando(retirarElevacion, { motivo: 'Falta un estándar' }, PRESIDENTE).entonces(['ElevacionRetirada']);
    const nueva = retirada
      .luego()
      .cuando(seccion('GuardarNivelDePrestacion'), { ...NIVEL, cobertura: '85 %' }, PRESIDENTE)
      .luego()
      .cuando(elevarModelo, { actaEtti: ACTA }, PRESIDENTE);
    expect(nueva.estado.paquete).toMatchObject({ version: 2 });
    expect(nueva.estado.paquete?.huella).not.toBe(una.estado.paquete?.huella);
    retirada.luego().cuando(retirarElevacion, { motivo: 'x' }, PRESIDENTE).rechaza('8.13');
  });

  it('6.6 (t10): devuelto con observaciones vuelve a formulado y se eleva de nuevo', () => {
    const d = dado(modelo, listo, entorno)
      .cuando(elevarModelo, { actaEtti: ACTA }, PRESIDENTE)
      .luego()
      .cuandoLaCig(devolverModelo, { observaciones: [{ seccion: 'roles', texto: 'Precisar' }] }, SECTOR)
      .entonces(['ModeloDevuelto']);
    expect(d.estado).toMatchObject({ pistaA: 'E7', situacion: 'devuelto' });
    expect(d.ficha.pendientes[0]).toMatchObject({ clave: 'observaciones', acto: 'ElevarModelo' });
    expect(d.luego().cuando(elevarModelo, { actaEtti: ACTA }, PRESIDENTE).estado.paquete?.version).toBe(2);
    d.luego().cuandoLaCig(aprobarModelo, {}, SECTOR).rechaza('8.13');
  });
});

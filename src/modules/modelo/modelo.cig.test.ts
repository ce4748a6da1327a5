import { describe, expect, it } from 'vitest';
import { dado, oficina } from '../../../test/escenario.ts';
import { anexoDe, aprobado, elevado, formulado } from '../../../test/modelo.cig.fixtures.ts';
import { abierto, leidos, PRESIDENTE, SECTOR } from '../../../test/modelo.fixtures.ts';
import { modelo } from './modelo.actos.ts';
import { aprobarModelo, declararSinConsenso, pedirOpinionPrevia } from './modelo.acuerdos.ts';
import { emitirOpinion, formularModelo } from './modelo.elevacion.ts';
import { proponerIndicador } from './modelo.indicadores.ts';

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

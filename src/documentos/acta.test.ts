import { describe, expect, it } from 'vitest';
import { asunto, CIG, CIG_SALUD, compuesto, conPlan, fija, otro, planBase, SESION, sesion, texto } from '../../test/documentos.fixtures.ts';
import { idDe } from '../../test/escenario.ts';
import { REGLAS_POR_DEFECTO } from '../directiva/reglamento.ts';
import type { Plan } from '../modules/plan/plan.ts';
import { documentosDe } from './registro.ts';

describe('Acta de sesión de la CIG', () => {
  it('6.6 y 7.3.1 hace constar convocatoria, asistencia por nivel, agenda, posiciones, resultado y cierre', () => {
    const t = texto(conPlan(sesion()), 'acta');
    for (const parte of [
      'convocada el 20 de febrero de 2026 por el Órgano encargado de la descentralización del Ministerio de Salud',
      '1 de 1 por el Gobierno Nacional; 1 de 1 por los Gobiernos Regionales; 0 de 1 por los Gobiernos Locales',
      'Nivel ausente: Gobiernos Locales',
      'la ausencia no se tiene por adhesión',
      'Asiste, en forma virtual',
      'Observador, con voz',
      'De acuerdo, con reserva',
      'Falta presupuesto',
      'La Comisión acuerda por consenso: Aprobar el plan. Resultado: consenso con nivel ausente',
      'No fijó posición: Gobiernos Locales',
      'se cierra la sesión el 2 de marzo de 2026',
    ])
      expect(t).toContain(parte);
    expect(t).not.toMatch(/vot(o|os|ación)|mayoría/i);
    expect(t).not.toContain('Acobamba\nNo registra');
  });

  it('8.8 imprime la ausencia de informes cuando la sesión aprobó el PTI, y solo entonces', () => {
    const t = texto(conPlan(sesion()), 'acta');
    expect(t).toContain('no se recibió un informe institucional con su acuerdo');
    expect(t).toContain('Su ausencia no impide la continuación del proceso');
    expect(t).toContain('Municipalidad Provincial de Acobamba (Informe Institucional Provincial, numeral 8.8.1)');
    const ajena = { ...planBase, aprobacion: { ...planBase.aprobacion, sesion: idDe('otra') } } as Plan;
    expect(texto(conPlan(sesion(), ajena), 'acta')).not.toContain('Ausencia de informes');
  });

  it('6.6 conserva la objeción con su motivo y su retiro', () => {
    const t = texto(
      conPlan(sesion({ asuntos: [asunto({ anteriores: [{ miembro: 'gr-09/gobernador', posicion: fija('objecion', 'No hay metas por provincia') }] })] })),
      'acta',
    );
    expect(t).toContain(
      'Gobernación Regional de Huancavelica objetó el 2 de marzo de 2026, por el siguiente motivo: «No hay metas por provincia»; el 2 de marzo de 2026 la retira',
    );
  });

  it('6.6 un asunto sin consenso no se anota como acuerdo, y uno sin tratar queda diferido', () => {
    const t = texto(
      conPlan(
        sesion({
          asuntos: [
            asunto({
              situacion: 'sin_consenso',
              acuerdo: { el: '2026-03-02', resultado: 'sin_consenso', ausentes: [], datos: { motivo: 'Discrepancia de roles' } },
            }),
            asunto({ n: 2, titulo: 'Otro punto', situacion: 'diferido', acuerdo: undefined, posiciones: {} }),
          ],
        }),
      ),
      'acta',
    );
    expect(t).not.toContain('acuerda por consenso');
    expect(t).toContain('Discrepancia de roles');
    expect(t).toContain('Ningún miembro fijó posición. El silencio no es adhesión');
    expect(t).toContain('Quedan diferidos: el asunto 2 (Otro punto)');
  });

  it('6.6 imprime las enmiendas hechas en la sesión y los gerentes seleccionados', () => {
    const datos = { enmiendas: [{ seccion: 'cadena', dice: 'anual', debeDecir: 'mensual' }], gerentes: [{ entidad: 'mp-0901' }] };
    const t = texto(
      conPlan(sesion({ asuntos: [asunto({ tipo: 'AprobarModelo', acuerdo: { el: '2026-03-02', resultado: 'consenso', ausentes: [], datos } })] })),
      'acta',
    );
    expect(t).toContain('Donde dice: «anual»; debe decir: «mensual».');
    expect(t).toContain('Gerencia Municipal de la Municipalidad Provincial de Huancavelica');
  });

  it('6.6 dice si se cumplió el quórum que la Comisión se fijó, e imprime el reglamento que adopta', () => {
    const reglas = { ...REGLAS_POR_DEFECTO, quorum: { total: 2, nacional: 0, regional: 1, local: 0 }, disposiciones: ['Se graba la sesión'] };
    const cig = (r: object) => ({
      ...CIG_SALUD,
      reglamentos: [{ version: 1, desde: '2026-01-01', propuesta: 1, sesion: SESION, nombreSesion: 'II', reglas: r }],
    });
    const con = (r: object) => {
      const l = conPlan(sesion({ asuntos: [asunto({ tipo: 'AdoptarReglamento', titulo: 'Adoptar el reglamento', objeto: CIG })] }));
      return texto({ ...l, otros: new Map([[CIG, otro('cig', CIG, cig(r))]]) }, 'acta');
    };
    const t = con(reglas);
    expect(t).toContain('Quórum del reglamento de la Comisión: se cumple (2 en total, 1 de Gobiernos Regionales).');
    expect(t).toContain('Reglamento de la Comisión, versión 1.');
    expect(t).toContain('Otras pautas\nSe graba la sesión');
    expect(con(REGLAS_POR_DEFECTO)).toContain('el reglamento no lo exige');
    expect(con({ ...reglas, quorum: { ...reglas.quorum, local: 1 } })).toContain('no se alcanza (Gobiernos Locales: 0 de 1)');
  });

  it('la suscriben los asistentes, el sector primero; abierta es proyecto y no es pública', () => {
    const cerrada = compuesto(conPlan(sesion()), 'acta');
    expect(cerrada.firmantes.map((f) => `${f.papel} ${f.entidad}`)).toEqual(['suscribe minsa', 'suscribe gr-09']);
    expect([cerrada.proyecto, cerrada.publico, cerrada.documento.marcas]).toEqual([false, true, []]);
    const abierta = compuesto(conPlan(sesion({ situacion: 'instalado' })), 'acta');
    expect([abierta.proyecto, abierta.publico, abierta.documento.marcas]).toEqual([true, false, ['PROYECTO']]);
    const [posible] = documentosDe(conPlan(sesion({ situacion: 'convocado' })));
    expect(posible?.falta).toMatchObject({ numeral: '6.6', remedio: expect.stringContaining('Instale') });
  });
});

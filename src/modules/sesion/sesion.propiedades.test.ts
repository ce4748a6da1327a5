import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dado } from '../../../test/escenario.ts';
import { alcalde, aprobacion, comision, enSesion, gerente, gobernador, observador, sector } from '../../../test/sesion.fixtures.ts';
import type { ActoCualquiera } from '../../kernel/acto.ts';
import { actoDeAcuerdo } from './sesion.acuerdos.ts';
import { cerrarSesionCon, diferirAsuntoCon, proponerEnmiendaCon } from './sesion.cierre.ts';
import { registrarAsistencia, registrarSalida } from './sesion.desarrollo.ts';
import { abrirRonda, fijarPosicion, incorporarEnmienda, retirarEnmienda, retirarObjecion } from './sesion.posiciones.ts';
import type { Sesion, SesionHecho } from './sesion.ts';

const aprobar = actoDeAcuerdo('modelo', aprobacion);
const enmendar = proponerEnmiendaCon([aprobacion]);
const quien = fc.constantFrom(sector, gobernador, gerente, alcalde, observador);
const postura = fc.constantFrom('acuerdo', 'acuerdo_con_reserva', 'se_aparta', 'objecion');
const paso = (acto: ActoCualquiera, datos: fc.Arbitrary<object>, peso: number) => ({
  weight: peso,
  arbitrary: fc.record({ acto: fc.constant(acto), datos, quien }),
});
const pasos = fc.array(
  fc.oneof(
    paso(fijarPosicion, fc.record({ asunto: fc.constant(1), postura, motivo: fc.option(fc.constant('x'), { nil: undefined }) }), 8),
    paso(aprobar, fc.constant({ asunto: 1 }), 4),
    paso(retirarObjecion, fc.constant({ asunto: 1 }), 2),
    paso(enmendar, fc.record({ asunto: fc.constant(1), debeDecir: fc.constantFrom('A', 'B', 'C') }), 2),
    paso(incorporarEnmienda, fc.record({ asunto: fc.constant(1), enmienda: fc.integer({ min: 1, max: 3 }) }), 2),
    paso(retirarEnmienda, fc.record({ asunto: fc.constant(1), enmienda: fc.integer({ min: 1, max: 3 }) }), 1),
    paso(abrirRonda, fc.constant({ asunto: 1 }), 1),
    paso(registrarAsistencia, fc.constant({}), 1),
    paso(registrarSalida, fc.constant({}), 1),
    paso(diferirAsuntoCon([aprobacion]), fc.constant({ asunto: 1, motivo: 'x' }), 1),
    paso(cerrarSesionCon([aprobacion]), fc.constant({}), 1),
  ),
  { maxLength: 25 },
);

describe('Propiedades de la sesión', () => {
  it('6.6 ninguna sucesión de actos acuerda con una objeción en pie ni con el sector solo', () => {
    let acordados = 0;
    fc.assert(
      fc.property(pasos, (lista) => {
        let d: Dado<Sesion, SesionHecho> = enSesion();
        for (const { acto, datos, quien: oficina } of lista) {
          const antes = (d.estado as Sesion).asuntos[0];
          const r = d.cuando(acto, datos, oficina);
          const ahora = r.estado.asuntos[0];
          const conDerecho = comision.miembros.filter((m) => m.calidad === 'miembro');
          const enPie = conDerecho.flatMap((m) => (antes?.posiciones[m.id] ? [{ m, p: antes.posiciones[m.id] }] : []));
          if (ahora?.acuerdo && !antes?.acuerdo) {
            acordados++;
            expect(enPie.filter((x) => x.p?.postura === 'objecion')).toEqual([]);
            expect(enPie.some((x) => x.m.entidad !== 'minsa')).toBe(true);
            const vigente = antes?.textos?.at(-1)?.n ?? 1;
            expect(enPie.every((x) => (x.p?.texto ?? 1) === vigente)).toBe(true);
          }
          // An objection leaves only when its own member says so, and it stays attached.
          for (const [id, p] of Object.entries(antes?.posiciones ?? {})) {
            if (p.postura !== 'objecion' || ahora?.posiciones[id] === p || JSON.stringify(ahora?.posiciones[id]) === JSON.stringify(p)) continue;
            expect(oficina.entidad).toBe(id.split('/')[0]);
            expect(ahora?.anteriores.at(-1)?.posicion).toMatchObject({ postura: 'objecion' });
          }
          d = r.luego();
        }
      }),
      { numRuns: 1500 },
    );
    expect(acordados).toBeGreaterThan(10);
  });
});

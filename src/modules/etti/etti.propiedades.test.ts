import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dado, type Desenlace, dado, idDe, leido, oficina } from '../../../test/escenario.ts';
import { etti, proponerEtti } from './etti.actos.ts';
import { acuerdosDeEtti } from './etti.acuerdos.ts';
import { type Etti, type EttiHecho, fijosVacantes } from './etti.ts';

type Previo = Dado<Etti, EttiHecho>;
type Paso = (d: Previo) => Desenlace<Etti, EttiHecho>;

const SECTOR = oficina('organo_descentralizacion', 'minsa');
const PRESIDENTE = oficina('funcionario_sector', 'minsa');
const CIG = leido('cig', { nombre: 'CIG Salud', sector: 'minsa' });
const HOY = '2026-03-02';

const hace =
  (nombre: string, datos: unknown, quien = PRESIDENTE): Paso =>
  (d) =>
    d.cuando(etti.actos.find((a) => a.nombre === nombre) as (typeof etti.actos)[number], datos, quien, { hoy: HOY });
const acuerdo = (nombre: string) => acuerdosDeEtti.find((a) => a.nombre === nombre) as (typeof acuerdosDeEtti)[number];
const laCig =
  (nombre: string, datos: unknown): Paso =>
  (d) =>
    d.cuandoLaCig(acuerdo(nombre), datos, SECTOR);

const designar = (asiento: string, entidad: string, cargo: string): Paso => hace('DesignarMiembro', { asiento, entidad, cargo }, SECTOR);
const vacar = (asiento: string, entidad: string): Paso => hace('DeclararVacancia', { asiento, entidad, motivo: 'x' }, SECTOR);
const GERENTES = { gerentes: [{ entidad: 'mp-0902' }, { entidad: 'mp-0903' }] };
const PROTOCOLO = { convocatoria: 'x', intercambio: 'x', estrategiaTerritorial: 'x' };

const PASOS: Paso[] = [
  designar('i', 'minsa', 'funcionario_sector'),
  designar('i', 'minedu', 'funcionario_sector'),
  designar('ii', 'minsa', 'ogpp'),
  designar('iii', 'minsa', 'organo_descentralizacion'),
  designar('iv', 'gr-09', 'gerente_regional'),
  designar('iv', 'gr-21', 'gerente_regional'),
  vacar('i', 'minsa'),
  vacar('ii', 'minsa'),
  vacar('v', 'mp-0902'),
  laCig('ReconocerEtti', {}),
  laCig('ReconocerEtti', GERENTES),
  laCig('ReconocerEtti', { fechaSeleccion: '2026-12-31' }),
  laCig('ReconocerEtti', { fechaSeleccion: '2026-01-31' }),
  laCig('SeleccionarGerentes', { gerentes: [{ entidad: 'mp-0901' }, { entidad: 'mp-0902' }] }),
  laCig('DiferirSeleccion', { motivo: 'x' }),
  (d) => d.cuandoCierraSin(acuerdo('SeleccionarGerentes'), SECTOR),
  hace('SeleccionarGerentesPorPresidencia', GERENTES),
  hace('VariarComposicion', { gerentesRegionales: 0, gerentesMunicipales: 0 }, SECTOR),
  hace('InstalarEtti', {}, SECTOR),
  hace('AdoptarProtocolo', PROTOCOLO),
  hace('ConvocarInvitado', { entidad: 'remurpe', especialidad: 'x', asunto: 'x' }),
  hace('ComentarComoInvitado', { sentido: 'desacuerdo', texto: 'x' }, oficina('representante_asociacion', 'remurpe')),
];

/** Straight to the protocol; a random sequence may leave it at any point. */
const CAMINO: Paso[] = [
  designar('i', 'minsa', 'funcionario_sector'),
  designar('ii', 'minsa', 'ogpp'),
  designar('iii', 'minsa', 'organo_descentralizacion'),
  laCig('ReconocerEtti', {}),
  hace('SeleccionarGerentesPorPresidencia', GERENTES),
  hace('InstalarEtti', {}, SECTOR),
  hace('AdoptarProtocolo', PROTOCOLO),
];

/** What a step may not do, seen from the state before and after it. */
function comprobar(antes: Etti, r: Desenlace<Etti, EttiHecho>): void {
  const e = r.estado;
  for (const h of r.hechos) {
    if (h.tipo === 'EttiInstalado') {
      expect(antes.situacion, '8.9: instalado sin reconocer').toBe('reconocido');
      expect(fijosVacantes(antes), '8.10: instalado sin i–iii').toEqual([]);
    }
    if (h.tipo === 'ProtocoloAdoptado') expect(antes.situacion, '8.12: protocolo de un ETTI no instalado').toBe('instalado');
    if (h.tipo === 'GerentesSeleccionados' && h.datos.por === 'presidencia') {
      const pendiente = antes.seleccion.fechaCig !== undefined && antes.seleccion.fechaCig >= HOY && !antes.seleccion.defecto;
      expect(pendiente, '8.10.v: la presidencia selecciona con fecha de la CIG pendiente').toBe(false);
      expect(h.datos.defecto, '8.10.v: sin caso de R6').toBeDefined();
    }
  }
  if (antes.situacion === 'instalado') expect(e.situacion, 'R5: una vacancia no detiene al ETTI').toBe('instalado');
  for (const a of ['i', 'ii', 'iii']) expect(e.miembros.filter((m) => m.asiento === a).length).toBeLessThanOrEqual(1);
  expect(
    e.miembros.some((m) => m.entidad === 'remurpe'),
    '8.10 ¶3: un invitado no es miembro',
  ).toBe(false);
  expect(e.miembros.every((m) => m.entidad !== 'minedu' && m.entidad !== 'gr-21')).toBe(true);
}

describe('§11: el ETTI no llega a un estado prohibido', () => {
  it('8.9, 8.10 y 8.12: ninguna secuencia de actos y acuerdos lo consigue', () => {
    const datos = { cig: CIG.id, sector: 'minsa', territorio: '09', servicios: [idDe('servicio')] };
    const inicio = dado(etti, [], { leidos: { cig: CIG } })
      .cuando(proponerEtti, datos, SECTOR)
      .luego();
    const vistas = new Set<string>();
    fc.assert(
      fc.property(fc.nat(CAMINO.length), fc.array(fc.constantFrom(...PASOS), { maxLength: 40, size: 'max' }), (hasta, desvio) => {
        let d = inicio;
        for (const paso of [...CAMINO.slice(0, hasta), ...desvio]) {
          const r = paso(d);
          comprobar(d.estado as Etti, r);
          vistas.add(r.estado.situacion);
          expect(r.ficha.unica).toBe(`${CIG.id}:09`);
          d = r.luego();
        }
      }),
      { numRuns: 250 },
    );
    expect(vistas).toContain('instalado');
  });
});

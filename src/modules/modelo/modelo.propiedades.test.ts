import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dado, type Desenlace, dado, huella } from '../../../test/escenario.ts';
import {
  ACTA,
  APERTURA,
  CRONOGRAMA,
  ESTRATEGIA,
  GERENTE_REGIONAL,
  INDICADOR,
  leidos,
  MINISTRO,
  NIVEL,
  PRESIDENTE,
  SECRETARIA,
  SECTOR,
} from '../../../test/modelo.fixtures.ts';
import { canon } from '../../kernel/canon.ts';
import { modelo } from './modelo.actos.ts';
import { acuerdosDeModelo, declararSinConsenso } from './modelo.acuerdos.ts';
import { textoAnexo } from './modelo.anexo.ts';
import { abrirDiagnostico } from './modelo.diagnostico.ts';
import type { Modelo, ModeloHecho } from './modelo.ts';

type Previo = Dado<Modelo, ModeloHecho>;
type Paso = (d: Previo) => Desenlace<Modelo, ModeloHecho>;

const acto = (nombre: string) => modelo.actos.find((a) => a.nombre === nombre) as (typeof modelo.actos)[number];
const acuerdo = (nombre: string) => acuerdosDeModelo.find((a) => a.nombre === nombre) as (typeof acuerdosDeModelo)[number];
const hace =
  (nombre: string, datos: unknown, quien = PRESIDENTE, cambios = {}): Paso =>
  (d) =>
    d.cuando(acto(nombre), datos, quien, cambios);
const laCig =
  (nombre: string, datos: unknown): Paso =>
  (d) =>
    d.cuandoLaCig(acuerdo(nombre), datos, SECTOR);

const anexo = (d: Previo): string => (d.estado?.paquete ? textoAnexo(d.estado.paquete.contenido) : 'sin paquete');
const resolucion =
  (modo: string, retoque: string): Paso =>
  (d) =>
    d.cuando(acto('RegistrarResolucion'), { modo, numero: '1', fecha: '2026-03-01', visto: 'x', considerando: 'x', anexo: anexo(d) + retoque }, SECRETARIA, {
      decididoPor: MINISTRO,
    });
const fe =
  (retoque: string): Paso =>
  (d) =>
    d.cuando(acto('RegistrarFeDeErratas'), { numero: '1', fecha: '2026-03-02', anexo: anexo(d) + retoque }, SECRETARIA);

const SIN_PROTOCOLO = { leidos: leidos({ etti: { protocolo: undefined } }) };

/** Every acto and agreement, well and badly performed. */
const PASOS: Paso[] = [
  hace('GuardarNivelDePrestacion', NIVEL),
  hace('GuardarEnfoques', {}),
  hace('ProponerIndicador', INDICADOR, GERENTE_REGIONAL),
  hace('AcordarIndicador', { numero: 1, organo: 'etti' }),
  hace('AcordarIndicador', { numero: 1, organo: 'etti', acta: 'Acta 1' }),
  hace('RegistrarLineaBase', { numero: 1, valor: 1, fecha: '2025-12-31', fuente: 'x' }),
  hace('RetirarIndicador', { numero: 1, motivo: 'x' }),
  hace('PedirInformacion', { entidad: 'gr-09', informacion: 'x', lineaBase: 'x' }),
  hace('RegistrarRespuesta', { numero: 1, texto: 'x' }, GERENTE_REGIONAL),
  hace('FormularModelo', {}),
  hace('FormularModelo', {}, GERENTE_REGIONAL),
  hace('GuardarCronograma', { filas: [] }),
  hace('GuardarEstrategia', ESTRATEGIA),
  hace('GuardarCronograma', CRONOGRAMA),
  hace('ElevarModelo', {}),
  hace('ElevarModelo', { actaEtti: ACTA }, PRESIDENTE, SIN_PROTOCOLO),
  hace('RetirarElevacion', { motivo: 'x' }),
  hace('ElevarModelo', { actaEtti: ACTA }),
  hace('EmitirOpinion', { espacio: 'gr-09-1', sentido: 'desfavorable', texto: 'x' }, GERENTE_REGIONAL),
  laCig('AprobarModelo', {}),
  laCig('AprobarModelo', { enmiendas: [{ seccion: 'nivelPrestacion', dice: 'Cobertura de', debeDecir: 'Alcanzar' }] }),
  laCig('AprobarModelo', { enmiendas: [{ seccion: 'roles', debeDecir: 'Texto nuevo' }] }),
  laCig('DevolverModelo', { observaciones: [{ texto: 'x' }] }),
  laCig('PedirOpinionPrevia', { espacio: 'gr-09-1' }),
  laCig('PedirOpinionPrevia', { espacio: 'ajeno' }),
  laCig('AdoptarEstrategia', {}),
  laCig('DeclararSinConsenso', { motivo: 'x', destino: 'etti' }),
  laCig('AceptarTextoPublicado', {}),
  resolucion('borrador', ''),
  resolucion('borrador', '.'),
  resolucion('emitida', ''),
  resolucion('emitida', '.'),
  fe(''),
  fe('.'),
  hace('IniciarImplementacion', {}),
];

const ORDEN = ['E6', 'E7', 'E8', 'E8o', 'E9', 'E10', 'E11', 'E12'];
const desde = (m: Modelo, etapa: string): boolean => ORDEN.indexOf(m.pistaA) >= ORDEN.indexOf(etapa);

/** What §11 forbids, as facts of a state. */
function comprobar(m: Modelo): void {
  if (desde(m, 'E8')) {
    expect(m.paquete?.actaEtti, '8.13: elevado sin acta').toBe(ACTA);
    expect(m.paquete?.contenido.secciones.nivelPrestacion, '8.1 b: elevado sin nivel de prestación').toBeDefined();
    expect(m.paquete?.huella, '8.13: la huella es la del contenido').toBe(huella(canon(m.paquete?.contenido)));
  }
  expect(desde(m, 'E9'), '6.6: aprobado sin acuerdo de la CIG').toBe(m.aprobacion !== undefined);
  if (m.resolucion) {
    const igual = m.resolucion.huellaAnexo === huella(textoAnexo((m.paquete as NonNullable<Modelo['paquete']>).contenido));
    expect(m.resolucion.situacion === 'vigente', '8.15: vigente solo con anexo igual o aceptado').toBe(igual || m.resolucion.textoAceptado === true);
  }
  expect(desde(m, 'E10'), '8.15: vigente sin Resolución Ministerial').toBe(m.resolucion?.situacion === 'vigente');
  expect(desde(m, 'E11')).toBe(desde(m, 'E10') && m.estrategia !== undefined);
  if (m.pistaA === 'E12') expect(m.estrategia?.cronograma.filas.length, '8.16: implementación sin cronograma').toBeGreaterThan(0);
  for (const i of m.indicadores) if (i.situacion === 'acordado') expect(i.acuerdo?.acta, '8.18: acordado sin acuerdo').toBeTruthy();
  expect(
    m.opiniones.every((o) => o.espacio === 'gr-09-1'),
    '8.14: opinión pedida a un espacio no reconocido',
  ).toBe(true);
}

const apertura = dado(modelo, [], { leidos: leidos() }).cuando(abrirDiagnostico, APERTURA, PRESIDENTE).luego();
/** The straight path; a random sequence may leave it at any point. */
const CAMINO: Paso[] = [
  hace('GuardarNivelDePrestacion', NIVEL),
  hace('FormularModelo', {}),
  hace('GuardarEstrategia', ESTRATEGIA),
  hace('GuardarCronograma', CRONOGRAMA),
  hace('ElevarModelo', { actaEtti: ACTA }),
  laCig('AprobarModelo', {}),
  resolucion('emitida', ''),
  laCig('AdoptarEstrategia', {}),
  hace('IniciarImplementacion', {}),
];
const alAzar = fc.array(fc.constantFrom(...PASOS), { maxLength: 40, size: 'max' });

describe('§11: ninguna secuencia de actos llega a un estado prohibido', () => {
  it('desde cualquier punto del camino', () => {
    const vistas = new Set<string>();
    fc.assert(
      fc.property(fc.nat(CAMINO.length), alAzar, (hasta, desvio) => {
        let d = apertura;
        for (const paso of [...CAMINO.slice(0, hasta), ...desvio]) {
          const r = paso(d);
          if (r.permiso || r.impedimentos.length > 0) expect(r.hechos).toEqual([]);
          comprobar(r.estado);
          for (const p of r.ficha.pendientes) expect(p.para.length).toBeGreaterThan(0);
          vistas.add(r.estado.pistaA);
          d = r.luego();
        }
      }),
      { numRuns: 250 },
    );
    expect(vistas).toContain('E12');
  });

  it('el camino completo llega a implementación, paso por paso', () => {
    const etapas: string[] = [];
    let d = apertura;
    for (const paso of CAMINO) {
      const r = paso(d);
      etapas.push(r.estado.pistaA);
      d = r.luego();
    }
    expect(etapas).toEqual(['E6', 'E7', 'E7', 'E7', 'E8', 'E9', 'E10', 'E11', 'E12']);
  });

  it('6.6: solo los acuerdos de la CIG aprueban, y solo uno nace de la falta de consenso', () => {
    expect(acuerdosDeModelo.filter((a) => a.sinConsenso)).toEqual([declararSinConsenso]);
    expect(modelo.actos.map((a) => a.nombre)).not.toContain('AprobarModelo');
  });
});

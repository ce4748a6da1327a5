import { describe, expect, it } from 'vitest';
import { asunto, comision, convocada, GORE, instalada, MUNI, posicion, SECTOR } from '../../../test/sesion.fixtures.ts';
import { REGLAS_POR_DEFECTO } from '../../directiva/reglamento.ts';
import type { Marca } from '../../kernel/tipos.ts';
import { evolve } from '../../modules/sesion/sesion.evolve.ts';
import type { Sesion, SesionHecho } from '../../modules/sesion/sesion.ts';
import { cambiosEntre } from '../cambios.ts';
import { alDia, type Contenido } from './seguir.ts';
import { type Sala, vivoDe } from './vivo.ts';

const MARCA: Marca = {
  ocurridoEl: '2026-03-02',
  registradoEn: '2026-03-02T15:00:00.000Z',
  acto: 'a',
  designacion: 'd',
  entidad: 'minsa',
  cargo: 'organo_descentralizacion',
};
const plegar = (hechos: readonly SesionHecho[]) => hechos.reduce<Sesion | undefined>((s, h) => evolve(s, h, MARCA), undefined) as Sesion;
const hecho = (version: number, h: Contenido['hecho']): Contenido => ({ version, hecho: h, marca: MARCA });
const BASE = [convocada(), asunto(), instalada];
const sala = (cambios: Partial<Sala> = {}): Sala => ({
  sillas: comision.miembros.map((m) => ({ ...m, nombre: m.id })),
  reglas: REGLAS_POR_DEFECTO,
  entidades: { minsa: 'Ministerio de Salud' },
  ...cambios,
});

describe('La sala sigue a la sesión', () => {
  const s = { estado: plegar(BASE), version: 3 };

  it('pliega lo que llega en orden, e ignora lo que ya tiene', () => {
    const c = { version: 5, hechos: [hecho(3, instalada), hecho(4, posicion(GORE, 'acuerdo')), hecho(5, posicion(MUNI, 'objecion', 'x'))] };
    const nueva = alDia(s, c);
    expect(nueva).toEqual({ version: 5, estado: plegar([...BASE, posicion(GORE, 'acuerdo'), posicion(MUNI, 'objecion', 'x')]) });
    expect(nueva && alDia(nueva, c)).toBe(nueva);
  });

  it('lee de nuevo cuando falta un hecho, llega incompleto o se anuló un acto', () => {
    expect(alDia(s, { version: 5, hechos: [hecho(5, posicion(GORE, 'acuerdo'))] })).toBeUndefined();
    expect(alDia(s, { version: 900, incompleto: true, hechos: [] })).toBeUndefined();
    expect(alDia(s, { version: 4, hechos: [] })).toBeUndefined();
    expect(alDia(s, { version: 4, hechos: [hecho(4, { tipo: 'ActoAnulado' })] })).toBeUndefined();
  });
});

describe('Lo que muestra la sala', () => {
  it('6.6 las posiciones por nivel, lo que falta para acordar y ningún conteo de votos', () => {
    const vivo = vivoDe(plegar([...BASE, posicion(SECTOR, 'acuerdo'), posicion(GORE, 'objecion', 'falta presupuesto')]), sala());
    const [a] = vivo.asuntos;
    expect(a?.niveles.map((n) => [n.nivel, n.posiciones.map((p) => p.postura), n.sin])).toEqual([
      ['nacional', ['acuerdo'], []],
      ['regional', ['objecion'], []],
      ['local', [], [MUNI]],
    ]);
    expect(a?.falta.join()).toContain('falta presupuesto');
    expect(JSON.stringify(vivo)).not.toMatch(/voto|mayor[ií]a|porcentaje/i);
  });

  it('6.6 la objeción sobre el texto anterior sigue a la vista', () => {
    const enmienda = { tipo: 'EnmiendaPropuesta', v: 1, datos: { asunto: 1, miembro: MUNI, base: 1, dice: 'a', debeDecir: 'b' } } as const;
    const vivo = vivoDe(
      plegar([
        ...BASE,
        posicion(GORE, 'objecion'),
        posicion(SECTOR, 'acuerdo'),
        enmienda,
        { tipo: 'EnmiendaIncorporada', v: 1, datos: { asunto: 1, enmienda: 1 } },
      ]),
      sala(),
    );
    expect(vivo.asuntos[0]?.niveles[1]?.posiciones).toMatchObject([{ postura: 'objecion', anterior: true }]);
    expect(vivo.asuntos[0]?.texto).toMatchObject({ n: 2, texto: 'b' });
    expect(vivo.asuntos[0]?.niveles[0]?.sin).toEqual([SECTOR]);
  });

  it('6.6 el quórum cuenta solo a los miembros presentes y a lo que pide la comisión', () => {
    const llega = (miembro: string): SesionHecho => ({ tipo: 'AsistenciaRegistrada', v: 2, datos: { miembro, modo: 'virtual', hora: '09:05' } });
    const reglas = { ...REGLAS_POR_DEFECTO, quorum: { total: 2, nacional: 0, regional: 1, local: 0 } };
    const con = (...ids: string[]) => vivoDe(plegar([...BASE, ...ids.map(llega)]), sala({ reglas }));
    expect(con('gr-10/gobernador', MUNI)).toMatchObject({ presentes: 1, faltaQuorum: true });
    expect(con(GORE, MUNI)).toMatchObject({ presentes: 2, faltaQuorum: false });
    expect(con(GORE).asistencia[1]?.sillas.find((s) => s.id === GORE)).toMatchObject({ presente: true, detalle: 'virtual, 09:05' });
  });

  it('los cambios de un texto se dicen palabra por palabra', () => {
    expect(cambiosEntre('Se aprueba el modelo.', 'Se aprueba el modelo con fondo.').filter((t) => t.que !== 'igual')).toEqual([
      { texto: ' con fondo', que: 'agrega' },
    ]);
  });
});

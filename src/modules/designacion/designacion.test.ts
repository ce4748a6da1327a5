import { describe, expect, it } from 'vitest';
import { dado, idDe, leido, oficina } from '../../../test/escenario.ts';
import { anularDesignacion, designacion, designarOficina, rectificarDesignacion, terminarDesignacion } from './designacion.actos.ts';
import type { Designacion, DesignacionHecho } from './designacion.ts';

const admin = oficina('administrador', 'pcm');
const persona = idDe('persona');
const datos = { persona, entidad: 'minsa', cargo: 'organo_descentralizacion', calidad: 'titular', desde: '2026-01-05' };
const hecho: DesignacionHecho = {
  tipo: 'OficinaDesignada',
  v: 1,
  datos: {
    persona,
    entidad: 'minsa',
    cargo: 'organo_descentralizacion',
    calidad: 'titular',
    desde: '2026-01-05',
    denominacion: 'Órgano · Ministerio de Salud',
  },
};

describe('Designar en una oficina (5.1)', () => {
  it('registra persona, oficina y fechas, sin nombres de personas', () => {
    const d = dado(designacion, []).cuando(designarOficina, datos, admin).entonces(['OficinaDesignada']).sinAdvertencias();
    expect(Object.keys(d.hechos[0]?.datos ?? {}).sort()).toEqual(['calidad', 'cargo', 'denominacion', 'desde', 'entidad', 'persona']);
    expect(d.ficha).toMatchObject({ titulo: 'Órgano encargado de la descentralización · Ministerio de Salud', situacion: 'designado', entidad: 'minsa' });
  });

  it('solo la administración designa', () => {
    dado(designacion, []).cuando(designarOficina, datos, oficina('organo_descentralizacion', 'minsa')).noPuede('5.1');
  });

  it('nadie se designa a sí mismo ni rectifica la propia', () => {
    dado(designacion, [])
      .cuando(designarOficina, { ...datos, persona: admin.persona }, admin)
      .noPuede('5.1');
    dado(designacion, [{ ...hecho, datos: { ...hecho.datos, persona: admin.persona } } as DesignacionHecho])
      .cuando(rectificarDesignacion, { calidad: 'titular', desde: '2020-01-01', motivo: 'Ampliación' }, admin)
      .noPuede('5.1');
  });

  it('un cargo que no es de esa entidad se rechaza', () => {
    dado(designacion, [])
      .cuando(designarOficina, { ...datos, cargo: 'gobernador' }, admin)
      .rechaza('5.1', /no es un cargo de Ministerio de Salud/);
    dado(designacion, [])
      .cuando(designarOficina, { ...datos, entidad: 'nadie' }, admin)
      .rechaza('IV');
  });

  it.each([
    ['consejo_regional', 'gr-09', '8.8.2'],
    ['concejo_provincial', 'mp-0901', '8.8.1'],
    ['concejo_distrital', 'md-090102', '8.8.1'],
  ])('un órgano colegiado decide por acuerdo y no ingresa: %s (%s)', (cargo, entidad, numeral) => {
    dado(designacion, [])
      .cuando(designarOficina, { ...datos, cargo, entidad }, admin)
      .rechaza(numeral, /colegiado/);
  });

  it('un representante sin acto de delegación se advierte; con él, no (7.2.4, R16)', () => {
    dado(designacion, [])
      .cuando(designarOficina, { ...datos, calidad: 'representante' }, admin)
      .entonces(['OficinaDesignada'])
      .advierte('7.2.4');
    dado(designacion, [])
      .cuando(designarOficina, { ...datos, calidad: 'representante', documento: 'RM 010-2026-MINSA' }, admin)
      .entonces(['OficinaDesignada'])
      .sinAdvertencias();
  });

  it('el último día no puede ser anterior al primero', () => {
    dado(designacion, [])
      .cuando(designarOficina, { ...datos, hasta: '2026-01-04' }, admin)
      .rechaza('5.1', /anterior/);
  });

  it('otro titular con días en común se advierte y no impide; uno ya terminado, no', () => {
    const previa: Designacion = { ...hecho.datos, persona: idDe('otra'), desde: '2025-01-01', situacion: 'designado' } as Designacion;
    const conAnterior = { ...datos, anterior: idDe('anterior') };
    const leidos = (d: Designacion) => ({ leidos: { anterior: leido('designacion', d, idDe('anterior')) } });
    dado(designacion, [], leidos(previa))
      .cuando(designarOficina, conAnterior, admin)
      .entonces(['OficinaDesignada'])
      .advierte('5.1', /otro titular desde el 01\/01\/2025/);
    for (const sin of [{ hasta: '2026-01-04' }, { situacion: 'anulado' as const }, { calidad: 'encargatura' as const }, { cargo: 'funcionario_sector' }])
      dado(designacion, [], leidos({ ...previa, ...sin }))
        .cuando(designarOficina, conAnterior, admin)
        .sinAdvertencias();
  });
});

describe('Terminar, rectificar y anular (5.1)', () => {
  it('terminar fija el último día; no sirve para ampliar', () => {
    const d = dado(designacion, [hecho]).cuando(terminarDesignacion, { hasta: '2026-02-28', motivo: 'Renuncia' }, admin).entonces(['DesignacionTerminada']);
    expect(d.estado).toMatchObject({ hasta: '2026-02-28', situacion: 'terminado' });
    d.luego()
      .cuando(terminarDesignacion, { hasta: '2026-03-31', motivo: 'Ampliación' }, admin)
      .rechaza('5.1', /termina antes/);
    dado(designacion, [hecho])
      .cuando(terminarDesignacion, { hasta: '2025-12-31', motivo: 'Error' }, admin)
      .rechaza('5.1', /anterior/);
  });

  it('rectificar cambia fechas, calidad y documento, nunca la persona ni la oficina', () => {
    const d = dado(designacion, [hecho])
      .cuando(rectificarDesignacion, { calidad: 'encargatura', desde: '2026-01-10', hasta: '2026-06-30', documento: 'RM 1', motivo: 'Fe de erratas' }, admin)
      .entonces(['DesignacionRectificada']);
    expect(d.estado).toMatchObject({ persona, cargo: 'organo_descentralizacion', calidad: 'encargatura', desde: '2026-01-10', hasta: '2026-06-30' });
    expect(d.estado).not.toHaveProperty('motivo');
    const sinTermino = d.luego().cuando(rectificarDesignacion, { calidad: 'titular', desde: '2026-01-10', motivo: 'Sin término' }, admin);
    expect(sinTermino.estado.hasta).toBeUndefined();
    expect(sinTermino.estado.documento).toBeUndefined();
  });

  it('anulada, ya no admite actos; los que hizo quedan y se advierte', () => {
    const d = dado(designacion, [hecho])
      .cuando(anularDesignacion, { motivo: 'Se registró a otra persona' }, admin)
      .entonces(['DesignacionAnulada'])
      .advierte('5.1');
    d.luego()
      .cuando(anularDesignacion, { motivo: 'Otra vez' }, admin)
      .rechaza('5.1', /anulada/);
    d.luego().cuando(terminarDesignacion, { hasta: '2026-02-01', motivo: 'Fin' }, admin).rechaza('5.1');
  });
});

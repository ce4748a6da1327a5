import { describe, expect, it } from 'vitest';
import { dado, leido, oficina } from '../../../test/escenario.ts';
import type { Marca } from '../../kernel/tipos.ts';
import type { Indicador } from '../indicador/indicador.ts';
import { encuesta, registrarEncuesta, retirarEncuesta } from './encuesta.actos.ts';
import { type EncuestaHecho, evolve } from './encuesta.ts';

const sector = oficina('ogpp', 'minsa');
const gerente = oficina('gerente_municipal', 'mp-0901');
const conIndicador = (cambio: Partial<Indicador> = {}) => ({
  leidos: {
    indicador: leido('indicador', {
      nombre: 'Usuarios satisfechos',
      sector: 'minsa',
      responsable: 'minsa',
      situacion: 'borrador',
      dimension: 'satisfaccion',
      agregacion: 'media_ponderada',
      periodicidad: 'anual',
      captura: 'provincia',
      ...cambio,
    } as unknown as Indicador),
  },
});
const con = conIndicador();
const datos = {
  indicador: con.leidos.indicador.id,
  nombre: 'Satisfacción 2025',
  periodo: '2025',
  poblacion: 'Cuidadores',
  marco: 'Padrón',
  diseno: 'aleatorio',
  disenoDetalle: 'Al azar',
  muestra: 500,
  tasaRespuesta: 80,
  desde: '2025-10-01',
  hasta: '2025-11-15',
  aplico: 'Oficina de estadística',
  pregunta: '¿Qué tan satisfecho está?',
  escala: 'Cinco alternativas',
  medida: 'proporcion',
  resultados: [{ territorio: '0901', valor: 50, n: 278, poblacion: 1000 }],
};
const fila = (cambio: object) => ({ ...datos, resultados: [{ ...datos.resultados[0], ...cambio }] });
const registrada: EncuestaHecho = {
  tipo: 'EncuestaRegistrada',
  v: 1,
  datos: { ...datos, entidad: 'minsa', sector: 'minsa', resultados: [] } as never,
};

describe('numeral 8.18: encuestas de percepción de los usuarios', () => {
  it('8.18 se registra con su ficha y el margen de cada resultado', () => {
    dado(encuesta, []).cuando(registrarEncuesta, datos, sector, con).entonces(['EncuestaRegistrada']);
    const r = registrarEncuesta.decidir(
      undefined,
      { ...datos, confianza: '95', deff: 1 } as never,
      {
        leidos: con.leidos,
        actor: sector,
        hoy: '2026-03-02',
        catalogo: { territorio: () => ({ tipo: 'provincia', nombre: 'x' }) },
      } as never,
    ) as { hechos: EncuestaHecho[] };
    const s = evolve(undefined, r.hechos[0] as EncuestaHecho, { ocurridoEl: '2026-03-02' } as Marca);
    expect(s.resultados[0]?.margen).toBeCloseTo(5, 1);
    expect(s).toMatchObject({ periodo: 2025, nombrePeriodo: '2025', captura: 'provincia', situacion: 'vigente' });
  });

  it('8.19 entra a un indicador de satisfacción que pesa por población; otro se rechaza con su cura', () => {
    dado(encuesta, [])
      .cuando(registrarEncuesta, datos, sector, conIndicador({ dimension: 'cobertura' }))
      .rechaza('8.19', /satisfacción/);
    dado(encuesta, [])
      .cuando(registrarEncuesta, datos, sector, conIndicador({ agregacion: 'promedio' }))
      .rechaza('8.19', /sin peso/);
    dado(encuesta, [])
      .cuando(registrarEncuesta, datos, sector, conIndicador({ situacion: 'retirado' }))
      .rechaza('8.17', /retirado/);
  });

  it('8.19 lo que no puede ser se rechaza', () => {
    const rechaza = (d: object, con8: RegExp) => dado(encuesta, []).cuando(registrarEncuesta, d, sector, con).rechaza('8.19', con8);
    rechaza(fila({ valor: 101 }), /0 a 100/);
    rechaza(fila({ poblacion: 100 }), /menor que las encuestas/);
    rechaza(fila({ territorio: '09' }), /provincia/);
    rechaza({ ...datos, muestra: 100 }, /más encuestas que la muestra/);
    rechaza({ ...datos, hasta: '2025-09-01' }, /antes de empezar/);
    rechaza({ ...datos, medida: 'media' }, /desviación/);
    rechaza({ ...datos, resultados: [...datos.resultados, { ...datos.resultados[0], n: 10 }] }, /dos veces/);
  });

  it('8.19 lo dudoso se advierte y queda', () => {
    const advierte = (d: object, texto: RegExp) =>
      dado(encuesta, []).cuando(registrarEncuesta, d, sector, con).entonces(['EncuestaRegistrada']).advierte('8.19', texto);
    advierte({ ...datos, diseno: 'no_probabilistico' }, /no es probabilística/);
    advierte({ ...datos, tasaRespuesta: 31 }, /31 %/);
    advierte(fila({ n: 20 }), /pocas respuestas/);
    advierte({ ...datos, diseno: 'conglomerados' }, /efecto de diseño/);
  });

  it('8.18 cada gobierno registra la de su territorio, el sector la de todo el país', () => {
    dado(encuesta, []).cuando(registrarEncuesta, datos, gerente, con).entonces(['EncuestaRegistrada']);
    dado(encuesta, [])
      .cuando(registrarEncuesta, fila({ territorio: '0902' }), gerente, con)
      .rechaza('8.19', /fuera de su territorio/);
    dado(encuesta, []).cuando(registrarEncuesta, datos, oficina('ministro', 'minsa'), con).noPuede();
  });

  it('8.18 se retira con motivo, una vez y por quien la registró', () => {
    dado(encuesta, [registrada]).cuando(retirarEncuesta, { motivo: 'Error de digitación' }, sector).entonces(['EncuestaRetirada']);
    dado(encuesta, [registrada]).cuando(retirarEncuesta, { motivo: 'x' }, gerente).noPuede();
    dado(encuesta, [registrada, { tipo: 'EncuestaRetirada', v: 1, datos: { motivo: 'x' } }])
      .cuando(retirarEncuesta, { motivo: 'x' }, sector)
      .rechaza('8.18', /ya fue retirada/);
  });
});

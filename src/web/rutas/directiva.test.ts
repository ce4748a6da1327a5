import type { LoaderFunctionArgs } from 'react-router';
import { describe, expect, it } from 'vitest';
import { CARGOS } from '../../directiva/cargos.ts';
import { NUMERALES } from '../../directiva/numerales.datos.ts';
import { quienesPueden } from '../trazabilidad.servidor.ts';
import { loader as leerDirectiva } from './directiva.tsx';
import { loader as leerNumeral } from './numeral.tsx';

const buscar = (consulta: string) => leerDirectiva({ request: new Request(`http://ayni.pe/directiva${consulta}`) } as LoaderFunctionArgs);
const halladosEn = (consulta: string) => buscar(consulta).secciones.flatMap((s) => s.numerales.map((n) => n.numeral));
const numeral = (n: string) => leerNumeral({ params: { numeral: n } });

describe('La Directiva, numeral por numeral', () => {
  it('RM.2 cualquiera la lee sin ingresar: cada numeral figura en la lista y tiene su página, con anterior y siguiente', () => {
    expect(halladosEn('').sort()).toEqual(NUMERALES.map((n) => n.numeral).sort());
    for (const [i, n] of NUMERALES.entries()) {
      const d = numeral(n.numeral);
      expect(d.parrafos.join(' ').length).toBeGreaterThan(10);
      expect([d.anterior?.numeral, d.siguiente?.numeral]).toEqual([NUMERALES[i - 1]?.numeral, NUMERALES[i + 1]?.numeral]);
      expect(d.nota !== undefined || d.estado === 'implementado', n.numeral).toBe(true);
    }
    expect(() => numeral('8.99')).toThrow();
  });

  it('se busca sin tildes y por palabras sueltas, también en lecturas y ambigüedades', () => {
    expect(halladosEn('?q=RESOLUCION%20ministerial')).toContain('8.15');
    expect(halladosEn('?q=ministerial+resolucion')).toContain('8.15');
    expect(halladosEn('?q=zzzz')).toEqual([]);
    expect(buscar('?q=objecion').lecturas.map((l) => l.clave)).toContain('R2');
    expect(buscar('?q=mancomunidad').ambiguedades.map((a) => a.clave)).toEqual(['A31']);
  });

  it('filtra por estado, y los tres estados suman los numerales trazados', () => {
    const { estados } = buscar('');
    expect(estados.reduce((n, e) => n + e.cuantos, 0)).toBe(NUMERALES.filter((n) => /^(RM|V|VI|VII|VIII|IX)$/.test(n.seccion)).length);
    expect(halladosEn('?estado=orientacion')).toContain('8.20.4');
    expect(halladosEn('?estado=implementado')).not.toContain('8.20.4');
  });
});

describe('La página de un numeral', () => {
  it('6.5 muestra lecturas, ambigüedades, efectos en palabras, actos con quién puede y las pruebas con su archivo', () => {
    const d = numeral('6.5');
    expect(d.lecturas.map((l) => l.clave)).toContain('R15');
    expect(d.ambiguedades.map((a) => a.clave)).toEqual(['A1', 'A2', 'A30', 'A31']);
    expect(d.efectos.map((e) => e.nombre)).toEqual(['Bloquea', 'Mide']);
    const evaluar = d.actos.find((a) => a.nombre === 'EvaluarElegibilidad');
    expect(evaluar?.quienes).toContainEqual({ nivel: 'Nacional', oficinas: expect.arrayContaining([CARGOS.organo_descentralizacion.nombre]) });
    expect(d.pruebas.find((p) => p.archivo.endsWith('servicio.test.ts'))?.titulos).toContain('6.5 es elegible cuando cumple las tres condiciones con sustento');
  });

  it('8.20.1 muestra su errata con los numerales a los que remite', () => {
    expect(numeral('8.20.1').erratas[0]?.remiteA).toEqual(['7.2']);
  });

  it('quién puede realizar un acto sale de la matriz de permisos, por nivel de gobierno', () => {
    expect(quienesPueden('EmitirOpinion').map((q) => q.nivel)).toEqual(['Regional']);
    expect(quienesPueden('NoExiste')).toEqual([]);
  });
});

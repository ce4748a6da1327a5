import { describe, expect, it } from 'vitest';
import { NUMERALES } from './directiva/numerales.datos.ts';
import { ASUNTOS } from './modules/sesion/sesion.asuntos.ts';
import { ACUERDOS, esquemaDe, MODULOS, registro } from './registro.ts';

const actos = MODULOS.flatMap((m) => m.actos.map((acto) => ({ modulo: m.tipo, acto })));
const conocidos = new Set(NUMERALES.map((n) => n.numeral));

describe('Registro', () => {
  it('cada acto tiene un nombre único y pertenece a su módulo', () => {
    const nombres = actos.map((a) => a.acto.nombre);
    expect(nombres.filter((n, i) => nombres.indexOf(n) !== i)).toEqual([]);
    expect(actos.filter((a) => a.acto.expediente !== a.modulo).map((a) => a.acto.nombre)).toEqual([]);
  });

  it('cada acto cita numerales que existen en la Directiva', () => {
    const ajenos = actos.flatMap(({ acto }) => acto.numerales.filter((n) => !conocidos.has(n)).map((n) => `${acto.nombre}: ${n}`));
    expect(ajenos).toEqual([]);
    expect(actos.filter((a) => a.acto.numerales.length === 0).map((a) => a.acto.nombre)).toEqual([]);
  });

  it('6.6 los asuntos de la agenda son los acuerdos que los módulos declaran', () => {
    expect(Object.fromEntries(ACUERDOS.map((a) => [a.efecto.nombre, a.tipo]).sort())).toEqual(
      Object.fromEntries(
        Object.entries(ASUNTOS)
          .map(([k, v]) => [k, v.expediente])
          .sort(),
      ),
    );
  });

  it('cada acto tiene un esquema con título en cada campo', () => {
    for (const { acto } of actos) {
      const propiedades = (esquemaDe(acto).properties ?? {}) as Record<string, { title?: string }>;
      const sinTitulo = Object.entries(propiedades).filter(([, p]) => !p.title);
      if (acto.nombre !== 'SembrarCatalogos') expect(sinTitulo.map(([k]) => `${acto.nombre}.${k}`)).toEqual([]);
    }
  });

  it('encuentra los archivos citados, también dentro de listas', () => {
    const huella = 'a'.repeat(64);
    expect(registro.documentosEn('PresentarInforme', { acuerdoDocumento: huella, resumen: huella })).toEqual([{ campo: 'acuerdoDocumento', huella }]);
  });

  it('nombra el campo y la fila de un dato equivocado', () => {
    const acto = registro.acto('IncluirServicio');
    const r = acto && registro.validar(acto, { roles: [{ nivel: 'regional', rol: 'x' }, { nivel: 'otro' }] });
    expect(r && 'errores' in r ? r.errores.map((e) => e.campo) : []).toEqual(expect.arrayContaining(['roles[1].nivel', 'roles[1].rol', 'servicio']));
  });
});

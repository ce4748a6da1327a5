import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Arbol, NivelDeCaptura } from './celda.ts';
import { type CeldaDeCategoria, type Ocultos, ocultar } from './reserva.ts';
import { MARCA, tieneValor } from './tramo.ts';

/** Departments 0, 1 and 2, this one the sum of 3 and 4, as Lima is of its two (A6). */
const MAYOR = Int16Array.of(0, 1, 2, 2, 2);
const SIN_PROVINCIAS = 2;

const NOMBRES = ['', 'Sexo: A', 'Sexo: B'];

interface Caso {
  arbol: Arbol;
  captura: NivelDeCaptura;
  categorias: CeldaDeCategoria[];
  /** Whoever reports one category reports all, so the total is the sum of the others. */
  cuadran: boolean;
}

const lugares = (de: readonly number[], n: number) => fc.array(fc.constantFrom(...de), { minLength: n, maxLength: n });
const casos: fc.Arbitrary<Caso> = fc
  .record({ provincias: fc.integer({ min: 1, max: 6 }), distritos: fc.integer({ min: 1, max: 14 }), categorias: fc.integer({ min: 1, max: 3 }) })
  .chain(({ provincias, distritos, categorias }) =>
    fc
      .record({
        cuadran: fc.boolean(),
        captura: fc.constantFrom<NivelDeCaptura>('distrito', 'provincia', 'departamento'),
        departamentoDe: lugares([0, 1, 3, 4], provincias),
        provinciaDe: lugares(
          Array.from({ length: provincias }, (_, i) => i),
          distritos,
        ),
        marcas: fc.array(lugares([0, 1, 1, 1, 2, 4], 14), { minLength: categorias, maxLength: categorias }),
        valores: fc.array(lugares([0, 1, 2, 5, 9], 14), { minLength: categorias, maxLength: categorias }),
      })
      .map(({ cuadran, captura, departamentoDe, provinciaDe, marcas, valores }) => {
        const primera = marcas[0] as number[];
        const n = { distrito: distritos, provincia: provincias, departamento: MAYOR.length, pais: 1 }[captura];
        return {
          cuadran,
          captura,
          arbol: {
            distritos,
            provincias,
            departamentos: MAYOR.length,
            provinciaDe: Int16Array.from(provinciaDe),
            departamentoDe: Int16Array.from(departamentoDe),
            mayorDe: MAYOR,
          },
          categorias: marcas.map((m, k) => ({
            categoria: NOMBRES[k] as string,
            marca: Uint8Array.from(
              m.slice(0, n).map((x, i) => {
                if (captura === 'departamento' && i === SIN_PROVINCIAS) return 0;
                return !cuadran ? x : tieneValor(primera[i] as number) ? (tieneValor(x) ? x : MARCA.VALOR) : (primera[i] as number);
              }),
            ),
            num: Float64Array.from((valores[k] as number[]).slice(0, n)),
          })),
        };
      }),
  );

type Ecuacion = Map<string, number>;

/** Every sum that the public knows: each territory of its parts in each category, and the total of the categories. */
function ecuaciones({ arbol, captura, categorias, cuadran }: Caso): { ecuaciones: Ecuacion[]; porCategoria: Ecuacion[]; reservados: string[] } {
  const salida: Ecuacion[] = [];
  const reservados: string[] = [];
  const NIVELES = ['pais', 'departamento', 'provincia', 'distrito'] as const;
  const padreDe = (nivel: (typeof NIVELES)[number], p: number): string => {
    if (nivel === 'distrito') return `provincia ${arbol.provinciaDe[p]}`;
    if (nivel === 'provincia') return `departamento ${arbol.departamentoDe[p]}`;
    return captura === 'departamento' || MAYOR[p] === p ? 'pais 0' : `departamento ${MAYOR[p]}`;
  };
  const presentes = categorias.map((c, k) => {
    const partes = new Map<string, Set<string>>();
    const subir = (nivel: (typeof NIVELES)[number], p: number): void => {
      if (nivel === 'pais') return;
      const padre = padreDe(nivel, p);
      const suyas = partes.get(padre) ?? new Set();
      partes.set(padre, suyas.add(`${nivel} ${p}`));
      const [n, q] = padre.split(' ') as [(typeof NIVELES)[number], string];
      subir(n, Number(q));
    };
    for (const [p, m] of c.marca.entries()) {
      if (!tieneValor(m)) continue;
      subir(captura, p);
      if (m === MARCA.RESERVADO) reservados.push(`${captura} ${p}/${k}`);
    }
    for (const [padre, suyas] of partes) salida.push(new Map([[`${padre}/${k}`, -1], ...[...suyas].map((h) => [`${h}/${k}`, 1] as const)]));
    return new Set([...partes.keys(), ...[...partes.values()].flatMap((s) => [...s])]);
  });
  const todos = presentes.length === NOMBRES.length ? [...(presentes[0] ?? [])].filter((t) => presentes.every((x) => x.has(t))) : [];
  const porCategoria = todos.map((t): Ecuacion => new Map(categorias.map((_, k) => [`${t}/${k}`, k === 0 ? -1 : 1])));
  if (cuadran) salida.push(...porCategoria);
  return { ecuaciones: salida, porCategoria: porCategoria.filter((_, i) => todos[i]?.startsWith(captura)), reservados };
}

/** Unknowns that the equations determine, by elimination. */
function resueltas(todas: readonly Ecuacion[], visible: (incognita: string) => boolean): string[] {
  const nombres = [...new Set(todas.flatMap((e) => [...e.keys()]))].filter((x) => !visible(x));
  const filas = todas.map((e) => nombres.map((x) => e.get(x) ?? 0));
  let rango = 0;
  for (let c = 0; c < nombres.length; c++) {
    const pivote = filas.findIndex((f, i) => i >= rango && Math.abs(f[c] as number) > 1e-9);
    if (pivote < 0) continue;
    const [fila] = filas.splice(pivote, 1) as [number[]];
    const unidad = fila.map((x) => x / (fila[c] as number));
    filas.splice(rango, 0, unidad);
    for (const [i, f] of filas.entries()) {
      const k = f[c] as number;
      if (i !== rango && Math.abs(k) > 1e-9) filas[i] = f.map((x, j) => x - k * (unidad[j] as number));
    }
    rango++;
  }
  return filas
    .slice(0, rango)
    .filter((f) => f.filter((x) => Math.abs(x) > 1e-9).length === 1)
    .map((f) => nombres[f.findIndex((x) => Math.abs(x) > 1e-9)] as string);
}

const visibleEn = (o: Ocultos) => (incognita: string) => {
  const [nivel, pos, k] = incognita.split(/[ /]/) as [NivelDeCaptura, string, string];
  return !o.oculto(nivel, Number(pos), NOMBRES[Number(k)] as string);
};

const uno: Arbol = {
  distritos: 4,
  provincias: 2,
  departamentos: 1,
  provinciaDe: Int16Array.of(0, 0, 0, 1),
  departamentoDe: Int16Array.of(0, 0),
  mayorDe: Int16Array.of(0),
};
const celda = (marca: number[], num: number[], categoria = '') => ({ categoria, marca: Uint8Array.from(marca), num: Float64Array.from(num) });
const escondidos = (o: Ocultos) =>
  (['pais', 'departamento', 'provincia', 'distrito'] as const).flatMap((n) => [0, 1, 2, 3].flatMap((p) => (o.oculto(n, p, '') ? [`${n} ${p}`] : [])));

describe('8.17 una cifra reservada no se deduce de las publicadas', () => {
  it('8.17 el único distrito reservado de una provincia esconde también al menor de sus hermanos', () => {
    expect(escondidos(ocultar([celda([4, 1, 1, 1], [7, 9, 3, 5])], [], 'distrito', uno))).toEqual(['distrito 0', 'distrito 2']);
  });

  it('8.17 dos reservados ya se protegen entre sí', () => {
    expect(escondidos(ocultar([celda([4, 1, 4, 1], [7, 9, 3, 5])], [], 'distrito', uno))).toEqual(['distrito 0', 'distrito 2']);
  });

  it('8.17 sin hermanos que lo acompañen se esconde el total, y con él una parte de otra provincia', () => {
    expect(escondidos(ocultar([celda([1, 1, 1, 4], [7, 9, 3, 5])], [], 'distrito', uno))).toEqual(['provincia 0', 'provincia 1', 'distrito 2', 'distrito 3']);
    expect(escondidos(ocultar([celda([0, 0, 0, 4], [0, 0, 0, 5])], [], 'distrito', uno))).toEqual(['pais 0', 'departamento 0', 'provincia 1', 'distrito 3']);
  });

  it('8.17 sin reservados no se esconde nada', () => {
    expect(escondidos(ocultar([celda([1, 1, 2, 0], [7, 9, 0, 0])], [], 'distrito', uno))).toEqual([]);
  });

  it('8.17 ninguna combinación de cifras publicadas, por territorio ni por categoría, resuelve una reservada', () => {
    fc.assert(
      fc.property(casos, (caso) => {
        const o = ocultar(caso.categorias, [NOMBRES.slice(1)], caso.captura, caso.arbol);
        const { ecuaciones: todas, porCategoria, reservados } = ecuaciones(caso);
        const visible = visibleEn(o);
        expect(reservados.filter(visible)).toEqual([]);
        for (const e of porCategoria) expect([...e.keys()].filter((x) => !visible(x)).length).not.toBe(1);
        const halladas = new Set(resueltas(todas, visible));
        expect(reservados.filter((r) => halladas.has(r))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });
});

import type { Advertencia, Catalogo, Impedimento } from '../../kernel/tipos.ts';
import type { Modelo } from '../modelo/modelo.ts';
import { type DatosPoi, leerMeses } from './poi.campos.ts';
import { type ContenidoPoi, metasConLinea } from './poi.ts';

type Leida = { contenido: ContenidoPoi; advertencias: Advertencia[] } | { impedimentos: Impedimento[] };

const suma = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0);
const difiere = (meses: readonly number[], total: number): boolean => meses.length > 0 && Math.abs(suma(meses) - total) > 0.005;

/** Reads a sheet or says, field by field, what does not hang together: goal ↔ activity ↔ budget line (9.5). */
export function leerVinculacion(d: DatosPoi, indicadores: Modelo['indicadores'], catalogo: Catalogo): Leida {
  const impedimentos: Impedimento[] = [];
  const mal = (campo: string, motivo: string, remedio: string) => impedimentos.push({ numeral: '9.5', campo, motivo, remedio });
  const nombres = new Map(indicadores.filter((i) => i.situacion !== 'retirado').map((i) => [i.numero, i.nombre]));
  const codigos = new Set<string>();
  for (const [i, a] of d.actividades.entries()) {
    if (codigos.has(a.codigo)) mal(`actividades[${i}].codigo`, `La actividad ${a.codigo} está dos veces.`, 'Deje una sola fila por actividad.');
    codigos.add(a.codigo);
    if (catalogo.territorio(a.ubigeo)?.tipo !== 'distrito')
      mal(`actividades[${i}].ubigeo`, `No hay un distrito ${a.ubigeo}.`, 'Use el código INEI del distrito.');
  }
  const vistas = new Set<string>();
  for (const [i, m] of d.metas.entries()) {
    if (!nombres.has(m.indicador))
      mal(`metas[${i}].indicador`, `El modelo no tiene un indicador ${m.indicador} vigente.`, 'Use el número que muestra el modelo.');
    if (!codigos.has(m.actividad))
      mal(`metas[${i}].actividad`, `La actividad ${m.actividad} no está entre las descritas.`, 'Agréguela a las actividades o corrija el código.');
    const clave = `${m.indicador}|${m.actividad}`;
    if (vistas.has(clave)) mal(`metas[${i}].indicador`, 'La misma meta y actividad están dos veces.', 'Deje una sola fila.');
    vistas.add(clave);
  }
  for (const [i, c] of d.cadenas.entries())
    if (!codigos.has(c.actividad))
      mal(`cadenas[${i}].actividad`, `La actividad ${c.actividad} no está entre las descritas.`, 'Agréguela a las actividades o corrija el código.');
  const meses = (lista: 'actividades' | 'cadenas') =>
    d[lista].map((x, i) => {
      const leidos = leerMeses(x.mensual);
      if (!leidos)
        mal(`${lista}[${i}].mensual`, 'No son doce números.', 'Escriba de enero a diciembre, separados por espacios; use 0 en los meses sin programación.');
      return leidos ?? [];
    });
  const deActividad = meses('actividades');
  const deCadena = meses('cadenas');
  if (impedimentos.length > 0) return { impedimentos };
  const contenido: ContenidoPoi = {
    metas: d.metas.map((m) => ({ ...m, nombre: nombres.get(m.indicador) as string })),
    actividades: d.actividades.map((a, i) => ({ ...a, mensual: deActividad[i] as number[] })),
    cadenas: d.cadenas.map((c, i) => ({ ...c, mensual: deCadena[i] as number[] })),
  };
  return { contenido, advertencias: advertencias(contenido, [...nombres.keys()]) };
}

function advertencias(c: ContenidoPoi, numeros: readonly number[]): Advertencia[] {
  const con = new Set(metasConLinea(c));
  const citadas = new Set(c.metas.map((m) => m.indicador));
  const sinCadena = [...citadas].filter((n) => !con.has(n));
  const sinMeta = numeros.filter((n) => !citadas.has(n));
  const fisicas = c.actividades.filter((a) => difiere(a.mensual, a.anual)).map((a) => a.codigo);
  const montos = c.cadenas.filter((x) => difiere(x.mensual, x.pim ?? x.pia)).map((x) => x.actividad);
  const avisa = (hay: readonly unknown[], motivo: string): Advertencia[] => (hay.length > 0 ? [{ numeral: '9.5', motivo }] : []);
  return [
    ...avisa(sinCadena, `Aún sin cadena presupuestal que comprometa su ejecución: indicador ${sinCadena.join(', ')}.`),
    ...avisa(sinMeta, `Indicadores del modelo que esta ficha no considera: ${sinMeta.join(', ')}.`),
    ...avisa(fisicas, `Los meses no suman la meta anual: ${fisicas.join(', ')}. Puede ser correcto si la unidad no se suma.`),
    ...avisa(montos, `La programación mensual no suma el presupuesto: ${montos.join(', ')}.`),
  ];
}

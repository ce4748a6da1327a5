import type { Catalogo, Territorio } from '../../kernel/tipos.ts';
import { type Fila, numero } from './fuente.ts';
import type { Clasificada, Leida } from './importar.tipos.ts';
import { ajeno, escrito, estaCortado, mismoNombre, type Nomina } from './nombres.ts';
import { type TerritorioCompleto, territorioDe } from './territorio.ts';

const rechazado = (motivo: string): Clasificada => ({ resultado: 'rechazado', motivo });

/** Capital, population and position of a row; values that cannot be are left out and named. */
function datosDe(fila: Fila): { datos: Partial<TerritorioCompleto>; ilegibles: string[] } {
  const datos = {
    capital: fila.valor('capital_legal'),
    poblacion: numero(fila.valor('poblacion'), 0, 50_000_000),
    lat: numero(fila.valor('latitud'), -18.5, 0.1),
    lon: numero(fila.valor('longitud'), -81.5, -68.5),
  };
  if (datos.poblacion !== undefined && !Number.isInteger(datos.poblacion)) datos.poblacion = undefined;
  const columnas = { poblacion: 'poblacion', lat: 'latitud', lon: 'longitud' } as const;
  const ilegibles = (Object.keys(columnas) as (keyof typeof columnas)[])
    .filter((k) => datos[k] === undefined && fila.valor(columnas[k]) !== undefined)
    .map((k) => columnas[k]);
  return { datos, ilegibles };
}

/** Keeps of the row only what it adds or changes. */
function conDatos(actual: TerritorioCompleto, fila: Fila): { territorio?: TerritorioCompleto; motivo: string } {
  const { datos, ilegibles } = datosDe(fila);
  const cambia = (Object.keys(datos) as (keyof typeof datos)[]).some((k) => datos[k] !== undefined && datos[k] !== actual[k]);
  const presentes = Object.fromEntries(Object.entries(datos).filter(([, v]) => v !== undefined));
  return {
    territorio: cambia ? { ...actual, ...presentes } : undefined,
    motivo: [cambia ? 'Se actualizan sus datos.' : '', ilegibles.length > 0 ? `Sin usar por ilegible: ${ilegibles.join(', ')}.` : ''].filter(Boolean).join(' '),
  };
}

/** The same code under another name; a name that the source cut short is not taken. */
function renombrado(actual: Territorio, { nombres, fila }: Leida): Clasificada {
  const { territorio, motivo } = conDatos(actual, fila);
  if (estaCortado(nombres.distrito, actual.nombre))
    return {
      resultado: 'igual',
      motivo: `El archivo escribe «${nombres.distrito}», que parece cortado: se conserva «${actual.nombre}». ${motivo}`.trim(),
      territorios: territorio ? [territorio] : [],
    };
  return {
    resultado: 'renombrado',
    motivo: `Antes: «${actual.nombre}». ${motivo}`.trim(),
    territorios: [{ ...(territorio ?? actual), nombre: escrito(nombres.distrito) }],
  };
}

/** A code that the catalogue does not have: a district born after it, in a province known or born with it. */
function sinCodigo(inei: string, leida: Leida, catalogo: Catalogo, nomina: Nomina): Clasificada {
  const { nombres, fila } = leida;
  const otro = nomina.buscar(nombres);
  if (otro) return rechazado(`Ese distrito figura con el código ${otro.id} del INEI. El del archivo puede ser de RENIEC o anterior.`);
  const provincia = catalogo.territorio(inei.slice(0, 4));
  if (provincia && !nomina.concuerda(inei, nombres))
    return rechazado(`El código ${inei} sería de la provincia de ${provincia.nombre}, que no es la que dice la fila.`);
  const departamento = catalogo.territorio(inei.slice(0, 2));
  if (!departamento || !mismoNombre(departamento.nombre, nombres.departamento)) return rechazado(`El código ${inei} no es del departamento que dice la fila.`);
  if (!provincia && catalogo.provinciasDe(inei.slice(0, 2)).some((p) => mismoNombre(p.nombre, nombres.provincia)))
    return rechazado(`La provincia de ${nombres.provincia} figura con otro código.`);
  const distrito = territorioDe({ id: inei, nombre: escrito(nombres.distrito) });
  const { territorio, motivo } = conDatos(distrito, fila);
  const nueva = provincia ? [] : [territorioDe({ id: inei.slice(0, 4), nombre: escrito(nombres.provincia) })];
  return {
    resultado: 'nuevo',
    motivo: [nueva.length > 0 ? `Con él nace la provincia de ${nombres.provincia}.` : '', motivo.replace('Se actualizan sus datos.', '')].join(' ').trim(),
    territorios: [...nueva, territorio ?? distrito],
  };
}

/** A row of the table of INEI. The catalogue keeps its own accents and capitals when the name is the same. */
export function clasificarInei(leida: Leida, catalogo: Catalogo, nomina: Nomina): Clasificada {
  const { inei, nombres, fila } = leida;
  if (!inei) return rechazado(fila.valor('ubigeo') ? 'El código no tiene seis dígitos.' : 'La fila no tiene código.');
  if (!nombres.departamento || !nombres.provincia || !nombres.distrito) return rechazado('Falta el departamento, la provincia o el distrito.');
  const actual = catalogo.territorio(inei);
  if (!actual) return sinCodigo(inei, leida, catalogo, nomina);
  const conflicto = ajeno(inei, nombres, catalogo, nomina);
  if (conflicto) return rechazado(conflicto);
  if (!mismoNombre(actual.nombre, nombres.distrito)) return renombrado(actual, leida);
  const { territorio, motivo } = conDatos(actual, fila);
  return { resultado: 'igual', motivo, territorios: territorio ? [territorio] : [] };
}

import { gobiernoDerivado } from '../../directiva/gobiernos.ts';
import type { Catalogo, Entidad } from '../../kernel/tipos.ts';
import type { CodigoDeTerritorio, TerritorioImportado } from '../catalogo/catalogo.ts';
import { codigoDeDistrito, type Fila, type Formato, leerFuente } from './fuente.ts';
import { clasificarInei } from './importar.inei.ts';
import { clasificarReniec } from './importar.reniec.ts';
import type { Clasificada, Leida, LineaDeReporte } from './importar.tipos.ts';
import { type Nomina, nomina } from './nombres.ts';
import type { TerritorioCompleto } from './territorio.ts';

export type Preparada = { ok: true; datos: Omit<TerritorioImportado, 'altas'>; lineas: LineaDeReporte[] } | { ok: false; motivo: string; remedio: string };

type Clasificador = (leida: Leida, catalogo: Catalogo, nomina: Nomina) => Clasificada;

const CLASIFICADORES: Readonly<Record<Formato, Clasificador>> = { inei: clasificarInei, inei_reniec: clasificarReniec };

/** Above this share of rows whose code is of another place, the column is not of INEI codes. */
const CONFLICTOS_TOLERADOS = 0.02;

/**
 * Compares a published table with the catalogue, row by row. Never removes: what the file omits stays.
 * @param archivo sha-256 of the file, in hex.
 * @param conocidos codes that the catalogue has: those that stay the same are not imported again.
 * @returns data for `ImportarTerritorio` and one line of report per row; or why the file as a whole cannot be read.
 */
export function prepararImportacion(texto: string, catalogo: Catalogo, archivo: string, conocidos: readonly CodigoDeTerritorio[] = []): Preparada {
  const fuente = leerFuente(texto);
  if (!fuente.ok) return fuente;
  const nombres = nomina(catalogo);
  const vistos = new Map<string, number>();
  const filas = fuente.filas.map((fila) => {
    const leida = leer(fila, fuente.formato);
    return { leida, clasificada: repetida(leida, vistos) ?? CLASIFICADORES[fuente.formato](leida, catalogo, nombres) };
  });
  const revisadas = sinRepetir(desconfiar(filas, catalogo), conocidos);
  const lineas = revisadas.map(({ leida, clasificada }) => lineaDe(leida, clasificada, fuente.formato));
  const resumen: Record<string, number> = {};
  for (const l of lineas) resumen[l.resultado] = (resumen[l.resultado] ?? 0) + 1;
  const territorios = [...new Map(revisadas.flatMap((f) => f.clasificada.territorios ?? []).map((t) => [t.id, t])).values()];
  const codigos = revisadas.flatMap((f) => f.clasificada.codigos ?? []);
  return { ok: true, lineas, datos: { archivo, formato: fuente.formato, resumen, territorios, codigos, entidades: gobiernosDe(territorios, catalogo) } };
}

function leer(fila: Fila, formato: Formato): Leida {
  return {
    fila,
    nombres: { departamento: fila.valor('departamento') ?? '', provincia: fila.valor('provincia') ?? '', distrito: fila.valor('distrito') ?? '' },
    inei: codigoDeDistrito(fila.valor(formato === 'inei' ? 'ubigeo' : 'inei')),
    reniec: formato === 'inei' ? undefined : codigoDeDistrito(fila.valor('reniec')),
  };
}

function repetida({ fila, inei, reniec }: Leida, vistos: Map<string, number>): Clasificada | undefined {
  for (const [emisor, codigo] of [
    ['INEI', inei],
    ['RENIEC', reniec],
  ] as const) {
    if (!codigo) continue;
    const antes = vistos.get(`${emisor}${codigo}`);
    if (antes !== undefined) return { resultado: 'rechazado', motivo: `El código ${codigo} de ${emisor} ya está en la línea ${antes}.` };
    vistos.set(`${emisor}${codigo}`, fila.linea);
  }
  return undefined;
}

interface Revisada {
  leida: Leida;
  clasificada: Clasificada;
}

/** When many codes belong to other places (RENIEC codes in the column of INEI), the file may not add or rename. */
function desconfiar(filas: readonly Revisada[], catalogo: Catalogo): readonly Revisada[] {
  const ajenas = filas.filter(({ leida, clasificada }) => clasificada.resultado === 'rechazado' && leida.inei && catalogo.territorio(leida.inei)).length;
  if (ajenas <= filas.length * CONFLICTOS_TOLERADOS) return filas;
  return filas.map((f) => {
    const { resultado } = f.clasificada;
    if (resultado === 'igual' || resultado === 'rechazado') return f;
    return {
      ...f,
      clasificada: { resultado: 'rechazado', motivo: `Demasiados códigos del archivo (${ajenas}) son de otro lugar: la columna no parece del INEI.` },
    };
  });
}

/** Leaves out the codes that the catalogue already has for the same territory. */
function sinRepetir(filas: readonly Revisada[], conocidos: readonly CodigoDeTerritorio[]): readonly Revisada[] {
  const clave = (c: CodigoDeTerritorio) => `${c.emisor} ${c.codigo} ${c.territorio} ${c.vigente}`;
  const hay = new Set(conocidos.map(clave));
  return filas.map(({ leida, clasificada }) => ({ leida, clasificada: { ...clasificada, codigos: clasificada.codigos?.filter((c) => !hay.has(clave(c))) } }));
}

function lineaDe({ fila, nombres, inei }: Leida, clasificada: Clasificada, formato: Formato): LineaDeReporte {
  const { resultado, motivo } = clasificada;
  const codigo = fila.valor(formato === 'inei' ? 'ubigeo' : 'inei') ?? '';
  const repuesto = inei && inei !== codigo ? `Se repuso el cero inicial: ${inei}. ` : '';
  return {
    linea: fila.linea,
    codigo,
    nombre: Object.values(nombres).join(' / '),
    resultado,
    efecto: efectoDe(clasificada),
    motivo: `${repuesto}${motivo}`.trim(),
  };
}

function efectoDe({ resultado, territorios, codigos }: Clasificada): LineaDeReporte['efecto'] {
  if (resultado === 'nuevo' || resultado === 'rechazado') return resultado;
  return territorios?.length || codigos?.length ? 'cambiado' : 'igual';
}

/** Governments of the territories that are new, or whose name follows from one that changes. */
function gobiernosDe(territorios: readonly TerritorioCompleto[], catalogo: Catalogo): Entidad[] {
  return territorios.flatMap((t) => {
    if (catalogo.territorio(t.id)?.nombre === t.nombre) return [];
    const derivado = gobiernoDerivado(t);
    if (!derivado) return [];
    const actual = catalogo.entidad(derivado.id);
    return actual?.nombre === derivado.nombre ? [] : [{ ...actual, ...derivado }];
  });
}

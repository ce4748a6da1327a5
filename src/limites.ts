import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { feature } from 'topojson-client';
import { z } from 'zod';
import type { Catalogo, TerritorioId } from './kernel/tipos.ts';
import type { Db } from './platform/base.ts';

/** Bytes of a file of limits. */
export const MAXIMO_LIMITES = 8 * 1024 * 1024;
/** Steps per degree of the stored shapes: about eleven metres. */
export const PASO = 10_000;

const Arcos = z.union([z.array(z.array(z.int())), z.array(z.array(z.array(z.int())))]);
const Forma = z.object({
  type: z.enum(['Polygon', 'MultiPolygon']),
  id: z.union([z.string(), z.number()]).transform(String),
  arcs: Arcos,
  properties: z.object({ name: z.string().optional() }).loose().optional(),
});
const Archivo = z.object({
  type: z.literal('Topology'),
  transform: z.object({ scale: z.tuple([z.number(), z.number()]), translate: z.tuple([z.number(), z.number()]) }).optional(),
  objects: z.record(z.string(), z.object({ type: z.string(), geometries: z.array(z.unknown()).max(5000).optional() })),
  arcs: z.array(z.array(z.array(z.number()).min(2)).min(2)).max(100_000),
});

/** Names that publishers give to each level. */
const OBJETOS = { provincia: ['level3', 'provincia', 'provincias'], distrito: ['level4', 'distrito', 'distritos'] } as const;

export interface LimitesPreparados {
  ok: true;
  archivo: string;
  filas: { territorio: TerritorioId; trazos: number[][] }[];
  cuenta: { provincia: number; distrito: number };
  /** Codes of the file that the catalogue does not have. */
  desconocidos: string[];
  /** Districts and provinces of the catalogue without a shape. */
  faltan: { id: TerritorioId; nombre: string }[];
  /** Shapes whose name is not that of the catalogue. */
  otroNombre: { id: TerritorioId; enArchivo: string; nombre: string }[];
}

interface Rechazo {
  ok: false;
  motivo: string;
  remedio: string;
}

const rechazo = (motivo: string, remedio = 'Use un archivo TopoJSON de límites distritales y provinciales con códigos INEI.'): Rechazo => ({
  ok: false,
  motivo,
  remedio,
});

const llana = (t: string): string =>
  t
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');

/** First point and steps, in whole ten-thousandths of a degree; points that coincide are dropped. */
function trazo(anillo: readonly (readonly number[])[]): number[] {
  const salida: number[] = [];
  let [px, py] = [0, 0];
  for (const p of anillo) {
    const x = Math.round((p[0] as number) * PASO);
    const y = Math.round((p[1] as number) * PASO);
    if (salida.length > 0 && x === px && y === py) continue;
    salida.push(x - px, y - py);
    [px, py] = [x, y];
  }
  return salida;
}

/** Reads a file of limits as published and says what it has and lacks. Nothing is stored. */
export function prepararLimites(bytes: Uint8Array, catalogo: Catalogo): LimitesPreparados | Rechazo {
  if (bytes.length > MAXIMO_LIMITES) return rechazo(`El archivo pesa más de ${MAXIMO_LIMITES / 1024 / 1024} MB.`, 'Simplifique los límites y súbalo de nuevo.');
  let leido: unknown;
  try {
    leido = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return rechazo('El archivo no es JSON en UTF-8.');
  }
  const r = Archivo.safeParse(leido);
  if (!r.success) return rechazo('El archivo no tiene la forma de un TopoJSON.');
  const { data } = r;
  const total = data.arcs.length;
  const arcoAjeno = (arcos: readonly unknown[]): boolean =>
    arcos.some((a) => (Array.isArray(a) ? arcoAjeno(a) : ((a as number) < 0 ? ~(a as number) : (a as number)) >= total));
  const salida: LimitesPreparados = {
    ok: true,
    archivo: createHash('sha256').update(bytes).digest('hex'),
    filas: [],
    cuenta: { provincia: 0, distrito: 0 },
    desconocidos: [],
    faltan: [],
    otroNombre: [],
  };
  const vistos = new Set<string>();
  for (const nivel of ['provincia', 'distrito'] as const) {
    const nombre = OBJETOS[nivel].find((n) => data.objects[n]?.type === 'GeometryCollection');
    for (const cruda of nombre ? (data.objects[nombre]?.geometries ?? []) : []) {
      const f = Forma.safeParse(cruda);
      if (!f.success || arcoAjeno(f.data.arcs)) return rechazo(`Una forma del objeto «${nombre}» no se puede leer.`);
      const territorio = catalogo.territorio(f.data.id);
      if (territorio?.tipo !== nivel) {
        salida.desconocidos.push(f.data.id);
        continue;
      }
      if (vistos.has(territorio.id)) return rechazo(`El código ${territorio.id} se repite en el archivo.`);
      vistos.add(territorio.id);
      const enArchivo = f.data.properties?.name;
      if (enArchivo && llana(enArchivo) !== llana(territorio.nombre)) salida.otroNombre.push({ id: territorio.id, enArchivo, nombre: territorio.nombre });
      const { geometry } = feature(
        data as unknown as Parameters<typeof feature>[0],
        f.data as unknown as Parameters<typeof feature>[1],
      ) as unknown as GeoJSON.Feature<GeoJSON.Polygon | GeoJSON.MultiPolygon>;
      const poligonos = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      if (poligonos.flat(2).some(([x = 0, y = 0]) => !(x > -85 && x < -65 && y > -22 && y < 3)))
        return rechazo(`La forma ${territorio.id} cae fuera del Perú.`);
      salida.filas.push({ territorio: territorio.id, trazos: poligonos.flat().map(trazo) });
      salida.cuenta[nivel]++;
    }
  }
  if (salida.filas.length === 0)
    return rechazo(
      `El archivo trae los objetos ${Object.keys(data.objects).slice(0, 8).join(', ') || '(ninguno)'}, sin distritos ni provincias con código INEI.`,
      `Los objetos se llaman ${OBJETOS.provincia.join(' o ')} y ${OBJETOS.distrito.join(' o ')}.`,
    );
  // The same digits are other places in the codes of RENIEC: many wrong names give them away.
  if (salida.otroNombre.length > salida.filas.length / 5)
    return rechazo('La mayoría de los nombres no corresponde a su código: el archivo parece usar códigos que no son del INEI.', 'Conviértalo a códigos INEI.');
  for (const d of ['pe', ...catalogo.departamentales().map((t) => t.id)].flatMap((id) => (id === 'pe' ? [] : catalogo.provinciasDe(id))))
    for (const t of [d, ...catalogo.hijosDe(d.id)])
      if (!vistos.has(t.id) && salida.cuenta[t.tipo as 'provincia'] > 0) salida.faltan.push({ id: t.id, nombre: t.nombre });
  return salida;
}

/** Replaces every stored shape by those of the file. */
export async function guardarLimites(db: Db, p: LimitesPreparados): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`delete from limite`.execute(tx);
    await sql`insert into limite (territorio, trazos, archivo)
      select territorio, trazos, ${p.archivo} from jsonb_to_recordset(${JSON.stringify(p.filas)}::jsonb) as f (territorio text, trazos jsonb)`.execute(tx);
  });
}

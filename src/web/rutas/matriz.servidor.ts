import { leerMatriz } from '../../lecturas/matriz.ts';
import type { Vista } from '../matriz.ts';
import type { DepsDeOficina } from '../sesion.servidor.ts';

/** Columns of one page. */
export const COLUMNAS = 10;

type VistaLeida = Omit<Vista, 'abiertas' | 'soloConCasos' | 'abrir'>;

/** Filters of the address and what they leave of the matrix. A sector starts on its own services. One statement. */
export async function vistaDeMatriz(deps: DepsDeOficina, p: URLSearchParams) {
  const catalogo = deps.catalogo();
  const { actor } = deps.quien;
  const propio = actor.tipoEntidad === 'ministerio' || actor.tipoEntidad === 'adscrito' ? actor.sector : undefined;
  const sector = p.has('sector') ? p.get('sector') || undefined : propio;
  const etapa = p.get('etapa') || undefined;
  const leida = await leerMatriz(deps.db, sector);
  const servicio = leida.servicios.find((s) => s.id === p.get('servicio'))?.id;
  const servicios = leida.servicios.filter((s) => !servicio || s.id === servicio);
  const elegidos = new Set(servicios.map((s) => s.id));
  const vista: VistaLeida = {
    servicios,
    celdas: leida.celdas.filter((c) => elegidos.has(c.servicio) && (!etapa || c.etapa === etapa)),
    departamentales: catalogo.departamentales(),
    provinciasDe: (d) => catalogo.provinciasDe(d),
  };
  const nombre = (id: string) => catalogo.entidad(id)?.nombre ?? id;
  const opcion = (id: string) => ({ valor: id, texto: nombre(id) });
  return {
    vista,
    nombre,
    filtro: { sector, etapa, servicio },
    opciones: {
      sectores: [...new Set([...leida.sectores, ...(sector ? [sector] : [])])].map(opcion).sort((a, b) => a.texto.localeCompare(b.texto, 'es')),
      servicios: leida.servicios.map((s) => ({ valor: s.id, texto: s.nombre })),
    },
  };
}

import { nombreDePeriodo } from '../../directiva/periodos.ts';
import { listarIndicadores } from '../../lecturas/indicadores.ts';
import { reportaTodo } from '../../modules/reporte/reporte.reglas.ts';
import type { DepsDeOficina } from '../sesion.servidor.ts';

const MAXIMO = 100;

/** Indicators that the office may report, those with an open period first. */
export async function indicadoresPorReportar(deps: Pick<DepsDeOficina, 'db' | 'quien'>) {
  const { actor } = deps.quien;
  const { filas } = await listarIndicadores(deps.db, { soloPublicado: false, pagina: 1, tamano: MAXIMO });
  return filas
    .filter((f) => f.situacion !== 'retirado' && (reportaTodo(actor, f.estado) || (actor.territorio !== undefined && f.estado.captura !== 'pais')))
    .map(({ id, titulo, servicioNombre, sectorNombre, estado: s }) => {
      const abiertos = Object.entries(s.periodos).flatMap(([p, x]) => (x.situacion === 'abierto' ? [Number(p)] : []));
      const abierto = abiertos.length > 0 ? `abierto: ${nombreDePeriodo(s.periodicidad, Math.max(...abiertos))}` : '';
      return { id, nombre: titulo, abierto: abiertos.length > 0, detalle: [servicioNombre, sectorNombre, abierto].filter(Boolean).join(' · ') };
    })
    .sort((a, b) => Number(b.abierto) - Number(a.abierto) || a.nombre.localeCompare(b.nombre, 'es'));
}

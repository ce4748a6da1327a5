import { nombreDeCargo } from '../directiva/cargos.ts';
import { dmy } from '../kernel/calendario.ts';
import type { FichaApi } from '../platform/auth/fichas.ts';
import { fechaHora } from './formato.ts';

/** A token of the API as a screen lists it. */
export interface FichaMostrada {
  id: string;
  nombre: string;
  oficina: string;
  vence: string;
  uso: string | null;
  activa: boolean;
  estado: string;
}

export function fichaMostrada(f: FichaApi, hoy: string): FichaMostrada {
  const activa = !f.revocadaEn && f.venceEl >= hoy;
  return {
    id: f.id,
    nombre: f.nombre,
    oficina: `${nombreDeCargo(f.cargo)} · ${f.entidadNombre}`,
    vence: dmy(f.venceEl),
    uso: f.ultimaEn ? fechaHora(f.ultimaEn) : null,
    activa,
    estado: f.revocadaEn ? 'Revocada' : activa ? 'Vigente' : 'Vencida',
  };
}

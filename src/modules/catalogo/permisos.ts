import { nombreDeCargo } from '../../directiva/cargos.ts';
import type { Permiso } from '../../kernel/acto.ts';
import type { Actor } from '../../kernel/tipos.ts';

/** Administrators manage accounts and catalogues, not content. */
export function administra(actor: Actor): Permiso {
  return actor.cargo === 'administrador'
    ? null
    : {
        numeral: 'IV',
        motivo: 'Los catálogos los mantiene la administración de la plataforma.',
        remedio: `Solicite el cambio a la ${nombreDeCargo('administrador')}.`,
      };
}

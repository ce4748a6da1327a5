import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { fechaDeLima } from '../../kernel/calendario.ts';
import type { Actor, Id } from '../../kernel/tipos.ts';
import type { Base } from '../base.ts';
import type { Ejecutar, Solicitante } from '../contrato.ts';
import { anotar } from './bitacora.ts';
import { COSTO, type Costo, cifrarClave, claveAlAzar } from './claves.ts';
import { insertarCuenta } from './cuentas.ts';

/** Ids of the installer in the ledger: no person holds them, nobody signs in with them. */
const PERSONA: Id = '01900000-0000-7000-8000-000000000010';
const DESIGNACION: Id = '01900000-0000-7000-8000-000000000011';

const CORREO = 'admin@localhost';

/** The installation itself, which opens the catalogues and designates the first administrator. */
export function actorInstalador(): Actor {
  return {
    persona: PERSONA,
    designacion: DESIGNACION,
    cargo: 'administrador',
    calidad: 'titular',
    entidad: 'pcm',
    tipoEntidad: 'pcm',
    nivel: 'nacional',
    sector: 'pcm',
    desde: '2016-01-22',
  };
}

/** Same, as `execute` wants it. */
export function solicitanteInstalador(demo = false): Solicitante {
  return { cuenta: DESIGNACION, actor: actorInstalador(), demo };
}

/** Designations of the demo do not count: its offices administer the demo only. */
async function hayAdministrador(db: Kysely<Base>): Promise<boolean> {
  const alguna = await db
    .selectFrom('designacion')
    .innerJoin('cuenta', 'cuenta.persona', 'designacion.persona')
    .select('designacion.id')
    .where('designacion.cargo', '=', 'administrador')
    .where('cuenta.demo', '=', false)
    .executeTakeFirst();
  return alguna !== undefined;
}

/**
 * Makes the first administrator where no one was ever designated: an account with a one-time password, printed once on
 * the console, and its designation by the acto `DesignarOficina`. Interrupted half-way, the next start completes it.
 * @returns undefined when there is an administrator already
 * @throws when the designation is refused
 */
export async function crearPrimerAdministrador(
  db: Kysely<Base>,
  { ejecutar, ahora, correo = CORREO, entidad = 'pcm' }: { ejecutar: Ejecutar; ahora: Date; correo?: string; entidad?: string },
  costo: Costo = COSTO,
): Promise<{ correo: string; clave: string } | undefined> {
  if (await hayAdministrador(db)) return undefined;
  const clave = claveAlAzar();
  const hash = await cifrarClave(clave, costo);
  const persona = await db.transaction().execute(async (tx) => {
    const nueva = await insertarCuenta(tx, { nombres: 'Administración', apellidos: 'de la plataforma', correo, hash, demo: false, ahora });
    const cuenta = await tx
      .updateTable('cuenta')
      .set({ clave_hash: hash, debe_cambiar: true, activa: true })
      .where('correo', '=', correo)
      .returning(['id', 'persona'])
      .executeTakeFirstOrThrow();
    await anotar(tx, { ahora, que: nueva ? 'cuenta_creada' : 'clave_restablecida', sobre: cuenta.id });
    return cuenta.persona;
  });
  const r = await ejecutar(
    {
      acto: 'DesignarOficina',
      expediente: randomUUID(),
      clave: randomUUID(),
      datos: { persona, entidad, cargo: 'administrador', calidad: 'titular', desde: fechaDeLima(ahora), documento: 'Instalación de la plataforma' },
    },
    solicitanteInstalador(),
  );
  if (!r.ok) throw new Error(`No se pudo designar al primer administrador: ${r.impedimentos.map((i) => i.motivo).join(' ')}`);
  return { correo, clave };
}

import { sql } from 'kysely';
import type { Calidad, Fecha, Id } from '../kernel/tipos.ts';
import type { Db } from '../platform/base.ts';

export interface Importacion {
  /** sha-256 of the file, in hex. */
  archivo: string;
  el: Fecha;
  resumen: Record<string, number>;
}

export interface ResumenDeAdministracion {
  cuentas: number;
  sinOficina: number;
  entidades: number;
  organosPorConfirmar: number;
  /** Messages given up. */
  correoFallido: number;
  /** Version of the expediente of catalogues; 0 before the installation. */
  version: number;
  importaciones: { territorio?: Importacion; normas?: Importacion };
}

/** What the front page of the administration counts, in one statement. `sinOficina`: active accounts with no office in force. */
export async function resumenDeAdministracion(db: Db, hoy: Fecha): Promise<ResumenDeAdministracion> {
  const { rows } = await sql<ResumenDeAdministracion>`
    select (select count(*)::int from cuenta where activa) as cuentas,
      (select count(*)::int from cuenta c where c.activa and not exists (
        select from designacion d where d.persona = c.persona and not d.anulada and ${hoy}::date between d.desde and coalesce(d.hasta, 'infinity'))) as "sinOficina",
      (select count(*)::int from entidad where vigente_hasta is null) as entidades,
      (select count(*)::int from organo where por_confirmar) as "organosPorConfirmar",
      (select count(*)::int from salida where estado = 'muerto') as "correoFallido",
      coalesce((select version from expediente where tipo = 'catalogo'), 0) as version,
      coalesce((select estado -> 'importaciones' from expediente where tipo = 'catalogo'), '{}') as importaciones`.execute(db);
  return rows[0] as ResumenDeAdministracion;
}

/** Version of the catalogues and their last imports, in one statement. */
export async function estadoDeCatalogos(db: Db): Promise<Pick<ResumenDeAdministracion, 'version' | 'importaciones'>> {
  const { rows } = await sql<Pick<ResumenDeAdministracion, 'version' | 'importaciones'>>`
    select version, estado -> 'importaciones' as importaciones from expediente where tipo = 'catalogo'`.execute(db);
  return rows[0] ?? { version: 0, importaciones: {} };
}

export interface DesignacionDeCuenta {
  id: Id;
  version: number;
  entidadNombre: string;
  cargo: string;
  calidad: Calidad;
  documento: string | null;
  desde: Fecha;
  hasta: Fecha | null;
  anulada: boolean;
}

export interface CuentaCompleta {
  id: Id;
  persona: Id;
  nombres: string;
  apellidos: string;
  dni: string | null;
  correo: string;
  activa: boolean;
  bloqueada: boolean;
  demo: boolean;
  debeCambiar: boolean;
  suprimida: boolean;
  conClave: boolean;
  ultimoIngreso: string | null;
  designaciones: DesignacionDeCuenta[];
}

/** An account with its person and every designation, the latest first, in one statement. */
export async function findCuenta(db: Db, id: string): Promise<CuentaCompleta | undefined> {
  const { rows } = await sql<CuentaCompleta>`
    select c.id, c.persona, p.nombres, p.apellidos, p.dni, c.correo, c.activa, c.bloqueada_en is not null as bloqueada, c.demo, c.debe_cambiar as "debeCambiar", p.suprimida,
      c.clave_hash is not null as "conClave", to_json(c.ultimo_ingreso) as "ultimoIngreso",
      (select coalesce(json_agg(json_build_object('id', d.id, 'version', x.version, 'entidadNombre', e.nombre, 'cargo', d.cargo, 'calidad', d.calidad,
          'documento', d.documento, 'desde', d.desde, 'hasta', d.hasta, 'anulada', d.anulada) order by d.desde desc, d.id), '[]')
        from designacion d join entidad e on e.id = d.entidad join expediente x on x.id = d.id where d.persona = c.persona) as designaciones
    from cuenta c join persona p on p.id = c.persona where c.id::text = ${id.toLowerCase()}`.execute(db);
  return rows[0];
}

export interface HechoDeDesignacion {
  designacion: Id;
  hecho: string;
  ocurridoEl: Fecha;
  registradoEn: string;
  /** Office of who recorded it. */
  por: { cargo: string; entidadNombre: string };
  cargo: string;
  entidadNombre: string;
}

/** What was recorded of the designations of a person, the latest first. */
export async function hechosDeDesignaciones(db: Db, persona: Id): Promise<HechoDeDesignacion[]> {
  const { rows } = await sql<HechoDeDesignacion>`
    select d.id as designacion, h.tipo as hecho, a.ocurrido_el as "ocurridoEl", to_json(a.registrado_en) as "registradoEn", d.cargo, e.nombre as "entidadNombre",
      json_build_object('cargo', a.cargo, 'entidadNombre', coalesce(p.nombre, a.entidad)) as por
    from designacion d join hecho h on h.expediente_id = d.id join acto a on a.id = h.acto_id join entidad e on e.id = d.entidad left join entidad p on p.id = a.entidad
    where d.persona = ${persona} order by a.registrado_en desc, h.version desc limit 200`.execute(db);
  return rows;
}

/** Address and id of accounts by person: where a designation leads to. */
export async function cuentasDe(db: Db, designaciones: readonly Id[]): Promise<Map<Id, { cuenta: Id; nombre: string }>> {
  const { rows } = await sql<{ designacion: Id; cuenta: Id; nombre: string }>`
    select d.id as designacion, c.id as cuenta, p.nombres || ' ' || p.apellidos as nombre
    from designacion d join cuenta c on c.persona = d.persona join persona p on p.id = d.persona where d.id = any (${[...designaciones]}::uuid[])`.execute(db);
  return new Map(rows.map((r) => [r.designacion, { cuenta: r.cuenta, nombre: r.nombre }]));
}

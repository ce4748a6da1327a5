-- The ledger: actos and hechos never change; heads and pendientes are projections.

create table acto (
  id uuid primary key,
  nombre text not null,
  cuenta text not null,
  clave text not null,
  solicitud bytea not null,
  persona uuid not null,
  designacion uuid not null,
  entidad text not null,
  cargo text not null,
  decidido_por jsonb,
  ocurrido_el date not null,
  registrado_en timestamptz not null,
  advertencias jsonb not null default '[]',
  respuesta jsonb not null,
  unique (cuenta, clave)
);
comment on table acto is 'One row per acto performed: who, as which office, with which key, and the stored answer for a replay';
comment on column acto.clave is 'Idempotency-Key, unique per account';
comment on column acto.solicitud is 'sha-256 of the canonical request: the same key with another body is refused';

create table hecho (
  expediente_id uuid not null,
  version integer not null,
  acto_id uuid not null references acto (id),
  tipo text not null,
  contenido text not null,
  huella bytea not null,
  primary key (expediente_id, version)
);
create index hecho_acto on hecho (acto_id);
comment on table hecho is 'Append-only. contenido = canonical JSON; huella = sha-256(previous huella || contenido), chained per expediente';

create table expediente (
  id uuid primary key,
  tipo text not null,
  codigo text not null,
  version integer not null,
  estado jsonb not null,
  huella bytea not null,
  titulo text not null,
  situacion text not null,
  entidad text not null,
  territorio text,
  relaciones jsonb not null default '{}',
  participantes text[] not null default '{}',
  unica text,
  busqueda text not null default '',
  demo boolean not null default false,
  creado_el date not null,
  actualizado_en timestamptz not null
) with (fillfactor = 75);
create unique index expediente_unica on expediente (tipo, unica) where unica is not null;
create unique index expediente_codigo on expediente (codigo);
create index expediente_lista on expediente (tipo, creado_el desc, id);
create index expediente_entidad on expediente (entidad, tipo);
create index expediente_territorio on expediente (territorio, tipo) where territorio is not null;
create index expediente_relaciones on expediente using gin (relaciones jsonb_path_ops);
comment on table expediente is 'Head of each case: folded state and the ficha that lists need. Rebuilt from hecho';
comment on column expediente.actualizado_en is 'Not indexed: an acto that changes no indexed column is then a heap-only update';
comment on column expediente.unica is 'Invariant over sets, e.g. one live modelo per servicio × territorio (6.5)';
comment on column expediente.busqueda is 'Lower case without accents';

create table pendiente (
  expediente_id uuid not null references expediente (id) on delete cascade,
  clave text not null,
  orden smallint not null,
  que text not null,
  numeral text not null,
  entidad text not null,
  cargos text[] not null,
  desde date not null,
  vence date,
  acto text,
  primary key (expediente_id, clave, orden)
);
create index pendiente_entidad on pendiente (entidad, vence);
comment on table pendiente is 'What each case waits for, one row per addressee (orden). Projection of the state';

create table numeracion (
  serie text not null,
  entidad text not null,
  anio integer not null,
  ultimo integer not null,
  primary key (serie, entidad, anio)
);
comment on table numeracion is 'Last number given per series, entity and year';

create table documento (
  huella text primary key check (huella ~ '^[0-9a-f]{64}$'),
  nombre text not null,
  tipo text not null,
  bytes bytea not null,
  tamano integer not null,
  subido_por uuid not null,
  subido_en timestamptz not null,
  citado boolean not null default false,
  visibilidad text not null default 'reservado' check (visibilidad in ('publico', 'reservado', 'personal'))
);
comment on table documento is 'Content-addressed files. Not cited by an acto: quarantined, expires';

create table raiz (
  fecha date primary key,
  huella text not null,
  expedientes integer not null,
  cabezas jsonb not null,
  anotada_en timestamptz not null
);
comment on table raiz is 'Daily root over all heads: a missing tail or a deleted case shows against it. Append-only';

create table ajuste (clave text primary key, valor text not null);
comment on table ajuste is 'Facts of this installation: demo data loaded, published roots';

create function rechazar_cambio() returns trigger language plpgsql as $$
begin
  raise exception 'El libro de hechos no admite cambios (%).', tg_op;
end $$;
create trigger hecho_inmutable before update or delete on hecho for each row execute function rechazar_cambio();
create trigger hecho_sin_truncate before truncate on hecho for each statement execute function rechazar_cambio();
create trigger acto_inmutable before update or delete on acto for each row execute function rechazar_cambio();
create trigger acto_sin_truncate before truncate on acto for each statement execute function rechazar_cambio();

create trigger raiz_inmutable before update or delete on raiz for each row execute function rechazar_cambio();

do $$ begin
  if not exists (select from pg_roles where rolname = 'ayni_app') then
    create role ayni_app nologin;
  end if;
end $$;
grant ayni_app to current_user;
grant usage on schema public to ayni_app;
grant select, insert on acto, hecho, raiz to ayni_app;
grant select, insert, update, delete on expediente, pendiente, numeracion, documento, ajuste to ayni_app;

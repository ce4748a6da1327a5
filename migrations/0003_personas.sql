-- People, offices, accounts and sign-in. Only `designacion` is a projection; the rest are base tables.

create table persona (
  id uuid primary key,
  nombres text not null,
  apellidos text not null,
  dni text check (dni ~ '^\d{8}$'),
  suprimida boolean not null default false,
  creada_en timestamptz not null,
  busqueda text not null generated always as (translate(lower(nombres || ' ' || apellidos || ' ' || coalesce(dni, '')), 'áéíóúüñÁÉÍÓÚÜÑ', 'aeiouunaeiouun')) stored
);
comment on table persona is 'Names and DNI, erasable: hechos hold the id only. Not a projection';
comment on column persona.suprimida is 'Personal data erased at request; the id stays because hechos cite it';
comment on column persona.busqueda is 'Lower case without accents';

create table cuenta (
  id uuid primary key,
  persona uuid not null references persona (id),
  correo text not null unique check (correo = lower(correo) and correo like '_%@_%'),
  clave_hash text,
  debe_cambiar boolean not null default true,
  activa boolean not null default true,
  demo boolean not null default false,
  creada_en timestamptz not null,
  ultimo_ingreso timestamptz
);
create index cuenta_persona on cuenta (persona);
comment on table cuenta is 'How a person signs in. Gives no permission by itself: that follows from the office in use';
comment on column cuenta.clave_hash is 'argon2id in PHC form; null where only «Entrar como…» opens the account';
comment on column cuenta.debe_cambiar is 'The password was set by somebody else: change it before anything else';
comment on column cuenta.demo is 'Made by the demo; only these may use «Entrar como…»';

create table intento_ingreso (
  clave bytea primary key,
  intentos integer not null,
  ultimo_en timestamptz not null,
  bloqueado_hasta timestamptz
);
create index intento_ingreso_ultimo on intento_ingreso (ultimo_en);
comment on table intento_ingreso is 'Failed sign-ins by address, whether or not an account exists, so that a lock-out reveals nothing';
comment on column intento_ingreso.clave is 'sha-256 of what is being guessed: an address, or the current password of an account';

create table designacion (
  id uuid primary key,
  persona uuid not null,
  entidad text not null,
  cargo text not null,
  calidad text not null check (calidad in ('titular', 'encargatura', 'suplencia', 'representante')),
  documento text,
  desde date not null,
  hasta date,
  anulada boolean not null default false
);
create index designacion_persona on designacion (persona);
create index designacion_oficina on designacion (entidad, cargo);
comment on table designacion is 'Who holds which office of which entity and when. Projection of the expedientes of kind designacion: no foreign keys, so that it can be rebuilt';
comment on column designacion.documento is 'Resolution of designation, or act of delegation of a representative (7.2.4)';
comment on column designacion.hasta is 'Last day in force';
comment on column designacion.anulada is 'Recorded by mistake: never in force again';

create table sesion_web (
  token bytea primary key,
  cuenta uuid not null references cuenta (id) on delete cascade,
  designacion uuid,
  creada_en timestamptz not null,
  ultima_en timestamptz not null,
  vence_en timestamptz not null
);
create index sesion_web_cuenta on sesion_web (cuenta);
create index sesion_web_vence on sesion_web (vence_en);
comment on table sesion_web is 'Open sessions. The cookie holds the token, the table only its sha-256';
comment on column sesion_web.designacion is 'Office in use; null until the person chooses among several';
comment on column sesion_web.vence_en is 'Twelve hours after the last use, never later than seven days after signing in';

create table ficha_api (
  id uuid primary key,
  nombre text not null,
  token bytea not null unique,
  cuenta uuid not null references cuenta (id) on delete cascade,
  designacion uuid not null,
  creada_en timestamptz not null,
  vence_el date not null,
  revocada_en timestamptz,
  ultima_en timestamptz
);
create index ficha_api_cuenta on ficha_api (cuenta);
comment on table ficha_api is 'Tokens of machine clients, each bound to one office. Only the sha-256 is kept';
comment on column ficha_api.vence_el is 'Last day of use';
comment on column ficha_api.ultima_en is 'Last use, to the nearest hour';

create table bitacora (
  id bigint primary key generated always as identity,
  ocurrio_en timestamptz not null,
  cuenta uuid,
  designacion uuid,
  que text not null,
  sobre uuid not null,
  detalle jsonb not null default '{}'
);
create index bitacora_sobre on bitacora (sobre, id);
comment on table bitacora is 'Administration of accounts: who did what to which account or token, and when. Append-only, without names or passwords';
comment on column bitacora.cuenta is 'Account that acted; null for the installation';

create table secreto (
  nombre text primary key,
  valor bytea not null
);
comment on table secreto is 'Random keys of this installation';

create trigger bitacora_inmutable before update or delete on bitacora for each row execute function rechazar_cambio();
create trigger bitacora_sin_truncate before truncate on bitacora for each statement execute function rechazar_cambio();

grant select, insert, update, delete on persona, cuenta, intento_ingreso, designacion, sesion_web, ficha_api to ayni_app;
grant select, insert on bitacora, secreto to ayni_app;

-- Administration of accounts: locks by the administration, open sessions that can be named, sign-in attempts by network.

alter table cuenta add column bloqueada_en timestamptz;
comment on column cuenta.bloqueada_en is 'Locked by the administration for safety: neither signs in nor uses tokens until it is unlocked';

alter table sesion_web add column id uuid not null default gen_random_uuid();
alter table sesion_web add column navegador text;
create unique index sesion_web_id on sesion_web (id);
comment on column sesion_web.id is 'Names the session to its owner without showing anything of the token';
comment on column sesion_web.navegador is 'Browser and system in two words, so that its owner recognises the session';

create table intento_red (
  clave bytea primary key,
  nivel double precision not null,
  actualizado_en timestamptz not null
);
create index intento_red_actualizado on intento_red (actualizado_en);
comment on table intento_red is 'Failed sign-ins by network, as a bucket that drains with time: slows guessing down, whatever the account';
comment on column intento_red.clave is 'sha-256 of the network address: IPv4, or the first 64 bits of IPv6';
comment on column intento_red.nivel is 'Failures not yet drained at actualizado_en';

grant select, insert, update, delete on intento_red to ayni_app;

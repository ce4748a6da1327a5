-- Outbox: what must leave the house because of a hecho or of a date. Written in the transaction of the acto, delivered after COMMIT.

create table salida (
  id uuid primary key default gen_random_uuid(),
  clave text not null unique,
  clase text not null check (clase in ('convocatoria', 'recordatorio', 'vencido', 'raiz')),
  expediente uuid,
  datos jsonb not null default '{}',
  entidad text,
  cargo text,
  cuenta uuid,
  estado text not null check (estado in ('por_dirigir', 'dirigido', 'pendiente', 'enviado', 'descartado', 'muerto')),
  intentos integer not null default 0,
  proximo_en timestamptz not null default now(),
  tomado_hasta timestamptz,
  creada_en timestamptz not null default now(),
  terminada_en timestamptz,
  respuesta text,
  motivo text,
  destino bytea,
  contenido bytea
);
create index salida_cola on salida (proximo_en) where estado in ('por_dirigir', 'pendiente');
create index salida_expediente on salida (expediente) where expediente is not null;
comment on table salida is 'Messages. A row por_dirigir is one hecho or date; once addressed it leaves one row per office and account. No addresses nor names here';
comment on column salida.clave is 'Says once and only once: the same hecho or date never writes a second message';
comment on column salida.cuenta is 'Account whose address is read when sending; null while not addressed, or when nobody with an account holds the office';
comment on column salida.tomado_hasta is 'A process is sending it: another one may take it only after this instant';
comment on column salida.respuesta is 'What the mail server answered on accepting it: proof of delivery';
comment on column salida.motivo is 'Last failure, or why it was not sent';
comment on column salida.destino is 'sha-256 of id:address: whoever knows the address can check it, the table does not tell it';
comment on column salida.contenido is 'sha-256 of the text sent';
grant select, insert, update on salida to ayni_app;

create function anotar_salida() returns trigger language plpgsql as $$
begin
  insert into salida (clave, clase, expediente, estado, datos)
  values ('convocatoria:' || new.expediente_id || ':' || new.version, 'convocatoria', new.expediente_id, 'por_dirigir', jsonb_build_object('version', new.version));
  return null;
end $$;
comment on function anotar_salida is 'In the transaction of the acto: an acto that is rolled back leaves no message';
create trigger hecho_sale after insert on hecho for each row when (new.tipo = 'SesionConvocada') execute function anotar_salida();

-- Limits of provinces and districts, drawn in the maps of indicators (8.17). Imported: the installation brings departments only.

create table limite (
  territorio text primary key references territorio (id),
  trazos jsonb not null,
  archivo text not null check (archivo ~ '^[0-9a-f]{64}$'),
  cargado_en timestamptz not null default now()
);
comment on table limite is 'Shape of a province or district as the last imported file gives it. Drawing only: it settles no boundary';
comment on column limite.trazos is 'Rings as [x, y, dx, dy, …] in ten-thousandths of a degree, WGS 84: first point, then steps';
comment on column limite.archivo is 'sha-256 of the imported file';
grant select, insert, update, delete on limite to ayni_app;

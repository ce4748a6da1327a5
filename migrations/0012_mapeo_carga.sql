-- How the columns of a file become figures, remembered for the next file with the same headers.

create table mapeo_carga (
  indicador uuid not null,
  firma text not null check (firma ~ '^[0-9a-f]{64}$'),
  mapeo jsonb not null,
  guardado_en timestamptz not null,
  primary key (indicador, firma)
);
comment on table mapeo_carga is 'Last mapping confirmed for an indicator and a set of headers. A convenience: losing it loses no figure';
comment on column mapeo_carga.firma is 'sha-256 of the headers, one per line';
grant select, insert, update on mapeo_carga to ayni_app;

create index lote_sin_enviar on lote (creado_en) where orden is null;

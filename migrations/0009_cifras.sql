-- Figures of indicators (8.17–8.19): one row per indicator × category × period, with arrays by territory.

create table posicion (
  territorio text primary key,
  nivel text not null check (nivel in ('departamento', 'provincia', 'distrito')),
  pos integer not null check (pos >= 0),
  unique (nivel, pos)
);
comment on table posicion is 'Place of each territory in the arrays of its level, from 0. Given once, never reused';

create table serie (
  id integer generated always as identity primary key,
  indicador uuid not null,
  categoria text not null default '',
  unique (indicador, categoria)
);
comment on table serie is 'One line of figures: an indicator and a category of its disaggregation; empty = the total';

create sequence lote_orden as integer;
create table lote (
  id integer generated always as identity primary key,
  reporte uuid not null unique,
  orden integer unique,
  anulado boolean not null default false,
  valores integer not null check (valores > 0),
  huella text not null check (huella ~ '^[0-9a-f]{64}$'),
  creado_en timestamptz not null default now()
);
comment on table lote is 'A batch of figures. Not a projection: it is the content whose hash the hecho of the report carries';
comment on column lote.orden is 'Given when the report is sent: where two batches give the same cell, the later one stands. Null = not sent';
comment on column lote.huella is 'sha-256 over its rows of lote_celda, in order of series and period';

create table lote_celda (
  serie integer not null references serie (id),
  periodo integer not null,
  lote integer not null references lote (id) on delete cascade,
  datos bytea not null,
  primary key (serie, periodo, lote)
);
create index lote_celda_lote on lote_celda (lote);
alter table lote_celda alter column datos set storage external;
comment on table lote_celda is 'What a batch says of one series and period, packed by src/platform/cifras/tramo.ts. Never changes: corrections are later batches';

create table cifra (
  serie integer not null references serie (id),
  periodo integer not null,
  version integer not null default 0,
  pais_num double precision not null default 'NaN',
  pais_den double precision not null default 'NaN',
  pais_n integer not null default 0,
  dep_num double precision[] not null default '{}',
  dep_den double precision[] not null default '{}',
  dep_n smallint[] not null default '{}',
  prov_num double precision[] not null default '{}',
  prov_den double precision[] not null default '{}',
  prov_n smallint[] not null default '{}',
  marca bytea not null default '',
  num double precision[] not null default '{}',
  den double precision[] not null default '{}',
  orden integer[] not null default '{}',
  primary key (serie, periodo)
) with (toast_tuple_target = 4080, fillfactor = 70);
alter table cifra alter column num set storage external, alter column den set storage external;
comment on table cifra is 'Figures in force by series and period. Projection of the batches sent and not annulled; NaN = none. SQL arrays start at 1: territory p is element p + 1';
comment on column cifra.periodo is 'Year 2021, semester 20211, quarter 20213 or month 202107, as the indicator is measured';
comment on column cifra.num is 'By territory of capture: value, or numerator where the indicator has a denominator';
comment on column cifra.den is 'Denominator or weight; empty array where the indicator has none';
comment on column cifra.marca is 'One byte by territory of capture: 0 nothing reported, 1 value, 2 no data, 3 not applicable, 4 reserved';
comment on column cifra.orden is 'Batch that each value in force comes from';
comment on column cifra.pais_n is 'How many territories of capture gave a value';
comment on column cifra.version is 'Grows with each change: ETag of what is drawn from the row';

grant select, insert on posicion, serie to ayni_app;
grant select, insert, update, delete on lote, cifra to ayni_app;
grant select, insert, delete on lote_celda to ayni_app;
grant usage on sequence lote_orden to ayni_app;

create table meta (
  indicador uuid not null,
  territorio text not null,
  periodo integer not null,
  valor double precision not null,
  primary key (indicador, territorio, periodo)
);
comment on table meta is 'Target in force by territory and period (8.17, 9.5). Projection';

create table linea_base (
  indicador uuid not null,
  territorio text not null,
  periodo integer not null,
  valor double precision not null,
  fuente text not null,
  primary key (indicador, territorio)
);
comment on table linea_base is 'Starting value by territory (8.17, 9.4). Projection';
grant select, insert, update, delete on meta, linea_base to ayni_app;

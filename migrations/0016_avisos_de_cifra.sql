-- Reserved figures known without reading the arrays, and what looks odd in the figures in force (8.17, 8.19).

alter table cifra add column reservado boolean not null generated always as (position('\x04'::bytea in marca) > 0) stored;
comment on column cifra.reservado is 'Some territory of capture has a reserved value: reads must hide also what would let it be solved for';
create index cifra_reservada on cifra (serie, periodo) where reservado;

create table aviso_cifra (
  serie integer not null,
  periodo integer not null,
  reglas smallint not null,
  avisos jsonb not null,
  primary key (serie, periodo)
);
comment on table aviso_cifra is 'Warnings on the figures in force, by series and period. Projection: a function of the figures and of the sheet, kept in the transaction that changes them';
comment on column aviso_cifra.reglas is 'Version of the set of rules that gave them';
comment on column aviso_cifra.avisos is 'List of [place, rule, value, lower bound, upper bound]; a null bound does not apply';

grant select, insert, update, delete on aviso_cifra to ayni_app;

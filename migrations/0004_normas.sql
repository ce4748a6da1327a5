-- Norms and the functions they give to each level: projections of the expediente of kind `catalogo` (acto ImportarNormas).

create table norma (
  id text primary key,
  nombre text not null,
  emitida date,
  vigente_desde date,
  vigente_hasta date,
  fechas_verificadas boolean not null default false,
  busqueda text not null generated always as (translate(lower(nombre), 'áéíóúüñÁÉÍÓÚÜÑ', 'aeiouunaeiouun')) stored
);
comment on table norma is 'Norms the product cites (III, 9.1). Never deleted: validity ends';
comment on column norma.id is 'Kind and number: ley-27867, ds-047-2009-pcm';
comment on column norma.vigente_hasta is 'Last day in force';
comment on column norma.fechas_verificadas is 'The dates were checked against the text of the norm';

create table competencia (
  clave text primary key,
  norma text not null,
  materia text,
  nivel text check (nivel in ('nacional', 'regional', 'provincial', 'distrital', 'local')),
  grupo text,
  texto text not null,
  texto_completo text,
  vigente_desde date,
  vigente_hasta date,
  busqueda text not null generated always as (translate(lower(clave || ' ' || texto || ' ' || coalesce(materia, '')), 'áéíóúüñÁÉÍÓÚÜÑ', 'aeiouunaeiouun')) stored
);
create index competencia_norma on competencia (norma);
comment on table competencia is 'Functions of the organic laws by article and letter, citable in eligibility (6.5), roles (8.7) and processes (9.1)';
comment on column competencia.clave is 'LOGR-49-g, LOM-80-2.6';
comment on column competencia.grupo is 'Exclusive or shared, of provincial or district municipalities, as the law orders them';
comment on column competencia.texto is 'Short wording of our own; the law prevails';
comment on column competencia.texto_completo is 'Text of the law, when a full table was imported';

grant select, insert, update, delete on norma, competencia to ayni_app;

-- Catalogues of territory and entities: projections of the expediente of kind `catalogo`.

create table territorio (
  id text primary key,
  nombre text not null,
  tipo text not null check (tipo in ('pais', 'departamento', 'ambito', 'provincia', 'distrito')),
  padre text references territorio (id),
  departamental text references territorio (id),
  cercado boolean not null default false,
  capital text,
  poblacion integer check (poblacion >= 0),
  lat double precision,
  lon double precision,
  vigente_desde date,
  vigente_hasta date,
  busqueda text not null generated always as (translate(lower(nombre), 'áéíóúüñÁÉÍÓÚÜÑ', 'aeiouunaeiouun')) stored
);
create index territorio_padre on territorio (padre);
comment on table territorio is 'Country, departments, the two of Lima (A6), provinces and districts. Never deleted: validity ends';
comment on column territorio.id is 'INEI code of 2, 4 or 6 digits; pe; 15M and 15P for Lima Metropolitana and Lima Provincias';
comment on column territorio.departamental is 'Departmental territory of an ETTI or of a departmental modelo (8.9, A6)';
comment on column territorio.cercado is 'Capital district of its province, governed by the provincial municipality (A17)';
comment on column territorio.poblacion is 'Inhabitants, as the last imported source gives them';
comment on column territorio.lat is 'Degrees, WGS 84';
comment on column territorio.busqueda is 'Lower case without accents';

create table territorio_codigo (
  emisor text not null check (emisor in ('INEI', 'RENIEC')),
  codigo text not null,
  territorio text not null references territorio (id),
  vigente boolean not null,
  primary key (emisor, codigo)
);
create index territorio_codigo_territorio on territorio_codigo (territorio);
comment on table territorio_codigo is 'Code of each territory by who issues it: the same digits of INEI and RENIEC are different places';
comment on column territorio_codigo.vigente is 'False for a code that its issuer has replaced';

create table entidad (
  id text primary key,
  nombre text not null,
  sigla text,
  tipo text not null check (tipo in ('ministerio', 'pcm', 'secretaria_pcm', 'adscrito', 'gobierno_regional',
    'municipalidad_provincial', 'municipalidad_distrital', 'asociacion', 'otro')),
  nivel text not null check (nivel in ('nacional', 'regional', 'provincial', 'distrital')),
  territorio text references territorio (id),
  sector text references entidad (id),
  nombre_por_confirmar boolean not null default false,
  vigente_desde date,
  vigente_hasta date,
  sucesora text references entidad (id),
  busqueda text not null generated always as (translate(lower(nombre || ' ' || coalesce(sigla, '')), 'áéíóúüñÁÉÍÓÚÜÑ', 'aeiouunaeiouun')) stored
);
create index entidad_territorio on entidad (territorio);
comment on table entidad is 'Who is bound by the Directive (IV) or takes part. Never deleted: validity ends and a successor takes over';
comment on column entidad.sector is 'Ministry whose sector it belongs to: itself for a ministry';
comment on column entidad.nombre_por_confirmar is 'The official name has not been verified';
comment on column entidad.vigente_hasta is 'Last day in force';
comment on column entidad.busqueda is 'Name and acronym, lower case without accents';

create table organo (
  entidad text not null references entidad (id),
  cargo text not null,
  nombre text not null,
  por_confirmar boolean not null,
  primary key (entidad, cargo)
);
comment on table organo is 'Organ that exercises an office of its entity: the Directive names it by function (8.10), the entity by its own name';
comment on column organo.por_confirmar is 'The name is the function of the Directive, not yet the one of the entity';

grant select, insert, update, delete on territorio, territorio_codigo, entidad, organo to ayni_app;

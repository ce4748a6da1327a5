-- Documents that the records produced: what is needed to check a paper by its code, never its content.

create table documento_generado (
  codigo text primary key check (codigo ~ '^[2-9A-HJ-NP-TV-Z]{12}$'),
  expediente_id uuid not null,
  tipo text not null,
  version integer not null,
  titulo text not null,
  fecha date not null,
  proyecto boolean not null,
  publico boolean not null,
  demo boolean not null,
  huella text not null check (huella ~ '^[0-9a-f]{64}$'),
  tamano integer not null,
  generado_en timestamptz not null
);
create index documento_generado_huella on documento_generado (huella);
create index documento_generado_expediente on documento_generado (expediente_id, tipo, version);
comment on table documento_generado is 'One row per distinct text that a record produced. The same state gives the same row';
comment on column documento_generado.codigo is 'Derived from the text and the last link of the record: printed on the paper, cannot be guessed';
comment on column documento_generado.version is 'Version of the expediente that it tells';
comment on column documento_generado.publico is 'False: who has the code learns only that it exists and whether the bytes match';
comment on column documento_generado.huella is 'sha-256 of the PDF';
comment on column documento_generado.tamano is 'Bytes of the PDF: a signed copy starts with them';

grant select, insert on documento_generado to ayni_app;

-- Who the certificates of the signatures name. The hechos cite only their hash.

create table certificado_firma (
  huella text primary key check (huella ~ '^[0-9a-f]{64}$'),
  nombre text not null,
  emisor text not null,
  serie text not null,
  desde timestamptz not null,
  hasta timestamptz not null,
  visto_en timestamptz not null
);
comment on table certificado_firma is 'Holder of each certificate seen in a signature: personal data, erasable. Not a projection';
comment on column certificado_firma.huella is 'sha-256 of the DER of the certificate, as the hechos cite it';

grant select, insert, update, delete on certificado_firma to ayni_app;

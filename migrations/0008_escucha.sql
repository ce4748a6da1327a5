-- Live screens: a NOTIFY inside the transaction of the acto, only for the expedientes that somebody watches.

create unlogged table escucha (
  expediente uuid not null,
  proceso uuid not null,
  vista_en timestamptz not null default now(),
  primary key (expediente, proceso)
);
comment on table escucha is 'Which process watches which expediente. Not evidence: it may be lost, and rows of processes that died are swept';
comment on column escucha.vista_en is 'Last sign of life of the process';
grant select, insert, update, delete on escucha to ayni_app;

create function avisar_escucha() returns trigger language plpgsql as $$
begin
  if exists (select from escucha) then
    perform pg_notify('ayni_hechos', v.expediente_id || ' ' || v.version)
    from (select n.expediente_id, max(n.version) as version from nuevos n
          where n.expediente_id in (select e.expediente from escucha e) group by n.expediente_id) v;
  end if;
  return null;
end $$;
comment on function avisar_escucha is 'Says, on commit, the expediente and its version to the processes that watch it; writes nothing when nobody watches';
create trigger hecho_avisa after insert on hecho referencing new table as nuevos for each statement execute function avisar_escucha();

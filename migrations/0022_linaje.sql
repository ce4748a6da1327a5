-- Districts born from others, so that figures before and after can be compared over the same ground.
create table linaje (
  territorio text not null references territorio (id),
  origen text not null references territorio (id),
  desde date not null,
  norma text not null,
  primary key (territorio, origen)
);
create index linaje_origen on linaje (origen);
comment on table linaje is 'From which districts each one was segregated, since when and by which norm. Projection';
grant select, insert, update, delete on linaje to ayni_app;

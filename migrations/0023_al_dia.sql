-- An update rebuilds what is read: the app compares the last migration with the one it rebuilt after.
grant select on migracion to ayni_app;

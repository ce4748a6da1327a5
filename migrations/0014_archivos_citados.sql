-- A file is what its sha-256 says: its bytes never change, and one cited by an acto is never deleted.
create trigger documento_inmutable before update of huella, bytes, tamano on documento for each row execute function rechazar_cambio();
create trigger documento_citado before delete on documento for each row when (old.citado) execute function rechazar_cambio();
revoke update on documento from ayni_app;
grant update (citado, visibilidad, subido_por, subido_en) on documento to ayni_app;

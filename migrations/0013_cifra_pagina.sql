-- Two rows of figures to a page: what compresses does, and the totals by province stay beside the row whatever they hold.
alter table cifra set (toast_tuple_target = 3000);
alter table cifra alter column prov_num set storage main, alter column prov_den set storage main, alter column dep_num set storage main, alter column dep_den set storage main;

-- How many gave each total stays beside the row too: read apart, it cost three pages for each period of a series.
alter table cifra alter column prov_n set storage main, alter column dep_n set storage main;

-- Rebuilding from the hechos empties the territories and fills them again in one transaction: limits stay meanwhile.
alter table limite alter constraint limite_territorio_fkey deferrable initially deferred;

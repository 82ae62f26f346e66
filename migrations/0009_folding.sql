-- Which way of folding made a row: the program refolds at its start what an older
-- way made, in batches, and what a server of the version before still adds
-- (src/storage/refold.h).
alter table accounts add column folding bigint not null default 1;
alter table organisations add column folding bigint not null default 1;
create index accounts_to_refold on accounts (id) where folding < 2;
create index organisations_to_refold on organisations (id) where folding < 2;

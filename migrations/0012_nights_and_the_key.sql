-- P8.14: the nightly job is owed each day (the date on Amsterdam's clock) until it has been done,
-- by whichever program; what came of it stays.
create table nights (
    night text primary key check (length(night) = 10),
    began_at bigint not null,
    leased_until bigint not null,   -- whoever began it says now and then that it is still at it
    ended_at bigint,                -- null: not done yet
    lapsed bigint not null default 0,
    warned bigint not null default 0,
    never_linked bigint not null default 0,
    forms_erased bigint not null default 0,
    expiring bigint not null default 0,
    unreadable bigint not null default 0
);
-- P8.14: by which a program knows whether its master key is the one that this database was made
-- with: a keyed digest. The first start after this migration writes it.
create table master_key_check (
    id bigint primary key check (id = 1),
    digest text not null
);

-- What every login writes is kept in its primary key's own tree, and the journal by its number: one
-- page fewer for each row that comes and for each that goes. The columns stay what they were.

create table gathered_departures (
    relay_digest text primary key,
    browser_digest text not null,
    request_id text not null,
    departed_at bigint not null,
    minimum_level text not null,
    return_path text not null,
    language text not null check (language in ('nl', 'en')),
    account text,
    session_digest text
) without rowid;
insert into gathered_departures select relay_digest, browser_digest, request_id, departed_at,
    minimum_level, return_path, language, account, session_digest from departures;
drop table departures;
alter table gathered_departures rename to departures;
create index departures_by_age on departures (departed_at);

create table gathered_remembered (
    kind text not null,
    digest text not null,
    remembered_until bigint not null,
    primary key (kind, digest)
) without rowid;
insert into gathered_remembered select kind, digest, remembered_until from remembered;
drop table remembered;
alter table gathered_remembered rename to remembered;
create index remembered_by_end on remembered (remembered_until);

create table gathered_sessions (
    digest text primary key,
    account text references accounts (id),
    pseudonym text not null,
    kvk text not null check (length(kvk) = 8),
    level text not null,
    branch_number text,
    language text not null check (language in ('nl', 'en')),
    form_token text not null,
    return_path text not null,
    started_at bigint not null,
    seen_at bigint not null
) without rowid;
insert into gathered_sessions select digest, account, pseudonym, kvk, level, branch_number,
    language, form_token, return_path, started_at, seen_at from sessions;
drop table sessions;
alter table gathered_sessions rename to sessions;
create index sessions_of_account on sessions (account);

create table gathered_journal (
    number integer primary key,
    at bigint not null,
    kind text not null,
    doer text not null,
    organisation text not null,
    account text not null,
    details text not null,
    details_digest text not null,
    previous text not null,
    hash text not null unique
);
insert into gathered_journal select number, at, kind, doer, organisation, account, details,
    details_digest, previous, hash from journal order by number;
drop table journal;
alter table gathered_journal rename to journal;
create index journal_about_account on journal (account, number) where account <> '';

create trigger journal_is_append_only before update on journal
when new.details <> '' or new.number <> old.number or new.at <> old.at or new.kind <> old.kind
    or new.doer <> old.doer or new.organisation <> old.organisation or new.account <> old.account
    or new.details_digest <> old.details_digest or new.previous <> old.previous
    or new.hash <> old.hash
begin
    select raise(abort, 'the journal is append-only');
end;

create trigger journal_is_kept before delete on journal
begin
    select raise(abort, 'the journal is append-only');
end;

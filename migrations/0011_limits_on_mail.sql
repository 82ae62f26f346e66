-- P2.17: mails that somebody caused, as far back as the limits look. Who: an account, or the digest
-- of a person or of an address.
create table caused_mails (
    cause text not null,
    by_whom text not null,
    caused_at bigint not null
);
create index caused_mails_of on caused_mails (cause, by_whom, caused_at);
create index caused_mails_by_age on caused_mails (caused_at);

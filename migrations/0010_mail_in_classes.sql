-- P8.12: mail leaves by class (0 codes and unlinking, 1 notices, 2 bulk), then by when it is due.
-- What comes from a server of the version before has the class of a notice.
alter table outbox add column class bigint not null default 1;
-- P2.16: whose page tells what became of it, and at which address (a keyed digest, of mails that
-- are asked for by it).
alter table outbox add column account text;
alter table outbox add column receiver text;
-- Why it will never arrive and since when; told once it stands in the journal.
alter table outbox add column failure_kind text;
alter table outbox add column failed_at bigint;
alter table outbox add column told_at bigint;
-- When it was last found that this program cannot read it.
alter table outbox add column unreadable_at bigint;
-- P2.17: 1 while and after notices of its kind to its receiver are gathered in one mail.
alter table outbox add column gathers bigint not null default 0;
-- And of which organisation they are (a keyed digest of its name).
alter table outbox add column organisation text;

update outbox set class = 0
    where kind in ('activation_code', 'address_code', 'unlinked', 'unlinked_to_administrator');
update outbox set class = 2 where kind in ('link_lapsed', 'link_lapses_soon', 'never_linked');

drop index outbox_due;
create index outbox_by_class on outbox (class, due_at, id) where due_at is not null;
create index outbox_of_account on outbox (account, kind, queued_at) where account is not null;
create index outbox_gathered on outbox (receiver, organisation, kind, queued_at)
    where gathers = 1;
create index outbox_done on outbox (queued_at) where due_at is null;
create index outbox_unreadable on outbox (id) where unreadable_at is not null;
create index outbox_untold on outbox (failed_at)
    where failed_at is not null and told_at is null and account is not null;

-- How many bulk mails were taken in which minute, on all nodes together.
create table bulk_mail_taken (
    minute bigint primary key,
    mails bigint not null
);

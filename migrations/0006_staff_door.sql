-- P8.1: staff sign in at the agency's own identity provider, where the installation has one.

alter table sessions add column door text not null default 'eherkenning'
    check (door in ('eherkenning', 'agency'));

-- As whom the provider knows an account of the agency. A person is one account, an account one
-- person.
create table staff_identities (
    issuer text not null check (issuer <> ''),
    subject text not null check (subject <> ''),
    account text not null unique references accounts (id),
    primary key (issuer, subject)
);

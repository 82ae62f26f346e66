-- P2.1: the scan of the signed form, kept with its case. The bytes are sealed with the
-- installation's key and wiped when their time is over; what they were stays.
create table signed_forms (
    appointment text primary key references appointments (id),
    kind text not null check (kind in ('pdf', 'jpeg', 'png')),
    size bigint not null check (size > 0),
    digest text not null check (length(digest) = 64),
    attached_by text not null references accounts (id),
    attached_at bigint not null,
    erased_at bigint,
    sealed text not null,
    check ((erased_at is null) = (sealed <> ''))
);
create index signed_forms_kept on signed_forms (attached_at) where erased_at is null;

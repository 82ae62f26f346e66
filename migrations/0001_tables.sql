-- The tables, in the dialect that PostgreSQL and SQLite share. Ids are text, moments are
-- microseconds UTC in a bigint, days are jjjj-mm-dd, lists of codes are joined with commas, enums
-- are words.

create table organisations (
    id text primary key,
    name text not null check (name <> ''),
    folded_name text not null,            -- lower case without accents: for search and order
    rsin text check (length(rsin) = 9),
    sectors text not null,
    is_agency bigint not null check (is_agency in (0, 1)),
    admitted_at bigint not null,
    ended_at bigint
);
create unique index one_agency on organisations (is_agency) where is_agency = 1;
create index organisations_by_name on organisations (folded_name, id);

create table organisation_kvk_numbers (
    organisation text not null references organisations (id),
    place bigint not null,                -- the order in which the organisation shows them
    kvk text not null check (length(kvk) = 8 and kvk >= '00000000' and kvk <= '99999999'),
    primary key (organisation, place),
    unique (organisation, kvk)
);
create index organisations_by_kvk on organisation_kvk_numbers (kvk);

create table organisation_attributes (
    organisation text not null references organisations (id),
    place bigint not null,
    type text not null,
    value text not null,
    label text not null,
    primary key (organisation, place),
    unique (organisation, type, value)
);

-- P2.12: an account holds at most one link because the link is part of its row, and an identity
-- opens at most one account of each organisation because of one_account_for_an_identity. "Linked
-- exactly once" rests on these two; everything above them only gives the better message.
create table accounts (
    id text primary key,
    organisation text not null references organisations (id),
    username text not null unique check (length(username) = 9),
    name text not null,
    email text not null,
    phone text not null,
    function text not null,
    language text not null check (language in ('nl', 'en')),
    administrator_roles text not null,
    staff_roles text not null,
    registered_by text references accounts (id),
    registered_at bigint not null,
    letter_serial text not null,
    letter_made_at bigint,
    letter_handed_over_on text check (length(letter_handed_over_on) = 10),
    revocation_digest text not null,
    code_requested_at bigint,
    code_digest text,
    code_sent_at bigint,
    code_last_sent_at bigint,
    wrong_attempts bigint not null check (wrong_attempts >= 0),
    blocked_until bigint,
    link_pseudonym text check (link_pseudonym <> ''),
    link_kvk text check (length(link_kvk) = 8),
    link_level text check (link_level in ('loa1', 'loa2', 'loa2plus', 'loa3', 'loa4')),
    linked_at bigint,
    last_sign_in_at bigint,
    ended_at bigint,
    agreed_terms bigint not null,
    version bigint not null,
    folded_name text not null,
    folded_search text not null,          -- name, mail address and username
    check ((code_digest is null) = (code_sent_at is null)),
    check ((link_pseudonym is null) = (linked_at is null)),
    check ((link_pseudonym is null) = (link_kvk is null)),
    check ((link_pseudonym is null) = (link_level is null)),
    check (link_pseudonym is not null or last_sign_in_at is null)
);
create unique index one_account_for_an_identity
    on accounts (link_pseudonym, link_kvk, organisation) where link_pseudonym is not null;
create unique index accounts_by_revocation on accounts (revocation_digest)
    where revocation_digest <> '';
-- What a search looks at stands in the index, so that it reads no rows but those it shows (P6.6).
create index accounts_by_name
    on accounts (organisation, folded_name, id, folded_search, linked_at, ended_at);
create index accounts_by_registration on accounts (organisation, registered_at, id);
create index accounts_by_sign_in on accounts (organisation, coalesce(last_sign_in_at, 0), id);
create index accounts_by_address on accounts (organisation, lower(email)) where ended_at is null;
create index administrators on accounts (organisation, folded_name, id)
    where administrator_roles <> '';
create index accounts_by_last_use on accounts (coalesce(last_sign_in_at, linked_at))
    where linked_at is not null;
create index accounts_never_linked on accounts (registered_at)
    where linked_at is null and ended_at is null;

-- The links that were (P8.6). When and why each ended stands in the journal.
create table former_links (
    account text not null references accounts (id),
    number bigint not null,               -- 1 is the account's first
    pseudonym text not null,
    kvk text not null,
    level text not null,
    linked_at bigint not null,
    last_sign_in_at bigint,
    primary key (account, number)
);

create table appointments (
    id text primary key,
    organisation text references organisations (id),
    organisation_name text not null,
    kvk text not null check (length(kvk) = 8),
    rsin text check (length(rsin) = 9),
    sectors text not null,
    attributes text not null,             -- JSON: [[type, value, label], ...]
    signatory text not null,
    name text not null,
    email text not null,
    phone text not null,
    function text not null,
    language text not null check (language in ('nl', 'en')),
    administrator_roles text not null,
    entered_by text not null references accounts (id),
    entered_at bigint not null,
    state text not null check (state in ('waiting', 'approved', 'declined')),
    decided_by text references accounts (id),
    decided_at bigint,
    reason text not null,
    account text references accounts (id),
    check ((state = 'waiting') = (decided_at is null)),
    check (decided_by is null or decided_by <> entered_by)  -- P2.1: four eyes
);
create index appointments_by_state on appointments (state, entered_at);

create table grants (
    id text primary key,
    account text not null references accounts (id),
    role text not null,
    attributes text not null,             -- JSON: {type: value, ...}
    holds_from text not null check (length(holds_from) = 10),
    holds_until text check (length(holds_until) = 10),
    reason text not null,
    granted_by text not null references accounts (id),
    granted_at bigint not null,
    withdrawn_at bigint
);
create index grants_of_account on grants (account, granted_at, id) where withdrawn_at is null;

create table notices (
    account text not null references accounts (id),
    notice text not null,
    primary key (account, notice)
);

-- How far an arriving identity has come, and its wrong combinations (P2.9, P2.10).
create table linking_identities (
    pseudonym text not null,
    kvk text not null check (length(kvk) = 8),
    step text not null,
    agreed_disclaimer_at bigint,
    agreed_terms_at bigint,
    disclaimer_version bigint not null,
    terms_version bigint not null,
    wrong_attempts bigint not null check (wrong_attempts >= 0),
    blocked_until bigint,
    primary key (pseudonym, kvk)
);

create table departures (
    relay_digest text primary key,
    browser_digest text not null,
    request_id text not null,
    departed_at bigint not null,
    minimum_level text not null,
    return_path text not null,
    language text not null check (language in ('nl', 'en'))
);
create index departures_by_age on departures (departed_at);

-- What may count only once, on whichever node it arrives: artifacts, assertions.
create table remembered (
    kind text not null,
    digest text not null,
    remembered_until bigint not null,
    primary key (kind, digest)
);
create index remembered_by_end on remembered (remembered_until);

-- No index on seen_at: it changes at every click, and the sweep reads a few thousand rows.
create table sessions (
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
);
create index sessions_of_account on sessions (account);

create table announcements_read (
    account text not null references accounts (id),
    announcement text not null,
    read_at bigint not null,
    primary key (account, announcement)
);

create table task_uses (
    account text not null references accounts (id),
    task text not null,
    used_at bigint not null
);
create index task_uses_of_account on task_uses (account, used_at);

create table shortcut_preferences (
    account text not null references accounts (id),
    task text not null,
    choice text not null check (choice in ('by_use', 'pinned', 'removed')),
    primary key (account, task)
);

create table pending_addresses (
    account text primary key references accounts (id),
    address text not null,
    digest text not null,
    sent_at bigint not null,
    wrong_attempts bigint not null
);

create table drafts (
    account text not null references accounts (id),
    task text not null,
    answers text not null,                -- JSON: {field: value, ...}
    draft_key text not null unique,
    saved_at bigint not null,
    primary key (account, task)
);
create index drafts_by_age on drafts (saved_at);

create table submissions (
    receipt text primary key,
    draft_key text not null unique,       -- a double click sends the same draft: one submission
    account text not null references accounts (id),
    organisation text not null references organisations (id),
    task text not null,
    answers text not null,
    sent_at bigint not null
);

-- P8.5. Refers to nothing by key: it outlives what it tells of. Triggers (0002) keep it
-- append-only.
create table journal (
    number bigint primary key,
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
create index journal_about_account on journal (account, number) where account <> '';

-- One row: where the chain ends. Its lock is the last one a transaction takes.
create table journal_head (
    id bigint primary key check (id = 1),
    number bigint not null,
    hash text not null
);
insert into journal_head (id, number, hash) values (1, 0, '');

-- What a mail says is sealed with the installation's key, and wiped once it has left.
create table outbox (
    id text primary key,
    kind text not null,
    sealed text not null,
    attempts bigint not null,
    queued_at bigint not null,
    due_at bigint,                        -- null: has left, or was given up
    useless_after bigint,
    sent_at bigint,
    failure text not null
);
create index outbox_due on outbox (due_at) where due_at is not null;

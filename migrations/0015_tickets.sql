-- Decision 0169: what the act of a page gave, so that a button pressed twice is answered the same.
create table tickets (
    digest text primary key,      -- of the session, the page's ticket and what was asked for
    outcome text not null,        -- an id, or empty; never a secret
    holds_until bigint not null
);
create index tickets_by_age on tickets (holds_until);

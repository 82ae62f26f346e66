-- P8.11: which organisation holds a value is asked by the value, when an appointment names it.
create index organisation_attributes_by_value on organisation_attributes (type, value);

-- P8.15: when a session was last recorded to see somebody on a page, so that loading a page once
-- more makes no entry once more. Gone when its period is over.
create table looks (
    session text not null,
    page text not null,
    person text not null,
    recorded_at bigint not null,
    primary key (session, page, person)
);
create index looks_by_age on looks (recorded_at);

-- P3.3: what the helpdesk finds by the incident code on a page of refusal. Two rings, of which only
-- the newest rows stay: whoever came back from a departure of ours, and strangers.
create table refused_sign_ins (
    ring text not null check (ring in ('departed', 'stranger')),
    number bigint not null,
    code text not null,
    refused_at bigint not null,
    door text not null check (door in ('eherkenning', 'agency')),
    reason text not null,
    detail text not null,
    words text not null,
    primary key (ring, number)
);

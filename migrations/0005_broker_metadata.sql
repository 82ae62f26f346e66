-- The broker's metadata as an address gave it last: a start does not depend on the network. It is
-- believed by its signature or fingerprint each time, not because it stands here.

create table broker_metadata (
    address text primary key,
    content text not null,
    obtained_at bigint not null
);

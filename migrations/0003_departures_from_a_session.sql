-- P3.5: who leaves from a session comes back as the same account, and the old session ends then.
-- Without a value: nobody was signed in, or a server of the version before wrote the row.
alter table departures add column account text;
alter table departures add column session_digest text;

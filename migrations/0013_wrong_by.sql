-- P2.18: by whom the wrong combinations were that count on an account, a digest for each: of one
-- person only so many count. Of those before nobody knows, so the counters begin anew. A server of
-- the version before leaves the column alone; beside a counter of zero it says nothing.
alter table accounts add column wrong_by text not null default '';
update accounts set wrong_attempts = 0 where wrong_attempts > 0;

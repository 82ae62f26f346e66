-- The journal can be added to, and the details of an entry can be erased (P8.5); nothing else.

create function refuse_change_of_journal() returns trigger language plpgsql as $$
begin
    raise exception 'the journal is append-only';
end
$$;

create trigger journal_is_append_only before update on journal for each row
when (new.details <> '' or (new.number, new.at, new.kind, new.doer, new.organisation, new.account,
                            new.details_digest, new.previous, new.hash)
                           is distinct from
                           (old.number, old.at, old.kind, old.doer, old.organisation, old.account,
                            old.details_digest, old.previous, old.hash))
execute function refuse_change_of_journal();

create trigger journal_is_kept before delete on journal for each row
execute function refuse_change_of_journal();

create trigger journal_is_not_emptied before truncate on journal for each statement
execute function refuse_change_of_journal();

-- Names are compared byte by byte, as SQLite does, whatever the language of the cluster: the folded
-- name is already in the order that people expect.
alter table organisations alter column folded_name type text collate "C";
alter table accounts alter column folded_name type text collate "C";

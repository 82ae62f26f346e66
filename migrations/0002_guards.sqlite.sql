-- The journal can be added to, and the details of an entry can be erased (P8.5); nothing else.

create trigger journal_is_append_only before update on journal
when new.details <> '' or new.number <> old.number or new.at <> old.at or new.kind <> old.kind
    or new.doer <> old.doer or new.organisation <> old.organisation or new.account <> old.account
    or new.details_digest <> old.details_digest or new.previous <> old.previous
    or new.hash <> old.hash
begin
    select raise(abort, 'the journal is append-only');
end;

create trigger journal_is_kept before delete on journal
begin
    select raise(abort, 'the journal is append-only');
end;

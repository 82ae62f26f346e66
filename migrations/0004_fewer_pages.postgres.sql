-- What is changed again and again finds room beside it on its own page.
alter table sessions set (fillfactor = 80);
alter table journal_head set (fillfactor = 50);

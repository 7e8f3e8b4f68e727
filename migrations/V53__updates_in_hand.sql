-- An update is in the hands of the node that stored it. When that node hangs or dies, another takes it up after a while.
alter table inbox add column held_until timestamptz;
comment on column inbox.held_until is 'by the database''s clock, since those of nodes may differ';

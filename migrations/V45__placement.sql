-- A placement is a session of its own kind: it can be left and taken up again.
alter table quiz_session drop constraint quiz_session_kind_check;
alter table quiz_session add constraint quiz_session_kind_check check (kind in ('asked', 'daily', 'placement'));
create index quiz_session_placement on quiz_session (learner_id, skill, session_id) where kind = 'placement';

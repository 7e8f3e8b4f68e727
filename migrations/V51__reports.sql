-- What people find wrong with a question. One word a person and text; a later one takes the place of an earlier.
create table question_report (
    learner_id       bigint not null references learner on delete cascade,
    question_id      text not null references question,
    question_version integer not null,
    kind             text not null check (kind in ('wrong', 'outdated', 'ambiguous', 'typo', 'other')),
    words            text,
    made_at          timestamptz not null,
    settled_at       timestamptz,                                        -- when its author had looked at it
    primary key (learner_id, question_id, question_version)
);
create index question_report_open on question_report (question_id, question_version) where settled_at is null;

-- The version that enough people have found wrong: it is asked, and does not measure until somebody has looked at it.
alter table question add column doubted_version integer;
create index question_doubted on question (question_id) where doubted_version is not null;

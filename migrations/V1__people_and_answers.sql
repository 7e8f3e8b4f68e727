-- People, what they were asked, what they answered, and what follows from it.
-- Every table of personal data has the learner first in its key, so that it can be partitioned by person.

create table learner (
    learner_id   bigint generated always as identity primary key,
    language     text not null check (language in ('en', 'ru')),
    time_zone    text not null,
    quiz_hour    time not null,
    days_off     smallint not null check (days_off between 0 and 127),   -- bit 0 is Monday
    quiet_from   time not null,
    quiet_until  time not null,
    daily_limit  smallint not null check (daily_limit between 1 and 50),
    new_share    real not null check (new_share between 0 and 1),
    retention    real not null check (retention between 0.80 and 0.95),
    paused_until timestamptz,                                           -- 'infinity': until /resume
    next_push_at timestamptz,                                           -- null: no daily quiz
    created_at   timestamptz not null
);
create index learner_due on learner (next_push_at) where next_push_at is not null;
comment on column learner.next_push_at is 'computed by the program in the person''s own zone, never by the database';

create table learner_skill (
    learner_id bigint not null references learner on delete cascade,
    skill      text not null,
    weight     real not null check (weight > 0),
    primary key (learner_id, skill)
);

create table chat_address (
    platform   text not null,
    bot        text not null,
    chat       text not null,
    learner_id bigint not null references learner on delete cascade,
    blocked_at timestamptz,
    primary key (platform, bot, chat)
);
create index chat_address_of_learner on chat_address (learner_id);

-- The bank's history: the text people were really asked stays readable after an edit.
create table question (
    question_id  text primary key,
    skill        text not null,
    version      integer not null check (version > 0),
    revision     integer not null check (revision > 0),
    section_hash text,
    needs_review boolean not null default false,
    retired_at   timestamptz
);

create table question_version (
    question_id  text not null references question,
    version      integer not null,
    content_hash text not null,
    content      jsonb not null,
    since        timestamptz not null,
    primary key (question_id, version)
);

create table quiz_session (
    learner_id   bigint not null references learner on delete cascade,
    session_id   bigint generated always as identity,
    kind         text not null check (kind in ('asked', 'daily')),
    skill        text,
    wanted       smallint not null check (wanted > 0),
    started_at   timestamptz not null,
    ended_at     timestamptz,
    primary key (learner_id, session_id)
);
create index quiz_session_open on quiz_session (learner_id, started_at) where ended_at is null;

-- One daily quiz a person and local date, whatever the clocks do.
create table daily_push (
    learner_id bigint not null references learner on delete cascade,
    local_date date not null,
    pushed_at  timestamptz not null,
    primary key (learner_id, local_date)
);

create table delivery (
    learner_id       bigint not null references learner on delete cascade,
    delivery_id      bigint generated always as identity,
    session_id       bigint not null,
    message_id       bigint not null,
    question_id      text not null references question,
    question_version integer not null,
    option_order     smallint[] not null,
    chosen           smallint[] not null default '{}',
    again            boolean not null,                                  -- asked a second time in its session
    asked_at         timestamptz not null,
    settled_at       timestamptz,
    primary key (learner_id, delivery_id),
    foreign key (learner_id, session_id) references quiz_session on delete cascade
);
create index delivery_of_session on delivery (learner_id, session_id, delivery_id);

-- The truth. Only ever appended to; the tables below can be rebuilt from it.
create table review (
    learner_id       bigint not null references learner on delete cascade,
    review_id        bigint generated always as identity,
    delivery_id      bigint not null,
    question_id      text not null references question,
    question_version integer not null,
    skill            text not null,
    answered_at      timestamptz not null,
    time_zone        text not null,
    correct          boolean not null,
    options          smallint not null,                                 -- 0: typed
    guessing         double precision not null,
    response         text not null,
    latency_ms       bigint not null,
    first_exposure   boolean not null,
    measures         boolean not null,
    recall_before    double precision not null,                         -- 0 at the first meeting
    primary key (learner_id, review_id),
    unique (learner_id, delivery_id)
);
create index review_of_skill on review (learner_id, skill, review_id);
create index review_by_question on review (question_id, answered_at) where first_exposure;

create table confidence_tap (
    learner_id bigint not null,
    review_id  bigint not null,
    confidence text not null check (confidence in ('guessed', 'easy')),
    tapped_at  timestamptz not null,
    primary key (learner_id, review_id),
    foreign key (learner_id, review_id) references review on delete cascade
);

create table memory_card (
    learner_id        bigint not null references learner on delete cascade,
    question_id       text not null references question,
    skill             text not null,
    stability         double precision not null check (stability > 0),
    difficulty        double precision not null check (difficulty between 1 and 10),
    reviewed_at       timestamptz not null,
    due_on            date not null,                                    -- the person's own calendar day
    repetitions       integer not null,
    lapses            integer not null,
    before_stability  double precision,                                 -- the state before the last review,
    before_difficulty double precision,                                 -- for a confidence tap that comes after it
    before_reviewed   timestamptz,
    primary key (learner_id, question_id)
);
create index memory_card_due on memory_card (learner_id, due_on);

create table ability (
    learner_id bigint not null references learner on delete cascade,
    skill      text not null,
    masses     double precision[] not null,
    answers    integer not null,
    updated_at timestamptz not null,
    primary key (learner_id, skill)
);

-- Groups that a bot is in, the questions put to all of them at once, and who answered what.

create table team_chat (
    platform     text not null,
    bot          text not null,
    chat         text not null,
    place        text not null,                              -- the topic of the group to write to, or the group itself
    language     text not null check (language in ('en', 'ru')),
    time_zone    text not null,
    post_hour    time,                                       -- null: no question of the day
    next_post_at timestamptz,
    primary key (platform, bot, chat)
);
create index team_chat_due on team_chat (next_post_at) where next_post_at is not null;

create table group_question (
    group_question_id bigint generated always as identity primary key,
    platform          text not null,
    bot               text not null,
    chat              text not null,
    place             text not null,
    language          text not null,
    question_id       text not null references question,
    question_version  integer not null,
    option_order      smallint[] not null,
    message_id        bigint not null,
    token             text not null unique,
    asked_at          timestamptz not null,
    closes_at         timestamptz not null,
    closed_at         timestamptz
);
create index group_question_of_chat on group_question (platform, bot, chat, asked_at);
create index group_question_due on group_question (closes_at) where closed_at is null;
create index group_question_message on group_question (platform, bot, message_id);

-- A person's first answer; later ones change nothing.
create table group_answer (
    learner_id        bigint not null references learner on delete cascade,
    group_question_id bigint not null references group_question on delete cascade,
    correct           boolean not null,
    answered_at       timestamptz not null,
    primary key (learner_id, group_question_id)
);
create index group_answer_of_question on group_answer (group_question_id);

-- Buttons in a group that stand for commands; those of a question carry the question's own token.
create table group_keyboard (
    token    text primary key,
    platform text not null,
    bot      text not null,
    chat     text not null,
    actions  text[] not null,
    made_at  timestamptz not null
);
create index group_keyboard_age on group_keyboard (made_at);

-- A vote in a poll names the poll alone.
create index sent_message_platform_id on sent_message (platform, bot, platform_id text_pattern_ops);

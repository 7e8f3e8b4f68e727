-- Messages in and out. What is to be sent is written in the answer's own transaction and sent after it.

-- A row of buttons under one message. A press carries the token and the index of a button; it counts only in the chat of
-- the person it was made for.
create table keyboard (
    learner_id  bigint not null references learner on delete cascade,
    token       text not null,
    message_id  bigint not null,
    delivery_id bigint,
    actions     text[] not null,
    made_at     timestamptz not null,
    expires_at  timestamptz not null,
    primary key (learner_id, token)
);
create index keyboard_expiry on keyboard (expires_at);

create table inbox (
    platform    text not null,
    bot         text not null,
    update_id   text not null,
    received_at timestamptz not null,
    handled_at  timestamptz,
    primary key (platform, bot, update_id)
);
create index inbox_age on inbox (received_at);

create sequence message_id_seq as bigint;

create table outbox (
    outbox_id    bigint generated always as identity primary key,
    platform     text not null,
    bot          text not null,
    chat         text not null,
    message_id   bigint not null,
    edits        boolean not null,
    card         jsonb not null,
    urgent       boolean not null,
    ready_at     timestamptz not null,
    leased_until timestamptz,
    attempts     smallint not null default 0,
    sent_at      timestamptz
);
create index outbox_waiting on outbox (platform, bot, chat, outbox_id) where sent_at is null;
create index outbox_sent on outbox (sent_at) where sent_at is not null;

-- Where a message of ours stands on its platform, so that it can be edited.
create table sent_message (
    platform    text not null,
    bot         text not null,
    chat        text not null,
    message_id  bigint not null,
    platform_id text not null,
    sent_at     timestamptz not null,
    primary key (platform, bot, chat, message_id)
);
create index sent_message_age on sent_message (sent_at);

-- What the local chat shows. n moves forward at every edit, so that a page asks for what is new with one number.
create sequence local_chat_n as bigint;

create table local_message (
    person  text not null,
    number  bigint not null,
    n       bigint not null,
    body    text not null,
    html    text not null,
    buttons jsonb not null,
    image   text,
    edited  boolean not null default false,
    primary key (person, number)
);
create index local_message_news on local_message (person, n);

create table local_file (
    person  text not null,
    name    text not null,
    content bytea not null,
    made_at timestamptz not null,
    primary key (person, name)
);

-- How far the local chat's clock has been moved forward.
create table local_clock (
    only_row boolean primary key default true check (only_row),
    ahead_ms bigint not null check (ahead_ms >= 0)
);

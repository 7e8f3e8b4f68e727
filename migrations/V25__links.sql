-- One person, several chats: codes that join two accounts, and where unasked messages go afterwards.

-- Lives for minutes, holds nothing that its owner does not see in the chat, and so is no part of an export.
create table link_request (
    link_id        bigint generated always as identity primary key,
    owner_id       bigint not null unique references learner on delete cascade,  -- who was shown the code
    owner_platform text not null,
    owner_bot      text not null,
    owner_chat     text not null,
    code_hash      text not null unique,
    expires_at     timestamptz not null,
    other_id       bigint references learner on delete cascade,                 -- who wrote it; null: nobody yet
    other_platform text,
    other_bot      text,
    other_chat     text,
    agreed         boolean not null default false                               -- the other side has confirmed
);
create index link_request_other on link_request (other_id);
create index link_request_age on link_request (expires_at);

-- Codes that were wrong. By chat, so that deleting the account does not buy more tries.
create table link_try (
    platform text not null,
    bot      text not null,
    chat     text not null,
    tried_at timestamptz not null
);
create index link_try_of_chat on link_try (platform, bot, chat, tried_at);
create index link_try_age on link_try (tried_at);

alter table chat_address add column chosen_at timestamptz;
comment on column chat_address.chosen_at is 'unasked messages go to the open chat that was chosen last, else to the first';

-- What came of each message, and the limits that all nodes keep together.

alter table outbox
    add column outcome    text check (outcome in ('sent', 'unknown', 'blocked', 'failed', 'expired')),  -- null: waiting
    add column reason     text,
    add column written_at timestamptz not null default now(),
    add column expires_at timestamptz;                       -- nobody wants to read it after that
update outbox set outcome = 'sent' where sent_at is not null;
comment on column outbox.reason is 'the platform''s code for an outcome other than sent; never a person''s words';

drop index outbox_waiting;
drop index outbox_sent;
create index outbox_waiting on outbox (platform, bot, chat, outbox_id) where outcome is null;
create index outbox_next on outbox (platform, urgent desc, outbox_id) where outcome is null;
create index outbox_age on outbox (written_at);
create index outbox_trouble on outbox (outcome, written_at) where outcome in ('unknown', 'failed');

create table rate_bucket (
    platform     text not null,
    bot          text not null,
    chat         text not null,                              -- empty: all chats of the bot together
    scope        text not null,
    tokens       double precision not null,
    refilled_at  timestamptz not null,
    paused_until timestamptz,
    primary key (platform, bot, chat, scope)
);
create index rate_bucket_age on rate_bucket (refilled_at);

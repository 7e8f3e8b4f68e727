-- Updates as a platform sent them: kept before anything is done about them, and let go of as soon as it is done.

alter table inbox
    add column arrived bigint generated always as identity,  -- the order in which they are handled
    add column raw     text,                                 -- null once handled, unless it could not be
    add column fault   text;                                 -- why it was set aside; null otherwise
create index inbox_waiting on inbox (platform, bot, arrived) where handled_at is null;
comment on column inbox.raw is 'holds what people wrote, so it is emptied in the transaction that handles it';

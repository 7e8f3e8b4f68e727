-- Pages are entered by a link from the chat that works once; afterwards a cookie tells who it is. Only hashes are kept.
create table page_link (
    learner_id bigint not null references learner on delete cascade,
    token      bytea not null,
    expires_at timestamptz not null,
    primary key (learner_id, token)
);
create index page_link_age on page_link (expires_at);

create table page_session (
    learner_id bigint not null references learner on delete cascade,
    token      bytea not null,
    expires_at timestamptz not null,
    primary key (learner_id, token)
);
create index page_session_age on page_session (expires_at);

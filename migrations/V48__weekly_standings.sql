-- When the standings of the week come to a group next; null: not at all.
alter table team_chat add column next_board_at timestamptz;
create index team_chat_board on team_chat (next_board_at) where next_board_at is not null;
update team_chat set next_board_at = date_trunc('week', now()) + interval '11 days 16 hours'
where next_post_at is not null;

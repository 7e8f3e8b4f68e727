-- A group is a team: people join it, and say how far they want to be seen.
alter table team_chat add column team_id bigint generated always as identity unique;
alter table team_chat add column title text;
alter table team_chat add column skills text[] not null default '{}';                        -- none: all
alter table team_chat add column days_off smallint not null default 96 check (days_off between 0 and 127);
alter table team_chat add column board boolean not null default true;                        -- whether standings are posted

create table team_member (
    learner_id  bigint not null references learner on delete cascade,
    team_id     bigint not null references team_chat (team_id) on delete cascade,
    name        text,                                                    -- on the board; null: not on it
    shares      boolean not null default false,                          -- whether the team's leads see their levels
    leads_until timestamptz,                                             -- they administer the group, as far as is known
    league      smallint not null default 0,                             -- 0: not placed yet, 1: the lowest
    joined_at   timestamptz not null,
    primary key (learner_id, team_id)
);
create index team_member_of_team on team_member (team_id);

-- What somebody's own calendar day brought in a skill. Points are uncapped here: the cap is on the sum of a day.
create table skill_day (
    learner_id     bigint not null references learner on delete cascade,
    day            date not null,
    skill          text not null,
    ability_before double precision not null,                            -- expected ability before the day's first answer
    ability_after  double precision not null,                            -- after its last
    points         double precision not null check (points >= 0),
    counted        integer not null,                                     -- first meetings and due repeats
    measured       integer not null,                                     -- of them, those that moved the level
    longest_kept   integer not null,                                     -- days since the answer before, right due repeats
    primary key (learner_id, day, skill)
);

-- What the buttons of a message change is shown in that message.
alter table group_keyboard add column message_id bigint;

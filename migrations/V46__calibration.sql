-- What first answers have taught of a skill's questions and of the people who gave them. The newest row of a skill that
-- was not reverted is in use; without one, the authors' levels are.
create table calibration (
    version     bigint generated always as identity primary key,
    skill       text not null,
    made_at     timestamptz not null,
    answers     integer not null,                                       -- first answers that it rests on
    people      integer not null,                                       -- who gave them
    team_mean   double precision not null,
    team_sd     double precision not null check (team_sd > 0),
    reverted_at timestamptz
);
create index calibration_in_use on calibration (skill, version desc) where reverted_at is null;

-- A question whose meaning its author has changed is another revision, of which nothing was learned.
create table calibrated_question (
    version     bigint not null references calibration on delete cascade,
    question_id text not null,
    revision    integer not null,
    answers     integer not null,
    masses      double precision[] not null,                            -- over difficulty and discrimination
    primary key (version, question_id, revision)
);

-- Which calibration an estimate was made with; 0: none, the authors' levels.
alter table ability add column calibration bigint not null default 0;

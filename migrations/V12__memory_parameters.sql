-- Fitted weights of the memory model: one history for the team, one for each person who has answered enough.

create sequence parameters_version_seq as bigint;

create table team_parameters (
    version     bigint primary key default nextval('parameters_version_seq'),
    weights     double precision[] not null check (cardinality(weights) = 21),
    accepted    boolean not null,                            -- whether newer reviews were foretold better
    repeats     bigint not null,                             -- repeats in the log when it was fitted
    held_out    integer not null,
    loss_before double precision not null,
    loss_after  double precision not null,
    fitted_at   timestamptz not null
);

create table learner_parameters (
    learner_id  bigint not null references learner on delete cascade,
    version     bigint not null default nextval('parameters_version_seq'),
    weights     double precision[] not null check (cardinality(weights) = 21),
    accepted    boolean not null,
    repeats     bigint not null,
    held_out    integer not null,
    loss_before double precision not null,
    loss_after  double precision not null,
    fitted_at   timestamptz not null,
    primary key (learner_id, version)
);

alter table memory_card add column parameters bigint not null default 0;  -- version of the weights; 0: the defaults

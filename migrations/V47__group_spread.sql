-- Which option somebody chose, as the question counts them; null for answers of before.
alter table group_answer add column option smallint;

-- Our number of the message in whose thread a message belongs, on platforms that have threads.
alter table outbox add column replies_to bigint;

-- Whether it was the question of the day.
alter table group_question add column daily boolean not null default false;

-- Reminders for those who want them, and one friendly question to those who have not answered for two weeks.

alter table learner
    add column reminders       boolean not null default false,
    add column remind_at       timestamptz,                  -- null: no reminder is planned
    add column pause_asked_at  timestamptz,                  -- asked whether to pause, and not heard from since
    add column attentive_since timestamptz;                  -- unanswered quizzes are counted from here
create index learner_remind on learner (remind_at) where remind_at is not null;
create index review_by_time on review (learner_id, answered_at);

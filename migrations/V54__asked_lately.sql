-- What was put to a person today is asked before each question: without this, all that was ever put to them would be read.
create index delivery_asked on delivery (learner_id, asked_at) include (question_id);

-- The sweep is scheduled under another name now, beside fitting and cleanup.
delete from qrtz_simple_triggers where trigger_group = 'daily-quiz';
delete from qrtz_triggers where trigger_group = 'daily-quiz';
delete from qrtz_job_details where job_group = 'daily-quiz';

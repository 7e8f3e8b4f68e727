package org.meshquiz.schedule;

import org.meshquiz.quiz.Application;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Ticks the daily quiz, and the questions of groups. */
@DisallowConcurrentExecution
public final class SweepJob implements Job {
    private final Application application;

    public SweepJob(Application application) {
        this.application = application;
    }

    @Override
    public void execute(JobExecutionContext context) {
        application.dailyQuiz().sweep();
        application.groups().sweep();
    }
}

package org.meshquiz.schedule;

import org.meshquiz.quiz.DailyQuiz;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Ticks the daily quiz. */
@DisallowConcurrentExecution
public final class SweepJob implements Job {
    private final DailyQuiz dailyQuiz;

    public SweepJob(DailyQuiz dailyQuiz) {
        this.dailyQuiz = dailyQuiz;
    }

    @Override
    public void execute(JobExecutionContext context) {
        dailyQuiz.sweep();
    }
}

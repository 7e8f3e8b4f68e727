package org.meshquiz.schedule;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Does the work of one tick. */
@DisallowConcurrentExecution
public final class TickJob implements Job {
    private final Runnable work;

    public TickJob(Runnable work) {
        this.work = work;
    }

    @Override
    public void execute(JobExecutionContext context) {
        work.run();
    }
}

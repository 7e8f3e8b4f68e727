package org.meshquiz.schedule;

import java.util.Properties;
import java.util.UUID;
import org.meshquiz.quiz.Application;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/**
 * Quartz on the program's own database and pool, clustered: of all nodes, one ticks each minute. Starting it again on the
 * same database changes nothing.
 */
public final class Ticker implements AutoCloseable {
    private static final String POOL = "meshquiz";
    private static final JobKey SWEEP = JobKey.jobKey("sweep", "daily-quiz");
    private static final TriggerKey EACH_MINUTE = TriggerKey.triggerKey("each-minute", "daily-quiz");

    private final Scheduler quartz;

    private Ticker(Scheduler quartz) {
        this.quartz = quartz;
    }

    /**
     * Starts ticking.
     *
     * @param connections where Quartz gets its connections
     * @param application what is ticked
     */
    public static Ticker start(ConnectionProvider connections, Application application) throws SchedulerException {
        DBConnectionManager.getInstance().addConnectionProvider(POOL, connections);
        Scheduler quartz = new StdSchedulerFactory(properties()).getScheduler();
        quartz.setJobFactory((fired, scheduler) -> new SweepJob(application));
        schedule(quartz, SWEEP, SweepJob.class);
        quartz.start();
        return new Ticker(quartz);
    }

    /** Stops after the work under way. */
    @Override
    public void close() throws SchedulerException {
        quartz.shutdown(true);
    }

    private static void schedule(Scheduler quartz, JobKey key, Class<? extends Job> type) throws SchedulerException {
        JobDetail job = JobBuilder.newJob(type).withIdentity(key).storeDurably().build();
        quartz.addJob(job, true);
        if (quartz.checkExists(EACH_MINUTE)) {
            return;
        }
        // A missed tick is not made up for: the next one sweeps whoever is due by then.
        Trigger trigger = TriggerBuilder.newTrigger()
                .withIdentity(EACH_MINUTE)
                .forJob(key)
                .withSchedule(SimpleScheduleBuilder.repeatMinutelyForever(1)
                        .withMisfireHandlingInstructionNextWithRemainingCount())
                .startNow()
                .build();
        quartz.scheduleJob(trigger);
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("org.quartz.scheduler.instanceName", "meshquiz");
        properties.setProperty(
                "org.quartz.scheduler.instanceId", UUID.randomUUID().toString());
        properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        properties.setProperty("org.quartz.scheduler.threadsInheritContextClassLoaderOfInitializer", "true");
        properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        properties.setProperty("org.quartz.threadPool.threadCount", "2");
        properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        properties.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        properties.setProperty("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
        properties.setProperty(
                "org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
        properties.setProperty("org.quartz.jobStore.dataSource", POOL);
        properties.setProperty("org.quartz.jobStore.tablePrefix", "qrtz_");
        properties.setProperty("org.quartz.jobStore.useProperties", "true");
        properties.setProperty("org.quartz.jobStore.isClustered", "true");
        properties.setProperty("org.quartz.jobStore.clusterCheckinInterval", "10000");
        properties.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
        properties.setProperty("org.quartz.jobStore.misfireThreshold", "60000");
        return properties;
    }
}

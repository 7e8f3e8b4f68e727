package org.meshquiz.schedule;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.meshquiz.schedule.Tick.Missed;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
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
 * Quartz on the program's own database and pool, clustered: of all nodes, one does the work of each tick. Starting it again
 * on the same database changes nothing.
 */
public final class Ticker implements AutoCloseable {
    private static final String POOL = "meshquiz";

    private final Scheduler quartz;

    private Ticker(Scheduler quartz) {
        this.quartz = quartz;
    }

    /**
     * Starts ticking.
     *
     * @param connections where Quartz gets its connections
     * @param ticks what there is to do; all nodes have the same
     */
    public static Ticker start(ConnectionProvider connections, List<Tick> ticks) throws SchedulerException {
        DBConnectionManager.getInstance().addConnectionProvider(POOL, connections);
        Scheduler quartz = new StdSchedulerFactory(properties()).getScheduler();
        Map<String, Tick> byName = ticks.stream().collect(Collectors.toMap(Tick::name, Function.identity()));
        quartz.setJobFactory((fired, scheduler) -> {
            String name = fired.getJobDetail().getKey().getName();
            Tick tick = byName.get(name);
            // A tick that only a newer version on another node knows is none of ours.
            return new TickJob(tick == null ? () -> {} : tick.work());
        });
        for (Tick tick : ticks) {
            schedule(quartz, tick);
        }
        quartz.start();
        return new Ticker(quartz);
    }

    /** Stops after the work under way. */
    @Override
    public void close() throws SchedulerException {
        quartz.shutdown(true);
    }

    private static void schedule(Scheduler quartz, Tick tick) throws SchedulerException {
        JobDetail job = JobBuilder.newJob(TickJob.class)
                .withIdentity(tick.name())
                .storeDurably()
                .build();
        quartz.addJob(job, true);
        TriggerKey key = TriggerKey.triggerKey(tick.name());
        if (quartz.checkExists(key)) {
            return;
        }
        Trigger trigger = TriggerBuilder.newTrigger()
                .withIdentity(key)
                .forJob(job)
                .withSchedule(rhythm(tick))
                .startNow()
                .build();
        quartz.scheduleJob(trigger);
    }

    private static SimpleScheduleBuilder rhythm(Tick tick) {
        SimpleScheduleBuilder rhythm = SimpleScheduleBuilder.simpleSchedule()
                .withIntervalInMilliseconds(tick.every().toMillis())
                .repeatForever();
        return tick.missed() == Missed.LET_GO
                ? rhythm.withMisfireHandlingInstructionNextWithRemainingCount()
                : rhythm.withMisfireHandlingInstructionNowWithRemainingCount();
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

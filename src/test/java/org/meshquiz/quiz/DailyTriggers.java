package org.meshquiz.quiz;

import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/** Quartz with a trigger for each person, in the program's own tables. All are due; each comes again the next day. */
final class DailyTriggers {
    private static final int THREADS = 8;
    private static final int ACQUIRED_AT_ONCE = 50;
    private static final long PATIENCE_MINUTES = 15;

    private DailyTriggers() {}

    /** Does nothing for each of that many people, and returns how many that was a second. */
    static double rate(int people) throws SchedulerException, InterruptedException {
        TestDatabase.Address address = TestDatabase.address();
        try (Database database = Database.open(address.url(), address.user(), address.password())) {
            database.migrate();
            return rate(database, new StdSchedulerFactory(properties(address)).getScheduler(), people);
        }
    }

    private static double rate(Database database, Scheduler quartz, int people)
            throws SchedulerException, InterruptedException {
        CountDownLatch under = new CountDownLatch(people);
        quartz.setJobFactory((fired, scheduler) -> context -> under.countDown());
        schedule(quartz, people);
        TestDatabase.execute(database, "vacuum analyze");
        long begin = System.nanoTime();
        quartz.start();
        boolean ended = under.await(PATIENCE_MINUTES, TimeUnit.MINUTES);
        double seconds = (System.nanoTime() - begin) / 1e9;
        quartz.shutdown(true);
        check(database, ended, people);
        return people / seconds;
    }

    private static void check(Database database, boolean ended, int people) {
        double once = TestDatabase.number(database, """
                select count(*) from qrtz_triggers join qrtz_simple_triggers using (sched_name, trigger_name, trigger_group)
                where times_triggered = 1 and trigger_state = 'WAITING' and to_timestamp(next_fire_time / 1000) > now()
                """);
        long underWay = TestDatabase.count(database, "qrtz_fired_triggers");
        if (!ended || once != people || underWay != 0) {
            throw new IllegalStateException(
                    "of %d triggers %.0f have fired once, and %d are under way".formatted(people, once, underWay));
        }
    }

    private static void schedule(Scheduler quartz, int people) throws SchedulerException {
        JobDetail job = JobBuilder.newJob(Job.class).withIdentity("daily-quiz").build();
        Set<Trigger> triggers = IntStream.rangeClosed(1, people)
                .mapToObj(person -> TriggerBuilder.newTrigger()
                        .withIdentity("c" + person)
                        .forJob(job)
                        .withSchedule(SimpleScheduleBuilder.repeatHourlyForever(24))
                        .startNow()
                        .build())
                .collect(Collectors.toSet());
        quartz.scheduleJobs(Map.of(job, triggers), false);
    }

    private static Properties properties(TestDatabase.Address address) {
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "org.quartz.scheduler.instanceName", "measured",
                "org.quartz.scheduler.instanceId", "AUTO",
                "org.quartz.scheduler.skipUpdateCheck", "true",
                "org.quartz.scheduler.batchTriggerAcquisitionMaxCount", String.valueOf(ACQUIRED_AT_ONCE),
                "org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool",
                "org.quartz.threadPool.threadCount", String.valueOf(THREADS)));
        properties.putAll(store());
        properties.putAll(pool(address));
        return properties;
    }

    private static Map<String, String> store() {
        return Map.of(
                "org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX",
                "org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate",
                "org.quartz.jobStore.dataSource", "measured",
                "org.quartz.jobStore.tablePrefix", "qrtz_",
                "org.quartz.jobStore.useProperties", "true",
                "org.quartz.jobStore.isClustered", "true",
                "org.quartz.jobStore.acquireTriggersWithinLock", "true",
                // Nobody is late: a trigger that misfires is planned anew before it fires.
                "org.quartz.jobStore.misfireThreshold", String.valueOf(TimeUnit.MINUTES.toMillis(PATIENCE_MINUTES)));
    }

    private static Map<String, String> pool(TestDatabase.Address address) {
        return Map.of(
                "org.quartz.dataSource.measured.provider", "hikaricp",
                "org.quartz.dataSource.measured.driver", "org.postgresql.Driver",
                "org.quartz.dataSource.measured.URL", address.url(),
                "org.quartz.dataSource.measured.user", address.user(),
                "org.quartz.dataSource.measured.password", address.password(),
                "org.quartz.dataSource.measured.maxConnections", String.valueOf(THREADS + 4));
    }
}

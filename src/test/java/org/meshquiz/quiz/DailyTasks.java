package org.meshquiz.quiz;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

/** db-scheduler with a task for each person, in a new database of its own. All are due; each comes again the next day. */
final class DailyTasks {
    private static final String NAME = "daily-quiz";
    private static final int THREADS = 8;

    /** What its documentation gives for high throughput: more is fetched as soon as no more than a thread's worth is left. */
    private static final double FETCH_AT = 1;

    private static final double FETCH_UP_TO = 4;
    private static final long PATIENCE_MINUTES = 15;

    private final List<String> people;
    private final Consumer<String> work;
    private final CountDownLatch under;
    private final AtomicInteger done = new AtomicInteger();

    private DailyTasks(List<String> people, Consumer<String> work) {
        this.people = people;
        this.work = work;
        this.under = new CountDownLatch(people.size());
    }

    /** Does the work for each, and returns how many people that was a second. */
    static double rate(List<String> people, Consumer<String> work) throws InterruptedException {
        TestDatabase.Address address = TestDatabase.address();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(THREADS + 2);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        try (Database database = Database.open(address.url(), address.user(), address.password());
                HikariDataSource pool = new HikariDataSource(config)) {
            createTable(database);
            return new DailyTasks(people, work).rate(database, pool);
        }
    }

    private double rate(Database database, HikariDataSource pool) throws InterruptedException {
        Scheduler scheduler = scheduler(pool);
        scheduler.scheduleBatch(people.stream().map(person -> new TaskInstance<Void>(NAME, person)), Instant.EPOCH);
        TestDatabase.execute(database, "vacuum analyze");
        long begin = System.nanoTime();
        scheduler.start();
        boolean ended = under.await(PATIENCE_MINUTES, TimeUnit.MINUTES);
        double seconds = (System.nanoTime() - begin) / 1e9;
        scheduler.stop();
        check(database, ended);
        return people.size() / seconds;
    }

    private void check(Database database, boolean ended) {
        double planned = TestDatabase.number(database, """
                select count(*) from scheduled_tasks
                where last_success is not null and last_failure is null and not picked and execution_time > now()
                """);
        if (!ended || done.get() != people.size() || planned != people.size()) {
            throw new IllegalStateException(
                    "%d tasks were done %d times, and %.0f come again".formatted(people.size(), done.get(), planned));
        }
    }

    private Scheduler scheduler(HikariDataSource pool) {
        Task<Void> task = Tasks.custom(NAME, Void.class).execute((instance, context) -> {
            work.accept(instance.getId());
            return new OnCompleteReschedule<>(FixedDelay.ofHours(24));
        });
        return Scheduler.create(pool, task)
                .threads(THREADS)
                .pollUsingLockAndFetch(FETCH_AT, FETCH_UP_TO)
                .addSchedulerListener(new AbstractSchedulerListener() {
                    @Override
                    public void onExecutionComplete(ExecutionComplete completed) {
                        done.incrementAndGet();
                        under.countDown();
                    }
                })
                .build();
    }

    /** The columns and indexes that its documentation asks for. */
    private static void createTable(Database database) {
        TestDatabase.execute(database, """
                create table scheduled_tasks (
                    task_name            text,
                    task_instance        text,
                    task_data            bytea,
                    execution_time       timestamptz not null,
                    priority             smallint,
                    picked               boolean not null,
                    picked_by            text,
                    last_heartbeat       timestamptz,
                    last_success         timestamptz,
                    last_failure         timestamptz,
                    consecutive_failures integer,
                    version              bigint not null,
                    primary key (task_name, task_instance)
                );
                create index scheduled_tasks_next on scheduled_tasks (execution_time);
                create index scheduled_tasks_urgent on scheduled_tasks (priority desc, execution_time);
                create index scheduled_tasks_alive on scheduled_tasks (last_heartbeat)
                """);
    }
}

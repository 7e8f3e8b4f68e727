package org.meshquiz.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meshquiz.schedule.Tick.Missed;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;
import org.quartz.utils.ConnectionProvider;

class TickerTest {
    private static final long PATIENCE_SECONDS = 30;

    private Database database;

    @BeforeEach
    void open() {
        database = TestDatabase.migrated();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyTickDoesItsWorkAgainAndAgain() throws Exception {
        CountDownLatch often = new CountDownLatch(3);
        CountDownLatch once = new CountDownLatch(1);
        try (Ticker ticker = start(tick("often", 200, often::countDown), tick("rare", 86_400_000, once::countDown))) {
            assertThat(ticker).isNotNull();
            assertThat(often.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(once.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void workThatFailsIsDoneAgainAtTheNextTick() throws Exception {
        CountDownLatch tries = new CountDownLatch(2);
        try (Ticker ticker = start(tick("failing", 200, () -> {
            tries.countDown();
            throw new IllegalStateException("not now");
        }))) {
            assertThat(ticker).isNotNull();
            assertThat(tries.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aRestartKeepsWhatIsScheduled() throws Exception {
        start(tick("rare", 86_400_000, () -> {})).close();
        String begun = TestDatabase.text(database, "select start_time::text from qrtz_triggers");
        start(tick("rare", 86_400_000, () -> {})).close();
        assertThat(TestDatabase.text(database, "select start_time::text from qrtz_triggers"))
                .isEqualTo(begun);
        assertThat(TestDatabase.count(database, "qrtz_triggers")).isEqualTo(1);
        // Quartz: reschedule, next with remaining count.
        assertThat(TestDatabase.number(database, "select misfire_instr from qrtz_triggers"))
                .isEqualTo(4);
    }

    private Ticker start(Tick... ticks) throws Exception {
        return Ticker.start(connections(), List.of(ticks));
    }

    private static Tick tick(String name, long millis, Runnable work) {
        return new Tick(name, Duration.ofMillis(millis), Missed.LET_GO, work);
    }

    private ConnectionProvider connections() {
        return new ConnectionProvider() {
            @Override
            public Connection getConnection() throws SQLException {
                return database.connection();
            }

            @Override
            public void shutdown() {}

            @Override
            public void initialize() {}
        };
    }
}

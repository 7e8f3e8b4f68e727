package org.meshquiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshquiz.LocalChatClient.Message;
import org.meshquiz.store.TestDatabase;

/** What an operator sees: figures, and whether the program is ready. */
class OperationTest {
    @TempDir
    private Path home;

    private TestDatabase.Address address;
    private Program program;
    private LocalChatClient ann;

    @BeforeEach
    void start() {
        address = TestDatabase.address();
        Config.Server server = new Config.Server(address.url(), address.user(), address.password());
        program = Program.start(new Config(home, 0, server, null), InstantSource.system());
        ann = new LocalChatClient(program.port(), "ann");
    }

    @AfterEach
    void stop() {
        program.close();
    }

    private String figures() {
        return ann.get("/metrics").body();
    }

    private int ready() {
        return ann.get("/health/ready").statusCode();
    }

    private static void await(BooleanSupplier condition, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited " + atMost).isLessThan(end);
            LockSupport.parkNanos(50_000_000);
        }
    }

    @Test
    void answersSendsAndTheirTimesAreCountedWithoutNames() {
        ann.write("/start");
        Message question = LocalChatClient.last(ann.write("/quiz istio 1"));
        ann.press(question.button("🤷"));
        String figures = figures();
        assertThat(figures)
                .contains("meshquiz_answers_total{outcome=\"wrong\"} 1.0")
                .contains("meshquiz_answers_total{outcome=\"right\"} 0.0")
                .contains("meshquiz_updates_seconds_count{outcome=\"done\"} 3")
                .containsPattern("meshquiz_updates_seconds_bucket\\{outcome=\"done\",le=\"[0-9.]+\"} 3")
                .contains("meshquiz_grading_seconds_count 1")
                .contains("call=\"send\",outcome=\"sent\",platform=\"local\"")
                .contains("meshquiz_outbox_waiting 0.0")
                .contains("hikaricp_connections_active")
                .contains("jvm_memory_used_bytes")
                .contains("logback_events_total{level=\"error\"} 0.0")
                .doesNotContain("ann", "istio");
    }

    @Test
    void aDatabaseThatIsAwayMakesTheProgramUnreadyAndItRecoversByItself() throws SQLException {
        assertThat(ready()).isEqualTo(200);
        String name = address.url().replaceFirst(".*/([^/?]+).*", "$1");
        String elsewhere = address.url().replace("/" + name, "/postgres");
        try (Connection connection = DriverManager.getConnection(elsewhere, address.user(), address.password());
                Statement statement = connection.createStatement()) {
            statement.execute("alter database \"" + name + "\" with allow_connections false");
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
            await(() -> ready() == 503, Duration.ofSeconds(15));
            assertThat(ann.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(figures()).contains("jvm_memory_used_bytes");
            statement.execute("alter database \"" + name + "\" with allow_connections true");
        }
        await(() -> ready() == 200, Duration.ofSeconds(5));
        assertThat(LocalChatClient.last(ann.write("/quiz istio 1")).text()).contains("1 of 1");
    }
}

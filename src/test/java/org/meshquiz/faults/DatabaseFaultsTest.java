package org.meshquiz.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshquiz.LocalChatClient;
import org.meshquiz.ProgramProcess;
import org.meshquiz.quiz.AbilityRebuild;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;
import org.meshquiz.store.embedded.EmbeddedDatabase;
import org.meshquiz.telegram.fake.FakeBotApi;

/** The database goes away, hangs or is killed while people answer in Telegram. */
class DatabaseFaultsTest {
    private static final int PEOPLE = 6;
    private static final Duration READY_AGAIN = Duration.ofSeconds(5);

    private static final Duration AWAY = Duration.ofSeconds(6);

    private final FakeBotApi api = FakeBotApi.start();

    @TempDir
    private Path home;

    private EmbeddedDatabase server;
    private FaultProxy proxy;
    private ProgramProcess program;
    private LocalChatClient operator;
    private Crowd crowd;

    @BeforeEach
    void start() {
        server = startServer();
        proxy = new FaultProxy(port(server));
        program = ProgramProcess.start(
                home.resolve("program"),
                Map.of(
                        "MESHQUIZ_DB_URL", "postgresql://127.0.0.1:" + proxy.port() + "/postgres?sslmode=disable",
                        "MESHQUIZ_DB_USER", server.user(),
                        "MESHQUIZ_DB_PASSWORD", server.password(),
                        "MESHQUIZ_TELEGRAM_TOKEN", FakeBotApi.TOKEN,
                        "MESHQUIZ_TELEGRAM_API_URL", api.url()));
        operator = new LocalChatClient(program.port(), "operator");
        crowd = new Crowd(api, PEOPLE);
        crowd.write("/quiz istio 4");
        crowd.answerUntil(() -> crowd.fewest() >= 1, 30);
    }

    @AfterEach
    void stop() {
        program.kill();
        proxy.close();
        api.close();
        server.close();
    }

    private EmbeddedDatabase startServer() {
        return EmbeddedDatabase.start(home.resolve("server"), Path.of("target/postgresql"));
    }

    private static int port(EmbeddedDatabase server) {
        return Integer.parseInt(server.jdbcUrl().replaceFirst(".*127\\.0\\.0\\.1:(\\d+)/.*", "$1"));
    }

    private int ready() {
        return operator.get("/health/ready").statusCode();
    }

    private double threads() {
        return operator.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("jvm_threads_live_threads"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static void await(BooleanSupplier condition, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited " + atMost).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** People go on pressing while it is away, and further when it is back; all of it counts, once. */
    private void assertNothingIsLost() throws IOException {
        await(() -> ready() == 200, READY_AGAIN);
        try (Database database = Database.open(server.jdbcUrl(), server.user(), server.password())) {
            crowd.answerUntil(
                    () -> TestDatabase.number(database, "select count(*) from quiz_session where ended_at is not null")
                            == PEOPLE,
                    60);
            assertThat(TestDatabase.number(database, "select count(*) from review"))
                    .isEqualTo(crowd.answered());
            assertThat(TestDatabase.number(database, "select sum(repetitions) from memory_card"))
                    .isEqualTo(crowd.answered());
            assertThat(TestDatabase.number(database, "select count(*) from inbox where fault is not null"))
                    .isZero();
            assertThat(new AbilityRebuild(database).run().replaced()).isZero();
        }
    }

    private void pressMeanwhile() {
        long end = System.nanoTime() + AWAY.toNanos();
        crowd.answerUntil(() -> System.nanoTime() > end, AWAY.toSeconds() + 5);
    }

    @Test
    void answersGivenWhileTheDatabaseIsAwayCountWhenItIsBack() throws IOException {
        proxy.cut();
        pressMeanwhile();
        assertThat(ready()).isEqualTo(503);
        proxy.mend();
        assertNothingIsLost();
    }

    @Test
    void aDatabaseThatHangsMakesTheProgramUnreadyWithoutPilingUpThreads() throws IOException {
        double before = threads();
        proxy.hang();
        pressMeanwhile();
        assertThat(ready()).isEqualTo(503);
        assertThat(threads()).isLessThan(before + 15);
        proxy.mend();
        assertNothingIsLost();
    }

    @Test
    void aServerThatIsKilledAndStartedAgainHasEveryAnswerItConfirmed() throws Exception {
        List<String> pidFile = Files.readAllLines(home.resolve("server/database/cluster/postmaster.pid"));
        ProcessHandle postmaster =
                ProcessHandle.of(Long.parseLong(pidFile.get(0).strip())).orElseThrow();
        proxy.cut();
        postmaster.destroyForcibly();
        postmaster.onExit().get(10, TimeUnit.SECONDS);
        pressMeanwhile();
        server.close();
        server = startServer();
        proxy.mend(port(server));
        assertNothingIsLost();
    }
}

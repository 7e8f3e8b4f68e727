package org.meshquiz.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.meshquiz.ProgramProcess;
import org.meshquiz.quiz.AbilityRebuild;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;
import org.meshquiz.telegram.fake.FakeBotApi;

/**
 * Three nodes as processes of their own on one database and one bot, the third with a clock that is two minutes ahead. The
 * first to be started fetches the updates.
 */
final class Nodes implements AutoCloseable {
    static final int SIZE = 3;
    private static final Duration SKEW = Duration.ofMinutes(2);

    final FakeBotApi api = FakeBotApi.start();
    private final Path home;
    private final Map<String, String> settings;
    private final Database database;
    private final List<ProgramProcess> running = new ArrayList<>();

    Nodes(Path home) {
        this.home = home;
        TestDatabase.Address address = TestDatabase.address();
        this.settings = Map.of(
                "MESHQUIZ_DB_URL", address.url(),
                "MESHQUIZ_DB_USER", address.user(),
                "MESHQUIZ_DB_PASSWORD", address.password(),
                "MESHQUIZ_TELEGRAM_TOKEN", FakeBotApi.TOKEN,
                "MESHQUIZ_TELEGRAM_API_URL", api.url());
        running.add(node(0));
        this.database = Database.open(address.url(), address.user(), address.password());
        List<CompletableFuture<ProgramProcess>> others = new ArrayList<>();
        for (int i = 1; i < SIZE; i++) {
            int number = i;
            others.add(CompletableFuture.supplyAsync(() -> node(number)));
        }
        others.forEach(other -> running.add(other.join()));
    }

    ProgramProcess get(int number) {
        return running.get(number);
    }

    /** {@code kill -9}, and a new start. */
    void killAndRestart(int number) {
        running.get(number).kill();
        running.set(number, node(number));
    }

    double number(String query) {
        return TestDatabase.number(database, query);
    }

    void execute(String sql) {
        TestDatabase.execute(database, sql);
    }

    /** How many levels are stored otherwise than the log gives them. */
    int levelsUnlikeTheLog() {
        return new AbilityRebuild(database).run().replaced();
    }

    /** How many answers the log has more or fewer than the cards count. */
    double answersUnlikeTheCards() {
        return number("select (select count(*) from review) - (select sum(repetitions) from memory_card)");
    }

    @Override
    public void close() {
        running.forEach(ProgramProcess::kill);
        database.close();
        api.close();
    }

    private ProgramProcess node(int number) {
        try {
            Path folder = Files.createDirectories(home.resolve("node" + number));
            return number == SIZE - 1
                    ? ProgramProcess.start(folder, settings, SKEW)
                    : ProgramProcess.start(folder, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

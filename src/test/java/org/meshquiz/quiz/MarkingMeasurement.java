package org.meshquiz.quiz;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.meshquiz.ability.Posterior;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.memory.MemoryState;
import org.meshquiz.store.Abilities.Ability;
import org.meshquiz.store.Database;
import org.meshquiz.store.MarkedAnswers;
import org.meshquiz.store.MemoryCards.MemoryCard;
import org.meshquiz.store.Reviews.Review;
import org.meshquiz.store.SkillDays.Earned;
import org.meshquiz.store.TestDatabase;

/**
 * Measures the heart of an answer alone: the transaction that locks a person, reads what is known and writes the marked
 * answer, through Jdbi, in turns with the very same statements in pgbench on the same server, with 16 clients each: once
 * prepared, as the driver does, and once as pgbench comes, where the server parses and plans each statement anew.
 *
 * <p>{@code mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.meshquiz.quiz.MarkingMeasurement
 * -Dexec.args="/usr/lib/postgresql/15/bin/pgbench"}: where pgbench is.
 */
public final class MarkingMeasurement {
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final int CLIENTS = 16;
    private static final int ROUNDS = 5;
    private static final int ANSWERS = 16_000;
    private static final int FIRST = 1_000;
    private static final int WARM_UP = FIRST + 32_000;
    private static final int OURS = WARM_UP + ROUNDS * ANSWERS;
    private static final int THEIRS = ROUNDS * ANSWERS;
    private static final int PEOPLE = OURS + 1 + 2 * THEIRS;
    private static final int DELIVERIES = 10_000_000;

    private final TestDatabase.Address address = TestDatabase.address();
    private final Database database = Database.open(address.url(), address.user(), address.password());
    private final Pgbench pgbench;
    private final PrintStream out;

    private MarkingMeasurement(String pgbench, PrintStream out) {
        this.pgbench = new Pgbench(pgbench, address, CLIENTS);
        this.out = out;
        database.migrate();
    }

    public static void main(String[] args) throws Exception {
        new MarkingMeasurement(args.length > 0 ? args[0] : "pgbench", System.out).run();
        System.exit(0);
    }

    private void run() throws Exception {
        fill();
        WrittenStatements written = WrittenStatements.of(statements(), OURS + 1);
        String prepared = script(written, OURS + 2);
        String asItComes = script(written, OURS + 2 + THEIRS);
        // Plans made for empty tables would be kept until the server looks at the tables, within a minute.
        answers(1, new long[FIRST]);
        TestDatabase.execute(database, "vacuum analyze");
        answers(FIRST + 1, new long[WARM_UP - FIRST]);
        double[] toPrepared = new double[ROUNDS];
        double[] toSimple = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long[] nanos = new long[ANSWERS];
            double ours = answers(WARM_UP + round * ANSWERS + 1, nanos);
            double others = same(prepared, "prepared", round);
            double simple = same(asItComes, "simple", round);
            Arrays.sort(nanos);
            out.printf(
                    Locale.ROOT,
                    "%.0f marked/s (median %.1f ms, 99th percentile %.1f ms); the same statements prepared %.0f/s, "
                            + "ratio %.2f; as pgbench comes %.0f/s, ratio %.2f%n",
                    ours,
                    nanos[ANSWERS / 2] / 1e6,
                    nanos[ANSWERS * 99 / 100] / 1e6,
                    others,
                    ours / others,
                    simple,
                    ours / simple);
            toPrepared[round] = ours / others;
            toSimple[round] = ours / simple;
        }
        Arrays.sort(toPrepared);
        Arrays.sort(toSimple);
        out.printf(
                Locale.ROOT,
                "median ratios: prepared %.2f, as pgbench comes %.2f%n",
                toPrepared[ROUNDS / 2],
                toSimple[ROUNDS / 2]);
        double stored = TestDatabase.number(database, "select count(*) from review");
        double settled = TestDatabase.number(database, "select count(settled_at) from delivery");
        if (stored != PEOPLE || settled != PEOPLE) {
            throw new IllegalStateException("of " + PEOPLE + " answers " + stored + " and " + settled + " are stored");
        }
        database.close();
    }

    private static String script(WrittenStatements written, int first) {
        return written.script(
                first, CLIENTS, ANSWERS / CLIENTS, "\\set delivery_id %d + :person\n".formatted(DELIVERIES));
    }

    private double same(String script, String protocol, int round) throws Exception {
        return pgbench.rate(
                script, "-M", protocol, "-t", String.valueOf(ANSWERS / CLIENTS), "-D", "round=" + round, "-D", "n=0");
    }

    private List<String> statements() {
        List<String> statements = new ArrayList<>();
        try (Database watched = Database.open(address.url(), address.user(), address.password())) {
            TestDatabase.listen(watched, statements::add);
            mark(watched, OURS + 1);
        }
        return statements;
    }

    /** What somebody's first answer in a skill writes. */
    private static void mark(Database database, int person) {
        Posterior level = Posterior.prior();
        Review review = new Review(
                0,
                DELIVERIES + person,
                "istio-q1",
                1,
                "istio",
                NOW,
                ZoneOffset.UTC,
                true,
                4,
                0.25,
                "1",
                Duration.ofSeconds(20),
                true,
                true,
                0);
        MemoryCard card =
                new MemoryCard("istio-q1", "istio", new MemoryState(3, 5), NOW, TODAY.plusDays(3), 1, 0, null, 0);
        Earned earned = new Earned("istio", TODAY, 0, 0.1, 7, true, 0);
        database.write(tx -> {
            LearnerId locked = tx.learners()
                    .lock(new ChatAddress("test", "bot", "c" + person))
                    .orElseThrow()
                    .learner()
                    .id();
            MarkedAnswers answers = tx.markedAnswers();
            answers.known(locked, "istio-q1", "istio", TODAY);
            return answers.write(locked, review, card, new Ability("istio", level, 1, NOW, 0), earned);
        });
    }

    private double answers(int first, long[] nanos) throws InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        long begin = System.nanoTime();
        for (int i = 0; i < nanos.length; i++) {
            int index = i;
            clients.execute(() -> {
                long from = System.nanoTime();
                mark(database, first + index);
                nanos[index] = System.nanoTime() - from;
            });
        }
        clients.shutdown();
        if (!clients.awaitTermination(5, TimeUnit.MINUTES)) {
            throw new IllegalStateException("marking takes too long");
        }
        return nanos.length / ((System.nanoTime() - begin) / 1e9);
    }

    private void fill() {
        new BankHistory(database, () -> NOW).record(SampleBank.of(SampleBank.singles("istio", 100)));
        TestDatabase.execute(database, """
                insert into learner (language, time_zone, quiz_hour, days_off, quiet_from, quiet_until, daily_limit, new_share,
                  retention, next_push_at, created_at)
                select 'en', 'Etc/UTC', '09:00', 96, '22:00', '08:00', 3, 1, 0.9, '%1$s', '2026-11-01'
                from generate_series(1, %2$d);
                insert into chat_address (platform, bot, chat, learner_id)
                select 'test', 'bot', 'c' || learner_id, learner_id from learner;
                insert into quiz_session (learner_id, session_id, kind, wanted, started_at) overriding system value
                select learner_id, learner_id, 'daily', 3, '%1$s' from learner;
                insert into delivery (learner_id, delivery_id, session_id, message_id, question_id, question_version,
                  option_order, again, asked_at) overriding system value
                select learner_id, %3$d + learner_id, learner_id, learner_id, 'istio-q1', 1, '{0,1,2,3}', false, '%1$s'
                from learner;
                analyze
                """.formatted(NOW, PEOPLE, DELIVERIES));
    }
}

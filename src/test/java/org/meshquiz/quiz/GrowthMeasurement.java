package org.meshquiz.quiz;

import java.io.PrintStream;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.meshquiz.chat.Inbound;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

/**
 * Measures what stored people cost: for each number of people it fills a database, sweeps the daily quizzes of those who are
 * due, answers a thousand of these quizzes, and prints the time and the table and index blocks that each person's turn and
 * each answer touched.
 *
 * <p>{@code mvn -q test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=org.meshquiz.quiz.GrowthMeasurement -Dexec.args="1000 10000 100000 1000000"}: the first number is how many
 * are due, or {@code all}; the others are how many are stored.
 */
public final class GrowthMeasurement {
    /** A connection at rest tells the statistics of what it read up to ten seconds later. */
    private static final Duration IDLE_SERVERS_TELL = Duration.ofSeconds(11);

    private static final int WARM_UP = 500;
    private static final int ANSWERS = 1_000;

    private final Database database = TestDatabase.migrated();
    private final PrintStream out;

    private GrowthMeasurement(PrintStream out) {
        this.out = out;
    }

    /** How many are due, then how many are stored, each in a database of its own. */
    public static void main(String[] args) {
        for (int index = 1; index < args.length; index++) {
            int stored = Integer.parseInt(args[index]);
            int due = args[0].equals("all") ? stored : Integer.parseInt(args[0]);
            new GrowthMeasurement(System.out).run(stored, due);
        }
        System.exit(0);
    }

    private void run(int stored, int due) {
        StoredPeople crowd = StoredPeople.of(database, stored);
        Application application = crowd.application();
        crowd.makeDue(due + WARM_UP);
        application.dailyQuiz().sweep();
        TestDatabase.execute(
                database, "update learner set next_push_at = null where next_push_at <= '" + StoredPeople.NOW + "'");
        crowd.makeDue(due);

        double blocks = blocks();
        long begin = System.nanoTime();
        int people = application.dailyQuiz().sweep();
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        out.printf(
                Locale.ROOT,
                "%,d stored: sweep of %,d people %.1f s, %.0f a second, %.0f blocks each%n",
                stored,
                people,
                time.toMillis() / 1_000.0,
                people / (time.toMillis() / 1_000.0),
                (blocks() - blocks) / people);
        answer(application, stored);
        database.close();
    }

    private void answer(Application application, int stored) {
        List<Inbound> presses = presses(database, WARM_UP + ANSWERS);
        presses.subList(0, WARM_UP).forEach(application.conversation()::handle);
        TestDatabase.execute(database, "vacuum analyze");
        long[] nanos = new long[presses.size() - WARM_UP];
        double blocks = blocks();
        for (int index = 0; index < nanos.length; index++) {
            long begin = System.nanoTime();
            application.conversation().handle(presses.get(WARM_UP + index));
            nanos[index] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        out.printf(
                Locale.ROOT,
                "%,d stored: %,d answers, median %.2f ms, 99th percentile %.2f ms, %.0f blocks each%n",
                stored,
                nanos.length,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                (blocks() - blocks) / nanos.length);
    }

    /** A press of the first button of at most so many people who have had their quiz, the newest first. */
    static List<Inbound> presses(Database database, int atMost) {
        List<Inbound> presses = new ArrayList<>();
        String[] rows = TestDatabase.text(database, """
                        select string_agg(learner_id || ' ' || token, ',') from (select learner_id, token from keyboard
                          where actions[1] like 'choose%%' order by made_at desc, token limit %d) k
                        """.formatted(atMost)).split(",");
        for (String row : rows) {
            String[] parts = row.split(" ");
            ChatAddress chat = new ChatAddress("test", "bot", "c" + parts[0]);
            Inbound.From from = new Inbound.From(chat, Locale.ENGLISH, ZoneId.of("Europe/Berlin"));
            presses.add(new Inbound.Press(from, "u" + presses.size(), parts[1] + ".0"));
        }
        return presses;
    }

    /** Blocks of tables and indexes that this database has touched so far. */
    private double blocks() {
        TestDatabase.execute(database, "select pg_sleep(" + IDLE_SERVERS_TELL.toSeconds() + ")");
        TestDatabase.execute(database, "select pg_stat_force_next_flush()");
        return TestDatabase.number(database, """
                select sum(heap_blks_hit + heap_blks_read + coalesce(idx_blks_hit, 0) + coalesce(idx_blks_read, 0))
                from pg_statio_user_tables
                """);
    }
}

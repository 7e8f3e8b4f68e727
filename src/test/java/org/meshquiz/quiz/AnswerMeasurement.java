package org.meshquiz.quiz;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.meshquiz.chat.Inbound;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

/**
 * Measures answers a second through the application against pgbench on the same server, in turns, with 16 clients each:
 * with the very statements of an answer, written down from one and sent for other people, once prepared, as the driver does,
 * and once as pgbench comes, where the server parses and plans each statement anew; and with a bare transaction of four
 * writes (answer, card, level, message).
 *
 * <p>{@code mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.meshquiz.quiz.AnswerMeasurement
 * -Dexec.args="/usr/lib/postgresql/15/bin/pgbench"}: where pgbench is.
 */
public final class AnswerMeasurement {
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final int CLIENTS = 16;
    private static final int ROUNDS = 5;
    private static final int ANSWERS = 2_000;
    private static final int WARM_UP = 8_000;
    private static final int OURS = WARM_UP + ROUNDS * ANSWERS;
    private static final int PEOPLE = OURS + 1 + (2 * ROUNDS + 1) * ANSWERS;

    private static final String BARE = """
            \\set person random(1, 10000)
            \\set question random(1, 300)
            begin;
            select posterior from bare_level where person = :person for update;
            insert into bare_answer (person, question, answered_at, correct) values (:person, :question, now(), true);
            insert into bare_card (person, question, stability) values (:person, :question, 3)
              on conflict (person, question) do update set stability = bare_card.stability + 1;
            update bare_level set answers = answers + 1 where person = :person;
            insert into bare_message (person, card) values (:person, '{"body": "Right"}');
            commit;
            """;

    private final TestDatabase.Address address = TestDatabase.address();
    private final Database database = Database.open(address.url(), address.user(), address.password());
    private final Pgbench pgbench;
    private final PrintStream out;
    private final Application application;

    private AnswerMeasurement(String pgbench, PrintStream out) {
        this.pgbench = new Pgbench(pgbench, address, CLIENTS);
        this.out = out;
        database.migrate();
        this.application = application(database);
    }

    private static Application application(Database database) {
        Catalog catalog = new Catalog(
                new BankHistory(database, () -> NOW).record(SampleBank.of(SampleBank.singles("istio", 100))));
        return Application.of(database, () -> NOW, catalog, new Random(7));
    }

    public static void main(String[] args) throws Exception {
        new AnswerMeasurement(args.length > 0 ? args[0] : "pgbench", System.out).run();
        System.exit(0);
    }

    private void run() throws Exception {
        fill();
        application.dailyQuiz().sweep();
        // A token that can be told from its person, for the statements that pgbench sends.
        TestDatabase.execute(
                database,
                "update keyboard set token = rpad('t' || learner_id, 22, '-') where actions[1] like 'choose%'");
        String same = WrittenStatements.of(statements(), OURS + 1).script(OURS + 2, CLIENTS, ANSWERS / CLIENTS, "");
        answers(1, WARM_UP, new long[WARM_UP]);
        // Plans made for empty tables would be kept until the server looks at the tables, within a minute.
        TestDatabase.execute(database, "vacuum analyze");
        same(same, 0, "prepared");
        double[] toSame = new double[ROUNDS];
        double[] toPlain = new double[ROUNDS];
        double[] toBare = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long[] nanos = new long[ANSWERS];
            double ours = answers(WARM_UP + round * ANSWERS + 1, ANSWERS, nanos);
            double others = same(same, 2 * round + 1, "prepared");
            double plain = same(same, 2 * round + 2, "simple");
            double bare = pgbench.rate(BARE, "-T", "5");
            toSame[round] = ours / others;
            toPlain[round] = ours / plain;
            toBare[round] = ours / bare;
            Arrays.sort(nanos);
            out.printf(
                    Locale.ROOT,
                    "%.0f answers/s (median %.1f ms, 99th percentile %.1f ms); the same statements prepared %.0f/s, "
                            + "ratio %.2f; as pgbench comes %.0f/s, ratio %.2f; bare transactions %.0f/s, ratio %.2f%n",
                    ours,
                    nanos[ANSWERS / 2] / 1e6,
                    nanos[ANSWERS * 99 / 100] / 1e6,
                    others,
                    toSame[round],
                    plain,
                    toPlain[round],
                    bare,
                    toBare[round]);
        }
        Arrays.sort(toSame);
        Arrays.sort(toPlain);
        Arrays.sort(toBare);
        out.printf(
                Locale.ROOT,
                "median ratios: the same statements prepared %.2f, as pgbench comes %.2f, bare %.2f%n",
                toSame[ROUNDS / 2],
                toPlain[ROUNDS / 2],
                toBare[ROUNDS / 2]);
        double stored = TestDatabase.number(database, "select count(*) from review");
        if (stored != PEOPLE) {
            throw new IllegalStateException("of " + PEOPLE + " answers " + stored + " are stored");
        }
        database.close();
    }

    /** The statements of one answer, with their values. */
    private List<String> statements() {
        List<String> statements = new ArrayList<>();
        try (Database watched = Database.open(address.url(), address.user(), address.password())) {
            Application watching = application(watched);
            TestDatabase.listen(watched, statements::add);
            watching.conversation().handle(press(OURS + 1));
        }
        return statements;
    }

    private static Inbound press(int person) {
        ChatAddress chat = new ChatAddress("test", "bot", "c" + person);
        Inbound.From from = new Inbound.From(chat, Locale.ENGLISH, ZoneId.of("Europe/Berlin"));
        String token = ("t" + person + "-".repeat(22)).substring(0, 22);
        return new Inbound.Press(from, "u" + person, token + ".0");
    }

    private double answers(int first, int count, long[] nanos) throws InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            int index = i;
            clients.execute(() -> {
                long from = System.nanoTime();
                application.conversation().handle(press(first + index));
                nanos[index] = System.nanoTime() - from;
            });
        }
        clients.shutdown();
        if (!clients.awaitTermination(5, TimeUnit.MINUTES)) {
            throw new IllegalStateException("answers take too long");
        }
        return count / ((System.nanoTime() - begin) / 1e9);
    }

    private double same(String script, int round, String mode) throws IOException, InterruptedException {
        String each = String.valueOf(ANSWERS / CLIENTS);
        return pgbench.rate(script, "-M", mode, "-t", each, "-D", "round=" + round, "-D", "n=0");
    }

    private void fill() {
        // Numbers that cannot be taken for each other.
        TestDatabase.execute(database, """
                alter table delivery alter column delivery_id restart with 10000001;
                alter table quiz_session alter column session_id restart with 20000001;
                alter sequence message_id_seq restart with 30000001;
                create table bare_level (person bigint primary key, answers int not null, posterior bytea not null);
                insert into bare_level select n, 0, decode(repeat('00', 648), 'hex') from generate_series(1, 10000) n;
                create table bare_answer (person bigint, answer bigint generated always as identity, question bigint,
                  answered_at timestamptz, correct boolean, primary key (person, answer));
                create table bare_card (person bigint, question bigint, stability real, primary key (person, question));
                create table bare_message (message bigint generated always as identity primary key, person bigint, card jsonb);
                insert into learner (language, time_zone, quiz_hour, days_off, quiet_from, quiet_until, daily_limit, new_share,
                  retention, next_push_at, created_at)
                select 'en', 'Etc/UTC', '09:00', 96, '22:00', '08:00', 3, 1, 0.9, '%s', '2026-11-01'
                from generate_series(1, %d);
                insert into chat_address (platform, bot, chat, learner_id)
                select 'test', 'bot', 'c' || learner_id, learner_id from learner;
                analyze
                """.formatted(NOW, PEOPLE));
    }
}

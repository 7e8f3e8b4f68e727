package org.meshquiz.quiz;

import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntSupplier;
import org.meshquiz.bank.Bank;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.question.Question;
import org.meshquiz.quiz.dashboard.Dashboards;
import org.meshquiz.quiz.team.TeamStandings;
import org.meshquiz.quiz.view.Phrases;
import org.meshquiz.store.Database;
import org.meshquiz.store.GroupChats.GroupChat;
import org.meshquiz.store.TestDatabase;

/**
 * Measures boards and pages with many answers stored: a team of 500 and a team of 200 in seven skills.
 *
 * <p>{@code mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.meshquiz.quiz.TeamMeasurement
 * -Dexec.args="100000 1000000"}: how many answers, each in a database of its own.
 */
public final class TeamMeasurement {
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final List<String> SKILLS =
            List.of("istio", "envoy", "kubernetes", "docker", "prometheus", "grafana", "kiali");
    private static final int PEOPLE = 500;
    private static final int SMALLER_TEAM = 200;
    private static final int WARM_UP = 15;
    private static final int TIMES = 31;

    private final Database database = TestDatabase.migrated();
    private final PrintStream out;

    private TeamMeasurement(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) {
        for (String answers : args) {
            new TeamMeasurement(System.out).run(Integer.parseInt(answers));
        }
        System.exit(0);
    }

    private void run(int answers) {
        List<Question> questions = new ArrayList<>();
        SKILLS.forEach(skill -> questions.addAll(SampleBank.singles(skill, 100)));
        Bank bank = SampleBank.of(questions);
        Catalog catalog = new Catalog(new BankHistory(database, () -> NOW).record(bank));
        Application application = Application.of(database, () -> NOW, catalog, new Random(7));
        fill(answers);
        out.printf(
                Locale.ROOT,
                "%,d answers of %d people stored%n",
                TestDatabase.count(database, "review"),
                TestDatabase.count(database, "learner"));
        long big = (long) TestDatabase.number(database, "select team_id from team_chat where chat = 'big'");
        long small = (long) TestDatabase.number(database, "select team_id from team_chat where chat = 'small'");
        LearnerId reader = new LearnerId((long) TestDatabase.number(database, "select min(learner_id) from learner"));
        TeamStandings standings = new TeamStandings(catalog);
        for (String board : List.of("week", "gain", "kept", "coverage")) {
            measure(
                    "board '" + board + "' of 500 with its picture",
                    () -> database.write(tx -> {
                        GroupChat team = tx.groupChats().find(big).orElseThrow();
                        return standings
                                .draft(tx, team, board, reader, Phrases.in(Locale.ENGLISH), NOW)
                                .blocks()
                                .size();
                    }));
        }
        Dashboards dashboards = application.dashboards();
        measure(
                "page of a team of 200",
                () -> dashboards.team(reader, small).orElseThrow().members());
        measure(
                "page of a team of 500",
                () -> dashboards.team(reader, big).orElseThrow().members());
        measure(
                "page of a person",
                () -> dashboards.person(reader).orElseThrow().skills().size());
        measure(
                "page of a skill's questions",
                () -> dashboards
                        .questions(reader, "istio")
                        .orElseThrow()
                        .questions()
                        .size());
        database.close();
    }

    private void measure(String what, IntSupplier work) {
        long[] nanos = new long[TIMES];
        for (int time = -WARM_UP; time < TIMES; time++) {
            long begin = System.nanoTime();
            if (work.getAsInt() == 0) {
                throw new IllegalStateException("nothing came of: " + what);
            }
            if (time >= 0) {
                nanos[time] = System.nanoTime() - begin;
            }
        }
        Arrays.sort(nanos);
        out.printf(
                Locale.ROOT,
                "%-45s median %.1f ms, slowest of %d %.1f ms%n",
                what,
                nanos[TIMES / 2] / 1e6,
                TIMES,
                nanos[TIMES - 1] / 1e6);
    }

    private void fill(int answers) {
        TestDatabase.execute(database, """
                insert into learner (language, time_zone, quiz_hour, days_off, quiet_from, quiet_until, daily_limit, new_share,
                  retention, created_at)
                select 'en', 'Europe/Berlin', '10:00', 96, '22:00', '08:00', 5, 0.4, 0.9, '2026-01-01'
                from generate_series(1, %d)""".formatted(PEOPLE));
        TestDatabase.execute(database, """
                insert into team_chat (platform, bot, chat, place, language, time_zone) values
                ('test', 'bot', 'big', 'big', 'en', 'Europe/Berlin'), ('test', 'bot', 'small', 'small', 'en', 'Europe/Berlin')""");
        TestDatabase.execute(database, """
                insert into team_member (learner_id, team_id, name, shares, leads_until, joined_at)
                select l.learner_id, t.team_id, 'Person ' || l.learner_id, l.learner_id %% 4 = 0, '2027-01-01', '2026-01-01'
                from learner l, team_chat t where t.chat = 'big' or l.learner_id <= %d + (select min(learner_id) - 1 from learner)
                """.formatted(SMALLER_TEAM));
        TestDatabase.execute(database, """
                insert into skill_day select l.learner_id, date '2026-11-24' - d, s, 0.1, 0.1 + (l.learner_id %% 9) / 20.0,
                  (l.learner_id * 7 + d) %% 40, 6, 6, (l.learner_id + d) %% 50
                from learner l, generate_series(0, 180) d,
                  unnest(array['%s']) s where (l.learner_id + d + length(s)) %% 3 = 0""".formatted(String.join("','", SKILLS)));
        TestDatabase.execute(database, """
                insert into ability (learner_id, skill, masses, answers, updated_at)
                select l.learner_id, s, array(select 0.0125 * (1 + 0.9 * cos(n + l.learner_id)) / sum(0.0125 * (1 + 0.9
                  * cos(n + l.learner_id))) over () from generate_series(1, 80) n), 40, '2026-11-20'
                from learner l, unnest(array['%s']) s""".formatted(String.join("','", SKILLS)));
        TestDatabase.execute(database, """
                insert into review (learner_id, delivery_id, question_id, question_version, skill, answered_at, time_zone,
                  correct, options, guessing, response, latency_ms, first_exposure, measures, recall_before)
                select l.learner_id, n, s.skill || '-q' || (n / 7) %% 100, 1, s.skill,
                  timestamptz '2026-11-20' - n * interval '1 hour', 'Europe/Berlin', (n * 31 + l.learner_id) %% 3 > 0, 4, 0.25,
                  ((n + l.learner_id) %% 4)::text, 3000, n / 7 < 100, n / 7 < 100, 0.8
                from learner l, generate_series(0, %d - 1) n,
                  lateral (select (array['%s'])[1 + n %% 7] as skill) s""".formatted(answers / PEOPLE, String.join("','", SKILLS)));
        TestDatabase.execute(database, """
                insert into memory_card (learner_id, question_id, skill, stability, difficulty, reviewed_at, due_on,
                  repetitions, lapses, parameters)
                select l.learner_id, q.question_id, q.skill, 20, 5, '2026-11-01', date '2026-11-24'
                  + ((length(q.question_id) + l.learner_id) % 40)::int, 3, 0, 0
                from learner l, question q where (l.learner_id + length(q.question_id)) % 2 = 0""");
        TestDatabase.execute(database, "analyze");
    }
}

package org.meshquiz.quiz;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

/** People who all learn the same, each with cards and quizzes from earlier days, and of whom many are due at once. */
final class StoredPeople {
    /** What time it is for all of them. */
    static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    private static final int CARDS_EACH = 10;

    /** Daily quizzes that each has had: an empty table is planned for as one that stays empty. */
    private static final int EARLIER_QUIZZES = 3;

    private final Database database;
    private final Catalog catalog;

    private StoredPeople(Database database, Catalog catalog) {
        this.database = database;
        this.catalog = catalog;
    }

    /** Fills an empty database with that many people, none of whom is due. */
    static StoredPeople of(Database database, int stored) {
        BankHistory history = new BankHistory(database, () -> NOW);
        Catalog catalog = new Catalog(history.record(SampleBank.of(SampleBank.singles("istio", 100))));
        storePeople(database, stored);
        storeEarlierDays(database);
        TestDatabase.execute(database, "analyze");
        return new StoredPeople(database, catalog);
    }

    private static void storePeople(Database database, int stored) {
        TestDatabase.execute(database, """
                insert into learner (language, time_zone, quiz_hour, days_off, quiet_from, quiet_until, daily_limit, new_share,
                  retention, next_push_at, created_at)
                select 'en', 'Europe/Berlin', '10:00', 96, '22:00', '08:00', 5, 0.4, 0.9,
                  timestamptz '%s' + interval '1 day' * (1 + n %% 7), '2026-11-01'
                from generate_series(1, %d) n
                """.formatted(NOW, stored));
        TestDatabase.execute(database, """
                insert into chat_address (platform, bot, chat, learner_id)
                select 'test', 'bot', 'c' || learner_id, learner_id from learner
                """);
    }

    private static void storeEarlierDays(Database database) {
        TestDatabase.execute(database, """
                insert into memory_card (learner_id, question_id, skill, stability, difficulty, reviewed_at, due_on, repetitions,
                  lapses)
                select learner_id, 'istio-q' || q, 'istio', 3 + q, 5, '2026-11-10', date '2026-11-20' + q * 3, 1, 0
                from learner, generate_series(1, %d) q
                """.formatted(CARDS_EACH));
        TestDatabase.execute(database, """
                insert into daily_push (learner_id, local_date, pushed_at)
                select learner_id, date '%1$s' - d, timestamptz '%1$s' - d * interval '1 day' from learner, generate_series(1, %2$d) d
                """.formatted(NOW, EARLIER_QUIZZES));
    }

    Application application() {
        return Application.of(database, () -> NOW, catalog, new Random(7));
    }

    Catalog catalog() {
        return catalog;
    }

    /** Makes that many people due, spread over all that are stored, whether they have had today's quiz or not. */
    void makeDue(int people) {
        TestDatabase.execute(database, "delete from daily_push where local_date = date '" + NOW + "'");
        TestDatabase.execute(database, """
                update learner set next_push_at = '%s' where learner_id in (
                  select learner_id from learner order by hashint8(learner_id) limit %d)
                """.formatted(NOW, people));
        TestDatabase.execute(database, "vacuum analyze");
    }

    /** Makes everybody due who has not had today's quiz. */
    void makeOthersDue() {
        TestDatabase.execute(database, """
                update learner set next_push_at = '%1$s' where learner_id not in (
                  select learner_id from daily_push where local_date = date '%1$s')
                """.formatted(NOW));
        TestDatabase.execute(database, "vacuum analyze");
    }

    /** Chats of those who are due. */
    List<String> due() {
        return List.of(TestDatabase.text(database, """
                        select string_agg(chat, ',') from chat_address join learner using (learner_id)
                        where next_push_at <= '%s'
                        """.formatted(NOW)).split(","));
    }

    /** How many people have had today's quiz once: one day taken, one question put, one message, and due no longer. */
    long servedOnce() {
        return (long) TestDatabase.number(database, """
                select count(*) from learner l
                  join (select learner_id from daily_push where local_date = date '%1$s'
                    group by learner_id having count(*) = 1) p using (learner_id)
                  join (select learner_id from delivery group by learner_id having count(*) = 1) d using (learner_id)
                  join (select chat from outbox group by chat having count(*) = 1) o on o.chat = 'c' || l.learner_id
                where l.next_push_at > '%1$s'
                """.formatted(NOW));
    }
}

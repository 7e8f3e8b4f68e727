package org.meshquiz.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meshquiz.quiz.Chatter.last;
import static org.meshquiz.quiz.Chatter.option;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.meshquiz.chat.Card;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

/** A person who learns for weeks, is away for two, and comes back; each day is looked at in the tables. */
class AbsenceTest {
    private static final int LIMIT = 5;
    private static final int AWAY = 14;

    private final Random luck = new Random(11);

    @Test
    void twoWeeksAwayNeitherFloodNorForgetWhatMattersMost() {
        try (Database database = TestDatabase.migrated()) {
            Chatter ann = new Chatter(database, SampleBank.of(SampleBank.singles("istio", 150)));
            ann.write("/start");
            for (int day : List.of(6, 7)) {
                ann.write("/settings days " + day + " on");
            }
            for (int day = 0; day < 35; day++) {
                answer(ann, ann.tick());
                ann.pass(Duration.ofDays(1));
            }
            for (int day = 0; day < AWAY - 1; day++) {
                assertThat(ann.tick()).hasSize(1);
                ann.pass(Duration.ofDays(1));
            }
            assertThat(due(ann)).as("piled up").isGreaterThan(2 * LIMIT);

            answer(ann, ann.tick());

            assertThat(TestDatabase.number(database, "select count(*) from review where first_exposure and" + TODAY))
                    .as("nothing new while old things wait")
                    .isZero();
            assertThat(TestDatabase.number(database, """
                            select count(*) from (select recall_before, lag(recall_before) over (order by review_id) as before
                              from review join delivery d using (learner_id, delivery_id) where not d.again and""" + TODAY + """
                            ) r where recall_before < before
                            """))
                    .as("a more forgotten question after a less forgotten one: only that of the day before has to wait")
                    .isLessThanOrEqualTo(1);
            for (int day = 0; day < 30; day++) {
                ann.pass(Duration.ofDays(1));
                answer(ann, ann.tick());
            }
            assertThat(due(ann)).as("waiting a month later").isLessThanOrEqualTo(3 * LIMIT);
            assertThat(TestDatabase.number(database, "select max(n) from (" + PER_DAY + ") days"))
                    .isEqualTo(LIMIT);
            assertThat(TestDatabase.number(database, "select count(*) from (" + PER_DAY + ") days where n > questions"))
                    .as("days with a question asked twice")
                    .isZero();
        }
    }

    private static final String TODAY = " date(answered_at) = (select max(date(answered_at)) from review)";
    private static final String PER_DAY = """
            select date(asked_at), count(*) as n, count(distinct question_id) as questions
            from delivery where not again group by date(asked_at)
            """;

    private static double due(Chatter ann) {
        return TestDatabase.number(
                ann.database,
                "select count(*) from memory_card where due_on <= date '"
                        + LocalDate.ofInstant(ann.now(), ZoneOffset.UTC) + "'");
    }

    /** Answers a day's quiz; three answers of four are right. */
    private void answer(Chatter ann, List<Card> quiz) {
        if (quiz.isEmpty()) {
            return;
        }
        Card card = last(quiz);
        while (!card.plain().contains("🏁")) {
            card = last(ann.press(option(card, luck.nextInt(4) == 0 ? "option 1" : "option 0")));
        }
    }
}

package org.meshquiz.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meshquiz.quiz.Chatter.button;
import static org.meshquiz.quiz.Chatter.last;
import static org.meshquiz.quiz.Chatter.option;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meshquiz.chat.Card;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

class FlagTest {
    private Database database;
    private Chatter phone;

    @BeforeEach
    void start() {
        database = TestDatabase.migrated();
        phone = new Chatter(database, SampleBank.of(SampleBank.singles("istio", 1)));
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private Card answer(String name, String text) {
        phone.become(name);
        return phone.press(option(last(phone.write("/quiz istio 1")), text)).get(0);
    }

    private String said(List<Card> cards) {
        return last(cards).plain();
    }

    @Test
    void underEachOutcomeIsAFlagThatAsksWhatIsWrong() {
        for (String name : List.of("ann", "bob")) {
            Card outcome = answer(name, name.equals("ann") ? "option 0" : "option 1");
            Card asked = last(phone.press(button(outcome, "⚑")));
            assertThat(asked.plain()).contains("What is wrong with this question?");
            assertThat(said(phone.press(button(asked, "Out of date")))).contains("Thank you");
            phone.press(button(asked, "Ambiguous"));
        }
        assertThat(TestDatabase.text(database, "select string_agg(distinct kind, ' ') from question_report"))
                .isEqualTo("ambiguous");
        assertThat(TestDatabase.count(database, "question_report")).isEqualTo(2);
    }

    @Test
    void itCanBeSaidInOnesOwnWords() {
        answer("ann", "option 0");
        assertThat(said(phone.write("/flag since 1.22 it is <b>otherwise</b>"))).contains("Thank you");
        assertThat(TestDatabase.text(database, "select words from question_report"))
                .isEqualTo("since 1.22 it is <b>otherwise</b>");
        phone.write("/flag " + "x".repeat(3_000));
        assertThat(TestDatabase.number(database, "select length(words) from question_report"))
                .isEqualTo(500);
    }

    @Test
    void nobodyReportsWhatTheyWereNotAsked() {
        answer("ann", "option 0");
        phone.become("eve");
        assertThat(said(phone.write("/flag wrong"))).contains("no answered question");
        assertThat(said(phone.write("/flag 1 wrong"))).contains("no answered question");
        assertThat(TestDatabase.count(database, "question_report")).isZero();
    }

    @Test
    void threePeopleTakeAQuestionOutOfMeasuringUntilItIsLookedAt() {
        for (String name : List.of("ann", "bob", "cid")) {
            answer(name, "option 0");
            assertThat(TestDatabase.count(database, "ability"))
                    .isEqualTo(name.equals("ann") ? 1 : name.equals("bob") ? 2 : 3);
            phone.write("/flag wrong");
            phone.write("/flag wrong");
        }
        answer("dan", "option 0");
        assertThat(TestDatabase.count(database, "ability")).isEqualTo(3);
        assertThat(TestDatabase.number(database, "select count(*) from review where not measures"))
                .isEqualTo(1);
        database.write(tx -> {
            tx.questionReports().settle("istio-q0", phone.now());
            return true;
        });
        answer("eve", "option 0");
        assertThat(TestDatabase.count(database, "ability")).isEqualTo(4);
        assertThat(database.<Integer>write(tx -> tx.questionReports().open().size()))
                .isZero();
    }
}

package org.meshquiz.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meshquiz.quiz.Chatter.last;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meshquiz.chat.Card;
import org.meshquiz.question.Level;
import org.meshquiz.question.Question;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

class BankStatsTest {
    private Database database;
    private List<Question> questions;
    private Chatter ann;

    @BeforeEach
    void meet() {
        database = TestDatabase.migrated();
        questions = SampleBank.singles("istio", 4);
        ann = new Chatter(database, SampleBank.of(questions));
    }

    @AfterEach
    void leave() {
        database.close();
    }

    @Test
    void firstAnswersAreCountedByLevelAndRepeatsAreNot() {
        for (String name : List.of("ann", "bob")) {
            ann.become(name);
            Card card = last(ann.write("/quiz istio 4"));
            while (!card.plain().contains("🏁")) {
                boolean junior = card.plain().contains("istio-q0");
                card = last(ann.press(Chatter.option(card, "option " + (junior ? 0 : 1))));
            }
        }
        BankStats.Skill istio = istio();
        assertThat(istio.levels().get(Level.JUNIOR)).isEqualTo(new BankStats.Answers(2, 2));
        assertThat(istio.levels().get(Level.EXPERT)).isEqualTo(new BankStats.Answers(2, 0));
        assertThat(istio.doubtful()).isEmpty();
    }

    @Test
    void whatHasLeftTheBankCountsAsRetired() {
        new BankHistory(database, () -> Instant.parse("2026-11-23T10:00:00Z"))
                .record(SampleBank.of(questions.subList(0, 3)));
        assertThat(istio().authored()).isEqualTo(3);
        assertThat(istio().retired()).isEqualTo(1);
    }

    @Test
    void aQuestionThatNobodyGetsRightIsDoubtful() {
        for (int person = 0; person < 20; person++) {
            ann.become("person" + person);
            Card card = last(ann.write("/quiz istio 4"));
            while (!card.plain().contains("🏁")) {
                boolean strange = card.plain().contains("istio-q2");
                card = last(ann.press(Chatter.option(card, "option " + (strange ? 3 : 0))));
            }
        }
        assertThat(istio().doubtful()).containsExactly("istio-q2");
    }

    private BankStats.Skill istio() {
        return Objects.requireNonNull(BankStats.of(database).skills().get("istio"));
    }
}

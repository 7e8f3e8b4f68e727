package org.meshquiz.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meshquiz.quiz.Chatter.last;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meshquiz.chat.Card;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

/** A level is told with what speaks for it and what against. */
class LevelReasonsTest {
    private Database database;
    private Chatter ann;

    @BeforeEach
    void meet() {
        database = TestDatabase.migrated();
        ann = new Chatter(database, SampleBank.of(SampleBank.singles("istio", 8)));
    }

    @AfterEach
    void leave() {
        database.close();
    }

    @Test
    void theStrongestReasonsStandUnderTheLevel() {
        answerAllTwoOfEachLevel();
        assertThat(last(ann.write("/me")).plain())
                .containsPattern("👍 2 of 2 (Junior|Middle) questions right: basics")
                .containsPattern("👎 2 of 2 (Senior|Expert) questions missed: basics");
    }

    @Test
    void russianReadersReadThemInRussian() {
        ann.speaking(Locale.forLanguageTag("ru"));
        answerAllTwoOfEachLevel();
        assertThat(last(ann.write("/me")).plain()).contains("👍 верно 2 из 2").contains("👎 мимо 2 из 2");
    }

    @Test
    void oneAnswerIsNoReason() {
        Card question = last(ann.write("/quiz istio 1"));
        ann.press(Chatter.option(question, "option 0"));
        assertThat(last(ann.write("/me")).plain()).doesNotContain("👍").doesNotContain("👎");
    }

    /** Junior and Middle right, Senior and Expert wrong: the sample's levels go round by the number in the id. */
    private void answerAllTwoOfEachLevel() {
        Card card = last(ann.write("/quiz istio 8"));
        while (!card.plain().contains("🏁")) {
            int number = Integer.parseInt(card.plain().replaceAll("(?s).*istio-q(\\d+).*", "$1"));
            String option = card.plain().contains("вариант") ? "вариант " : "option ";
            card = last(ann.press(Chatter.option(card, option + (number % 4 < 2 ? 0 : 1))));
        }
    }
}

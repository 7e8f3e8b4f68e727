package org.meshquiz.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meshquiz.quiz.Chatter.last;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.Inbound;
import org.meshquiz.question.Question;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

class PlacementTest {
    private Database database;
    private Chatter ann;

    @BeforeEach
    void meet() {
        database = TestDatabase.migrated();
        List<Question> questions = new ArrayList<>(SampleBank.singles("istio", 60));
        questions.addAll(SampleBank.singles("envoy", 7));
        questions.addAll(SampleBank.singles("kiali", 9));
        ann = new Chatter(database, SampleBank.of(questions));
    }

    @AfterEach
    void leave() {
        database.close();
    }

    private double asked() {
        return TestDatabase.number(
                database,
                "select count(*) from delivery join quiz_session using (session_id) where kind = 'placement'");
    }

    private Card wrong(Card question) {
        return last(ann.press(Chatter.button(question, "I don’t know")));
    }

    /** Junior right, the rest by halves: nobody can say soon where that ends. */
    private Card unsteady(Card question, int turn) {
        return last(ann.press(Chatter.option(question, "option " + (turn % 2))));
    }

    private Card toTheEnd(Card first) {
        Card card = first;
        while (!card.plain().contains("That is your level now")) {
            card = wrong(card);
        }
        return card;
    }

    @Test
    void itAsksEightQuestionsAtLeastAndStopsWhenTheLevelIsPlain() {
        Card first = last(ann.write("/placement istio"));
        assertThat(first.plain()).contains("Your level in istio").contains("1 of 20");
        Card end = toTheEnd(first);
        assertThat(asked()).isBetween(8.0, 12.0);
        assertThat(end.plain()).contains("Junior").contains("👎").contains("🔎 Weakest: basics (0 of ");
        assertThat(TestDatabase.number(database, "select count(*) from delivery where again"))
                .isZero();
    }

    @Test
    void itNeverAsksMoreThanTwenty() {
        Card card = last(ann.write("/placement istio"));
        for (int turn = 0; !card.plain().contains("That is your level now"); turn++) {
            card = unsteady(card, turn);
        }
        assertThat(asked()).isBetween(8.0, 20.0);
        assertThat(TestDatabase.number(database, "select count(distinct question_id) from delivery"))
                .isEqualTo(asked());
    }

    @Test
    void whoLeavesGoesOnWhereTheyWereWithTheSameQuestion() {
        Card second = wrong(last(ann.write("/placement istio")));
        assertThat(second.plain()).contains("2 of 20");
        ann.write("/quiz envoy 1");
        ann.pass(Duration.ofDays(2));
        Card again = last(ann.write("/placement istio"));
        assertThat(again.plain()).contains("2 of 20").contains(idOf(second));
        assertThat(wrong(again).plain()).contains("3 of 20");
    }

    @Test
    void aRestartOfTheProgramLosesNothing() {
        Card second = wrong(last(ann.write("/placement istio")));
        Chatter restarted = new Chatter(database, SampleBank.of(SampleBank.singles("istio", 60)));
        Card again = last(restarted.hear(from -> new Inbound.Text(from, "after-restart", "/placement istio")));
        assertThat(again.plain()).contains("2 of 20").contains(idOf(second));
        assertThat(last(restarted.hear(from -> new Inbound.Press(
                                from,
                                "pressed-after-restart",
                                Chatter.button(again, "I don’t know").token())))
                        .plain())
                .contains("3 of 20");
    }

    @Test
    void onceOverItIsNotGoneOnWithAfterARestart() {
        toTheEnd(last(ann.write("/placement istio")));
        Chatter restarted = new Chatter(database, SampleBank.of(SampleBank.singles("istio", 60)));
        assertThat(last(restarted.hear(from -> new Inbound.Text(from, "after-restart", "/placement istio")))
                        .plain())
                .contains("placed in istio lately");
    }

    @Test
    void oneThatWaitsIsOfferedThoughFewNewQuestionsAreLeft() {
        Card third = wrong(wrong(last(ann.write("/placement kiali"))));
        toTheEnd(last(ann.write("/placement istio")));
        Card offer = last(ann.write("/placement"));
        assertThat(last(ann.press(Chatter.button(offer, "kiali"))).plain())
                .contains("3 of 20")
                .contains(idOf(third));
    }

    @Test
    void whatWasAnsweredBeforeDoesNotShortenIt() {
        Card card = last(ann.write("/quiz istio 24"));
        for (int turn = 0; !card.plain().contains("🏁"); turn++) {
            card = unsteady(card, turn);
        }
        // After many years nobody can say what is left of the level.
        ann.pass(Duration.ofDays(20 * 365));
        card = last(ann.write("/placement istio"));
        for (int turn = 0; !card.plain().contains("That is your level now"); turn++) {
            card = unsteady(card, turn);
        }
        assertThat(asked()).isGreaterThan(8);
    }

    @Test
    void withoutASkillAPlacementThatWasLeftGoesOn() {
        wrong(last(ann.write("/placement istio")));
        ann.write("/quiz envoy 1");
        assertThat(last(ann.write("/placement")).plain()).contains("2 of 20");
    }

    @Test
    void anAnswerGivenMeanwhileCounts() {
        Card second = wrong(last(ann.write("/placement istio")));
        ann.write("/quiz envoy 1");
        ann.press(Chatter.button(second, "I don’t know"));
        assertThat(last(ann.write("/placement istio")).plain()).contains("3 of 20");
    }

    @Test
    void itCanBeRepeatedAfterTwoWeeksAndNotBefore() {
        toTheEnd(last(ann.write("/placement istio")));
        ann.pass(Duration.ofDays(13));
        assertThat(last(ann.write("/placement istio")).plain())
                .contains("placed in istio lately")
                .contains("from tomorrow on");
        // The day that was named counts from its morning on, though the placement began at ten o'clock.
        ann.pass(Duration.ofHours(20));
        assertThat(last(ann.write("/placement istio")).plain()).contains("1 of 20");
    }

    @Test
    void tooFewNewQuestionsAreToldAndNotAsked() {
        assertThat(last(ann.write("/placement envoy")).plain()).contains("fewer than 8");
        assertThat(asked()).isZero();
    }

    @Test
    void withoutASkillThoseThatCanBeMeasuredAreOffered() {
        Card offer = last(ann.write("/placement"));
        assertThat(offer.buttons().toString()).contains("istio").doesNotContain("envoy");
        assertThat(last(ann.press(Chatter.button(offer, "istio"))).plain()).contains("1 of 20");
    }

    @Test
    void anUnknownSkillGetsTheNearestNames() {
        assertThat(last(ann.write("/placement isto")).buttons().toString()).contains("istio");
    }

    @Test
    void aNewcomerIsOfferedIt() {
        Card welcome = last(ann.write("/start"));
        assertThat(last(ann.press(Chatter.button(welcome, "Find my level"))).plain())
                .contains("In which skill");
    }

    @Test
    void itSpeaksRussian() {
        ann.speaking(Locale.forLanguageTag("ru"));
        assertThat(last(ann.write("/placement istio")).plain()).contains("Ваш уровень: istio");
    }

    @Test
    void theSummaryOfAnOrdinaryQuizTellsWhyTheLevelIsWhatItIs() {
        Card card = last(ann.write("/quiz istio 12"));
        while (!card.plain().contains("🏁")) {
            card = wrong(card);
        }
        assertThat(card.plain()).contains("👎");
    }

    private static String idOf(Card card) {
        return card.plain().replaceAll("(?s).*?(\\w+-q\\d+).*", "$1");
    }
}

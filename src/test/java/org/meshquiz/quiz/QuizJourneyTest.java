package org.meshquiz.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meshquiz.quiz.Chatter.button;
import static org.meshquiz.quiz.Chatter.last;
import static org.meshquiz.quiz.Chatter.option;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meshquiz.chat.Button;
import org.meshquiz.chat.Card;
import org.meshquiz.question.Question;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

class QuizJourneyTest {
    private Database database;
    private Chatter ann;

    @BeforeEach
    void meet() {
        database = TestDatabase.migrated();
        List<Question> questions = new ArrayList<>(SampleBank.singles("istio", 8));
        questions.addAll(SampleBank.singles("envoy", 3));
        ann = new Chatter(database, SampleBank.of(questions));
    }

    @AfterEach
    void leave() {
        database.close();
    }

    @Test
    void aQuizAsksSaysWhyAndGoesOn() {
        Card question = last(ann.write("/quiz istio"));
        assertThat(question.plain()).contains("1 of 5").contains("What about istio-q");

        List<Card> after = ann.press(option(question, "option 0"));

        assertThat(after).hasSize(2);
        assertThat(after.get(0).plain())
                .contains("Right!")
                .contains("Because of istio-q")
                .contains("Comes back");
        assertThat(after.get(1).plain()).contains("2 of 5");
    }

    @Test
    void aWrongAnswerIsToldWhyAndWhatIsRight() {
        Card question = last(ann.write("/quiz istio"));
        Card outcome = ann.press(option(question, "option 2")).get(0);
        assertThat(outcome.plain())
                .contains("Not this time")
                .contains("no. 2 is not so")
                .contains("✅ ")
                .contains("❌ ")
                .contains("Because of");
    }

    @Test
    void aMissedQuestionComesOnceMoreAtTheEndAndThenTheSummary() {
        Card card = last(ann.write("/quiz istio 2"));
        String missed = card.plain()
                .lines()
                .filter(line -> line.startsWith("What"))
                .findFirst()
                .orElseThrow();
        card = last(ann.press(option(card, "option 1")));
        card = last(ann.press(option(card, "option 0")));
        assertThat(card.plain()).contains("Once more").contains(missed);

        card = last(ann.press(option(card, "option 0")));

        assertThat(card.plain()).contains("1 of 2 right").contains("Worth another look");
        assertThat(card.plain()).contains("not enough answers yet");
    }

    @Test
    void aSecondTapChangesNothingAndIsAnswered() {
        Card question = last(ann.write("/quiz istio"));
        ann.press(option(question, "option 0"));
        long reviews = count("review");

        List<Card> second = ann.press(option(question, "option 2"));

        assertThat(count("review")).isEqualTo(reviews).isEqualTo(1);
        assertThat(last(second).plain()).contains("You have answered this one").contains("right");
        assertThat(button(last(second), "Go on")).isNotNull();
    }

    @Test
    void manyTapsAtOnceAreOneAnswer() throws Exception {
        Card question = last(ann.write("/quiz istio"));
        Button right = option(question, "option 0");
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> taps = new ArrayList<>();
            for (int tap = 0; tap < 40; tap++) {
                taps.add(() -> {
                    ann.application.conversation().handle(ann.pressUpdate(right.token()));
                    return true;
                });
            }
            for (var tap : pool.invokeAll(taps)) {
                tap.get();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(count("review")).isEqualTo(1);
        assertThat(count("delivery")).isEqualTo(2);
    }

    @Test
    void theSameUpdateTwiceIsHandledOnce() {
        var update = ann.textUpdate("/quiz istio");
        assertThat(ann.redeliver(update)).hasSize(1);
        assertThat(ann.redeliver(update)).isEmpty();
        assertThat(count("delivery")).isEqualTo(1);
    }

    @Test
    void anotherPersonsButtonDoesNothing() {
        Card question = last(ann.write("/quiz istio"));
        Button right = option(question, "option 0");
        ann.become("eve");

        List<Card> reply = ann.press(right);

        assertThat(count("review")).isZero();
        assertThat(last(reply).plain()).contains("does not belong to this chat");
    }

    @Test
    void aGuessBringsTheQuestionBackSoonerAndCountsOnce() {
        Card question = last(ann.write("/quiz istio"));
        Card outcome = ann.press(option(question, "option 0")).get(0);
        double before = stability();

        Card noted = last(ann.press(button(outcome, "I guessed")));

        assertThat(noted.plain()).contains("Thanks for saying it was a guess");
        assertThat(stability()).isLessThan(before);
        assertThat(last(ann.press(button(outcome, "Easy"))).plain()).contains("Noted before");
        assertThat(count("review")).isEqualTo(1);
    }

    @Test
    void iDontKnowIsAnAnswerNobodyNeedsToBeAshamedOf() {
        Card question = last(ann.write("/quiz istio"));
        Card outcome = ann.press(button(question, "I don’t know")).get(0);
        assertThat(outcome.plain())
                .contains("Good to know what one does not know")
                .contains("✅ ");
        assertThat(count("review")).isEqualTo(1);
    }

    @Test
    void aLetterMayBeWrittenInsteadOfPressed() {
        Card question = last(ann.write("/quiz istio"));
        String letter = option(question, "option 0").label();
        assertThat(ann.write(letter.toLowerCase(Locale.ROOT)).get(0).plain()).contains("Right!");
    }

    @Test
    void noQuestionComesTwiceOnOneDay() {
        Set<String> asked = new HashSet<>();
        Card card = last(ann.write("/quiz istio 50"));
        while (!card.plain().contains("🏁")) {
            String line = card.plain()
                    .lines()
                    .filter(text -> text.startsWith("What"))
                    .findFirst()
                    .orElseThrow();
            assertThat(asked.add(line)).as(line).isTrue();
            card = last(ann.press(option(card, "option 0")));
        }
        assertThat(asked).hasSize(8);
        assertThat(last(ann.write("/quiz istio")).plain()).contains("Nothing is left to ask");
    }

    @Test
    void whatIsForgottenFirstComesBackFirst() {
        Card card = last(ann.write("/quiz envoy 3"));
        for (int answered = 0; answered < 3; answered++) {
            card = last(ann.press(option(card, answered == 1 ? "option 3" : "option 0")));
        }
        ann.press(option(card, "option 0"));
        ann.pass(Duration.ofDays(20));
        assertThat(last(ann.write("/quiz")).plain()).contains("envoy");
    }

    @Test
    void theDailyQuizComesAtTheHourAndOnceADay() {
        ann.write("/start");
        assertThat(ann.tick()).isEmpty();
        ann.pass(Duration.ofDays(1));
        List<Card> morning = ann.tick();
        assertThat(morning).hasSize(1);
        assertThat(morning.get(0).plain()).contains("Your daily quiz").contains("1 of 5");
        assertThat(ann.tick()).isEmpty();
        ann.pass(Duration.ofDays(1));
        assertThat(ann.tick()).hasSize(1);
    }

    @Test
    void aPausedPersonIsNotAsked() {
        ann.write("/start");
        assertThat(last(ann.write("/pause 2w")).plain()).contains("Quizzes come back in 14 days");
        ann.pass(Duration.ofDays(7));
        assertThat(ann.tick()).isEmpty();
        ann.pass(Duration.ofDays(8));
        assertThat(ann.tick()).isNotEmpty();
    }

    @Test
    void everythingIsSaidInRussianToo() {
        ann.speaking(Locale.forLanguageTag("ru"));
        Card question = last(ann.write("/quiz istio"));
        assertThat(question.plain()).contains("1 из 5").contains("Что насчёт");
        assertThat(ann.press(option(question, "вариант 2")).get(0).plain())
                .contains("В этот раз мимо")
                .contains("№ 2 не так");
        assertThat(last(ann.write("/language en")).plain()).isEqualTo("From now on in English.");
    }

    @Test
    void forgettingAsksAndThenLeavesNothing() {
        Card question = last(ann.write("/quiz istio"));
        ann.press(option(question, "option 0"));
        Card asked = last(ann.write("/forget"));
        assertThat(count("learner")).isEqualTo(1);
        ann.press(button(asked, "Delete everything"));
        for (String table :
                List.of("learner", "review", "memory_card", "ability", "delivery", "keyboard", "chat_address")) {
            assertThat(count(table)).as(table).isZero();
        }
    }

    @Test
    void theExportHoldsEveryAnswer() {
        Card question = last(ann.write("/quiz istio"));
        ann.press(option(question, "option 0"));
        Card export = last(ann.write("/export"));
        assertThat(Objects.requireNonNull(export.file()).content())
                .contains("\"review\"")
                .contains("istio-q")
                .doesNotContain("token");
    }

    private long count(String table) {
        return TestDatabase.count(database, table);
    }

    private double stability() {
        return TestDatabase.number(database, "select stability from memory_card");
    }
}

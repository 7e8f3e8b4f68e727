package org.meshquiz.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meshquiz.quiz.Chatter.last;
import static org.meshquiz.quiz.Chatter.option;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meshquiz.chat.Card;
import org.meshquiz.question.Question;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

/** A database that an earlier program has left, in this one. */
class UpgradeTest {
    private static final int REVIEWS = 78;
    private static final int QUESTIONS = 20;

    private Database database;

    @BeforeEach
    void restore() throws Exception {
        database = TestDatabase.older(49);
        database.migrate();
    }

    @AfterEach
    void stop() {
        database.close();
    }

    /** The bank that they had. */
    private Chatter phone() {
        List<Question> bank = new ArrayList<>(SampleBank.singles("istio", 12));
        bank.addAll(SampleBank.singles("envoy", 6));
        bank.add(SampleBank.several("envoy-several", "envoy"));
        bank.add(SampleBank.typed("envoy-typed", "envoy", "9901"));
        Chatter phone = new Chatter(database, SampleBank.of(bank));
        phone.pass(Duration.ofDays(6));
        return phone;
    }

    private double number(String query) {
        return TestDatabase.number(database, query);
    }

    @Test
    void everyAnswerIsThereAndTheLevelsAreThoseOfTheLog() {
        assertThat(number("select count(*) from review")).isEqualTo(REVIEWS);
        assertThat(number("select sum(repetitions) from memory_card")).isEqualTo(REVIEWS);
        assertThat(number("select sum(answers) from ability")).isEqualTo(24);
        assertThat(new AbilityRebuild(database).run().replaced()).isZero();
    }

    @Test
    void peopleGoOnWhereTheyWere() {
        Chatter phone = phone();
        assertThat(number("select count(*) from question_version")).isEqualTo(QUESTIONS);
        phone.become("ann");
        assertThat(last(phone.write("/me")).plain()).contains("istio — Senior–Expert (98 %)");
        Card question = last(phone.write("/quiz envoy 1"));
        phone.press(option(question, "option 0"));
        assertThat(number("select count(*) from review")).isEqualTo(REVIEWS + 1);
        phone.become("bob");
        assertThat(last(phone.write("/help")).plain()).contains("ваши уровни");
    }

    @Test
    void bringingItUpToDateAgainChangesNothing() {
        double migrations = number("select count(*) from flyway_schema_history");
        database.migrate();
        assertThat(number("select count(*) from flyway_schema_history")).isEqualTo(migrations);
    }
}

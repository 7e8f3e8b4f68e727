package org.meshquiz.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meshquiz.quiz.Chatter.button;
import static org.meshquiz.quiz.Chatter.last;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meshquiz.chat.Card;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

/** One person's accounts become one. */
class LinkTest {
    private static final String CARD = "select concat_ws(' ', stability, difficulty, reviewed_at, repetitions, lapses,"
            + " before_stability, before_reviewed) from memory_card where learner_id = ";

    private Database database;
    private Chatter phone;
    private Accounts accounts;

    @BeforeEach
    void start() {
        database = TestDatabase.migrated();
        phone = new Chatter(database, SampleBank.of(SampleBank.singles("istio", 6)));
        accounts = new Accounts(phone);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({"4, 2", "2, 4", "0, 3", "3, 0"})
    void whicheverSideBeginsTheyHaveOneHistoryAndTheLevelsOfItsLog(int owners, int others) {
        accounts.answer("ann", owners);
        accounts.answer("bob", others);

        Card joined = accounts.join("ann", "bob");

        assertThat(joined.plain()).contains("Your accounts are one", (owners + others) + " answers");
        assertThat(TestDatabase.count(database, "learner")).isEqualTo(1);
        assertThat(TestDatabase.count(database, "chat_address")).isEqualTo(2);
        assertThat(TestDatabase.count(database, "review")).isEqualTo(owners + others);
        assertThat(TestDatabase.number(database, "select sum(repetitions) from memory_card"))
                .isEqualTo(owners + others);
        assertThat(TestDatabase.number(database, "select count(*) from review where first_exposure"))
                .isEqualTo((double) TestDatabase.count(database, "memory_card"));
        assertThat(new AbilityRebuild(database).run().replaced()).isZero();
        phone.become("bob");
        assertThat(last(phone.look()).plain()).contains("Your accounts are one");
        accounts.answer("bob", 1);
        accounts.answer("ann", 1);
        assertThat(TestDatabase.count(database, "learner")).isEqualTo(1);
    }

    @Test
    void aQuestionThatBothHaveMetIsRememberedAsByOnePerson() {
        phone = new Chatter(database, SampleBank.of(SampleBank.singles("istio", 1)));
        accounts = new Accounts(phone);
        accounts.answerOnly("ann", "option 0");
        accounts.answerOnly("carl", "option 0");
        phone.pass(Duration.ofDays(3));
        accounts.answerOnly("bob", "option 1");
        accounts.answerOnly("carl", "option 1");
        phone.pass(Duration.ofDays(2));
        accounts.answerOnly("ann", "option 0");
        accounts.answerOnly("carl", "option 0");

        accounts.join("bob", "ann");

        String ann = learner("ann");
        String carl = learner("carl");
        assertThat(TestDatabase.text(database, CARD + ann)).isEqualTo(TestDatabase.text(database, CARD + carl));
        assertThat(TestDatabase.text(database, "select masses from ability where learner_id = " + ann))
                .isEqualTo(TestDatabase.text(database, "select masses from ability where learner_id = " + carl));
        assertThat(learner("bob")).isEqualTo(ann);
    }

    @Test
    void onlyOneQuizADayComesAndToTheChatWhereTheJoiningWasConfirmed() {
        accounts.answer("bob", 3);
        phone.write("/settings hour 11");
        accounts.answer("ann", 1);
        phone.write("/settings hour 13");
        phone.pass(Duration.ofHours(2).plusMinutes(1));
        phone.tick();
        assertThat(TestDatabase.count(database, "daily_push")).isEqualTo(1);

        accounts.join("ann", "bob");
        phone.pass(Duration.ofHours(3));
        phone.tick();
        assertThat(TestDatabase.count(database, "daily_push")).isEqualTo(1);

        phone.pass(Duration.ofHours(21));
        phone.become("bob");
        phone.look();
        assertThat(phone.tick()).isEmpty();
        phone.become("ann");
        assertThat(phone.look()).hasSize(1);
        assertThat(TestDatabase.count(database, "daily_push")).isEqualTo(2);

        phone.become("bob");
        phone.write("/link here");
        phone.pass(Duration.ofDays(1));
        assertThat(phone.tick()).hasSize(1);
        phone.become("ann");
        assertThat(phone.look()).isEmpty();
    }

    @Test
    void aQuestionThatStandsOpenInOneChatCanBeAnsweredInTheOther() {
        accounts.answer("bob", 1);
        Card open = last(accounts.write("ann", "/quiz istio 1"));
        accounts.join("ann", "bob");
        assertThat(accounts.said("bob", "a")).contains("istio-q");
        assertThat(TestDatabase.count(database, "review")).isEqualTo(2);
        phone.become("ann");
        assertThat(last(phone.press(button(open, "A"))).plain()).contains("answered");
        assertThat(TestDatabase.count(database, "review")).isEqualTo(2);
    }

    @Test
    void aChatCanBeTakenOutAgainAndTheHistoryStaysWithTheOthers() {
        accounts.answer("ann", 2);
        accounts.answer("bob", 3);
        accounts.join("ann", "bob");
        phone.become("ann");
        Card asked = last(phone.write("/unlink"));
        assertThat(asked.plain()).contains("Take this chat out");
        assertThat(TestDatabase.count(database, "chat_address")).isEqualTo(2);

        assertThat(last(phone.press(button(asked, "Take this chat out"))).plain())
                .contains("This chat is on its own now");

        assertThat(TestDatabase.count(database, "chat_address")).isEqualTo(1);
        assertThat(TestDatabase.count(database, "review")).isEqualTo(5);
        // Whoever writes here now is a stranger, and the buttons of before are not theirs.
        assertThat(last(phone.write("/start")).plain()).isNotEmpty();
        assertThat(TestDatabase.count(database, "learner")).isEqualTo(2);
        phone.press(button(asked, "Take this chat out"));
        assertThat(TestDatabase.count(database, "chat_address")).isEqualTo(2);
        phone.become("bob");
        assertThat(last(phone.write("/unlink")).plain()).contains("no other chat");
    }

    @Test
    void forgettingAfterwardsForgetsAllChats() {
        accounts.answer("bob", 2);
        accounts.join("ann", "bob");
        phone.become("bob");
        phone.press(button(last(phone.write("/forget")), "Delete"));
        assertThat(TestDatabase.count(database, "learner")).isZero();
        assertThat(TestDatabase.count(database, "chat_address")).isZero();
        assertThat(TestDatabase.count(database, "review")).isZero();
    }

    @Test
    void answersInGroupsCountOnceAndTheFirstOneCounts() {
        accounts.answer("bob", 2);
        accounts.code("ann");
        TestDatabase.execute(database, """
                insert into group_question (platform, bot, chat, place, language, question_id, question_version,
                  option_order, message_id, token, asked_at, closes_at)
                select 'test', 'bot', 'team', 'team', 'en', question_id, 1, '{0}', 1, question_id, now(), now()
                from question where question_id in ('istio-q0', 'istio-q1')""");
        TestDatabase.execute(database, """
                insert into group_answer select a.learner_id, q.group_question_id, a.chat = 'ann',
                  q.asked_at + case a.chat when 'ann' then interval '1 s' else interval '2 s' end
                from group_question q, chat_address a where q.question_id = 'istio-q0' or a.chat = 'bob'""");
        accounts.join("ann", "bob");
        assertThat(TestDatabase.text(database, """
                        select string_agg(correct::text, ' ' order by group_question_id) from group_answer""")).contains("true", "false").hasSize("true false".length());
        assertThat(TestDatabase.count(database, "group_answer")).isEqualTo(2);
    }

    private String learner(String chat) {
        return TestDatabase.text(database, "select learner_id from chat_address where chat = '" + chat + "'");
    }
}

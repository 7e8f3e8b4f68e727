package org.meshquiz.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meshquiz.quiz.Chatter.button;
import static org.meshquiz.quiz.Chatter.last;
import static org.meshquiz.quiz.Chatter.option;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.Inbound;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

/** One person's accounts become one. */
class LinkTest {
    private static final Pattern CODE = Pattern.compile("/link ([0-9A-Z]{4}-[0-9A-Z]{4})");
    private static final String CARD = "select concat_ws(' ', stability, difficulty, reviewed_at, repetitions, lapses,"
            + " before_stability, before_reviewed) from memory_card where learner_id = ";

    private Database database;
    private Chatter phone;

    @BeforeEach
    void start() {
        database = TestDatabase.migrated();
        phone = new Chatter(database, SampleBank.of(SampleBank.singles("istio", 6)));
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({"4, 2", "2, 4", "0, 3", "3, 0"})
    void whicheverSideBeginsTheyHaveOneHistoryAndTheLevelsOfItsLog(int owners, int others) {
        answer("ann", owners);
        answer("bob", others);

        Card joined = join("ann", "bob");

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
        answer("bob", 1);
        answer("ann", 1);
        assertThat(TestDatabase.count(database, "learner")).isEqualTo(1);
    }

    @Test
    void aQuestionThatBothHaveMetIsRememberedAsByOnePerson() {
        phone = new Chatter(database, SampleBank.of(SampleBank.singles("istio", 1)));
        answerOnly("ann", "option 0");
        answerOnly("carl", "option 0");
        phone.pass(Duration.ofDays(3));
        answerOnly("bob", "option 1");
        answerOnly("carl", "option 1");
        phone.pass(Duration.ofDays(2));
        answerOnly("ann", "option 0");
        answerOnly("carl", "option 0");

        join("bob", "ann");

        String ann = learner("ann");
        String carl = learner("carl");
        assertThat(TestDatabase.text(database, CARD + ann)).isEqualTo(TestDatabase.text(database, CARD + carl));
        assertThat(TestDatabase.text(database, "select masses from ability where learner_id = " + ann))
                .isEqualTo(TestDatabase.text(database, "select masses from ability where learner_id = " + carl));
        assertThat(learner("bob")).isEqualTo(ann);
    }

    @Test
    void onlyOneQuizADayComesAndToTheChatWhereTheJoiningWasConfirmed() {
        answer("bob", 3);
        phone.write("/settings hour 11");
        answer("ann", 1);
        phone.write("/settings hour 13");
        phone.pass(Duration.ofHours(2).plusMinutes(1));
        phone.tick();
        assertThat(TestDatabase.count(database, "daily_push")).isEqualTo(1);

        join("ann", "bob");
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
    void aCodeOfTwoWhoWriteItAtOnceGoesToOneAndTwoConfirmationsJoinOnce() throws Exception {
        List<Inbound> writes = new ArrayList<>();
        String code = code("ann");
        for (int number = 0; number < 8; number++) {
            phone.become("other" + number);
            phone.write("/help");
            writes.add(phone.textUpdate("/link " + code));
        }
        atOnce(writes);
        assertThat(TestDatabase.number(database, "select count(*) from link_request where other_id is not null"))
                .isEqualTo(1);
        assertThat(TestDatabase.count(database, "link_try")).isEqualTo(7);

        String taker = TestDatabase.text(database, "select other_chat from link_request");
        phone.become(taker);
        phone.press(button(last(phone.look()), "It is me"));
        phone.become("ann");
        String yes = button(last(phone.look()), "It is me").token();
        List<Inbound> presses = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            presses.add(phone.pressUpdate(yes));
        }
        atOnce(presses);
        assertThat(phone.look().stream().filter(card -> card.plain().contains("Your accounts are one")))
                .hasSize(1);
        assertThat(TestDatabase.count(database, "learner")).isEqualTo(8);
        assertThat(learner("ann")).isEqualTo(learner(taker));
    }

    @Test
    void ownUsedReplacedAndExpiredCodesJoinNothingAndSayWhatToDo() {
        String first = code("ann");
        String second = code("ann");
        assertThat(said("ann", "/link " + second)).contains("your own code");
        assertThat(said("bob", "/link " + first)).contains("does not work");
        phone.pass(Duration.ofMinutes(10));
        assertThat(said("bob", "/link " + second)).contains("does not work");

        String third = code("ann");
        assertThat(said("bob", "/link " + third.toLowerCase(Locale.ROOT).replace("-", " ")))
                .contains("Is that you?");
        assertThat(said("eve", "/link " + third)).contains("does not work");
        assertThat(TestDatabase.number(database, "select count(distinct learner_id) from chat_address"))
                .isEqualTo(3);
    }

    @Test
    void nobodyJoinsByThemselvesOrInTheWrongOrder() {
        String code = code("ann");
        Card asked = last(write("bob", "/link " + code));
        String number = TestDatabase.text(database, "select link_id from link_request");
        assertThat(said("ann", "/link yes " + number)).contains("Confirm in the chat where you wrote the code first");
        assertThat(said("eve", "/link yes " + number)).contains("over");
        phone.become("bob");
        assertThat(last(phone.press(button(asked, "It is me"))).plain()).contains("Now confirm in the other chat");
        phone.become("ann");
        assertThat(last(phone.press(button(last(phone.look()), "No"))).plain()).contains("Nothing was joined");
        assertThat(said("bob", "/link yes " + number)).contains("over");
        assertThat(TestDatabase.count(database, "learner")).isEqualTo(3);
    }

    @Test
    void guessingEndsAfterFiveWrongCodesForAnHourEvenForWhoBeginsAnew() {
        String code = code("ann");
        for (int number = 0; number < 5; number++) {
            assertThat(said("eve", "/link 0000-000" + number)).contains("does not work");
        }
        assertThat(said("eve", "/link " + code)).contains("too many wrong codes");
        phone.press(button(last(phone.write("/forget")), "Delete"));
        assertThat(said("eve", "/link " + code)).contains("too many wrong codes");
        assertThat(said("eve", "/link what?")).contains("no code");
        phone.pass(Duration.ofHours(1));

        String fresh = code("ann");
        assertThat(said("eve", "/link " + fresh)).contains("Is that you?");
    }

    @Test
    void aQuestionThatStandsOpenInOneChatCanBeAnsweredInTheOther() {
        answer("bob", 1);
        Card open = last(write("ann", "/quiz istio 1"));
        join("ann", "bob");
        assertThat(said("bob", "a")).contains("istio-q");
        assertThat(TestDatabase.count(database, "review")).isEqualTo(2);
        phone.become("ann");
        assertThat(last(phone.press(button(open, "A"))).plain()).contains("answered");
        assertThat(TestDatabase.count(database, "review")).isEqualTo(2);
    }

    @Test
    void forgettingAfterwardsForgetsAllChats() {
        answer("bob", 2);
        join("ann", "bob");
        phone.become("bob");
        phone.press(button(last(phone.write("/forget")), "Delete"));
        assertThat(TestDatabase.count(database, "learner")).isZero();
        assertThat(TestDatabase.count(database, "chat_address")).isZero();
        assertThat(TestDatabase.count(database, "review")).isZero();
    }

    @Test
    void answersInGroupsCountOnceAndTheFirstOneCounts() {
        answer("bob", 2);
        code("ann");
        TestDatabase.execute(database, """
                insert into group_question (platform, bot, chat, place, language, question_id, question_version,
                  option_order, message_id, token, asked_at, closes_at)
                select 'test', 'bot', 'team', 'team', 'en', question_id, 1, '{0}', 1, question_id, now(), now()
                from question where question_id in ('istio-q0', 'istio-q1')""");
        TestDatabase.execute(database, """
                insert into group_answer select a.learner_id, q.group_question_id, a.chat = 'ann',
                  q.asked_at + case a.chat when 'ann' then interval '1 s' else interval '2 s' end
                from group_question q, chat_address a where q.question_id = 'istio-q0' or a.chat = 'bob'""");
        join("ann", "bob");
        assertThat(TestDatabase.text(database, """
                        select string_agg(correct::text, ' ' order by group_question_id) from group_answer""")).contains("true", "false").hasSize("true false".length());
        List<Groups.Standing> standings = phone.application.groups().standings(new ChatAddress("test", "bot", "team"));
        assertThat(standings).containsExactly(new Groups.Standing("ann", 1, 2));
    }

    /** From the code to the last word, which is returned; the phone is the owner's afterwards. */
    private Card join(String owner, String other) {
        String code = code(owner);
        Card asked = last(write(other, "/link " + code));
        phone.press(button(asked, "It is me"));
        phone.become(owner);
        Card confirm = last(phone.look());
        return last(phone.press(button(confirm, "It is me")));
    }

    private String code(String name) {
        Matcher code = CODE.matcher(said(name, "/link"));
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private String said(String name, String text) {
        return last(write(name, text)).plain();
    }

    private List<Card> write(String name, String text) {
        phone.become(name);
        return phone.write(text);
    }

    /** So many questions, every other right. */
    private void answer(String name, int count) {
        phone.become(name);
        for (int number = 0; number < count; number++) {
            Card card = last(phone.write("/quiz istio 1"));
            phone.press(option(card, "option " + number % 2));
        }
    }

    private void answerOnly(String name, String text) {
        phone.become(name);
        phone.press(option(last(phone.write("/quiz istio 1")), text));
    }

    private String learner(String chat) {
        return TestDatabase.text(database, "select learner_id from chat_address where chat = '" + chat + "'");
    }

    private void atOnce(List<Inbound> updates) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(updates.size());
        try {
            List<Callable<Boolean>> work = new ArrayList<>();
            updates.forEach(update -> work.add(() -> {
                phone.application.conversation().handle(update);
                return true;
            }));
            for (var done : pool.invokeAll(work)) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }
    }
}

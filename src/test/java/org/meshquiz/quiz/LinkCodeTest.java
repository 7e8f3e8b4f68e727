package org.meshquiz.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meshquiz.quiz.Chatter.button;
import static org.meshquiz.quiz.Chatter.last;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.Inbound;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

/** Codes that join accounts: who may use them, how often, in which order. */
class LinkCodeTest {
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

    @Test
    void aCodeOfTwoWhoWriteItAtOnceGoesToOneAndTwoConfirmationsJoinOnce() throws Exception {
        List<Inbound> writes = new ArrayList<>();
        String code = accounts.code("ann");
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
        String first = accounts.code("ann");
        String second = accounts.code("ann");
        assertThat(accounts.said("ann", "/link " + second)).contains("your own code");
        assertThat(accounts.said("bob", "/link " + first)).contains("does not work");
        phone.pass(Duration.ofMinutes(10));
        assertThat(accounts.said("bob", "/link " + second)).contains("does not work");

        String third = accounts.code("ann");
        assertThat(accounts.said(
                        "bob", "/link " + third.toLowerCase(Locale.ROOT).replace("-", " ")))
                .contains("Is that you?");
        assertThat(accounts.said("eve", "/link " + third)).contains("does not work");
        assertThat(TestDatabase.number(database, "select count(distinct learner_id) from chat_address"))
                .isEqualTo(3);
    }

    @Test
    void nobodyJoinsByThemselvesOrInTheWrongOrder() {
        String code = accounts.code("ann");
        Card asked = last(accounts.write("bob", "/link " + code));
        String number = TestDatabase.text(database, "select link_id from link_request");
        assertThat(accounts.said("ann", "/link yes " + number))
                .contains("Confirm in the chat where you wrote the code first");
        assertThat(accounts.said("eve", "/link yes " + number)).contains("over");
        phone.become("bob");
        assertThat(last(phone.press(button(asked, "It is me"))).plain()).contains("Now confirm in the other chat");
        phone.become("ann");
        assertThat(last(phone.press(button(last(phone.look()), "No"))).plain()).contains("Nothing was joined");
        assertThat(accounts.said("bob", "/link yes " + number)).contains("over");
        assertThat(TestDatabase.count(database, "learner")).isEqualTo(3);
    }

    @Test
    void guessingEndsAfterFiveWrongCodesForAnHourEvenForWhoBeginsAnew() {
        String code = accounts.code("ann");
        for (int number = 0; number < 5; number++) {
            assertThat(accounts.said("eve", "/link 0000-000" + number)).contains("does not work");
        }
        assertThat(accounts.said("eve", "/link " + code)).contains("too many wrong codes");
        phone.press(button(last(phone.write("/forget")), "Delete"));
        assertThat(accounts.said("eve", "/link " + code)).contains("too many wrong codes");
        assertThat(accounts.said("eve", "/link what?")).contains("no code");
        phone.pass(Duration.ofHours(1));

        String fresh = accounts.code("ann");
        assertThat(accounts.said("eve", "/link " + fresh)).contains("Is that you?");
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

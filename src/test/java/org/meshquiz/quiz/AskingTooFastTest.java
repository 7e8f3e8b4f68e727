package org.meshquiz.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meshquiz.quiz.Chatter.last;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.Inbound.From;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.quiz.team.Groups.Act;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

class AskingTooFastTest {
    private Database database;
    private Chatter phone;

    @BeforeEach
    void start() {
        database = TestDatabase.migrated();
        phone = new Chatter(database, SampleBank.of(SampleBank.singles("istio", 12)));
    }

    @AfterEach
    void stop() {
        database.close();
    }

    /** Writes faster than anything is sent. */
    private void hurry(int times, String text) {
        Stream.generate(() -> phone.textUpdate(text)).limit(times).forEach(phone.application.conversation()::handle);
    }

    @Test
    void whoWritesFasterThanCanBeSentIsToldSoOnceAndHeardAgainWhenAllHasArrived() {
        phone.write("/help");
        hurry(500, "/help");
        List<Card> arrived = phone.look();
        assertThat(arrived).hasSize(31);
        assertThat(last(arrived).plain()).contains("faster than I may send");
        assertThat(last(phone.write("/help")).plain()).doesNotContain("faster than I may send");
    }

    @Test
    void theSameIsSaidInRussian() {
        phone.speaking(Locale.forLanguageTag("ru")).write("/help");
        hurry(500, "/help");
        assertThat(last(phone.look()).plain()).contains("Вы быстрее");
    }

    @Test
    void answersCountHoweverMuchWaits() {
        phone.write("/quiz istio 3");
        hurry(500, "/help");
        hurry(1, "A");
        assertThat(TestDatabase.number(database, "select count(*) from review")).isOne();
    }

    @Test
    void somebodyInAHurryDoesNotSilenceOthers() {
        phone.write("/help");
        hurry(500, "/help");
        phone.become("bob");
        assertThat(phone.write("/help")).hasSize(1);
    }

    @Test
    void aGroupGetsNoMoreThanItCanBeSentInAMinute() {
        ChatAddress group = new ChatAddress("test", "bot", "-1");
        From ann = new From(new ChatAddress("test", "bot", "ann"), Locale.ENGLISH, null);
        for (int number = 0; number < 100; number++) {
            phone.application.groups().help(new Act(ann, group, group, "g" + number));
        }
        assertThat(TestDatabase.number(database, "select count(*) from outbox")).isEqualTo(20);
    }
}

package org.meshquiz.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meshquiz.chat.Inbound;
import org.meshquiz.quiz.Intake;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;
import org.meshquiz.telegram.fake.FakeBotApi;
import org.meshquiz.telegram.fake.Fault;
import org.meshquiz.telegram.fake.Json;
import org.meshquiz.telegram.fake.Person;

class PollerTest {
    private Database database;
    private FakeBotApi fake;
    private Node node;
    private Person ann;

    /** A program that fetches, and remembers the texts that it handled. */
    private final class Node implements AutoCloseable {
        final Queue<String> texts = new ConcurrentLinkedQueue<>();
        private final BotApi api = new BotApi(new BotToken(FakeBotApi.TOKEN), URI.create(fake.url()));
        private final Intake intake =
                new Intake(database, InstantSource.system(), "telegram", Long.toString(FakeBotApi.BOT_ID));
        private final Reception reception =
                new Reception(intake, new Decoder(Long.toString(FakeBotApi.BOT_ID)), this::handle);
        private final Poller poller = new Poller(new UpdateFeed(api, Duration.ofSeconds(20)), intake, reception);

        Node start() throws InterruptedException {
            reception.start();
            poller.start();
            return this;
        }

        private void handle(Intake.Update update, Incoming incoming) {
            if (incoming instanceof Incoming.Private direct && direct.inbound() instanceof Inbound.Text text) {
                texts.add(text.text());
            }
            intake.done(update);
        }

        @Override
        public void close() {
            poller.close();
            reception.close();
            api.close();
        }
    }

    @BeforeEach
    void start() throws InterruptedException {
        database = TestDatabase.migrated();
        fake = FakeBotApi.start();
        ann = fake.person(420_000_000_001L, "en");
        node = new Node().start();
    }

    @AfterEach
    void stop() {
        node.close();
        fake.close();
        database.close();
    }

    private static void await(String what, BooleanSupplier wanted) {
        for (int i = 0; i < 4_000 && !wanted.getAsBoolean(); i++) {
            LockSupport.parkNanos(5_000_000);
        }
        assertThat(wanted.getAsBoolean()).as(what).isTrue();
    }

    private void awaitTexts(String... texts) {
        await("texts " + List.of(texts), () -> node.texts.size() >= texts.length);
        assertThat(node.texts).containsExactly(texts);
    }

    private long kept() {
        return (long) TestDatabase.number(database, "select count(*) from inbox where raw is not null");
    }

    @Test
    void updatesAreHandledInOrderAndOnce() {
        ann.write("one");
        ann.write("two");
        ObjectNode three = ann.writing("three").put("update_id", fake.takeUpdateId());
        fake.rawUpdate(three);
        fake.rawUpdate(three.deepCopy());
        awaitTexts("one", "two", "three");
        await("confirmed", () -> fake.unconfirmed() == 0);
        fake.rawUpdate(three.deepCopy());
        ann.write("four");
        awaitTexts("one", "two", "three", "four");
    }

    @Test
    void whatCannotBeReadIsKeptAndPassedOver() {
        ann.write("one");
        fake.rawUpdate(Json.object().put("update_id", fake.takeUpdateId()).put("message", "no object"));
        ObjectNode noPerson = ann.writing("x").put("update_id", fake.takeUpdateId());
        ((ObjectNode) noPerson.path("message").path("from")).put("id", "a word");
        fake.rawUpdate(noPerson);
        fake.rawUpdate(Json.object().put("update_id", fake.takeUpdateId()).put("a_kind_of_tomorrow", 1));
        fake.rawUpdate(Json.object().put("no_number", true));
        ann.write("two");
        awaitTexts("one", "two");
        await("kept", () -> kept() == 2);
        await("confirmed", () -> fake.unconfirmed() == 1);
    }

    @Test
    void anIdOfSixtyFourBitsIsNothingSpecial() {
        fake.person(9_007_199_254_740_991L, "").write("big");
        awaitTexts("big");
    }

    @Test
    void faultsOfEveryKindAreOutlived() {
        fake.fail(
                "getUpdates",
                new Fault.TooMany(1),
                new Fault.ErrorPage(502),
                new Fault.Dropped(false),
                new Fault.Refusal(500, "Internal Server Error"));
        ann.write("wakes the poll that waits");
        ann.write("after all");
        awaitTexts("wakes the poll that waits", "after all");
    }

    @Test
    void aRefusedTokenIsTriedAgainAndOtherUpdatesAreNotLost() throws InterruptedException {
        node.close();
        ann.write("meanwhile");
        fake.fail("getUpdates", new Fault.Refusal(409, "Conflict: terminated by other getUpdates request"));
        node = new Node().start();
        awaitTexts("meanwhile");
    }

    @Test
    void anUpdateIsConfirmedOnlyAfterItIsStored() throws InterruptedException {
        ann.write("one");
        awaitTexts("one");
        await("confirmed", () -> fake.unconfirmed() == 0);
        long before = fake.confirmedBelow();
        database.close();
        ann.write("two");
        LockSupport.parkNanos(500_000_000);
        assertThat(fake.confirmedBelow()).isEqualTo(before);
        assertThat(fake.unconfirmed()).isEqualTo(1);
    }

    @Test
    void aSecondNodeWaitsAndTakesOver() throws InterruptedException {
        ann.write("one");
        awaitTexts("one");
        try (Node second = new Node().start()) {
            ann.write("two");
            awaitTexts("one", "two");
            node.close();
            ann.write("three");
            await("taken over", () -> second.texts.contains("three"));
            assertThat(fake.calls("getUpdates")).isEmpty();
        }
    }

    @Test
    void closingIsPromptAndLeavesNoThreadBehind() {
        ann.write("one");
        awaitTexts("one");
        long from = System.nanoTime();
        node.close();
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(2));
        await("threads end", () -> threads(name -> name.startsWith("telegram-")).isEmpty());
    }

    @Test
    void whatADeadProgramLeftBehindIsHandledAtTheNextStart() throws InterruptedException {
        node.close();
        Intake intake = new Intake(database, InstantSource.system(), "telegram", Long.toString(FakeBotApi.BOT_ID));
        intake.store(List.of(
                new Intake.Update("1", ann.writing("left").put("update_id", 1).toString())));
        node = new Node().start();
        awaitTexts("left");
    }

    private static List<String> threads(Predicate<String> named) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(named)
                .toList();
    }
}

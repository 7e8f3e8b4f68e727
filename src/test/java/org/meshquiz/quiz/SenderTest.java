package org.meshquiz.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meshquiz.chat.Delivered;
import org.meshquiz.chat.Limit;
import org.meshquiz.chat.Limit.Scope;
import org.meshquiz.store.Database;
import org.meshquiz.store.Outbox;
import org.meshquiz.store.Outbox.Outgoing;
import org.meshquiz.store.TestDatabase;

class SenderTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static Database database;

    private FakePlatform platform = new FakePlatform();
    private Instant now;

    @BeforeAll
    static void open() {
        database = TestDatabase.migrated();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void empty() {
        TestDatabase.execute(database, "truncate outbox, sent_message, rate_bucket");
        now = database.clock().instant();
    }

    @Test
    void theMessagesOfAChatLeaveInTheirOrder() {
        List.of("one", "two", "three").forEach(text -> post("ann", text));
        run();
        assertThat(platform.log()).containsExactly("ann: one", "ann: two", "ann: three");
    }

    @Test
    void anAnswerGoesBeforeThePushesOfOthers() {
        push("ann", "quiz");
        push("ben", "quiz");
        post("cleo", "right");
        run();
        assertThat(platform.log()).containsExactly("cleo: right", "ann: quiz", "ben: quiz");
    }

    @Test
    void anAnswerTakesWithItWhatItsChatIsStillToGetBeforeIt() {
        push("ann", "quiz");
        push("ben", "quiz");
        post("ben", "right");
        run();
        assertThat(platform.log()).containsExactly("ben: quiz", "ben: right", "ann: quiz");
    }

    @Test
    void anEditNamesTheMessageThatWasSent() {
        long question = post("ann", "question");
        run();
        FakePlatform.edit(database, "ann", question, "outcome");
        run();
        assertThat(platform.log()).containsExactly("ann: question", "ann: outcome (of id1)");
    }

    @Test
    void whatIsLimitedWaitsForTheTimeToldAndOthersGoOn() {
        platform.next("ann", new Delivered.RateLimited(Duration.ofSeconds(7)));
        post("ann", "one");
        post("ann", "two");
        post("ben", "one");
        run();
        assertThat(platform.log()).containsExactly("ann: one", "ben: one");

        pass(Duration.ofMillis(6_900));
        run();
        assertThat(platform.count()).isEqualTo(2);

        pass(Duration.ofMillis(200));
        run();
        assertThat(platform.of("ann")).containsExactly("ann: one", "ann: one", "ann: two");
    }

    @Test
    void aLimitOnTheBotHoldsEverybody() {
        platform = new FakePlatform(new Limit(Scope.ALL, 30, SECOND));
        platform.next("ann", new Delivered.RateLimited(Duration.ofSeconds(7), Scope.ALL));
        post("ann", "one");
        post("ben", "one");
        run();
        assertThat(platform.log()).containsExactly("ann: one");
        pass(Duration.ofSeconds(8));
        run();
        assertThat(platform.log()).containsExactly("ann: one", "ann: one", "ben: one");
    }

    @Test
    void anEditDoesNotWaitForTheLimitOnNewMessages() {
        platform = new FakePlatform(new Limit(Scope.ALL, 1, SECOND)).withoutLimitOnEdits();
        long question = FakePlatform.post(database, "ann", "question", true);
        run();
        post("ben", "one");
        post("cem", "one");
        FakePlatform.edit(database, "ann", question, "right");
        runFor(SECOND.dividedBy(10));
        assertThat(platform.log()).containsExactly("ann: question", "ann: right (of id1)");
        pass(SECOND.multipliedBy(3));
        run();
        assertThat(platform.log()).hasSize(3).contains("ben: one");
    }

    @Test
    void aChatGetsNoMoreThanItsLimit() {
        platform = new FakePlatform(new Limit(Scope.CHAT, 2, SECOND));
        List.of("1", "2", "3", "4").forEach(text -> post("ann", text));
        post("ben", "1");
        run();
        assertThat(platform.log()).containsExactly("ann: 1", "ann: 2", "ben: 1");
        pass(SECOND);
        run();
        assertThat(platform.of("ann")).hasSize(3);
        pass(Duration.ofHours(1));
        post("ann", "5");
        post("ann", "6");
        run();
        // A rest fills the bucket, and no more than fills it.
        assertThat(platform.of("ann")).hasSize(5);
    }

    @Test
    void twoSendersTogetherKeepTheLimitOfTheBot() {
        platform = new FakePlatform(new Limit(Scope.CHAT, 1, SECOND), new Limit(Scope.ALL, 5, SECOND.dividedBy(10)));
        FakePlatform.chats(40).forEach(chat -> push(chat, "quiz"));
        Sender first = sender();
        Sender second = sender();
        int seconds = 0;
        while (platform.count() < 40) {
            assertThat(platform.count()).isLessThanOrEqualTo(5 + 10 * seconds);
            while (first.sendNext(FakePlatform.NAME).isZero()
                    || second.sendNext(FakePlatform.NAME).isZero()) {
                // Whatever may go, goes.
            }
            pass(SECOND);
            seconds++;
        }
        // 5 at once, then 10 a second, of which a full bucket holds 5: 40 need the beginning and 7 more seconds.
        assertThat(seconds).isEqualTo(8);
        assertThat(platform.log()).doesNotHaveDuplicates();
    }

    @Test
    void aPlatformThatIsAwayIsTriedAgainLessAndLessOften() {
        platform.next("ann", unavailable(), unavailable(), unavailable(), unavailable());
        post("ann", "one");
        Instant begin = now;
        List<Long> tries = new ArrayList<>();
        for (int tenth = 0; tenth < 400 && platform.count() < 5; tenth++) {
            int before = platform.count();
            run();
            if (platform.count() > before) {
                tries.add(Duration.between(begin, now).toMillis());
            }
            pass(Duration.ofMillis(100));
        }
        assertThat(tries).hasSize(5);
        for (int number = 1; number < 5; number++) {
            long full = 1_000L << (number - 1);
            assertThat(tries.get(number) - tries.get(number - 1)).isBetween(full / 2, full + 100);
        }
        assertThat(sender().backlog().waiting()).isZero();
    }

    @Test
    void aPlatformThatIsAwayForADayLosesTheMessageAndSaysSo() {
        post("ann", "one");
        pass(Receipts.LONGEST_OUTAGE.plus(SECOND));
        platform.next("ann", unavailable());
        run();
        assertThat(sender().backlog().failed()).isZero();
        now = database.clock().instant();
        assertThat(sender().backlog().failed()).isEqualTo(1);
    }

    @Test
    void aMessageThatMayHaveArrivedIsNotSentAgain() {
        platform.next("ann", new Delivered.Unknown("no answer in 10 s"));
        long question = post("ann", "question");
        post("ann", "next");
        run();
        pass(Duration.ofDays(1));
        run();
        assertThat(platform.log()).containsExactly("ann: question", "ann: next");
        assertThat(sender().backlog().unknown()).isEqualTo(1);

        // It did arrive, and its button was pressed: the outcome is said anew, since nobody knows what to edit.
        FakePlatform.edit(database, "ann", question, "outcome");
        run();
        assertThat(platform.log()).last().isEqualTo("ann: outcome");
    }

    @Test
    void aMessageThatIsRefusedIsSetAsideAndBlocksNobody() {
        platform.next("ann", rejected(), rejected(), rejected());
        post("ann", "poison");
        post("ann", "fine");
        post("ben", "fine");
        runFor(Duration.ofMinutes(1));
        assertThat(platform.of("ann")).containsExactly("ann: poison", "ann: poison", "ann: poison", "ann: fine");
        assertThat(platform.of("ben")).hasSize(1);
        assertThat(sender().backlog())
                .returns(0L, Backlog::waiting)
                .returns(1L, Backlog::failed)
                .returns(Duration.ZERO, Backlog::oldest);
        assertThat(TestDatabase.text(database, "select reason from outbox where outcome = 'failed'"))
                .isEqualTo("400");
    }

    @Test
    void anAdapterThatThrowsIsAsGoodAsARefusal() {
        for (int attempt = 0; attempt < Receipts.REFUSALS; attempt++) {
            platform.nextDoes("ann", () -> {
                throw new IllegalStateException("secret words");
            });
        }
        post("ann", "poison");
        post("ann", "fine");
        runFor(Duration.ofMinutes(1));
        assertThat(platform.of("ann")).endsWith("ann: fine").hasSize(Receipts.REFUSALS + 1);
        assertThat(TestDatabase.text(database, "select reason from outbox where outcome = 'failed'"))
                .isEqualTo("IllegalStateException");
    }

    @Test
    void anEditThatIsRefusedIsSaidAnew() {
        long question = post("ann", "question");
        run();
        platform.next("ann", rejected());
        FakePlatform.edit(database, "ann", question, "outcome");
        runFor(Duration.ofSeconds(10));
        assertThat(platform.log()).containsExactly("ann: question", "ann: outcome (of id1)", "ann: outcome");
    }

    @Test
    void aBlockedChatGetsNothingMore() {
        platform.next("ann", new Delivered.Blocked());
        List.of("one", "two", "three").forEach(text -> post("ann", text));
        runFor(Duration.ofMinutes(1));
        assertThat(platform.log()).containsExactly("ann: one");
        assertThat(sender().backlog().waiting()).isZero();
    }

    @Test
    void aChatThatMovedIsFollowed() {
        platform.next("ann", new Delivered.Moved(FakePlatform.chat("anna")));
        post("ann", "one");
        post("ann", "two");
        runFor(SECOND);
        assertThat(platform.log()).containsExactly("ann: one", "anna: one", "anna: two");
    }

    @Test
    void whatNobodyWantsToReadAnyMoreIsNotSent() {
        Instant soon = now.plusSeconds(60);
        database.write(tx -> {
            Outgoing push = Outgoing.of(FakePlatform.chat("ann"), 7, false, FakePlatform.card("quiz"), soon);
            tx.outbox().add(push, false);
            return true;
        });
        post("ann", "answer");
        pass(Duration.ofSeconds(60));
        run();
        assertThat(platform.log()).containsExactly("ann: answer");
    }

    @Test
    void theMessageOfADeadSenderIsTakenOverWhenItsLeaseEnds() {
        post("ann", "one");
        post("ann", "two");
        database.write(tx -> tx.outbox()
                .lease(tx.outbox().next(FakePlatform.NAME, now, Set.of()).orElseThrow(), now));
        pass(Outbox.LEASE.minusMillis(10));
        run();
        assertThat(platform.log()).isEmpty();
        pass(Duration.ofMillis(20));
        run();
        assertThat(platform.log()).containsExactly("ann: one", "ann: two");
    }

    @Test
    void manySendersAtOnceSendEachMessageOnceAndInOrder() throws Exception {
        for (int message = 0; message < 10; message++) {
            for (String chat : FakePlatform.chats(20)) {
                push(chat, String.valueOf(message));
            }
        }
        ExecutorService pool = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Boolean>> senders = new ArrayList<>();
            for (int number = 0; number < 6; number++) {
                Sender sender = sender();
                senders.add(() -> {
                    while (platform.count() < 200) {
                        sender.sendNext(FakePlatform.NAME);
                    }
                    return true;
                });
            }
            for (var done : pool.invokeAll(senders)) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(platform.log()).hasSize(200).doesNotHaveDuplicates();
        for (String chat : FakePlatform.chats(20)) {
            assertThat(platform.of(chat)).isSorted();
        }
    }

    @Test
    void theBackgroundSenderSendsUntilItIsStopped() throws Exception {
        BackgroundSender background = BackgroundSender.start(sender(), 2);
        FakePlatform.chats(10).forEach(chat -> push(chat, "quiz"));
        background.wake();
        long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (platform.count() < 10 && System.nanoTime() < patience) {
            Thread.onSpinWait();
        }
        background.close();
        assertThat(platform.count()).isEqualTo(10);

        post("ann", "late");
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(Thread::isAlive)
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("sender-fake"));
        assertThat(platform.count()).isEqualTo(10);
    }

    private static long post(String chat, String text) {
        return FakePlatform.post(database, chat, text, true);
    }

    private static void push(String chat, String text) {
        FakePlatform.post(database, chat, text, false);
    }

    private static Delivered unavailable() {
        return new Delivered.Unavailable("502");
    }

    private static Delivered rejected() {
        return new Delivered.Rejected("400");
    }

    private Sender sender() {
        return new Sender(database, () -> now, Map.of(FakePlatform.NAME, platform), new Random(7));
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    /** Sends until nothing may go at this moment. */
    private void run() {
        Sender sender = sender();
        while (sender.sendNext(FakePlatform.NAME).isZero()) {
            // Whatever may go, goes.
        }
    }

    private void runFor(Duration time) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            run();
            pass(Duration.ofMillis(500));
        }
        run();
    }
}

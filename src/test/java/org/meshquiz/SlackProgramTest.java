package org.meshquiz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshquiz.slack.SlackBot;
import org.meshquiz.slack.fake.FakeSlack;
import org.meshquiz.slack.fake.Fault;
import org.meshquiz.slack.fake.Member;
import org.meshquiz.slack.fake.SignedRequests;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

/** The whole program with an app in a workspace, spoken to as people do in Slack. */
class SlackProgramTest {
    private static final AtomicLong PEOPLE = new AtomicLong(1_000);

    @TempDir
    private Path home;

    private TestDatabase.Address address;
    private FakeSlack slack;
    private Program program;
    private Database database;

    @BeforeEach
    void start() {
        address = TestDatabase.address();
        slack = FakeSlack.start();
        program = run(FakeSlack.APP_TOKEN, null);
        database = Database.open(address.url(), address.user(), address.password());
    }

    @AfterEach
    void stop() {
        database.close();
        program.close();
        slack.close();
        assertThat(slack.wrong()).isEmpty();
    }

    private Program run(@Nullable String appToken, @Nullable String signingSecret) {
        SlackBot.Settings settings =
                new SlackBot.Settings(URI.create(slack.url()), FakeSlack.BOT_TOKEN, appToken, signingSecret);
        Config.Server server = new Config.Server(address.url(), address.user(), address.password());
        return Program.start(
                new Config(home, 0, server, null, new Platforms(null, settings, true)), InstantSource.system());
    }

    private Member somebody() {
        return slack.member("U" + PEOPLE.incrementAndGet(), "en-US", "Europe/Berlin");
    }

    private static boolean isQuestion(JsonNode message) {
        return message.toString().contains("I don’t know");
    }

    private double reviews() {
        return TestDatabase.number(database, "select count(*) from review");
    }

    private void await(String query, double wanted) {
        for (int i = 0; i < 4_000 && TestDatabase.number(database, query) != wanted; i++) {
            LockSupport.parkNanos(5_000_000);
        }
        assertThat(TestDatabase.number(database, query)).as(query).isEqualTo(wanted);
    }

    @Test
    void aStrangerHasAQuizAboutIstioWithEditsInPlace() {
        Member ann = somebody();
        ann.command("istio 1");
        JsonNode question = ann.await(SlackProgramTest::isQuestion);
        assertThat(Member.text(question)).contains("1 of 1");
        ann.press(question, "I don’t know");
        JsonNode again = ann.awaitText("Once more");
        assertThat(Member.text(ann.now(question))).contains("Good to know what one does not know");
        assertThat(ann.now(question).toString()).containsOnlyOnce("\"button\"").contains("⚑");
        ann.press(again, "I don’t know");
        ann.awaitText("0 of 1 right");
        assertThat(reviews()).isEqualTo(2);
    }

    @Test
    void theSameWordsWorkInADirectMessage() {
        Member ann = somebody();
        ann.write("quiz istio 1");
        ann.await(SlackProgramTest::isQuestion);
        ann.write("me");
        ann.awaitText("Your levels");
    }

    @Test
    void aCommandInAChannelIsAnsweredForThePersonAloneAndTheQuizGoesToThem() {
        slack.channel("C0GENERAL");
        Member ann = somebody();
        ann.command("istio 1", "C0GENERAL");
        ann.await(SlackProgramTest::isQuestion);
        for (int i = 0; i < 2_000 && slack.ephemeral("C0GENERAL").isEmpty(); i++) {
            LockSupport.parkNanos(5_000_000);
        }
        assertThat(slack.ephemeral("C0GENERAL")).hasSize(1);
        assertThat(slack.ephemeral("C0GENERAL").get(0).path("response_type").asText())
                .isEqualTo("ephemeral");
    }

    @Test
    void languageAndTimeZoneAreThoseOfTheProfile() {
        Member boris = slack.member("U" + PEOPLE.incrementAndGet(), "ru-RU", "Asia/Yekaterinburg");
        boris.command("istio 1");
        boris.await(message -> message.toString().contains("Не знаю"));
        await("select count(*) from learner where time_zone = 'Asia/Yekaterinburg' and language = 'ru'", 1);
    }

    @Test
    void aSecondPressIsToldTheSameOutcomeToThePersonAlone() {
        Member ann = somebody();
        ann.command("istio 2");
        JsonNode question = ann.await(SlackProgramTest::isQuestion);
        ann.press(question, "I don’t know");
        ann.awaitText("2 of 2");
        int before = ann.received().size();
        ann.press(question, "I don’t know");
        await("select count(*) from inbox where handled_at is not null", 3);
        assertThat(ann.received()).hasSize(before);
        assertThat(reviews()).isEqualTo(1);
    }

    @Test
    void theHomeTabShowsLevelsAndSettingsAndItsButtonsWork() {
        Member ann = somebody();
        ann.command("istio 1");
        JsonNode question = ann.await(SlackProgramTest::isQuestion);
        ann.press(question, "I don’t know");
        ann.awaitText("Once more");
        ann.openHome();
        slack.awaitCall(call -> call.method().equals("views.publish") && call.ok());
        assertThat(ann.home().toString()).contains("Istio").contains("Europe/Berlin");
        int before = ann.received().size();
        ann.pressAtHome("Quiz");
        ann.await(message -> ann.received().size() > before && isQuestion(message));
    }

    @Test
    void whoHasNotBegunIsGreetedAtHomeAndNotWrittenDown() {
        Member ann = somebody();
        ann.openHome();
        slack.awaitCall(call -> call.method().equals("views.publish") && call.ok());
        assertThat(ann.home().toString()).contains("MeshQuiz");
        assertThat(TestDatabase.number(database, "select count(*) from learner"))
                .isZero();
    }

    @Test
    void aDroppedSocketIsOpenedAgainAndLosesNothing() {
        Member ann = somebody();
        ann.command("istio 3");
        JsonNode question = ann.await(SlackProgramTest::isQuestion);
        slack.dropSockets();
        ann.press(question, "I don’t know");
        ann.awaitText("2 of 3");
        slack.refreshSockets();
        JsonNode second = ann.await(message -> Member.text(message).contains("2 of 3"));
        ann.press(second, "I don’t know");
        ann.awaitText("3 of 3");
        assertThat(reviews()).isEqualTo(2);
    }

    @Test
    void aRestartGoesOnWhereItStopped() {
        Member ann = somebody();
        ann.command("istio 2");
        JsonNode question = ann.await(SlackProgramTest::isQuestion);
        program.close();
        ann.press(question, "I don’t know");
        program = run(FakeSlack.APP_TOKEN, null);
        ann.awaitText("2 of 2");
        assertThat(reviews()).isEqualTo(1);
    }

    @Test
    void afterTooManyRequestsNothingIsSentThereBeforeTheTimeTold() {
        Member ann = somebody();
        slack.fail("chat.postMessage", new Fault.TooMany(2));
        long from = System.nanoTime();
        ann.command("istio 1");
        ann.await(SlackProgramTest::isQuestion);
        assertThat(System.nanoTime() - from).isGreaterThan(1_900_000_000L);
    }

    @Test
    void removingTheAppStopsAllThatWouldBeSent() {
        Member ann = somebody();
        ann.command("istio 1");
        ann.await(SlackProgramTest::isQuestion);
        slack.uninstall();
        await("select count(*) from chat_address where blocked_at is not null", 1);
    }

    @Test
    void aCodeShownInSlackJoinsTheLocalChatToIt() {
        Member ann = somebody();
        LocalChatClient local = new LocalChatClient(program.port(), "ann");
        ann.command("link");
        Matcher shown = Pattern.compile("/link [0-9A-Z-]+").matcher(Member.text(ann.awaitText("One account")));
        assertThat(shown.find()).isTrue();
        local.press(LocalChatClient.last(local.write(shown.group())).button("It is me"));
        ann.press(ann.awaitText("Somebody wrote your code in: local chat"), "It is me");
        ann.awaitText("Your accounts are one");
        assertThat(TestDatabase.count(database, "learner")).isEqualTo(1);
    }

    @Test
    void aCodeShownInTheLocalChatIsWrittenInADirectMessage() {
        Member ann = somebody();
        LocalChatClient local = new LocalChatClient(program.port(), "ann");
        Matcher shown = Pattern.compile("/(link [0-9A-Z-]+)")
                .matcher(LocalChatClient.last(local.write("/link")).text());
        assertThat(shown.find()).isTrue();
        ann.write(shown.group(1));
        ann.press(ann.awaitText("This code was shown in: local chat"), "It is me");
        ann.awaitText("Now confirm in the other chat");
        List<LocalChatClient.Message> asked = local.after(0);
        local.press(LocalChatClient.last(asked).button("It is me"));
        ann.awaitText("Your accounts are one");
        assertThat(TestDatabase.count(database, "learner")).isEqualTo(1);
    }

    @Test
    void requestsMayAlsoComeSignedByHttpAndNothingUnsignedOldEarlyOrRepeatedCounts() {
        program.close();
        program = run(null, FakeSlack.SIGNING_SECRET);
        URI hook = URI.create("http://127.0.0.1:" + program.port() + "/hooks/slack");
        SignedRequests right = new SignedRequests(hook, FakeSlack.SIGNING_SECRET);
        SignedRequests wrong = new SignedRequests(hook, "another secret");
        Member ann = somebody();
        long now = Instant.now().getEpochSecond();
        awaitReady(right, now);

        assertThat(wrong.send(ann.commanding("istio 1", "C0GENERAL"), now)).isEqualTo(401);
        assertThat(right.send(ann.commanding("istio 1", "C0GENERAL"), now - 400))
                .isEqualTo(401);
        assertThat(right.send(ann.commanding("istio 1", "C0GENERAL"), now + 400))
                .isEqualTo(401);
        assertThat(reviewsAndPeople()).containsExactly(0.0, 0.0);

        var update = ann.commanding("istio 1", "C0GENERAL");
        assertThat(right.send(update, now)).isEqualTo(200);
        assertThat(right.send(update, now)).isEqualTo(401);
        // Slack's own repetition has a new time and signature; the update is known by its trigger.
        assertThat(right.send(update, now + 1)).isEqualTo(200);
        JsonNode question = ann.await(SlackProgramTest::isQuestion);
        assertThat(right.send(ann.pressing(question, Member.button(question, "I don’t know")), now))
                .isEqualTo(200);
        ann.awaitText("Once more");
        assertThat(reviewsAndPeople()).containsExactly(1.0, 1.0);
        assertThat(right.verify("a-challenge", now)).isEqualTo("a-challenge");
    }

    private List<Double> reviewsAndPeople() {
        return List.of(reviews(), TestDatabase.number(database, "select count(*) from learner"));
    }

    /** Slack has to tell which workspace the token is for before updates are taken. */
    private static void awaitReady(SignedRequests requests, long now) {
        long second = now;
        while (requests.send(
                        "{\"type\":\"event_callback\",\"n\":" + second + "}",
                        "application/json",
                        second,
                        requests.signature("{\"type\":\"event_callback\",\"n\":" + second + "}", second),
                        0)
                == 503) {
            second--;
            LockSupport.parkNanos(50_000_000);
        }
    }
}

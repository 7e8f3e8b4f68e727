package org.meshquiz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;
import org.meshquiz.telegram.BotToken;
import org.meshquiz.telegram.TelegramBot;
import org.meshquiz.telegram.WebhookSettings;
import org.meshquiz.telegram.fake.FakeBotApi;
import org.meshquiz.telegram.fake.Fault;
import org.meshquiz.telegram.fake.Person;

/** The whole program with a bot, spoken to as people do in Telegram. */
class TelegramProgramTest {
    private static final AtomicLong PEOPLE = new AtomicLong(400_000_000_000L);

    @TempDir
    private Path home;

    private TestDatabase.Address address;
    private FakeBotApi api;
    private Program program;
    private Database database;

    @BeforeEach
    void start() {
        address = TestDatabase.address();
        api = FakeBotApi.start();
        program = run(null);
        database = Database.open(address.url(), address.user(), address.password());
    }

    @AfterEach
    void stop() {
        database.close();
        program.close();
        api.close();
    }

    private Program run(@Nullable WebhookSettings webhook) {
        TelegramBot.Settings telegram =
                new TelegramBot.Settings(new BotToken(FakeBotApi.TOKEN), URI.create(api.url()), webhook);
        Config.Server server = new Config.Server(address.url(), address.user(), address.password());
        return Program.start(
                new Config(home, 0, server, null, new Platforms(telegram, null, false)), InstantSource.system());
    }

    private Person somebody() {
        return api.person(PEOPLE.incrementAndGet(), "en");
    }

    private static boolean isQuestion(JsonNode message) {
        return message.path("reply_markup").toString().contains("I don’t know");
    }

    private double reviews() {
        return TestDatabase.number(database, "select count(*) from review");
    }

    @Test
    void aStrangerHasAQuizAboutIstioWithEditsInPlace() {
        Person ann = somebody();
        ann.write("/start");
        ann.awaitText("Hello! I am MeshQuiz");
        ann.write("/quiz istio 1");
        JsonNode question = ann.await(TelegramProgramTest::isQuestion);
        assertThat(question.path("text").asText()).contains("1 of 1");
        ann.press(question, "I don’t know");
        JsonNode again = ann.awaitText("Once more");
        assertThat(ann.now(question).path("text").asText()).contains("Good to know what one does not know");
        assertThat(ann.now(question).at("/reply_markup/inline_keyboard").size()).isEqualTo(1);
        assertThat(ann.now(question)
                        .at("/reply_markup/inline_keyboard/0/0/text")
                        .asText())
                .isEqualTo("⚑");
        ann.press(again, "I don’t know");
        ann.awaitText("0 of 1 right");
        assertThat(reviews()).isEqualTo(2);
    }

    @Test
    void aSecondTapIsToldTheSameOutcomeAtTheButton() {
        Person ann = somebody();
        ann.write("/quiz istio 2");
        JsonNode question = ann.await(TelegramProgramTest::isQuestion);
        ann.press(question, "I don’t know");
        ann.awaitText("2 of 2");
        int before = ann.received().size();
        ann.press(question, "I don’t know");
        assertThat(api.awaitCall(call -> call.method().equals("answerCallbackQuery")
                                && call.text("text").contains("You have answered this one"))
                        .ok())
                .isTrue();
        assertThat(ann.received()).hasSize(before);
        assertThat(reviews()).isEqualTo(1);
    }

    @Test
    void theBotSpeaksTheLanguageOfTheClient() {
        Person olga = api.person(PEOPLE.incrementAndGet(), "ru");
        olga.write("/start");
        olga.awaitText("Привет");
        assertThat(api.commands()).containsKeys("all_private_chats/", "all_private_chats/ru", "all_group_chats/ru");
    }

    @Test
    void aRestartGoesOnWhereItStopped() {
        Person ann = somebody();
        ann.write("/quiz istio 2");
        JsonNode question = ann.await(TelegramProgramTest::isQuestion);
        program.close();
        ann.press(question, "I don’t know");
        program = run(null);
        ann.awaitText("2 of 2");
        assertThat(reviews()).isEqualTo(1);
        assertThat(TestDatabase.number(database, "select count(*) from inbox where raw is not null"))
                .isZero();
    }

    @Test
    void aBlockStopsThePushesAndAWordBringsThemBack() {
        Person ann = somebody();
        ann.write("/start");
        ann.awaitText("Hello!");
        ann.blockSilently();
        ann.write("/help");
        api.awaitCall(call -> call.answer().path("error_code").asInt() == 403);
        await("select count(*) from chat_address where blocked_at is not null", 1);
        ann.unblock();
        ann.write("/me");
        ann.awaitText("No answers yet");
        await("select count(*) from chat_address where blocked_at is null", 1);
        ann.block();
        await("select count(*) from chat_address where blocked_at is not null", 1);
    }

    @Test
    void afterTooManyRequestsNothingIsSentThereBeforeTheTimeTold() {
        Person ann = somebody();
        api.fail("sendMessage", new Fault.TooMany(2));
        ann.write("/start");
        ann.awaitText("Hello!");
        long refused = api.calls("sendMessage").get(0).arrivedNanos();
        long sent = api.calls("sendMessage").get(1).arrivedNanos();
        assertThat((sent - refused) / 1e9).isGreaterThanOrEqualTo(2.0);
        assertThat(ann.received()).hasSize(1);
    }

    @Test
    void whatTelegramAnswersWithAnErrorPageIsSentAgainAndWhatItAnswersNotAtAllIsNot() {
        Person ann = somebody();
        api.fail("sendMessage", new Fault.ErrorPage(502), new Fault.Dropped(true));
        ann.write("/start");
        await("select count(*) from outbox where outcome = 'unknown'", 1);
        assertThat(ann.received()).hasSize(1);
        assertThat(api.calls("sendMessage")).hasSize(2);
    }

    @Test
    void aDeletedQuestionIsAnsweredWithAMessageOfItsOwn() {
        Person ann = somebody();
        ann.write("/quiz istio 1");
        JsonNode question = ann.await(TelegramProgramTest::isQuestion);
        ann.delete(question);
        ann.press(question, "I don’t know");
        ann.awaitText("Good to know what one does not know");
    }

    @Test
    void aMendedCommandCountsAsWrittenAnew() {
        Person ann = somebody();
        ann.write("/start");
        ann.awaitText("Hello!");
        ann.editTo("/quiz istio 1");
        ann.await(TelegramProgramTest::isQuestion);
    }

    @Test
    void aLinkLeadsToASkillAndHourAndZoneAreAskedWithButtons() {
        Person ann = somebody();
        ann.write("/start quiz-istio");
        JsonNode welcome = ann.awaitText("Hello!");
        ann.await(TelegramProgramTest::isQuestion);
        ann.press(welcome, "Time zone");
        JsonNode zones = ann.awaitText("Where are you?");
        ann.press(zones, "Berlin");
        ann.awaitText("Europe/Berlin");
        await("select count(*) from learner where time_zone = 'Europe/Berlin'", 1);
        ann.write("/start skill-istio");
        ann.awaitText("What it is worth");
    }

    @Test
    void aPictureIsAnsweredWithHelp() {
        Person ann = somebody();
        ann.write("/start");
        ann.awaitText("Hello!");
        ObjectNode update = ann.writing("");
        ((ObjectNode) update.path("message")).putArray("photo");
        api.update(update);
        ann.awaitText("What I understand");
    }

    @Test
    void theExportComesAsAFile() {
        Person ann = somebody();
        ann.write("/export");
        ann.await(message -> message.path("document").path("content").asText().contains("\"learner\""));
    }

    @Test
    void updatesMayAlsoBeSentToTheWebhook() throws Exception {
        program.close();
        String secret = "a-secret-that-telegram-knows";
        program = run(new WebhookSettings(URI.create("https://bot.example.org/hooks/telegram"), secret));
        Person ann = somebody();
        String update = ann.writing("/start").put("update_id", 77).toString();
        assertThat(post(update, "another-secret-altogether")).isEqualTo(401);
        assertThat(post(update, "")).isEqualTo(401);
        for (int i = 0; i < 2_000 && post(update, secret) != 200; i++) {
            LockSupport.parkNanos(5_000_000);
        }
        assertThat(post(update, secret)).isEqualTo(200);
        assertThat(post("{\"broken", secret)).isEqualTo(200);
        assertThat(post("x".repeat(1024 * 1024 + 1), secret)).isEqualTo(413);
        ann.awaitText("Hello!");
        assertThat(ann.received()).hasSize(1);
        assertThat(api.webhook().path("secret_token").asText()).isEqualTo(secret);
        await("select count(*) from inbox where fault is not null", 1);
    }

    private int post(String body, String secret) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + program.port() + "/hooks/telegram"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!secret.isEmpty()) {
            request.header(TelegramBot.SECRET_HEADER, secret);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private void await(String query, double wanted) {
        for (int i = 0; i < 2_000; i++) {
            if (TestDatabase.number(database, query) == wanted) {
                return;
            }
            LockSupport.parkNanos(5_000_000);
        }
        assertThat(TestDatabase.number(database, query)).as(query).isEqualTo(wanted);
    }
}

package org.meshquiz.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meshquiz.web.ServedChat.json;
import static org.meshquiz.web.ServedChat.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshquiz.chat.Button;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.Inbound;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

class LocalChatTest {
    private static Database database;

    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private ServedChat chat;

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated();
    }

    @AfterAll
    static void end() {
        database.close();
    }

    @BeforeEach
    void serve() {
        chat = new ServedChat(database, this::answer);
    }

    @AfterEach
    void stop() {
        chat.close();
    }

    private List<Card> answer(Inbound inbound) {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        chat.transcript.last("somebody");
        atOnce.decrementAndGet();
        if (inbound instanceof Inbound.Press press) {
            return List.of(Card.builder().text("pressed " + press.token()).build());
        }
        String text = ((Inbound.Text) inbound).text();
        if (text.equals("/fail")) {
            throw new IllegalStateException("a secret that " + text + " brought up");
        }
        return List.of(Card.builder()
                .text("heard " + text)
                .buttons(List.of(new Button("A", "token-a"), new Button("B", "token-b")))
                .build());
    }

    @Test
    void wordsAreAnsweredWithWhatTheBotSent() {
        HttpResponse<String> response = chat.post("/api/chat/ada/messages", "{\"text\": \"/quiz истио\"}");

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode message = json(response).path("messages").get(0);
        assertThat(message.path("id").textValue())
                .isEqualTo("m" + message.path("n").longValue());
        assertThat(message.path("text").textValue()).isEqualTo("heard /quiz истио");
        assertThat(message.path("html").textValue()).isEqualTo("<p>heard /quiz истио</p>");
        assertThat(message.path("buttons").get(0).get(1).path("label").textValue())
                .isEqualTo("B");
        assertThat(message.path("buttons").get(0).get(1).path("token").textValue())
                .isEqualTo("token-b");
        assertThat(message.path("image").isNull()).isTrue();
        assertThat(message.path("edited").booleanValue()).isFalse();
    }

    @Test
    void aPressReachesTheBotWithItsToken() {
        assertThat(texts(chat.post("/api/chat/ada/presses", "{\"token\": \"token-b\"}")))
                .containsExactly("pressed token-b");
    }

    @Test
    void anAnswerHoldsNothingOlderThanItsQuestion() {
        chat.post("/api/chat/ada/messages", "{\"text\": \"one\"}");

        assertThat(texts(chat.post("/api/chat/ada/messages", "{\"text\": \"two\"}")))
                .containsExactly("heard two");
    }

    @Test
    void newsComeInOrderAndFromTheGivenPlaceOn() {
        chat.post("/api/chat/ada/messages", "{\"text\": \"one\"}");
        chat.post("/api/chat/ada/messages", "{\"text\": \"two\"}");

        HttpResponse<String> all = chat.get("/api/chat/ada/messages?after=0");
        long first = json(all).path("messages").get(0).path("n").longValue();
        assertThat(texts(all)).containsExactly("heard one", "heard two");
        assertThat(texts(chat.get("/api/chat/ada/messages?after=" + first))).containsExactly("heard two");
        assertThat(texts(chat.get("/api/chat/ada/messages"))).isEqualTo(texts(all));
    }

    @Test
    void whatIsPushedMeanwhileIsDeliveredWhenThePageAsks() {
        chat.bot.say(
                LocalMessenger.chat("ada"),
                List.of(Card.builder().text("your daily quiz").build()));

        assertThat(texts(chat.get("/api/chat/ada/messages?after=0"))).containsExactly("your daily quiz");
    }

    @Test
    void anEditKeepsItsIdAndComesAsNews() {
        HttpResponse<String> sent = chat.post("/api/chat/ada/messages", "{\"text\": \"one\"}");
        JsonNode before = json(sent).path("messages").get(0);
        String number = before.path("id").textValue().substring(1);
        chat.messenger.edit(
                LocalMessenger.chat("ada"),
                number,
                Card.builder().text("right!").build());

        HttpResponse<String> news = chat.get("/api/chat/ada/messages?after=" + before.path("n"));
        JsonNode after = json(news).path("messages").get(0);
        assertThat(after.path("id")).isEqualTo(before.path("id"));
        assertThat(after.path("edited").booleanValue()).isTrue();
        assertThat(after.path("buttons")).isEmpty();
    }

    @Test
    void peopleSeeTheirOwnChatAlone() {
        chat.post("/api/chat/ada/messages", "{\"text\": \"one\"}");

        assertThat(texts(chat.get("/api/chat/bob/messages?after=0"))).isEmpty();
    }

    @Test
    void requestsOfOnePersonAreHandledOneAfterAnother() {
        CompletableFuture<?>[] requests = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> chat.post("/api/chat/ada/messages", "{\"text\": \"" + i + "\"}")))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(requests).join();

        assertThat(chat.bot.heard).hasSize(20);
        assertThat(mostAtOnce).hasValue(1);
    }

    @Test
    void everyRequestIsAnUpdateOfItsOwn() {
        chat.post("/api/chat/ada/presses", "{\"token\": \"t\"}");
        chat.post("/api/chat/ada/presses", "{\"token\": \"t\"}");

        assertThat(chat.bot.heard.stream().map(Inbound::updateId).distinct()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "ru-RU,ru;q=0.9,en;q=0.8 | Europe/Moscow | ru-RU | Europe/Moscow",
                "en;q=0.5,ru             | Mars/Olympus  | ru    | none",
                "*                       | UTC           | en    | UTC",
                ";;;                     | ../../etc     | en    | none",
            })
    void theBrowserHintsAtLanguageAndTimeZone(String accepted, String told, String language, String zone) {
        chat.exchange(chat.posting("/api/chat/ada/messages", "{\"text\": \"/start\"}")
                .header("Accept-Language", accepted)
                .header("Time-Zone", told));

        Inbound.From from = chat.bot.heard.get(0).from();
        assertThat(from.language()).isEqualTo(Locale.forLanguageTag(language));
        assertThat(from.zone()).isEqualTo(zone == null ? null : ZoneId.of(zone));
    }

    @Test
    void theClockMovesForward() {
        assertThat(json(chat.get("/api/clock")).path("now").textValue()).isEqualTo("2026-03-02T09:00:00Z");

        HttpResponse<String> moved = chat.post("/api/clock", "{\"advance\": \"PT24H\"}");

        assertThat(json(moved).path("now").textValue()).isEqualTo("2026-03-03T09:00:00Z");
        assertThat(json(chat.get("/api/clock")).path("now").textValue()).isEqualTo("2026-03-03T09:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomorrow", "-PT1H"})
    void theClockRefusesAStepItCannotTakeAndSaysWhatToSend(String step) {
        HttpResponse<String> response = chat.post("/api/clock", "{\"advance\": \"" + step + "\"}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).path("error").textValue())
                .contains("send for example")
                .contains("PT24H");
    }

    @Test
    void aFileIsSavedAndNeverShown() {
        chat.messenger.send(
                LocalMessenger.chat("ada"),
                Card.builder()
                        .text("here")
                        .file(new Card.Attachment("meshquiz.json", "{\"имя\":1}"))
                        .build());

        HttpResponse<String> file = chat.get("/api/chat/ada/files/meshquiz.json");

        assertThat(file.body()).isEqualTo("{\"имя\":1}");
        assertThat(file.headers().firstValue("Content-Disposition")).hasValue("attachment");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(chat.get("/api/chat/bob/files/meshquiz.json").statusCode()).isEqualTo(404);
    }

    @Test
    void aFaultIsAnsweredWithoutItsContents() {
        HttpResponse<String> response = chat.post("/api/chat/ada/messages", "{\"text\": \"/fail\"}");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(json(response).path("error").textValue())
                .contains("try again")
                .doesNotContain("secret");
        assertThat(response.body()).doesNotContain("Exception").doesNotContain("org.meshquiz");
    }
}

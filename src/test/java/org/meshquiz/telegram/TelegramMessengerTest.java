package org.meshquiz.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshquiz.chat.Button;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.Delivered;
import org.meshquiz.chat.Limit;
import org.meshquiz.chat.Span;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.telegram.fake.FakeBotApi;
import org.meshquiz.telegram.fake.Fault;
import org.meshquiz.telegram.fake.Group;
import org.meshquiz.telegram.fake.Person;

class TelegramMessengerTest {
    private static final Card HELLO = Card.builder().text("Hello").build();

    private FakeBotApi fake;
    private BotApi api;
    private TelegramMessenger messenger;
    private Person ann;
    private ChatAddress chat;

    @BeforeEach
    void start() {
        fake = FakeBotApi.start();
        api = new BotApi(new BotToken(FakeBotApi.TOKEN), URI.create(fake.url()));
        messenger = new TelegramMessenger(api);
        ann = fake.person(410_000_000_001L, "en");
        chat = address(ann.id());
    }

    @AfterEach
    void stop() {
        api.close();
        fake.close();
    }

    private static ChatAddress address(long id) {
        return TelegramChat.withPerson(id).address(Long.toString(FakeBotApi.BOT_ID));
    }

    private JsonNode shown(Card card) {
        assertThat(messenger.send(chat, card)).isInstanceOf(Delivered.Sent.class);
        List<JsonNode> received = ann.received();
        return received.get(received.size() - 1);
    }

    @Test
    void everyCharacterOfACardIsText() {
        String hostile = "<script>alert('1')</script> & &lt; </b> \"";
        JsonNode message = shown(Card.builder()
                .spans(List.of(
                        Span.plain(hostile),
                        Span.bold(hostile),
                        Span.code(hostile),
                        Span.link(hostile, URI.create("https://istio.io/?a=1&b='2'"))))
                .code(hostile, "")
                .build());
        assertThat(message.path("text").asText()).isEqualTo(hostile.repeat(4) + "\n\n" + hostile);
    }

    @Test
    void codeKeepsItsLanguageWhereThatIsAPlainWord() {
        assertThat(CardPieces.of(Card.builder().code("a: <1>", "yaml").build()))
                .containsExactly("<pre><code class=\"language-yaml\">a: &lt;1&gt;</code></pre>");
        assertThat(CardPieces.of(Card.builder().code("x", "\"><b>").build())).containsExactly("<pre>x</pre>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "tg://user?id=1", "/a"})
    void whatIsNoWebPageStaysText(String link) {
        assertThat(CardPieces.of(Card.builder()
                        .spans(List.of(Span.link("docs", URI.create(link))))
                        .build()))
                .containsExactly("docs");
    }

    @ParameterizedTest
    @CsvSource({"4096, 1", "4097, 2", "8192, 2", "8193, 3"})
    void aTextLongerThanAMessageBecomesSeveral(int length, int messages) {
        messenger.send(chat, Card.builder().text("x".repeat(length)).build());
        assertThat(ann.received()).hasSize(messages);
        assertThat(ann.received())
                .extracting(message -> message.path("text").asText().length())
                .allMatch(seen -> seen <= 4096);
    }

    @Test
    void aCutNeverFallsInsideACharacterOrATag() {
        String smile = "😀";
        Card card = Card.builder()
                .text("x")
                .code(smile.repeat(3_000), "text")
                .text("**" + smile.repeat(2_500) + "**")
                .buttons(List.of(new Button("A", "t.0")))
                .build();
        messenger.send(chat, card);
        StringBuilder whole = new StringBuilder();
        ann.received().forEach(message -> whole.append(message.path("text").asText()));
        assertThat(whole.toString().replace("\n", "")).isEqualTo("x" + smile.repeat(5_500));
        assertThat(ann.received())
                .filteredOn(message -> message.has("reply_markup"))
                .hasSize(1);
        assertThat(ann.received().get(ann.received().size() - 1).has("reply_markup"))
                .isTrue();
    }

    @Test
    void anEditOfSeveralMessagesReplacesThemAll() {
        Delivered.Sent sent = (Delivered.Sent)
                messenger.send(chat, Card.builder().text("x".repeat(5_000)).build());
        assertThat(messenger.edit(
                        chat,
                        sent.messageId(),
                        Card.builder().text("y".repeat(5_000)).build()))
                .isEqualTo(sent);
        assertThat(ann.received())
                .hasSize(2)
                .allMatch(message -> message.path("text").asText().startsWith("y"));
    }

    @Test
    void aMessageThatLooksLikeThatAlreadyCountsAsSent() {
        Delivered.Sent sent = (Delivered.Sent) messenger.send(chat, HELLO);
        assertThat(messenger.edit(chat, sent.messageId(), HELLO)).isEqualTo(sent);
    }

    @Test
    void anEditOfADeletedMessageIsSentAnew() {
        Delivered.Sent sent = (Delivered.Sent) messenger.send(chat, HELLO);
        ann.delete(ann.received().get(0));
        Card changed = Card.builder().text("Bye").build();
        Delivered edited = messenger.edit(chat, sent.messageId(), changed);
        assertThat(edited).isInstanceOf(Delivered.Sent.class).isNotEqualTo(sent);
        assertThat(ann.received())
                .extracting(message -> message.path("text").asText())
                .containsExactly("Bye");
    }

    @Test
    void aHundredButtonsAreShownAndNoMore() {
        List<Button> row = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            row.add(new Button("B" + i, "token." + i));
        }
        JsonNode keyboard = shown(Card.builder().text("?").buttons(row).build())
                .path("reply_markup")
                .path("inline_keyboard");
        assertThat(keyboard.findValuesAsText("callback_data")).hasSize(100);
        assertThat(keyboard).allMatch(line -> line.size() <= 8);
    }

    @Test
    void whatComesOfAMessageIsTold() {
        fake.fail("sendMessage", new Fault.TooMany(7));
        assertThat(messenger.send(chat, HELLO))
                .isEqualTo(new Delivered.RateLimited(Duration.ofSeconds(7), Limit.Scope.CHAT));
        fake.fail("sendMessage", new Fault.ErrorPage(502));
        assertThat(messenger.send(chat, HELLO)).isEqualTo(new Delivered.Unavailable("502 no JSON, HTTP 502"));
        fake.fail("sendMessage", new Fault.ErrorPage(504));
        assertThat(messenger.send(chat, HELLO)).isInstanceOf(Delivered.Unknown.class);
        fake.fail("sendMessage", new Fault.Dropped(false));
        assertThat(messenger.send(chat, HELLO)).isInstanceOf(Delivered.Unknown.class);
        fake.fail("sendMessage", new Fault.Refusal(401, "Unauthorized"));
        assertThat(messenger.send(chat, HELLO)).isInstanceOf(Delivered.Unavailable.class);
        fake.fail("sendMessage", new Fault.Refusal(400, "Bad Request: can't parse entities: secret words"));
        assertThat(messenger.send(chat, HELLO))
                .isEqualTo(new Delivered.Rejected("400 Bad Request: can't parse entities"));
        ann.blockSilently();
        assertThat(messenger.send(chat, HELLO)).isEqualTo(new Delivered.Blocked());
        assertThat(messenger.send(address(999), HELLO)).isEqualTo(new Delivered.Blocked());
    }

    @Test
    void aServerThatIsNotThereHasCertainlyNotSentIt() {
        fake.close();
        try (BotApi nowhere = new BotApi(new BotToken(FakeBotApi.TOKEN), URI.create(fake.url()))) {
            assertThat(new TelegramMessenger(nowhere).send(chat, HELLO)).isInstanceOf(Delivered.Unavailable.class);
        }
    }

    @Test
    void anAnswerThatNeverComesIsUnknownWithinTheLongestCall() {
        fake.fail("sendMessage", new Fault.Silence(true));
        long from = System.nanoTime();
        assertThat(messenger.send(chat, HELLO)).isInstanceOf(Delivered.Unknown.class);
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(10));
        assertThat(fake.calls("sendMessage")).hasSize(1);
    }

    @Test
    void anEditWithoutAnAnswerIsWorthAnotherTry() {
        Delivered.Sent sent = (Delivered.Sent) messenger.send(chat, HELLO);
        fake.fail("editMessageText", new Fault.Dropped(true));
        assertThat(messenger.edit(
                        chat, sent.messageId(), Card.builder().text("Bye").build()))
                .isInstanceOf(Delivered.Unavailable.class);
    }

    @Test
    void aGroupThatHasMovedIsToldWithItsTopic() {
        Group group = fake.group(-5);
        group.migrateSilently(-1_000_000_000_005L);
        ChatAddress topic = new ChatAddress("telegram", "7", "-5/12");
        assertThat(messenger.send(topic, HELLO))
                .isEqualTo(new Delivered.Moved(new ChatAddress("telegram", "7", "-1000000000005/12")));
        assertThat(messenger.send(new ChatAddress("telegram", "7", "-1000000000005/12"), HELLO))
                .isInstanceOf(Delivered.Sent.class);
    }

    @Test
    void nothingShowsTheToken() {
        String secret = FakeBotApi.TOKEN.substring(FakeBotApi.TOKEN.indexOf(':') + 1);
        assertThat(new BotToken(FakeBotApi.TOKEN).toString()).doesNotContain(secret);
        assertThat(new TelegramBot.Settings(new BotToken(FakeBotApi.TOKEN), URI.create(fake.url()), null).toString())
                .doesNotContain(secret);
        fake.fail("sendMessage", new Fault.Refusal(400, "Bad Request " + FakeBotApi.TOKEN));
        assertThat(messenger.send(chat, HELLO).toString()).doesNotContain(secret);
        fake.close();
        assertThat(messenger.send(chat, HELLO).toString()).doesNotContain(secret);
    }
}

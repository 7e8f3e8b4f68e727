package org.meshquiz.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshquiz.chat.Button;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.Delivered;
import org.meshquiz.chat.Limit;
import org.meshquiz.chat.Span;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.slack.fake.FakeSlack;
import org.meshquiz.slack.fake.Fault;
import org.meshquiz.slack.fake.Member;

class SlackMessengerTest {
    private static final Card HELLO = Card.builder().text("Hello").build();

    private FakeSlack slack;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T09:00:00Z"));
    private final ResponseUrls urls = new ResponseUrls(now::get);
    private SlackApi api;
    private SlackMessenger messenger;
    private Member ann;
    private ChatAddress chat;

    @BeforeEach
    void start() {
        slack = FakeSlack.start();
        api = new SlackApi(URI.create(slack.url()), FakeSlack.BOT_TOKEN);
        messenger = new SlackMessenger(api, urls);
        ann = slack.member("U0ANN", "en-US", "Europe/Berlin");
        chat = new ChatAddress("slack", FakeSlack.TEAM, ann.id());
    }

    @AfterEach
    void stop() {
        api.close();
        slack.close();
    }

    private JsonNode shown(Card card) {
        assertThat(messenger.send(chat, card)).isInstanceOf(Delivered.Sent.class);
        List<JsonNode> received = ann.received();
        return received.get(received.size() - 1);
    }

    private String sent(Card card) {
        return ((Delivered.Sent) messenger.send(chat, card)).messageId();
    }

    @Test
    void everyCharacterOfACardIsText() {
        String hostile = "*b* _i_ ~s~ `c` <@U0ANN> <!channel> :100: & &lt; \"";
        JsonNode message = shown(Card.builder()
                .spans(List.of(
                        Span.plain(hostile),
                        Span.bold(hostile),
                        Span.code(hostile),
                        Span.link(hostile, URI.create("https://istio.io/?a=1&b='2'"))))
                .code("```\n" + hostile, "")
                .build());
        assertThat(Member.text(message)).isEqualTo(hostile.repeat(4) + "\n\n```\n" + hostile);
        assertThat(message.path("text").asText()).doesNotContain("<@U0ANN>").contains("&lt;@U0ANN&gt;");
    }

    @Test
    void aLinkThatLeadsElsewhereThanToTheWebIsText() {
        JsonNode message = shown(Card.builder()
                .spans(List.of(Span.link("here", URI.create("javascript:alert(1)"))))
                .build());
        assertThat(message.toString()).doesNotContain("javascript").doesNotContain("\"link\"");
    }

    @Test
    void commandsReadAsPeopleHaveToWriteThem() {
        JsonNode message = shown(Card.builder()
                .text("`/quiz istio` or `/settings hour 9`, not `/stats` or /me")
                .build());
        assertThat(Member.text(message)).isEqualTo("/quiz istio or /quiz settings hour 9, not /stats or /me");
    }

    @Test
    void aLongTextIsSeveralMessagesWithTheButtonsUnderTheLast() {
        String word = "слово \uD83D\uDE42 ";
        Card card = Card.builder()
                .text(word.repeat(2_000))
                .code("line\n".repeat(1_000), "yaml")
                .buttons(List.of(new Button("A", "token.0")))
                .build();
        String id = sent(card);
        List<JsonNode> received = ann.received();
        assertThat(received).hasSize(2);
        assertThat(String.join("", received.stream().map(Member::text).toList()).replaceAll("\\s", ""))
                .isEqualTo(card.plain().replaceAll("\\s", ""));
        assertThat(received.get(0).toString()).doesNotContain("token.0");
        assertThat(received.get(1).toString()).contains("token.0");
        Delivered edited = messenger.edit(chat, id, card.withButtons(List.of()));
        assertThat(edited).isEqualTo(new Delivered.Sent(id));
        assertThat(ann.received()).hasSize(2);
        assertThat(ann.received().get(1).toString()).doesNotContain("token.0");
    }

    @Test
    void aHundredParagraphsAndButtonsStayWithinTheLimitsWithActionIdsOfTheirOwn() {
        Card.Builder card = Card.builder();
        Set<String> tokens = new HashSet<>();
        for (int row = 0; row < 10; row++) {
            for (int i = 0; i < 10; i++) {
                card.text("paragraph " + i);
            }
            List<Button> buttons = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                buttons.add(new Button("x".repeat(75), "t" + row + "." + i));
                tokens.add("t" + row + "." + i);
            }
            card.buttons(buttons);
        }
        shown(card.build());
        Set<String> carried = new HashSet<>();
        ann.received().forEach(message -> message.findValues("value").forEach(value -> carried.add(value.asText())));
        assertThat(carried).isEqualTo(tokens);
    }

    @Test
    void anEditReplacesTheMessageWhereTheFirstPostOpenedTheChannel() {
        String id = sent(HELLO);
        assertThat(id).startsWith("D0ANN:");
        messenger.edit(chat, id, Card.builder().text("Goodbye").build());
        assertThat(ann.received()).hasSize(1);
        assertThat(Member.text(ann.received().get(0))).isEqualTo("Goodbye");
    }

    @Test
    void anEditOfAMessageThatIsGoneIsAMessageOfItsOwn() {
        Delivered edited = messenger.edit(chat, "D0ANN:1.000001", HELLO);
        assertThat(edited).isInstanceOf(Delivered.Sent.class);
        assertThat(ann.received()).hasSize(1);
    }

    @Test
    void aFileComesAfterItsMessage() {
        Card card = Card.builder()
                .text("Here")
                .file(new Card.Attachment("meshquiz.json", "{\"это\":1}"))
                .build();
        assertThat(messenger.send(chat, card)).isInstanceOf(Delivered.Sent.class);
        assertThat(ann.received()).hasSize(2);
        assertThat(ann.received().get(1).path("file").asText()).isEqualTo("meshquiz.json");
        assertThat(ann.received().get(1).path("content").asText()).isEqualTo("{\"это\":1}");
    }

    @Test
    void aFileThatIsNotTakenLeavesItOpenWhatArrived() {
        slack.fail("files.getUploadURLExternal", new Fault.ErrorPage(503));
        Card card = Card.builder()
                .text("Here")
                .file(new Card.Attachment("a.json", "{}"))
                .build();
        assertThat(messenger.send(chat, card)).isInstanceOf(Delivered.Unknown.class);
        assertThat(ann.received()).hasSize(1);
    }

    @Test
    void tooManyRequestsWaitAsLongAsSlackSays() {
        slack.fail("chat.postMessage", new Fault.TooMany(17));
        assertThat(messenger.send(chat, HELLO))
                .isEqualTo(new Delivered.RateLimited(Duration.ofSeconds(17), Limit.Scope.CHAT));
        String id = sent(HELLO);
        slack.fail("chat.update", new Fault.TooMany(3));
        assertThat(messenger.edit(chat, id, HELLO))
                .isEqualTo(new Delivered.RateLimited(Duration.ofSeconds(3), Limit.Scope.EDITS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"account_inactive", "user_not_found", "channel_not_found", "is_archived", "messages_tab_disabled"
            })
    void whereTheBotIsNotWantedOrNobodyIsThereAnyMoreNothingMoreIsSent(String code) {
        ann.bar(code);
        assertThat(messenger.send(chat, HELLO)).isEqualTo(new Delivered.Blocked());
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void aServerThatIsOutOfOrderIsTriedAgain(int status) {
        slack.fail("chat.postMessage", new Fault.ErrorPage(status));
        assertThat(messenger.send(chat, HELLO)).isEqualTo(new Delivered.Unavailable("HTTP " + status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_auth", "token_revoked", "missing_scope", "internal_error"})
    void aMessageWaitsForATokenThatIsTakenAndForSlackToRecover(String code) {
        slack.fail("chat.postMessage", new Fault.Refusal(code));
        assertThat(messenger.send(chat, HELLO)).isEqualTo(new Delivered.Unavailable(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_blocks", "msg_too_long", "no_text"})
    void whatSlackWillNeverTakeIsRejected(String code) {
        slack.fail("chat.postMessage", new Fault.Refusal(code));
        assertThat(messenger.send(chat, HELLO)).isEqualTo(new Delivered.Rejected(code));
    }

    @Test
    void aConnectionThatEndsAfterTheRequestLeavesTheOutcomeUnknownAndIsNotRepeated() {
        slack.fail("chat.postMessage", new Fault.Dropped(true));
        assertThat(messenger.send(chat, HELLO)).isInstanceOf(Delivered.Unknown.class);
        assertThat(slack.calls("chat.postMessage")).hasSize(1);
        assertThat(ann.received()).hasSize(1);
    }

    @Test
    void anAnswerThatNeverComesEndsWithinTheTimeOfACall() {
        slack.fail("chat.postMessage", new Fault.Silence(false));
        long began = System.nanoTime();
        assertThat(messenger.send(chat, HELLO)).isInstanceOf(Delivered.Unknown.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void anEditWithoutAnAnswerIsTriedAgainSinceItDoesNoHarm() {
        String id = sent(HELLO);
        slack.fail("chat.update", new Fault.Dropped(false));
        assertThat(messenger.edit(chat, id, HELLO)).isInstanceOf(Delivered.Unavailable.class);
    }

    @Test
    void aPressedMessageIsReplacedByTheAddressOfThePressOutsideOfTheLimitOnEdits() {
        String id = sent(HELLO);
        String ts = id.substring(id.indexOf(':') + 1);
        urls.pressed(chat.chat(), id, slack.responseUrl(id.substring(0, id.indexOf(':')), ts));
        for (int edit = 1; edit <= 4; edit++) {
            assertThat(messenger.limits(chat, true)).isEmpty();
            Card changed = Card.builder().text("Hello " + edit).build();
            assertThat(messenger.edit(chat, id, changed)).isEqualTo(new Delivered.Sent(id));
            assertThat(Member.text(ann.received().get(0))).isEqualTo("Hello " + edit);
        }
        // Slack takes an address five times, and the last is for a word to whoever pressed.
        assertThat(slack.calls("response_url")).hasSize(4);
        assertThat(messenger.limits(chat, true)).hasSize(1);
        assertThat(messenger.edit(chat, id, HELLO)).isEqualTo(new Delivered.Sent(id));
        assertThat(slack.calls("chat.update")).hasSize(1);
    }

    @Test
    void anOldOrStrangeAddressIsNotUsedAndTheMessageIsEditedAllTheSame() {
        String id = sent(HELLO);
        urls.pressed(chat.chat(), id, "https://hooks.slack.example/T1/2/3");
        assertThat(messenger.edit(chat, id, HELLO)).isEqualTo(new Delivered.Sent(id));
        urls.pressed(chat.chat(), id, slack.url() + "/response/never-given");
        assertThat(messenger.edit(chat, id, HELLO)).isEqualTo(new Delivered.Sent(id));
        urls.pressed(
                chat.chat(),
                id,
                slack.responseUrl(id.substring(0, id.indexOf(':')), id.substring(id.indexOf(':') + 1)));
        now.updateAndGet(before -> before.plus(Duration.ofMinutes(26)));
        assertThat(messenger.edit(chat, id, HELLO)).isEqualTo(new Delivered.Sent(id));
        assertThat(slack.calls("response_url")).isEmpty();
        assertThat(slack.calls("chat.update")).hasSize(3);
    }

    @Test
    void aSlackThatCannotBeReachedWasCertainlyNotToldAnything() {
        slack.close();
        assertThat(messenger.send(chat, HELLO)).isInstanceOf(Delivered.Unavailable.class);
    }

    @Test
    void postsKeepOneASecondInAChannelAndEditsFiftyAMinuteInAll() {
        Limit posts = messenger.limits(chat, false).get(0);
        assertThat(posts.scope()).isEqualTo(Limit.Scope.CHAT);
        assertThat(posts.interval()).isEqualTo(Duration.ofSeconds(1));
        Limit edits = messenger.limits(chat, true).get(0);
        assertThat(edits.scope()).isEqualTo(Limit.Scope.EDITS);
        assertThat(edits.burst() + Duration.ofMinutes(1).dividedBy(edits.interval()))
                .isEqualTo(50);
    }
}

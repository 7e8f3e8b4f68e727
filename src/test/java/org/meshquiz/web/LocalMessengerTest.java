package org.meshquiz.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshquiz.chat.Button;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.Delivered;
import org.meshquiz.chat.Span;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.quiz.Transcript;
import org.meshquiz.quiz.Transcript.Entry;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

class LocalMessengerTest {
    private static final ChatAddress ADA = LocalMessenger.chat("ada");

    private static Database database;
    private static Transcript transcript;
    private static LocalMessenger messenger;

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated();
        transcript = new Transcript(database, () -> Instant.parse("2026-03-02T09:00:00Z"));
        messenger = new LocalMessenger(transcript);
    }

    @AfterAll
    static void end() {
        database.close();
    }

    @BeforeEach
    void forget() {
        ServedChat.forget(database, "ada");
    }

    private Entry sent(Card card) {
        messenger.send(ADA, card);
        List<Entry> entries = transcript.after("ada", 0);
        return entries.get(entries.size() - 1);
    }

    private String html(Card.Builder card) {
        return sent(card.build()).html();
    }

    @Test
    void aLocalChatIsKnownByThePerson() {
        assertThat(ADA).isEqualTo(new ChatAddress("local", "local", "ada"));
    }

    @Test
    void paragraphsHoldTheirStylesAndLineBreaks() {
        assertThat(html(Card.builder().text("**Right!**\nIt is `mtls`.").text("Next")))
                .isEqualTo("<p><strong>Right!</strong><br>It is <code>mtls</code>.</p><p>Next</p>");
    }

    @Test
    void plainTextHasNoStyleAtAll() {
        assertThat(sent(Card.builder()
                                .text("**Right!** It is `mtls`.")
                                .code("a: 1\nb: 2", "yaml")
                                .build())
                        .text())
                .isEqualTo("Right! It is mtls.\n\na: 1\nb: 2");
    }

    @Test
    void codeIsKeptAsItIsWithItsLanguage() {
        assertThat(html(Card.builder().code("if a < b && \"c\":\n  d", "yaml")))
                .isEqualTo(
                        "<pre><code class=\"language-yaml\">if a &lt; b &amp;&amp; &quot;c&quot;:\n  d</code></pre>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x\" onload=\"alert(1)", "a b"})
    void aLanguageThatIsNoPlainWordIsLeftOut(String language) {
        assertThat(html(Card.builder().code("x", language))).isEqualTo("<pre><code>x</code></pre>");
    }

    @Test
    void everyCharacterOfACardIsText() {
        String hostile = "<script>alert('1')</script>&amp;\"";
        String escaped = "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;&quot;";

        assertThat(html(Card.builder()
                        .spans(List.of(
                                Span.plain(hostile),
                                Span.bold(hostile),
                                Span.code(hostile),
                                Span.link(hostile, URI.create("https://istio.io/"))))
                        .code(hostile, "")))
                .isEqualTo("<p>" + escaped + "<strong>" + escaped + "</strong><code>" + escaped + "</code>"
                        + "<a href=\"https://istio.io/\" target=\"_blank\" rel=\"noopener\">" + escaped + "</a></p>"
                        + "<pre><code>" + escaped + "</code></pre>");
    }

    @Test
    void aWebPageOpensBesideTheChat() {
        assertThat(html(Card.builder().spans(List.of(Span.link("docs", URI.create("HTTPS://istio.io/a?b='c'&d=e#ж"))))))
                .isEqualTo("<p><a href=\"HTTPS://istio.io/a?b=&#39;c&#39;&amp;d=e#%D0%B6\""
                        + " target=\"_blank\" rel=\"noopener\">docs</a></p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "//evil",
                "/a"
            })
    void whatIsNoWebPageStaysText(String link) {
        assertThat(html(Card.builder().spans(List.of(Span.link("docs", URI.create(link))))))
                .isEqualTo("<p>docs</p>");
    }

    @Test
    void buttonsAreRowsOfLabelsAndTokens() throws IOException {
        Entry entry = sent(Card.builder()
                .text("?")
                .buttons(List.of(new Button("A", "t.0"), new Button("«\"<B>\"»", "t.1")))
                .buttons(List.of(new Button("Done", "t.2")))
                .build());

        JsonMapper json = JsonMapper.builder().build();
        assertThat(json.readTree(entry.buttons())).isEqualTo(json.readTree("""
                        [[{"label": "A", "token": "t.0"}, {"label": "«\\"<B>\\"»", "token": "t.1"}],
                         [{"label": "Done", "token": "t.2"}]]
                        """));
    }

    @Test
    void anEditReplacesTheMessageItNames() {
        Delivered first = messenger.send(ADA, Card.builder().text("one").build());
        messenger.send(ADA, Card.builder().text("two").build());

        messenger.edit(
                ADA,
                ((Delivered.Sent) first).messageId(),
                Card.builder().text("ONE").build());

        assertThat(transcript.after("ada", 0))
                .extracting(Entry::text, Entry::edited)
                .containsExactly(tuple("two", false), tuple("ONE", true));
    }

    @Test
    void aFileIsKeptAndLinked() {
        Entry entry = sent(Card.builder()
                .text("Here")
                .file(new Card.Attachment("meshquiz-export.json", "{}"))
                .build());

        assertThat(entry.html())
                .isEqualTo("<p>Here</p><p><a href=\"/api/chat/ada/files/meshquiz-export.json\" download>"
                        + "meshquiz-export.json</a></p>");
        assertThat(entry.text()).isEqualTo("Here\n\n/api/chat/ada/files/meshquiz-export.json");
        assertThat(transcript.file("ada", "meshquiz-export.json")).hasValue(new byte[] {'{', '}'});
    }
}

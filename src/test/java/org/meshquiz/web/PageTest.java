package org.meshquiz.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.meshquiz.chat.Button;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.Inbound;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

/** The page in a real browser; skipped where none is installed. */
@EnabledIf("browserIsInstalled")
class PageTest {
    private static final ChatAddress ADA = LocalMessenger.chat("ada");
    private static Database database;
    private static Browsing browsing;

    private ServedChat chat;
    private BrowserContext context;
    private Page page;

    static boolean browserIsInstalled() {
        return Browsing.chromium().isPresent();
    }

    @BeforeAll
    static void launch() {
        database = TestDatabase.migrated();
        browsing = new Browsing();
    }

    @AfterAll
    static void quit() {
        browsing.close();
        database.close();
    }

    @BeforeEach
    void open() {
        browsing.complaints.clear();
        chat = new ServedChat(database, this::answer);
        context = browsing.newcomer("en-GB");
        page = browsing.open(context, chat.uri("/?person=ada"));
        assertThat(page.locator(".bubble")).containsText("heard /start");
    }

    @AfterEach
    void close() {
        context.close();
        chat.close();
    }

    /** A question for /quiz; a press of its buttons edits it and brings the next one. */
    private List<Card> answer(Inbound inbound) {
        if (inbound instanceof Inbound.Press press) {
            String shown = Long.toString(chat.transcript.last("ada"));
            chat.messenger.edit(ADA, shown, text("answered " + press.token()));
            return List.of(question());
        }
        String text = ((Inbound.Text) inbound).text();
        return List.of(text.startsWith("/quiz") ? question() : text("heard " + text));
    }

    private static Card text(String text) {
        return Card.builder().text(text).build();
    }

    private static Card question() {
        List<Button> letters = Stream.of("A", "B", "C", "D", "E")
                .map(letter -> new Button(letter, "token-" + letter))
                .toList();
        return Card.builder()
                .text("which one?")
                .buttons(letters)
                .buttons(List.of(new Button("I don't know", "token-dont-know")))
                .build();
    }

    private void write(String text) {
        page.locator("#input").fill(text);
        page.keyboard().press("Enter");
    }

    private void ask() {
        write("/quiz istio");
        assertThat(page.locator(".letters button")).hasCount(5);
    }

    private Locator items() {
        return page.locator("#log > li");
    }

    /** The log from top to bottom, without the words for screen readers. */
    private List<String> log() {
        return page.locator(".bubble p, .own, .day").allInnerTexts().stream()
                .map(text -> text.replaceFirst("^You:\\s*", ""))
                .toList();
    }

    @Test
    void whoIsNewSaysHelloWithoutWriting() {
        assertThat(chat.bot.heard)
                .extracting(inbound -> ((Inbound.Text) inbound).text())
                .containsExactly("/start");
        page.reload();
        assertThat(page.locator(".bubble")).containsText("heard /start");
        assertThat(chat.bot.heard).hasSize(1);
    }

    @Test
    void aLetterAnswersTheNewestQuestionAndEverythingStaysInItsPlace() {
        ask();
        page.keyboard().press("b");
        assertThat(items()).hasCount(5);
        page.keyboard().press("5");
        assertThat(items()).hasCount(7);

        List<String> whole =
                List.of("heard /start", "/quiz istio", "answered token-B", "B", "answered token-E", "E", "which one?");
        assertThat(log()).isEqualTo(whole);
        page.reload();
        assertThat(items()).hasCount(7);
        assertThat(log()).isEqualTo(whole);
    }

    @Test
    void aLetterInsideWordsIsNoAnswer() {
        ask();
        page.keyboard().type("xab");

        assertThat(page.locator("#input")).hasValue("xab");
        assertThat(chat.bot.heard).hasSize(2);
    }

    @Test
    void aQuestionOutOfSightIsShownBeforeAKeyAnswersIt() {
        ask();
        chat.messenger.send(ADA, text("long ".repeat(4_000)));
        Locator letters = page.locator(".letters");
        assertThat(letters).not().isInViewport();
        page.keyboard().press("a");
        assertThat(letters).isInViewport();
        assertThat(items()).hasCount(4);
        page.keyboard().press("a");
        assertThat(items()).hasCount(6);

        assertThat(chat.bot.heard).hasSize(3);
    }

    @Test
    void aButtonAnswersWithTheKeyboardAloneAndTheFocusComesBack() {
        ask();
        page.keyboard().press("Shift+Tab");
        assertThat(page.locator("button:focus")).hasText("I don't know");
        page.keyboard().press("Enter");

        assertThat(items()).hasCount(5);
        assertThat(page.locator("#input")).isFocused();
    }

    @Test
    void commandsAreSuggestedAndCompleted() {
        page.keyboard().type("/s");
        assertThat(page.locator("#commands li b")).hasText(new String[] {"/skills", "/skill", "/settings"});
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Tab");
        assertThat(page.locator("#input")).hasValue("/skill ");
        page.keyboard().type("istio");
        page.keyboard().press("Enter");

        assertThat(page.locator(".bubble").last()).containsText("heard /skill istio");
    }

    @Test
    void whatWasWrittenComesBackWithTheArrows() {
        write("one");
        write("two");
        assertThat(items()).hasCount(5);
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowUp");
        assertThat(page.locator("#input")).hasValue("one");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#input")).hasValue("two");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#input")).hasValue("");
    }

    @Test
    void whatIsPushedAppearsByItself() {
        chat.bot.say(ADA, List.of(text("your daily quiz")));

        assertThat(page.locator(".bubble").last()).containsText("your daily quiz");
    }

    @Test
    void theClockGoesToTomorrow() {
        assertThat(page.locator("#date")).hasText("Mon 2 Mar");
        page.locator("#tomorrow").click();

        assertThat(page.locator("#date")).hasText("Tue 3 Mar");
        assertThat(page.locator(".day")).hasText("Tuesday 3 March");
    }

    @Test
    void whatTheBotSaysNeverBecomesPartOfThePage() {
        String hostile = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>";
        chat.messenger.send(
                ADA, Card.builder().text(hostile).code("a: " + hostile, "yaml").build());
        assertThat(page.locator(".bubble pre")).hasText("a: " + hostile);
        write(hostile);
        assertThat(page.locator(".own")).containsText(hostile);

        assertThat(page.locator("#log img, #log script")).hasCount(0);
        assertThat(page.title()).isEqualTo("MeshQuiz");
        assertThat(browsing.complaints).isEmpty();
    }

    @Test
    void wordsAreNotLostWithoutAConnection() {
        context.setOffline(true);
        write("precious words");
        assertThat(page.locator("#banner")).isVisible();
        assertThat(page.locator("#input")).hasValue("precious words");
        // The page asks for news meanwhile, in vain; its banner still offers to send the words.
        AtomicInteger failed = new AtomicInteger();
        page.onRequestFailed(request -> failed.incrementAndGet());
        page.waitForCondition(() -> failed.get() > 0);
        context.setOffline(false);
        // It may have gone by now, since the page asks again: the press is then still worth sending.
        page.locator("#banner-retry").dispatchEvent("click");

        assertThat(page.locator(".bubble").last()).containsText("heard precious words");
        assertThat(page.locator("#input")).hasValue("");
        assertThat(page.locator("#banner")).isHidden();
    }

    @Test
    void thePageSpeaksTheLanguageOfTheBrowser() {
        try (BrowserContext russian = browsing.newcomer("ru-RU")) {
            Page other = browsing.open(russian, chat.uri("/?person=bob"));

            assertThat(other.locator("html")).hasAttribute("lang", "ru");
            assertThat(other.locator("#tomorrow")).hasText("→ завтра");
        }
    }

    @Test
    void theChosenThemeStays() {
        page.locator("#theme").click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }
}

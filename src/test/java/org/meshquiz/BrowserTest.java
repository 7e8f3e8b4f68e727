package org.meshquiz;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meshquiz.store.TestDatabase;

/** A whole quiz in a real browser, at the size of a phone and of a desk. Skipped where there is no Chromium. */
class BrowserTest {
    private static final List<Path> CHROMIUM = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    @TempDir
    private static Path home;

    private static Program program;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void open() {
        Path chromium =
                CHROMIUM.stream().filter(Files::isExecutable).findFirst().orElse(null);
        assumeTrue(chromium != null, "no Chromium on this machine, so the browser test is skipped");
        TestDatabase.Address address = TestDatabase.address();
        Config.Server server = new Config.Server(address.url(), address.user(), address.password());
        program = Program.start(new Config(home, 0, server, null), InstantSource.system());
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-quic",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
            playwright.close();
            program.close();
        }
    }

    @ParameterizedTest(name = "{0} × {1} in {2}")
    @CsvSource({
        "390, 844, en-GB, Hello! I am MeshQuiz, of 2, 🏁",
        "1280, 800, ru-RU, Привет! Я MeshQuiz, из 2, 🏁",
    })
    void aWholeQuiz(int width, int height, String locale, String hello, String place, String end) {
        List<String> foreign = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale(locale)
                .setTimezoneId("Europe/Berlin"))) {
            Page page = context.newPage();
            String address = "http://127.0.0.1:" + program.port();
            page.onRequest(request -> {
                if (!request.url().startsWith(address) && !request.url().startsWith("data:")) {
                    foreign.add(request.url());
                }
            });
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    errors.add(message.text());
                }
            });
            page.navigate(address + "/?person=browser-" + width);
            assertThat(page.locator("body")).containsText(hello);

            say(page, "/quiz istio 2");
            assertThat(page.locator("body")).containsText("1 " + place);
            // Two questions, and both once more because they were missed.
            for (int answer = 0; answer < 4; answer++) {
                Locator unknown = page.locator("button:has-text('🤷')").last();
                String before = page.locator("body").innerText();
                unknown.click();
                page.waitForCondition(() -> !page.locator("body").innerText().equals(before)
                        && page.locator("[aria-busy=true]").count() == 0);
            }
            assertThat(page.locator("body")).containsText(end);
            page.reload();
            assertThat(page.locator("body")).containsText(end);
            int scroll = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
            assertThat(scroll).as("nothing is wider than the screen").isLessThanOrEqualTo(width);
        }
        assertThat(foreign).as("requests to other hosts").isEmpty();
        assertThat(errors).as("errors in the browser's console").isEmpty();
    }

    private static void say(Page page, String text) {
        Locator input = page.locator("textarea, input[type=text]").first();
        input.fill(text);
        input.press("Enter");
    }
}

package org.meshquiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meshquiz.LocalChatClient.Message;
import org.meshquiz.store.TestDatabase;
import org.meshquiz.web.Browsing;

/**
 * The pages in a real browser, on a phone and at a desk, in light and in dark, in both languages; each is looked at by axe, and
 * kept as a picture. Skipped where there is no Chromium.
 */
class PagesBrowserTest {
    /** A team of nine with levels of all kinds, two of whom share theirs. */
    private static final String TEAM = """
            with people as (
              insert into learner (language, time_zone, quiz_hour, days_off, quiet_from, quiet_until, daily_limit,
                new_share, retention, created_at)
              select 'en', 'Europe/Berlin', '10:00', 96, '22:00', '07:00', 5, 0.4, 0.9, now() from generate_series(1, 8)
              returning learner_id),
            levels as (
              insert into ability (learner_id, skill, masses, answers, updated_at)
              select learner_id, skill, array(select case when abs(n - 25 - (learner_id * 7 + length(skill) * 3) % 35) < 2
                then 1.0 / 3 else 0 end from generate_series(1, 80) n), 30, now()
              from people, unnest(array['istio', 'envoy', 'kubernetes', 'docker', 'prometheus']) as skill)
            insert into team_member (learner_id, team_id, name, shares, joined_at)
            select p.learner_id, t.team_id, 'Person ' || p.learner_id, p.learner_id % 3 = 0, now() from people p, team_chat t
            """;

    @TempDir
    private static Path home;

    private static Program program;
    private static Browsing browsing;

    @BeforeAll
    static void open() throws SQLException {
        assumeTrue(Browsing.chromium().isPresent(), "no Chromium on this machine, so the test of pages is skipped");
        TestDatabase.Address address = TestDatabase.address();
        Config.Server server = new Config.Server(address.url(), address.user(), address.password());
        program = Program.start(new Config(home, 0, server, null), InstantSource.system());
        for (String person : List.of("en", "ru")) {
            LocalChatClient chat = new LocalChatClient(program.port(), person);
            chat.write("/start");
            chat.write("/language " + person);
            answer(chat, "istio", 8);
            answer(chat, "envoy", 3);
            chat.advance("PT72H");
            answer(chat, "istio", 6);
            chat.write("/flag outdated");
            chat.write("/team join");
        }
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            statement.execute(TEAM);
        }
        browsing = new Browsing();
    }

    @AfterAll
    static void close() {
        if (browsing != null) {
            browsing.close();
            program.close();
        }
    }

    /** Answers by the first letter, and says nothing where letters are boxes to tick. */
    private static void answer(LocalChatClient chat, String skill, int count) {
        Optional<Message> question = question(chat.write("/quiz " + skill + " " + count));
        for (int i = 0; i < 3 * count && question.isPresent(); i++) {
            Message asked = question.get();
            boolean letters = asked.buttons().get(0).getKey().equals("A");
            question = question(chat.press(asked.button(letters ? "A" : "🤷")));
        }
    }

    private static Optional<Message> question(List<Message> messages) {
        return messages.stream()
                .filter(message -> message.buttons().stream()
                        .anyMatch(button -> button.getKey().contains("🤷")))
                .reduce((first, second) -> second);
    }

    @ParameterizedTest(name = "{0}, {1} wide, dark: {2}")
    @CsvSource({
        "en, 390, false, My levels, People by skill and level",
        "ru, 1280, true, Мои уровни, Люди по навыкам и уровням"
    })
    void pagesAreReadableByEverybodyAndLoadNothingFromElsewhere(
            String person, int width, boolean dark, String heading, String map) {
        browsing.complaints.clear();
        String address = "http://127.0.0.1:" + program.port();
        try (BrowserContext context = browsing.newcomer(person, width, dark)) {
            context.onRequest(request -> assertThat(request.url()).startsWith(address));
            Page page = browsing.open(context, java.net.URI.create(address + "/pages/local/" + person));
            assertThat(page.locator("h1").innerText()).isEqualTo(heading);
            check(page, "me-" + person + "-" + width);
            assertThat(page.locator("main img").count()).isGreaterThanOrEqualTo(3);
            assertThat(page.evaluate("[...document.images].every(i => i.complete && i.naturalWidth > 0)"))
                    .isEqualTo(true);
            page.locator("main a[href^='/pages/team/']").first().click();
            assertThat(page.locator("caption").first().innerText()).isEqualTo(map);
            assertThat(page.locator(".heat").count()).isGreaterThanOrEqualTo(20);
            check(page, "team-" + person + "-" + width);
            page.locator("header a[href='/pages/questions']").click();
            page.locator("nav.skills a[href='/pages/questions/istio']").click();
            assertThat(page.locator("tbody tr").count()).isEqualTo(40);
            check(page, "questions-" + person + "-" + width);
            page.locator("footer button").click();
            page.navigate(address + "/pages/me");
            assertThat(page.locator("main").innerText()).contains("/dashboard");
            check(page, "stranger-" + person + "-" + width);
        }
        // The last page is refused on purpose, and the browser notes that.
        assertThat(browsing.complaints).allMatch(complaint -> complaint.contains("401"));
    }

    private static void check(Page page, String name) {
        page.evaluate("document.querySelectorAll('img').forEach(i => i.loading = 'eager')");
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots/page-" + name + ".png"))
                .setFullPage(true));
        List<Rule> faults = new AxeBuilder(page).analyze().getViolations();
        assertThat(faults.stream()
                        .map(rule ->
                                rule.getId() + ": " + rule.getNodes().get(0).getHtml()))
                .as(name)
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as(name + " needs no scrolling sideways")
                .isEqualTo(true);
    }
}

package org.meshquiz.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meshquiz.quiz.Chatter.last;
import static org.meshquiz.quiz.Chatter.option;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshquiz.chat.Block;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.Span;
import org.meshquiz.question.Question;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;
import org.meshquiz.web.WebServer;
import org.meshquiz.web.pages.Pages;

/** Who gets which page, by links from a chat on a platform. */
class PagesTest {
    private static final Pattern COOKIE = Pattern.compile("meshquiz-session=([^;]*)");

    private final HttpClient client = HttpClient.newHttpClient();
    private Database database;
    private Chatter phone;
    private WebServer server;

    @BeforeEach
    void start() {
        database = TestDatabase.migrated();
        List<Question> questions = new ArrayList<>(SampleBank.singles("istio", 20));
        questions.addAll(SampleBank.singles("envoy", 60));
        phone = new Chatter(database, SampleBank.of(questions));
        server = WebServer.start(
                "127.0.0.1",
                0,
                List.of(new Pages(phone.application.pageAccess(), phone.application.dashboards(), false, true)));
        URI own = URI.create("http://127.0.0.1:" + server.port());
        phone.application.pageLinks().serveAt(own, own);
    }

    @AfterEach
    void stop() {
        server.close();
        database.close();
    }

    private URI link(String name) {
        phone.become(name);
        Card card = last(phone.write("/dashboard"));
        return card.blocks().stream()
                .map(Block.Paragraph.class::cast)
                .flatMap(paragraph -> paragraph.spans().stream())
                .map(Span::link)
                .filter(uri -> uri != null)
                .findFirst()
                .orElseThrow(() -> new AssertionError(card.plain()));
    }

    private HttpResponse<String> send(String method, URI to, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(to).method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private String session(String name) {
        HttpResponse<String> entered = send("POST", link(name));
        assertThat(entered.statusCode()).isEqualTo(303);
        Matcher cookie =
                COOKIE.matcher(entered.headers().firstValue("Set-Cookie").orElseThrow());
        assertThat(cookie.find()).isTrue();
        return cookie.group(1);
    }

    private HttpResponse<String> get(String path, String session) {
        return send("GET", at(path), "Cookie", "meshquiz-session=" + session);
    }

    private void answer(String name, String skill, int count) {
        phone.become(name);
        for (int i = 0; i < count; i++) {
            phone.press(option(last(phone.write("/quiz " + skill + " 1")), "option " + (i % 8 == 7 ? 1 : 0)));
        }
    }

    /** A team of all who are known; its leads are given. */
    private long team(String... leads) {
        TestDatabase.execute(database, """
                insert into team_chat (platform, bot, chat, place, language, time_zone, title)
                values ('test', 'bot', '-1', '-1', 'en', 'Europe/Berlin', '<b>Platform</b>')""");
        TestDatabase.execute(database, """
                insert into team_member (learner_id, team_id, name, joined_at)
                select a.learner_id, t.team_id, initcap(a.chat), now() from chat_address a, team_chat t""");
        for (String lead : leads) {
            TestDatabase.execute(database, """
                    update team_member set leads_until = '2027-01-01' where name = '%s'""".formatted(lead));
        }
        return (long) TestDatabase.number(database, "select team_id from team_chat");
    }

    @Test
    void aLinkShowsAButtonThatWorksOnce() {
        URI link = link("ann");
        HttpResponse<String> offered = send("GET", link);
        assertThat(offered.statusCode()).isEqualTo(200);
        assertThat(offered.body()).contains("Open my page").contains("method=\"post\"");
        send("GET", link);
        HttpResponse<String> entered = send("POST", link);
        assertThat(entered.headers().firstValue("Location")).contains("/pages/me");
        assertThat(entered.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "Secure", "SameSite=Lax", "Path=/pages");
        HttpResponse<String> again = send("POST", link);
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(again.body()).contains("/dashboard");
    }

    @Test
    void aPersonHasTenSessionsAtMostAndTheOldestEnds() {
        String oldest = session("ann");
        phone.pass(Duration.ofMinutes(1));
        String second = session("ann");
        for (int i = 0; i < 9; i++) {
            phone.pass(Duration.ofMinutes(1));
            session("ann");
        }
        assertThat(get("/pages/me", oldest).statusCode()).isEqualTo(401);
        assertThat(get("/pages/me", second).statusCode()).isEqualTo(200);
        assertThat(TestDatabase.count(database, "page_session")).isEqualTo(10);
    }

    @Test
    void aLinkIsOfNoUseAfterTenMinutesAndASessionAfterTwelveHours() {
        URI late = link("ann");
        phone.pass(Duration.ofMinutes(10));
        assertThat(send("POST", late).statusCode()).isEqualTo(410);
        String session = session("ann");
        assertThat(get("/pages/me", session).statusCode()).isEqualTo(200);
        phone.pass(Duration.ofHours(12));
        assertThat(get("/pages/me", session).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pages/me",
                "/pages/me.csv",
                "/pages/me/recall.svg",
                "/pages/me/calendar.svg",
                "/pages/me/level/istio.svg",
                "/pages/team/1",
                "/pages/team/1.csv",
                "/pages/questions",
                "/pages/questions/istio",
                "/pages/questions/istio.csv"
            })
    void withoutASessionNothingIsShown(String path) {
        answer("ann", "istio", 4);
        team("Ann");
        for (String session : List.of("", "x", "1-" + "A".repeat(32), "0-" + "A".repeat(32), "9".repeat(30))) {
            HttpResponse<String> refused = get(path, session);
            assertThat(refused.statusCode()).as(session).isEqualTo(401);
            assertThat(refused.body()).contains("/dashboard").doesNotContain("Platform", "Istio", "option");
        }
    }

    @Test
    void aSessionShowsOnesOwnPageAloneAndOthersTeamsAreNotThere() {
        answer("ann", "istio", 12);
        answer("bob", "envoy", 4);
        long team = team("Ann");
        String bob = session("bob");
        assertThat(get("/pages/me", bob).body()).contains("envoy").doesNotContain("istio");
        assertThat(get("/pages/me/level/istio.svg", bob).statusCode()).isEqualTo(404);
        for (String path : List.of(
                "/pages/team/" + team,
                "/pages/team/" + team + ".csv",
                "/pages/team/77",
                "/pages/team/x",
                "/pages/questions",
                "/pages/questions/istio.csv")) {
            assertThat(get(path, bob).statusCode()).as(path).isEqualTo(404);
        }
        TestDatabase.execute(database, "delete from team_member where name = 'Ann'");
        assertThat(get("/pages/team/" + team, session("ann")).statusCode()).isEqualTo(404);
    }

    @Test
    void signingOutAndForgettingEndSessions() {
        String session = session("ann");
        HttpResponse<String> foreign = send(
                "POST",
                at("/pages/sign-out"),
                "Cookie",
                "meshquiz-session=" + session,
                "Origin",
                "https://elsewhere.example");
        assertThat(foreign.statusCode()).isEqualTo(200);
        assertThat(get("/pages/me", session).statusCode()).isEqualTo(200);
        send("POST", at("/pages/sign-out"), "Cookie", "meshquiz-session=" + session);
        assertThat(get("/pages/me", session).statusCode()).isEqualTo(401);
        String other = session("ann");
        phone.press(Chatter.button(last(phone.write("/forget")), "Delete"));
        assertThat(get("/pages/me", other).statusCode()).isEqualTo(401);
        assertThat(TestDatabase.count(database, "page_session")).isZero();
    }

    @Test
    void aTeamIsToldInNumbersOfFivePeopleOrMoreAndEscaped() {
        for (int person = 0; person < 4; person++) {
            answer("p" + person, "istio", 16);
        }
        answer("lea", "envoy", 1);
        long team = team("Lea");
        String lea = session("lea");
        assertThat(get("/pages/team/" + team, lea).body())
                .contains("&lt;b&gt;Platform&lt;/b&gt;", "fewer than 5 levels known")
                .doesNotContain("<b>Platform", "P0");
        answer("lea", "istio", 16);
        TestDatabase.execute(database, "update team_member set shares = true, name = '<i>P0' where name = 'P0'");
        HttpResponse<String> page = get("/pages/team/" + team, lea);
        assertThat(page.body()).contains("heat-", "&lt;i&gt;P0").doesNotContain("<i>", "P1");
        assertThat(get("/pages/team/" + team + ".csv", lea).body()).contains("istio,5,");
    }

    @Test
    void authorsSeeWhatPeopleFindWrongAndSayThatTheyHaveLooked() {
        answer("lea", "istio", 1);
        phone.write("/flag =HYPERLINK(\"x\") <script>");
        team("Lea");
        String lea = session("lea");
        String shown = get("/pages/questions/istio", lea).body();
        assertThat(shown).contains("=HYPERLINK(&quot;x&quot;) &lt;script&gt;").doesNotContain("<script>");
        assertThat(get("/pages/questions/istio.csv", lea).body())
                .contains("In own words")
                .doesNotContain(",=", "\"=");
        Matcher form =
                Pattern.compile("action=\"(/pages/questions/[^\"]+/looked)\"").matcher(shown);
        assertThat(form.find()).isTrue();
        assertThat(send("POST", at(form.group(1)), "Cookie", "meshquiz-session=" + lea, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(404);
        assertThat(send("POST", at(form.group(1)), "Cookie", "meshquiz-session=" + lea)
                        .statusCode())
                .isEqualTo(303);
        assertThat(get("/pages/questions/istio", lea).body()).doesNotContain("HYPERLINK");
    }

    @Test
    void pagesAreSmallAndForbidWhateverTheyDoNotNeed() {
        answer("lea", "istio", 20);
        team("Lea");
        String lea = session("lea");
        for (String path : List.of("/pages/me", "/pages/questions/envoy", "/pages/questions/istio")) {
            HttpResponse<String> page = get(path, lea);
            assertThat(page.body().length()).as(path).isLessThan(100_000);
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'", "style-src 'self'")
                    .doesNotContain("unsafe", "script-src");
            assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        }
        assertThat(get("/pages/questions/envoy?from=40", lea).body()).contains("envoy-q");
        assertThat(get("/pages/me/level/istio.svg?dark", lea).body())
                .contains("<svg")
                .doesNotContain("<script");
    }

    @Test
    void whereNoAddressIsKnownThatIsSaid() {
        phone.application.pageLinks().serveAt(URI.create("http://127.0.0.1:1"), null);
        phone.become("ann");
        assertThat(last(phone.write("/dashboard")).plain()).contains("MESHQUIZ_PUBLIC_URL");
    }
}

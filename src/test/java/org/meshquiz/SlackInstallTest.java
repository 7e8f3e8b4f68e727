package org.meshquiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshquiz.slack.Installation;
import org.meshquiz.slack.SlackBot;
import org.meshquiz.slack.fake.FakeSlack;
import org.meshquiz.slack.fake.Member;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

/** One program, and workspaces that install its app. */
class SlackInstallTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path home;

    private TestDatabase.Address address;
    private FakeSlack slack;
    private Database database;
    private Program program;

    @BeforeEach
    void start() {
        address = TestDatabase.address();
        slack = FakeSlack.start();
        program = run(FakeSlack.BOT_TOKEN, KEY);
        database = Database.open(address.url(), address.user(), address.password());
    }

    @AfterEach
    void stop() {
        database.close();
        program.close();
        slack.close();
    }

    private Program run(String botToken, String key) {
        Installation.Client client = new Installation.Client(
                FakeSlack.CLIENT_ID,
                FakeSlack.CLIENT_SECRET,
                Installation.Client.key(key).orElseThrow());
        SlackBot.Settings settings = new SlackBot.Settings(
                URI.create(slack.url()), botToken, FakeSlack.APP_TOKEN, FakeSlack.SIGNING_SECRET, client);
        Config.Server server = new Config.Server(address.url(), address.user(), address.password());
        return Program.start(
                new Config(home, 0, server, null, new Platforms(null, settings, false)), InstantSource.system());
    }

    private HttpResponse<String> get(String path, String cookie) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + program.port() + "/hooks/slack/" + path));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void install() throws IOException, InterruptedException {
        HttpResponse<String> begun = get("install", "");
        assertThat(begun.statusCode()).isEqualTo(302);
        String page = begun.headers().firstValue("Location").orElseThrow();
        assertThat(page)
                .startsWith(slack.url() + "/oauth/v2/authorize?client_id=1111.2222&scope=chat%3Awrite%2Ccommands");
        String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("Secure").contains("SameSite=Lax");
        String state = page.substring(page.indexOf("&state=") + 7);
        HttpResponse<String> ended = get("installed?code=" + FakeSlack.CODE + "&state=" + state, cookie.split(";")[0]);
        assertThat(ended.statusCode()).isEqualTo(200);
    }

    @Test
    void twoWorkspacesHaveTheirQuizzesEachWithItsOwnToken() throws Exception {
        Member ann = slack.member("U0SAME", "en-US", "Europe/Berlin");
        ann.command("istio 5");
        ann.awaitText("1 of 5");
        install();
        // The same id in another workspace is another person.
        Member bob = slack.memberOf(FakeSlack.SECOND_TEAM, "U0BOB", "ru-RU", "Europe/Moscow");
        bob.command("istio 5");
        bob.press(bob.awaitText("1 из 5"), "Не знаю");
        bob.awaitText("2 из 5");

        assertThat(TestDatabase.number(
                        database, "select count(distinct bot) from chat_address where platform = 'slack'"))
                .isEqualTo(2);
        assertThat(TestDatabase.number(database, "select count(*) from slack_installation where team = 'T0SECOND'"))
                .isOne();
        assertThat(TestDatabase.number(
                        database, "select count(*) from slack_installation where position('xoxb'::bytea in token) > 0"))
                .isZero();
    }

    @Test
    void anInstalledWorkspaceIsThereAfterARestartAndGoneAfterItsRemoval() throws Exception {
        install();
        program.close();
        program = run(FakeSlack.BOT_TOKEN, KEY);
        Member bob = slack.memberOf(FakeSlack.SECOND_TEAM, "U0BOB", "en-US", "Europe/Berlin");
        bob.command("istio 5");
        bob.awaitText("1 of 5");

        bob.removesApp();
        for (int i = 0; i < 2_000 && TestDatabase.count(database, "slack_installation") > 0; i++) {
            LockSupport.parkNanos(5_000_000);
        }
        assertThat(TestDatabase.count(database, "slack_installation")).isZero();
        assertThat(TestDatabase.number(
                        database, "select count(*) from chat_address where bot = 'T0SECOND' and blocked_at is null"))
                .isZero();
    }

    @Test
    void whatDidNotBeginHereOrHasNoRightCodeInstallsNothing() throws Exception {
        assertThat(get("installed?code=" + FakeSlack.CODE + "&state=made-up", "")
                        .statusCode())
                .isEqualTo(400);
        assertThat(get("installed?code=" + FakeSlack.CODE + "&state=made-up", "meshquiz-install=other")
                        .statusCode())
                .isEqualTo(400);
        assertThat(get("installed?code=wrong&state=s", "meshquiz-install=s").statusCode())
                .isEqualTo(502);
        assertThat(get("installed?error=access_denied&state=s", "meshquiz-install=s")
                        .statusCode())
                .isEqualTo(400);
        assertThat(TestDatabase.count(database, "slack_installation")).isZero();
    }

    @Test
    void aTokenThatWasSealedWithAnotherKeyIsOfNoUseAndStopsNobody() throws Exception {
        install();
        program.close();
        program = run(
                FakeSlack.BOT_TOKEN,
                Base64.getEncoder()
                        .encodeToString("another-key-of-just-32-bytes-sad"
                                .getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        Member ann = slack.member("U0ANN", "en-US", "Europe/Berlin");
        ann.command("istio 5");
        ann.awaitText("1 of 5");
    }
}

package org.meshquiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.meshquiz.LocalChatClient.last;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshquiz.LocalChatClient.Message;
import org.meshquiz.store.TestDatabase;

/** The whole program, spoken to through the JSON interface of the local chat. */
class ProgramTest {
    @TempDir
    private static Path home;

    private static Config.Server server;
    private static Program program;

    @BeforeAll
    static void start() {
        TestDatabase.Address address = TestDatabase.address();
        server = new Config.Server(address.url(), address.user(), address.password());
        program = Program.start(new Config(home, 0, server, null), InstantSource.system());
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void aStrangerHasAQuizAboutIstio() {
        LocalChatClient ann = new LocalChatClient(program.port(), "ann");
        assertThat(last(ann.write("/start")).text())
                .contains("Hello! I am MeshQuiz")
                .contains("Europe/Berlin");
        Message question = last(ann.write("/quiz istio 2"));
        assertThat(question.text()).contains("1 of 2").contains("Istio");
        int answered = 0;
        Message message = question;
        while (!message.text().contains("🏁")) {
            List<Message> after = ann.press(message.button("I don’t know"));
            assertThat(after).hasSize(2);
            assertThat(after.get(0).id()).isEqualTo(message.id());
            assertThat(after.get(0).edited()).isTrue();
            assertThat(after.get(0).n()).isGreaterThan(message.n());
            message = last(after);
            answered++;
        }
        // Two questions, too few for a level whichever they are, and each of them once more because it was missed.
        assertThat(answered).isEqualTo(4);
        assertThat(message.text()).contains("0 of 2 right").contains("not enough answers yet");
    }

    @Test
    void tomorrowBringsWhatIsDue() {
        LocalChatClient ben = new LocalChatClient(program.port(), "ben");
        Message question = last(ben.write("/quiz kiali 1"));
        ben.press(last(ben.press(question.button("I don’t know"))).button("I don’t know"));
        long n = last(ben.after(0)).n();
        ben.advance("PT96H");
        assertThat(ben.after(n))
                .anySatisfy(message -> assertThat(message.text()).contains("Your daily quiz"));
    }

    @Test
    void everyCommandAnswers() {
        LocalChatClient cleo = new LocalChatClient(program.port(), "cleo");
        for (String command : List.of(
                "/start",
                "/quiz",
                "/quiz istio 10",
                "/skills",
                "/skill istio",
                "/me",
                "/settings",
                "/settings hour 9:30",
                "/settings zone asia/tokyo",
                "/settings days 3 off",
                "/settings limit 7",
                "/settings skills istio",
                "/language en",
                "/pause 2w",
                "/resume",
                "/help",
                "/export",
                "/forget")) {
            assertThat(last(cleo.write(command)).text())
                    .as(command)
                    .isNotBlank()
                    .doesNotContain("Something went wrong");
        }
    }

    @Test
    void theNoteIsShownAsACard() {
        LocalChatClient dan = new LocalChatClient(program.port(), "dan");
        Message card = last(dan.write("/skill istio"));
        assertThat(card.text())
                .contains("What it is worth")
                .contains("Junior")
                .contains("Expert")
                .contains("Pet projects")
                .contains("Read on");
        assertThat(card.button("Envoy")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "'; drop table review; --",
                "/quiz <img src=x onerror=alert(1)>",
                "\u202e\u0000\ud83d\u200d\u0301 zalgo",
                "/skill ../../etc/passwd",
                "/pause 99999999999999d",
                "/quiz istio 0",
                "/quiz istio 999999",
                "/settings hour 25:99",
                "/settings zone ${jndi:ldap://x}",
                "/language klingon",
                "/",
                "/quiz@OtherBot istio",
                "{0} {words}",
                " "
            })
    void oddWordsGetAnAnswerThatHelps(String words) {
        LocalChatClient eve = new LocalChatClient(program.port(), "eve");
        eve.write("/help");
        List<Message> reply = eve.write(words);
        assertThat(reply).isNotEmpty();
        assertThat(last(reply).text()).isNotBlank().doesNotContain("Something went wrong");
    }

    @Test
    void aTextOfFiveThousandCharactersGetsAnAnswerThatHelps() {
        LocalChatClient fay = new LocalChatClient(program.port(), "fay");
        assertThat(last(fay.write("x".repeat(5_000))).text()).contains("4,000");
    }

    @Test
    void theExportIsAFileThatCanBeFetched() {
        LocalChatClient gil = new LocalChatClient(program.port(), "gil");
        Message question = last(gil.write("/quiz istio 1"));
        gil.press(question.button("I don’t know"));
        Message export = last(gil.write("/export"));
        String path = export.text()
                .lines()
                .filter(line -> line.startsWith("/api/"))
                .findFirst()
                .orElseThrow();
        assertThat(gil.get(path).body()).contains("\"review\"").contains("istio");
        assertThat(new LocalChatClient(program.port(), "hal")
                        .get(path.replace("gil", "hal"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aTakenPortIsToldInASentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Config config = new Config(home, taken.getLocalPort(), server, null);
            assertThatThrownBy(() -> Program.start(config, InstantSource.system()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("MESHQUIZ_PORT");
        }
    }

    @Test
    void anUnreachableDatabaseIsToldInASentence() {
        Config.Server nowhere = new Config.Server("jdbc:postgresql://127.0.0.1:1/none", "x", "s3cret");
        assertThatThrownBy(() -> Program.start(new Config(home, 0, nowhere, null), InstantSource.system()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("MESHQUIZ_DB_URL")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void aBrokenBankKeepsTheProgramFromStartingAndNamesEveryFault(@TempDir Path bank) throws IOException {
        Files.createDirectories(bank.resolve("istio"));
        Files.createDirectories(bank.resolve("notes/en"));
        Files.writeString(bank.resolve("notes/en/Istio.md"), "# Description\n\nIstio is a service mesh.\n");
        Files.writeString(bank.resolve("istio/security.yaml"), """
                skill: istio
                domain: security
                note: Istio
                version: Istio 1.28
                questions:
                  - id: istio-one
                    level: wizard
                    kind: single
                  - id: istio-one
                    level: junior
                """);
        Config config = new Config(home, 0, server, bank);
        assertThatThrownBy(() -> Program.start(config, InstantSource.system()))
                .isInstanceOf(BrokenBank.class)
                .hasMessageContaining("security.yaml:7: ")
                .hasMessageContaining("security.yaml:9: ");
    }

    @Test
    void itIsAliveAndReady() {
        LocalChatClient anyone = new LocalChatClient(program.port(), "anyone");
        assertThat(anyone.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(anyone.get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(anyone.get("/").body()).contains("<!doctype html>");
    }
}

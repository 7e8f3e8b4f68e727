package org.meshquiz.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meshquiz.bank.exchange.Format;
import org.meshquiz.question.Localized;

/** What {@code bank check}, {@code bank export} and {@code bank derive} print, and how they end. */
class BankCommandsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final PrintStream faults = new PrintStream(told, true, StandardCharsets.UTF_8);

    @BeforeEach
    void soundBank() throws IOException {
        write("notes/en/Istio.md", "## Troubleshooting\n" + trouble("A"));
        write("notes/ru/Istio.md", "## Траблшутинг\n- **Под не стартует**: смотреть `kubectl describe pod`\n");
        write("coverage.yaml", "istio:\n  security: { middle: 2 }\n");
        write("istio/security.yaml", """
                skill: istio
                domain: security
                note: Istio
                version: Istio 1.28
                questions:
                  - id: istio-a
                    level: middle
                    kind: typed
                    section: troubleshooting
                    docs: https://istio.io/latest/docs/
                    ask: { en: "Which word is it, `x`?", ru: "Какое это слово, `x`?" }
                    accept: [word]
                    explain: { en: That one, ru: Вот это }
                """);
    }

    @Test
    void aSoundBankIsDescribedAndEndsWithZero() throws IOException {
        int code = new BankCheck(out).run(folder, BankCheck.Form.TEXT);

        assertThat(code).isZero();
        assertThat(text(written))
                .contains("1 authored and ", "2 notes, 2 of 2 units read (100.0 %)")
                .contains("authored en, 1 questions: share, its 95 % interval, limit\n  negative questions: 0.000 [")
                .containsPattern("istio +0 +1 +0 +0 +1\n  security +0 +1/2 +0 +0 +1/2\n")
                .contains("test information of the best 20 questions", "theta")
                .containsPattern("istio( +0\\.\\d\\*){9}\n")
                .endsWith("\nno faults\n");
    }

    @Test
    void faultsOfFilesAndOfTheLintAreListedWithTheirPlaceAndEndWithOne() throws IOException {
        write("istio/traffic.yaml", "skill: istio\n");
        write("istio/security.yaml", read("istio/security.yaml").replace("`x`?\", ru", "`x?\", ru"));

        int code = new BankCheck(out).run(folder, BankCheck.Form.TEXT);

        String name = folder.getFileName().toString();
        assertThat(code).isEqualTo(1);
        assertThat(text(written))
                .contains(name + "/istio/traffic.yaml:1: a question file has no 'domain'; add it\n")
                .contains(name + "/istio/security.yaml:6: 'istio-a' has a backtick without its partner in"
                        + " 'Which word is it, `x?'; put code in backticks, a pair each\n")
                .containsPattern("\n\\d+ faults\n$");
    }

    @Test
    void theReportForToolsIsOneObject() throws IOException {
        write("istio/traffic.yaml", "skill: istio\n");

        int code = new BankCheck(out).run(folder, BankCheck.Form.JSON);

        JsonNode report = JSON.readTree(text(written));
        assertThat(code).isEqualTo(1);
        assertThat(report.at("/questions/authored").asInt()).isEqualTo(1);
        assertThat(report.at("/faults/0").toString())
                .isEqualTo(
                        "{\"file\":\"%s/istio/traffic.yaml\",\"line\":1,\"what\":\"a question file has no 'domain'\","
                                        .formatted(folder.getFileName())
                                + "\"remedy\":\"add it\"}");
        assertThat(report.at("/notes/0").toString())
                .isEqualTo("{\"file\":\"%s/notes/en/Istio.md\",\"seen\":1,\"read\":1}".formatted(folder.getFileName()));
        assertThat(report.at("/figures/0/check").asText()).isEqualTo("negative questions");
        assertThat(report.at("/coverage"))
                .contains(JSON.readTree("{\"skill\":\"istio\",\"domain\":\"security\",\"level\":\"middle\","
                        + "\"present\":1,\"planned\":2}"));
    }

    @Test
    void whereASkillCanBeMeasuredIsToldForTools() throws IOException {
        new BankCheck(out).run(folder, BankCheck.Form.JSON);

        JsonNode information = JSON.readTree(text(written)).at("/information");
        assertThat(information).hasSize(9).allMatch(point -> point.get("thin").asBoolean());
        assertThat(information.get(3).get("theta").asDouble()).isEqualTo(-0.2);
        assertThat(information.get(3).get("information").asDouble())
                .isGreaterThan(information.get(0).get("information").asDouble())
                .isGreaterThan(information.get(8).get("information").asDouble());
    }

    @Test
    void theExportHoldsOneQuestionALineWithTheHeadingOfItsNote() throws IOException {
        int code = new BankExport(out, faults).bank(folder);

        List<String> lines = text(written).lines().toList();
        assertThat(code).isZero();
        assertThat(text(told)).isEmpty();
        assertThat(lines).anySatisfy(line -> {
            JsonNode question = JSON.readTree(line);
            assertThat(question.path("id").asText()).isEqualTo("istio-a");
            assertThat(question.path("note").asText()).isEqualTo("Istio#Траблшутинг");
        });
    }

    @Test
    void anExportWithoutSomethingBrokenSaysSoBesideItAndEndsWithOne() throws IOException {
        write("istio/traffic.yaml", "skill: istio\n");

        int code = new BankExport(out, faults).bank(folder);

        assertThat(code).isEqualTo(1);
        assertThat(text(written)).contains("\"istio-a\"");
        assertThat(text(told)).contains("istio/traffic.yaml:1: a question file has no 'domain'; add it");
    }

    @Test
    void aVaultGivesItsDerivedQuestionsAlone() throws IOException {
        write("notes/en/Envoy.md", """
                ## Architecture and terms
                - **Listener**: the named address and port on which connections from clients arrive
                - **Cluster**: the group of upstream hosts that a route sends its requests to
                - **Filter chain**: the ordered steps that bytes of a connection pass through
                - **Route**: the rule that picks where a request goes by its path and headers
                - **Endpoint**: one address of an upstream host that takes requests
                """);

        int code = new BankExport(out, faults).derived(folder.resolve("notes"));

        assertThat(code).isZero();
        assertThat(text(written).lines().toList()).isNotEmpty().allSatisfy(line -> {
            JsonNode question = JSON.readTree(line);
            assertThat(question.path("origin").asText()).isEqualTo("derived");
        });
        assertThat(text(written)).contains("\"note\":\"Envoy#Architecture and terms\"");
    }

    @ParameterizedTest
    @EnumSource
    void authoredQuestionsGoToAnotherToolAndComeBackAsFiles(Format format) throws IOException {
        for (Locale language : Localized.LANGUAGES) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            new BankExchange(new PrintStream(file, true, StandardCharsets.UTF_8), faults)
                    .write(folder, format, language);
            write("sheets/" + language + ".txt", text(file));
        }
        Path sheets = folder.resolve("sheets");
        Path imported = folder.resolve("imported");
        BankExchange exchange = new BankExchange(out, faults);

        int first = exchange.read(format, sheets.resolve("en.txt"), sheets.resolve("ru.txt"), imported);
        int second = exchange.read(format, sheets.resolve("en.txt"), sheets.resolve("ru.txt"), imported);

        Path file = imported.resolve("istio").resolve("security.yaml");
        assertThat(first).isZero();
        assertThat(text(written)).isEqualTo(file + System.lineSeparator());
        assertThat(Files.readString(file)).contains("en: \"Which word is it, `x`?\"", "accept: [\"word\"]");
        assertThat(second).isEqualTo(1);
        assertThat(text(told))
                .isEqualTo(file + ":1: the file is already there; import into an empty folder and compare"
                        + System.lineSeparator());
    }

    private static String trouble(String letter) {
        return "- **Pod " + letter + " does not start**: look at `kubectl describe pod`\n";
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

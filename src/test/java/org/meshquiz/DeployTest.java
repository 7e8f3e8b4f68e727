package org.meshquiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshquiz.store.TestDatabase;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files for operators: they name only figures and settings that there are. */
class DeployTest {
    private static final Path FOLDER = Path.of("src/deploy");
    private static final Pattern FIGURE = Pattern.compile("\\b(?:meshquiz|hikaricp|jvm|logback)_[a-z_]+");
    /** What promtool answers where names are not to its taste, such as those that a library gives to its figures. */
    private static final int MATTER_OF_STYLE = 3;

    private static final Pattern LABELS = Pattern.compile("(\\w+)\\{(\\w+)=\"([^\"]+)\"}");

    @TempDir
    private static Path home;

    private static String figures;

    @BeforeAll
    static void scrape() {
        TestDatabase.Address address = TestDatabase.address();
        Config.Server server = new Config.Server(address.url(), address.user(), address.password());
        try (Program program = Program.start(new Config(home, 0, server, null), InstantSource.system())) {
            LocalChatClient ann = new LocalChatClient(program.port(), "ann");
            ann.write("/start");
            ann.press(LocalChatClient.last(ann.write("/quiz istio 1")).button("🤷"));
            figures = ann.get("/metrics").body();
        }
    }

    private static List<Object> yaml(String file) throws IOException {
        List<Object> documents = new ArrayList<>();
        new Load(LoadSettings.builder().build())
                .loadAllFromString(Files.readString(FOLDER.resolve(file)))
                .forEach(documents::add);
        return documents;
    }

    private static void check(String expression) {
        assertThat(expression.chars().filter(c -> c == '(').count())
                .as(expression)
                .isEqualTo(expression.chars().filter(c -> c == ')').count());
        Matcher names = FIGURE.matcher(expression);
        Set<String> used = new LinkedHashSet<>();
        while (names.find()) {
            used.add(names.group());
        }
        assertThat(used)
                .as(expression)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(figures).as(name).containsPattern("(?m)^" + name + "(\\{| )"));
        Matcher labels = LABELS.matcher(expression);
        while (labels.find()) {
            assertThat(figures).as(expression).containsPattern(labels.group(1) + "\\{[^}]*" + labels.group(2) + "=");
        }
    }

    @Test
    void alertsUseFiguresThatThereAreAndSayWhatToDo() throws IOException {
        JsonNode rules =
                new ObjectMapper().valueToTree(yaml("alerts.yaml").get(0)).at("/groups/0/rules");
        assertThat(rules).hasSizeGreaterThanOrEqualTo(8);
        for (JsonNode rule : rules) {
            assertThat(rule.fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("alert", "expr", "for", "labels", "annotations");
            assertThat(rule.path("for").asText()).matches("\\d+[smhd]");
            assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
            assertThat(rule.at("/annotations/remedy").asText()).isNotBlank();
            check(rule.path("expr").asText());
        }
    }

    @Test
    void theDashboardUsesFiguresThatThereAreAndItsPanelsDoNotOverlap() throws IOException {
        JsonNode dashboard = new ObjectMapper()
                .readTree(FOLDER.resolve("grafana-dashboard.json").toFile());
        Set<String> places = new LinkedHashSet<>();
        for (JsonNode panel : dashboard.path("panels")) {
            assertThat(places.add(panel.at("/gridPos/x") + " " + panel.at("/gridPos/y")))
                    .isTrue();
            StreamSupport.stream(panel.path("targets").spliterator(), false)
                    .forEach(target -> check(target.path("expr").asText()));
        }
        assertThat(places).hasSizeGreaterThanOrEqualTo(15);
    }

    @Test
    void manifestsNameOnlySettingsThatThereAreAndHoldNoSecret() throws IOException {
        for (String file : List.of("compose.yaml", "kubernetes.yaml")) {
            assertThat(yaml(file)).isNotEmpty();
            String text = Files.readString(FOLDER.resolve(file));
            Matcher settings = Pattern.compile("MESHQUIZ_[A-Z_]+").matcher(text);
            while (settings.find()) {
                assertThat(Setting.values()).extracting(Setting::name).contains(settings.group());
            }
            assertThat(text)
                    .doesNotContainPattern("(PASSWORD|TOKEN): [^$\\s]")
                    .contains("0.0.0.0", "MESHQUIZ_LOCAL_CHAT: \"false\"");
        }
    }

    /** Runs Prometheus' own tool where it is installed, and expects it to find nothing wrong. */
    private static void promtool(String input, String... arguments) throws IOException, InterruptedException {
        boolean installed = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
        assumeTrue(installed, "no promtool on this machine, so its reading of rules and figures is skipped");
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        Path in = Files.writeString(home.resolve("promtool.in"), input);
        Process tool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(in.toFile())
                .start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tool.waitFor()).as(said).isIn(0, MATTER_OF_STYLE);
    }

    @Test
    void alertsFireWhenTheyShouldAndNotWhenTheyShouldNot() throws Exception {
        promtool("", "check", "rules", FOLDER.resolve("alerts.yaml").toString());
        promtool("", "test", "rules", FOLDER.resolve("alerts-test.yaml").toString());
    }

    @Test
    void prometheusUnderstandsWhatTheDashboardAsks() throws Exception {
        StringBuilder rules = new StringBuilder("groups:\n  - name: dashboard\n    rules:\n");
        for (JsonNode expression : new ObjectMapper()
                .readTree(FOLDER.resolve("grafana-dashboard.json").toFile())
                .findValues("expr")) {
            rules.append("      - record: asked\n        expr: >-\n          ")
                    .append(expression.asText())
                    .append("\n        labels: {number: \"")
                    .append(rules.length())
                    .append("\"}\n");
        }
        Path file = Files.writeString(home.resolve("dashboard.yaml"), rules);
        promtool("", "check", "rules", file.toString());
    }

    @Test
    void prometheusUnderstandsTheFigures() throws Exception {
        promtool(figures, "check", "metrics");
    }
}

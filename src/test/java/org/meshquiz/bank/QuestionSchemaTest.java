package org.meshquiz.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.meshquiz.question.Level;
import org.meshquiz.question.Section;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The JSON Schema that editors use says of a file what the program says of it. */
class QuestionSchemaTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path QUESTIONS = Path.of("questions");

    private static final String SOUND = """
            skill: istio
            domain: security
            note: Istio
            version: Istio 1.28
            questions:
              - id: istio-probe
                level: middle
                kind: single
                section: terms
                docs: https://istio.io/latest/docs/
                ask: { en: What is it?, ru: Что это? }
                code: "a: 1"
                language: yaml
                options:
                  - { en: A thing, ru: Вещь, correct: true }
                  - { both: 10, why: { en: It moves, ru: Движется } }
                  - { both: ten, correct: false, why: { en: It stays, ru: Стоит } }
                explain: { en: Because it is, ru: Потому что }
            """;

    private static JsonNode schemaText;
    private static Schema schema;

    @TempDir
    private Path folder;

    @BeforeAll
    static void readSchema() throws IOException {
        schemaText = JSON.readTree(Files.readString(QUESTIONS.resolve("schema/questions.schema.json")));
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemaText);
    }

    static Stream<Path> filesOfTheProject() throws IOException {
        return new QuestionFolder(QUESTIONS).files().stream().map(QuestionPath::file);
    }

    @ParameterizedTest
    @MethodSource("filesOfTheProject")
    void everyFileOfTheProjectFits(Path file) throws IOException {
        assertThat(errors(Files.readString(file))).isEmpty();
    }

    @Test
    void aSoundFileFits() throws IOException {
        assertThat(faults(SOUND)).isEmpty();
        assertThat(errors(SOUND)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "skill: istio | # no skill",
                "note: Istio | note: ''",
                "note: Istio | nope: Istio",
                "id: istio-probe | id: Istio Probe",
                "level: middle | level: guru",
                "kind: single | kind: multiple",
                "kind: single | kind: several",
                "kind: single | kind: typed",
                "section: terms | section: basics",
                "section: terms | sections: terms",
                "docs: https | docs: http",
                "ask: { en: What is it?, ru: Что это? } | ask: What is it?",
                "ask: { en: What is it?, ru: Что это? } | ask: { en: What is it? }",
                "code: ^a: 1^ | # none",
                "language: yaml | # none",
                "language: yaml | language: yml",
                "correct: true } | correct: maybe }",
                "correct: true } | correct: true, why: { en: a, ru: b } }",
                "correct: true } | why: { en: a, ru: b } }",
                "correct: false | correct: true",
                "both: ten, | both: ten, en: ten,",
                "both: ten, correct: false, why: { en: It stays, ru: Стоит } | both: ten",
                "- { both: 10, why: { en: It moves, ru: Движется } } | # two options",
                "explain: | accept: [x] # ",
                "explain: | revision: 0 # ",
            })
    void whatTheProgramRefusesTheSchemaRefuses(String sound, String broken) throws IOException {
        String text = SOUND.replaceFirst(Pattern.quote(sound.replace('^', '"')), broken);

        assertThat(faults(text)).isNotEmpty();
        assertThat(errors(text)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"What is it?, 300", "A thing, 100", "It moves, 200", "Because it is, 600"})
    void aTextMayBeAsLongAsTheProgramAllowsAndNoLonger(String text, int longest) throws IOException {
        String fitting = SOUND.replace(text, "x".repeat(longest));
        String tooLong = SOUND.replace(text, "x".repeat(longest + 1));

        assertThat(faults(fitting)).isEmpty();
        assertThat(errors(fitting)).isEmpty();
        assertThat(faults(tooLong)).hasSize(1);
        assertThat(errors(tooLong)).isNotEmpty();
    }

    @Test
    void theWordsOfTheSchemaAreTheWordsOfTheProgram() {
        assertThat(words("level"))
                .containsExactlyElementsOf(
                        Arrays.stream(Level.values()).map(Level::key).toList());
        assertThat(words("section"))
                .containsExactlyElementsOf(
                        Arrays.stream(Section.values()).map(Section::key).toList());
        assertThat(words("kind")).containsExactlyElementsOf(KeyFields.KINDS);
        assertThat(words("language")).containsExactlyElementsOf(QuestionFields.LANGUAGES);
    }

    private static List<String> words(String key) {
        return schemaText
                .at("/$defs/question/properties/" + key + "/enum")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> errors(String yaml) {
        Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return schema.validate(JSON.<JsonNode>valueToTree(tree)).stream()
                .map(Object::toString)
                .toList();
    }

    private List<Fault> faults(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("security.yaml"), yaml);
        return QuestionFile.read(new QuestionPath(file, "istio", "security.yaml", "security.yaml"))
                .faults();
    }
}

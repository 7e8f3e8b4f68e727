package org.meshquiz.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meshquiz.question.Choice;
import org.meshquiz.question.Key;
import org.meshquiz.question.Level;
import org.meshquiz.question.Localized;
import org.meshquiz.question.Question;
import org.meshquiz.question.Section;

/** How one question file is read: what a sound one holds, and what is said about every broken one. */
class QuestionFileTest {
    private static final Duration CEILING = Duration.ofSeconds(5);

    /** Lines 1 to 27. */
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
                docs: https://istio.io/latest/docs/concepts/security/
                ask:
                  en: What is `X`?
                  ru: Что такое `X`?
                options:
                  - en: A thing
                    ru: Вещь
                    correct: true
                  - en: A place
                    ru: Место
                    why: { en: It moves, ru: Движется }
                  - both: upstream_reset
                    why:
                      en: A reason
                      ru: Причина
                explain:
                  en: Because it is
                  ru: Потому что
            """;

    @TempDir
    private Path folder;

    @Test
    void aSoundFileGivesItsQuestionWithEverythingInIt() throws IOException {
        QuestionFile file = read(SOUND);

        assertThat(file.faults()).isEmpty();
        assertThat(file.questions()).singleElement().satisfies(placed -> {
            assertThat(placed.line()).isEqualTo(6);
            Question question = placed.question();
            assertThat(question.id()).hasToString("istio-probe");
            assertThat(question.topic()).isEqualTo(new Question.Topic("istio", "security", Level.MIDDLE));
            assertThat(question.prompt().ask()).isEqualTo(new Localized("What is `X`?", "Что такое `X`?"));
            assertThat(question.key())
                    .isEqualTo(new Key.Single(List.of(
                            new Choice(new Localized("A thing", "Вещь"), true, null),
                            new Choice(new Localized("A place", "Место"), false, new Localized("It moves", "Движется")),
                            new Choice(
                                    Localized.both("upstream_reset"), false, new Localized("A reason", "Причина")))));
            assertThat(question.source())
                    .isEqualTo(new Question.Source(
                            Question.Origin.AUTHORED,
                            true,
                            new Question.NoteSection("Istio", Section.TERMS),
                            new Question.Reference(
                                    URI.create("https://istio.io/latest/docs/concepts/security/"), "Istio 1.28"),
                            1));
        });
    }

    @Test
    void aTypedQuestionKeepsItsFormsItsCodeAndItsOwnVersion() throws IOException {
        String typed = SOUND.substring(0, SOUND.indexOf("    options:")).replace("kind: single", "kind: typed") + """
                    accept: ["istioctl analyze", 1.10]
                    version: Istio 1.27
                    revision: 3
                    language: go
                    code: |
                      func main() {
                        if ok {
                        }
                      }

                    explain: { en: Because, ru: Потому }
                """;

        Question question = read(typed).questions().get(0).question();

        assertThat(question.key()).isEqualTo(new Key.Typed(List.of("istioctl analyze", "1.10")));
        assertThat(question.code()).contains(new Question.Code("func main() {\n  if ok {\n  }\n}", "go"));
        assertThat(question.source().reference().version()).isEqualTo("Istio 1.27");
        assertThat(question.source().revision()).isEqualTo(3);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "level: middle | level: midle | 7: 'midle' is no level; did you mean 'middle'?",
                "level: middle | level: Guru | 7: 'Guru' is no level; use one of junior, middle, senior, expert",
                "kind: single | kind: multiple | 8: 'multiple' is no kind of question; use one of single, several, typed",
                "kind: single | kind: several | 15: 'istio-probe' has 3 options; give it 4 to 5",
                "kind: single | knd: single | 8: a question has no key 'knd'; did you mean 'kind'?",
                "section: terms | section: basics | 9: 'basics' is no section; use one of description, tools, relations, terms, levels, value, projects, troubleshooting, resources",
                "docs: https | docs: http | 10: 'docs' is not an https address; name the product's documentation page",
                "id: istio-probe | id: Istio_Probe | 6: 'Istio_Probe' is not a question id; use small Latin letters, digits and single hyphens, at most 120 characters",
                "ru: Место | ru: Место, ru: Город | 19: this is not YAML: mapping values are not allowed here; mend the line; indent with blanks, and put text with ': ' or a backtick in front in quotes",
                "en: A place | ru: Город | 19: the key 'ru' stands here a second time; keep one of them",
                "en: A place | fr: Lieu | 18: an option has no key 'fr'; use one of en, ru, both, correct, why",
                "correct: true | correct: yes | 17: 'correct' is neither true nor false; write correct: true on a right option",
                "correct: true | correct: false | 15: an option has no 'why'; add it",
                "why: { en: It moves, ru: Движется } | correct: true | 15: 'istio-probe' has 2 options marked correct, a single-choice question has 1; unmark all but one or set kind: several",
                "why: { en: It moves, ru: Движется } | why: Moves | 20: a text in two languages is expected here; write its keys: en, ru",
                "why: { en: It moves, ru: Движется } | why: { en: It moves } | 20: a text in two languages has no 'ru'; add it",
                "both: upstream_reset | both: ' ' | 21: 'both' is blank or no plain text; write one, in quotes if need be",
                "domain: security | domain: traffic | 2: the domain 'traffic' stands in the file 'security.yaml'; name both alike",
                "skill: istio | skill: envoy | 1: the skill 'envoy' stands in the folder 'istio'; name both alike",
                "version: Istio 1.28 | # none | 6: 'istio-probe' names no product version; add 'version' at the top of the file or to the question",
                "kind: single | revision: two | 8: 'revision' is no count of changes; write a whole number from 1",
            })
    void aFaultNamesItsLineWhatIsWrongAndTheRemedy(String sound, String broken, String fault) throws IOException {
        String text = SOUND.replaceFirst(Pattern.quote(sound), broken);

        assertThat(read(text).faults()).extracting(Fault::toString).contains("questions/istio/security.yaml:" + fault);
    }

    @Test
    void allFaultsOfAFileAreToldAtOnceInTheOrderOfItsLines() throws IOException {
        String broken = SOUND.replace("note: Istio\n", "")
                .replace("level: middle", "level: midle")
                .replace("docs: https", "docs: ftp")
                .replace("en: A thing", "en: " + "long ".repeat(21));

        assertThat(read(broken).faults())
                .extracting(fault -> fault.line() + " " + fault.what())
                .containsExactly(
                        "1 a question file has no 'note'",
                        "6 'midle' is no level",
                        "9 'docs' is not an https address",
                        "14 'option' has 104 characters, 100 fit");
        assertThat(read(broken).questions()).isEmpty();
    }

    @Test
    void oneBrokenQuestionDoesNotTakeTheOthersAlong() throws IOException {
        String second = SOUND.substring(SOUND.indexOf("  - id"))
                .replace("istio-probe", "istio-second")
                .replace("level: middle", "level: none");

        QuestionFile file = read(SOUND + second);

        assertThat(file.questions()).hasSize(1);
        assertThat(file.faults()).extracting(Fault::line).containsExactly(29);
    }

    @Test
    void aliasesOfTextsAreReadAsIfTheyWereWrittenOut() throws IOException {
        String text = SOUND.replace("why: { en: It moves, ru: Движется }", "why: &reason { en: Same, ru: То же }")
                .replace("why:\n          en: A reason\n          ru: Причина\n", "why: *reason\n");

        QuestionFile file = read(text);

        assertThat(file.faults()).isEmpty();
        assertThat(file.questions().get(0).question().key().choices())
                .extracting(Choice::why)
                .containsExactly(null, new Localized("Same", "То же"), new Localized("Same", "То же"));
    }

    @Test
    void hostileFilesGiveOneFaultAndQuickly() {
        assertQuick("[".repeat(1_000_000), "lists and keys are nested more than 12 deep");
        assertQuick("- ".repeat(500_000), "lists and keys are nested more than 12 deep");
        assertQuick("{a: ".repeat(250_000), "lists and keys are nested more than 12 deep");
        assertQuick("a: &a [x]\nb: [" + "*a, ".repeat(200_000) + "]", "there are more than 50 aliases (*name)");
        assertQuick("a".repeat(10_000_000), "the file is larger than 1200000 bytes");
        assertQuick(
                "skill:\tistio\n\tdomain: x",
                "this is not YAML: found character '\\t(TAB)'"
                        + " that cannot start any token. (Do not use \\t(TAB) for indentation)");
        assertQuick("a: b\nc: \u0000", "the control character U+0000 stands here");
        assertQuick("a: &a [*a]", "a question file has no 'domain'");
        assertQuick("", "the file is empty");
        assertQuick("--- {}\n--- {}", "this is not YAML: but found another document");
        assertQuick("just words", "a question file is expected here");
        assertQuick("!!javax.script.ScriptEngineManager [x]", "a question file is expected here");
    }

    @Test
    void aBombOfAliasesIsNotUnfolded() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 6; level++) {
            String previous = "*a" + (level - 1);
            bomb.append("a%d: &a%d [%s]%n".formatted(level, level, String.join(", ", List.of(previous, previous))));
        }
        assertQuick(bomb.toString(), "a question file has no key 'a0'");
    }

    @Test
    void aFileThatIsNotUtf8IsToldFromTheFirstWrongLineOn() throws IOException {
        Path file = folder.resolve("latin1.yaml");
        Files.write(file, "skill: a\nnote: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(QuestionFile.read(path(file)).faults())
                .extracting(Fault::toString)
                .containsExactly("questions/istio/security.yaml:2: the file is not UTF-8 here; save it as UTF-8");
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsDoNoHarm() throws IOException {
        assertThat(read("\ufeff" + SOUND.replace("\n", "\r\n")).questions()).hasSize(1);
    }

    private void assertQuick(String text, String what) {
        List<Fault> faults =
                Assertions.assertTimeoutPreemptively(CEILING, () -> read(text).faults());
        assertThat(faults).extracting(Fault::what).contains(what);
    }

    private QuestionFile read(String text) throws IOException {
        Path file = folder.resolve("security.yaml");
        Files.writeString(file, text);
        return QuestionFile.read(path(file));
    }

    private static QuestionPath path(Path file) {
        return new QuestionPath(file, "istio", "security.yaml", "questions/istio/security.yaml");
    }
}

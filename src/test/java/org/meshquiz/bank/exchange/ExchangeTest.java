package org.meshquiz.bank.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meshquiz.bank.BankReader;
import org.meshquiz.bank.Fault;
import org.meshquiz.question.Choice;
import org.meshquiz.question.Key;
import org.meshquiz.question.Level;
import org.meshquiz.question.Localized;
import org.meshquiz.question.Question;
import org.meshquiz.question.QuestionId;
import org.meshquiz.question.Section;

/** Questions in the files of Moodle and Anki, there and back. */
class ExchangeTest {
    private static final Question.Source SOURCE = new Question.Source(
            Question.Origin.AUTHORED,
            true,
            new Question.NoteSection("CI/CD [draft]", Section.TOOLS),
            new Question.Reference(URI.create("https://istio.io/latest/docs/?a=b&c#d"), "Istio 1.28"),
            2);

    /** Every sign that the formats have for themselves stands in its texts. */
    private static final Question SEVERAL = new Question(
            new QuestionId("istio-signs"),
            new Question.Topic("istio", "security", Level.EXPERT),
            new Question.Prompt(
                    new Localized("Is `a{b}` = \"c\" ~ d # e : f \\ g <h> &amp;?\nAnd \\n?", "Что <это> & `{}`?"),
                    new Question.Code("a: {b: 1}\n\n\tc = \"d\" # <e> && f ~ \\n", "yaml")),
            new Key.Several(List.of(
                    new Choice(Localized.both("`a: 1`"), true, null),
                    new Choice(new Localized("b = 2; c", "б = 2; в"), false, new Localized("no # way", "нет # никак")),
                    new Choice(new Localized("`x < y` ~ {}", "`x < y` ~ {} да"), true, null),
                    new Choice(new Localized("100%", "сто %"), false, new Localized("why: so\nit is", "вот: так")))),
            new Localized("Because `{}` #1.", "Потому `{}` №1."),
            SOURCE);

    private static final Question TYPED = new Question(
            new QuestionId("istio-typed"),
            SEVERAL.topic(),
            new Question.Prompt(new Localized("Which one?", "Какая?"), null),
            new Key.Typed(List.of("istioctl analyze", "sum(rate(x{a=\"b\"}[5m])) by (c)", "`a`")),
            new Localized("That.", "Эта."),
            new Question.Source(
                    Question.Origin.AUTHORED,
                    true,
                    new Question.NoteSection("Istio", Section.TERMS),
                    new Question.Reference(URI.create("https://istio.io/"), "Istio 1.28"),
                    1));

    private static List<Question> project;

    @BeforeAll
    static void readTheProjectsBank() throws IOException {
        project = BankReader.read(Path.of("questions")).bank().questions().stream()
                .filter(question -> question.source().origin() == Question.Origin.AUTHORED)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void textsWithTheFormatsOwnSignsComeBackAsTheyWere(Format format) {
        List<Question> questions = List.of(SEVERAL, TYPED);

        Imported back = thereAndBack(format, questions);

        assertThat(back.faults()).isEmpty();
        assertThat(back.questions()).isEqualTo(questions);
    }

    @ParameterizedTest
    @EnumSource
    void theProjectsBankComesBackAsItWas(Format format) {
        Imported back = thereAndBack(format, project);

        assertThat(back.faults()).isEmpty();
        assertThat(back.questions())
                .isNotEmpty()
                .containsExactlyElementsOf(project.stream()
                        .sorted(Comparator.comparing(
                                        (Question question) -> question.topic().skill())
                                .thenComparing(question -> question.topic().domain())
                                .thenComparing(Question::id))
                        .toList());
    }

    @Test
    void giftIsWrittenAsMoodleReadsIt() {
        Question question = new Question(
                new QuestionId("istio-q"),
                SEVERAL.topic(),
                new Question.Prompt(new Localized("Which `a: b`?", "Какой?"), null),
                new Key.Single(List.of(
                        new Choice(new Localized("No", "Нет"), false, new Localized("It is not", "Это не так")),
                        new Choice(new Localized("Yes", "Да"), true, null),
                        new Choice(new Localized("~50", "~50"), false, null))),
                new Localized("So", "Так"),
                TYPED.source());

        assertThat(GiftFile.write(List.of(question), Localized.ENGLISH)).isEqualTo("""
                $CATEGORY: istio/security

                // [tag:skill::istio] [tag:domain::security] [tag:level::expert] [tag:note::Istio] [tag:section::terms] \
                [tag:docs::https://istio.io/] [tag:version::Istio%201.28] [tag:revision::1]
                ::istio-q::[markdown]Which `a\\: b`?{
                ~No#It is not
                =Yes
                ~\\~50
                ####So
                }

                """);
    }

    @Test
    void severalRightOptionsAreEachWorthTheirPartOfAllInMoodle() {
        assertThat(GiftFile.write(List.of(SEVERAL), Localized.ENGLISH))
                .contains("\n~%50%`a\\: 1`\n")
                .contains("\n~%-100%b \\= 2; c#no \\# way\n");
    }

    @Test
    void whatMoodleItselfWritesIsReadToo() {
        Imported read = GiftFile.read("""
                // question: 15  name: istio-q
                // [id:istio-q] [tag:skill::istio] [tag:domain::security] [tag:level::middle] [tag:note::Istio]
                // [tag:section::terms] [tag:own]
                ::istio-q::[markdown]Which one?{
                	=Yes
                	~No#It is not
                	~Perhaps
                	####So
                }
                """, "moodle.txt", Localized.ENGLISH);

        assertThat(read.faults()).isEmpty();
        assertThat(read.questions()).singleElement().satisfies(question -> {
            assertThat(question.key().rightChoices()).containsExactly(0);
            assertThat(question.explanation()).isEqualTo(new Localized("So", null));
            assertThat(question.source().revision()).isEqualTo(1);
        });
    }

    @Test
    void whatAnkiItselfWritesIsReadToo() {
        String written = AnkiFile.write(List.of(TYPED), Localized.ENGLISH);
        String byAnki = written.lines()
                .map(line -> line.startsWith("#") ? line : quoteSides(line))
                .reduce("", (all, line) -> all + line + "\r\n");

        assertThat(AnkiFile.read(byAnki, "anki.txt", Localized.ENGLISH))
                .isEqualTo(AnkiFile.read(written, "anki.txt", Localized.ENGLISH))
                .satisfies(read -> assertThat(read.questions()).hasSize(1));
    }

    @Test
    void whatIsNoQuestionOfOursIsToldWithItsLine() {
        Imported gift = GiftFile.read("""
                What is 2+2? {=4 ~5}

                ::a::Is it? {=yes

                ::istio-b::Is it?{T}

                // [tag:skill::istio] [tag:domain::x] [tag:note::Istio] [tag:section::terms] [tag:level::guru]
                ::istio-c::Is it?{=yes}
                """, "moodle.txt", Localized.ENGLISH);
        Imported anki =
                AnkiFile.read("#separator:tab\nid\tfront\nistio-a\tfront\tback\tx::y\n", "anki.txt", Localized.ENGLISH);

        assertThat(gift.questions()).isEmpty();
        assertThat(gift.faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "moodle.txt:1: the question has no name; begin with ::its-id::",
                        "moodle.txt:3: the answers end without }; escape = ~ # { } in texts with a backslash",
                        "moodle.txt:5: it is a true-or-false or a number question; give it options, or texts that count",
                        "moodle.txt:8: the tag 'level::guru' is unknown; use one that README.md of the bank lists");
        assertThat(anki.faults())
                .extracting(Fault::line, Fault::remedy)
                .containsExactly(
                        tuple(2, "export notes as text with their unique identifier and tags"),
                        tuple(3, "change words in Anki, not the markup"));
    }

    @Test
    void aTagThatWouldLeaveTheFolderIsNoName() {
        Imported gift = GiftFile.read("""
                // [tag:skill::../../home] [tag:domain::x] [tag:note::Istio] [tag:section::terms] [tag:level::junior]
                ::istio-c::Is it?{=yes}
                """, "moodle.txt", Localized.ENGLISH);

        assertThat(gift.questions()).isEmpty();
        assertThat(gift.faults())
                .extracting(Fault::what)
                .containsExactly("the tag 'skill::…' is no name of small Latin letters, digits and hyphens");
    }

    @Test
    void twoFilesThatDoNotBelongTogetherAreToldApart() {
        Question other = new Question(
                SEVERAL.id(), SEVERAL.topic(), SEVERAL.prompt(), TYPED.key(), SEVERAL.explanation(), SEVERAL.source());
        Imported english =
                GiftFile.read(GiftFile.write(List.of(SEVERAL, TYPED), Localized.ENGLISH), "en.txt", Localized.ENGLISH);
        Imported russian =
                GiftFile.read(GiftFile.write(List.of(other), Localized.RUSSIAN), "ru.txt", Localized.RUSSIAN);

        assertThat(Imported.inBothLanguages(english, russian).faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "en.txt:1: 'istio-signs' differs in the file of the other language;"
                                + " export both files from the same bank",
                        "en.txt:1: 'istio-typed' is missing in the file of the other language;"
                                + " export both files from the same bank");
    }

    @Test
    void hostileFilesAreReadQuickly() {
        List<String> hostile = List.of(
                "::a::" + "{".repeat(1_000_000),
                "::a::x{" + "=a#b\n".repeat(200_000) + "}",
                "::" + "\\".repeat(1_000_000),
                "::a::" + "x".repeat(1_000_000) + "{=" + "\\=".repeat(500_000) + "}",
                "x\t" + "<div>".repeat(200_000) + "\t<ul>" + "<li>".repeat(200_000) + "\tz");
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (String text : hostile) {
                for (Format format : Format.values()) {
                    assertThat(format.read(text, "x", Localized.ENGLISH).faults())
                            .isNotEmpty();
                }
            }
        });
    }

    private static Imported thereAndBack(Format format, List<Question> questions) {
        return Imported.inBothLanguages(
                format.read(format.write(questions, Localized.ENGLISH), "en", Localized.ENGLISH),
                format.read(format.write(questions, Localized.RUSSIAN), "ru", Localized.RUSSIAN));
    }

    private static String quoteSides(String line) {
        String[] fields = line.split("\t");
        return fields[0] + "\t\"" + fields[1].replace("\"", "\"\"") + "\"\t\"" + fields[2].replace("\"", "\"\"")
                + "\"\t" + fields[3];
    }
}

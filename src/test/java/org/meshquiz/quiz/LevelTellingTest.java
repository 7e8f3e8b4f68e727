package org.meshquiz.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meshquiz.quiz.Chatter.last;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meshquiz.bank.Bank;
import org.meshquiz.chat.Card;
import org.meshquiz.notes.SkillNote;
import org.meshquiz.notes.Unit;
import org.meshquiz.notes.Wording;
import org.meshquiz.question.Level;
import org.meshquiz.question.Question;
import org.meshquiz.question.Section;
import org.meshquiz.question.Skill;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

/** What is said around a level: what became of it, what the note asks of it, and where it is weakest. */
class LevelTellingTest {
    private static final List<String> DOMAINS = List.of("alpha", "beta", "gamma", "delta");

    private Database database;
    private Chatter ann;

    @BeforeEach
    void meet() {
        database = TestDatabase.migrated();
        ann = new Chatter(database, new Bank(questions(), List.of(note("en", ""), note("ru", "ru "))));
    }

    @AfterEach
    void leave() {
        database.close();
    }

    /** Four runs of the four levels in each of the four domains; the number of a question tells both. */
    private static List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (Question question : SampleBank.singles("istio", 64)) {
            questions.add(SampleBank.inDomain(DOMAINS.get(questions.size() / 16), question));
        }
        return questions;
    }

    /** The Middle line is longer than can be shown, and its second sentence ends too late. */
    private static SkillNote note(String language, String prefix) {
        List<Unit> rows = Arrays.stream(Level.values())
                .<Unit>map(level -> new Unit.Rubric(
                        level,
                        words(prefix + "describes " + level.key()),
                        Wording.NONE,
                        level == Level.MIDDLE
                                ? words(prefix + "Moves traffic by weights. Then " + "and so on ".repeat(20)
                                        + "it ends.")
                                : words(prefix + "does " + level.key()),
                        1))
                .toList();
        SkillNote.Face face = new SkillNote.Face(language + "/istio.md", "istio", Map.of(), List.of(), List.of());
        return new SkillNote(
                new Skill("istio", "Istio"),
                Locale.forLanguageTag(language),
                face,
                Map.of(Section.LEVELS, rows),
                List.of());
    }

    private static Wording words(String text) {
        return new Wording(text, List.of());
    }

    /** Takes a quiz in which some questions are answered right and the others wrong; returns its summary. */
    private Card quiz(int count, Predicate<Integer> known) {
        Card card = last(ann.write("/quiz istio " + count));
        while (!card.plain().contains("🏁")) {
            int number = Integer.parseInt(card.plain().replaceAll("(?s).*istio-q(\\d+).*", "$1"));
            String option = card.plain().contains("вариант") ? "вариант " : "option ";
            card = last(ann.press(Chatter.option(card, option + (known.test(number) ? 0 : 1))));
        }
        return card;
    }

    @Test
    void theNoteSaysWhatTheLevelMeansAndWhatTheNextOneAsks() {
        quiz(12, number -> false);
        assertThat(last(ann.write("/me")).plain())
                .contains("📏 Junior: does junior\n")
                .contains("⏫ Next, Middle: Moves traffic by weights.")
                .doesNotContain("and so on");
    }

    @Test
    void aboveAnExpertThereIsNothing() {
        quiz(24, number -> true);
        assertThat(last(ann.write("/me")).plain())
                .containsPattern("Expert \\(\\d+ %\\)")
                .contains("📏 Expert: does expert")
                .doesNotContain("⏫");
    }

    @Test
    void withoutALevelNoRubricIsTold() {
        quiz(1, number -> true);
        assertThat(last(ann.write("/me")).plain())
                .contains("not enough answers")
                .doesNotContain("📏")
                .doesNotContain("🔎");
    }

    @Test
    void theTwoWeakestDomainsAreNamedTheWorstFirst() {
        // alpha: nothing right; beta: a quarter; gamma: a half, which is no weakness; delta: all
        quiz(48, number -> switch (number / 16) {
            case 0 -> false;
            case 1 -> number % 4 == 0;
            case 2 -> number % 4 < 2;
            default -> true;
        });
        assertThat(last(ann.write("/me")).plain())
                .containsPattern("🔎 Weakest: alpha \\(0 of 12 right\\), beta \\(\\d of 12 right\\)\\n");
    }

    @Test
    void twoAnswersMakeNoWeakDomain() {
        quiz(8, number -> false);
        assertThat(last(ann.write("/me")).plain()).contains("👎").doesNotContain("🔎");
    }

    @Test
    void theSummaryTellsWhatTheSessionHasDoneToTheLevel() {
        assertThat(quiz(12, number -> false).plain())
                .containsPattern("Istio: Junior \\(\\d+ %\\) · it could not be told before")
                .contains("👎");
        String told = levelIn(last(ann.write("/me")));
        ann.pass(Duration.ofHours(1));
        assertThat(quiz(8, number -> true).plain()).contains(" · before: " + told);
    }

    @Test
    void aSessionOfRepeatsAloneTellsOfNoChange() {
        quiz(50, number -> false);
        quiz(14, number -> false);
        ann.pass(Duration.ofDays(3));
        assertThat(quiz(5, number -> true).plain()).contains("Istio: Junior").doesNotContain("before");
    }

    @Test
    void russianReadersReadAllOfItInRussian() {
        ann.speaking(Locale.forLanguageTag("ru"));
        assertThat(quiz(16, number -> false).plain()).contains("раньше уровень был неизвестен");
        assertThat(last(ann.write("/me")).plain())
                .contains("📏 Junior: ru does junior")
                .contains("⏫ Дальше, Middle: ru Moves traffic by weights.")
                .contains("🔎 Слабее всего: alpha (верно 0 из 4), ");
    }

    private static String levelIn(Card me) {
        return me.plain().replaceAll("(?s).*Istio — ([^\\n]+)\\n.*", "$1");
    }
}

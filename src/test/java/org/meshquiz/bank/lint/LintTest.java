package org.meshquiz.bank.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meshquiz.question.Key;
import org.meshquiz.question.Localized;
import org.meshquiz.question.Question;
import org.meshquiz.question.Question.Origin;
import org.meshquiz.question.Question.Reference;

/** All checks together. */
class LintTest {
    private static final Localized BECAUSE = new Localized("Because", "Потому");

    @Test
    void questionsWithFourFifthsOfTheirWordsInCommonAreNearDuplicates() {
        Question first = asking("q-a", "Which policy lets the client of another namespace call this workload?");
        Question near = asking("q-b", "Which policy lets the client of another mesh call this workload?");
        Question far = asking("q-c", "Which route sends the client of another mesh to this subset?");

        assertThat(Lint.over(List.of(first, near, far)).complaints())
                .extracting(Complaint::toString)
                .containsExactly("'q-b' asks nearly the same as 'q-a'; rewrite one of them or drop it");
    }

    @Test
    void derivedQuestionsOfOneKindAreToldApartByTheirAnswers() {
        Question first = derived("q.a", "ztunnel");

        assertThat(Lint.over(List.of(first, derived("q.b", "waypoint"))).complaints())
                .isEmpty();
        assertThat(Lint.over(List.of(first, derived("q.c", "ztunnel"))).complaints())
                .extracting(Complaint::what)
                .containsExactly("asks nearly the same as 'q.a'");
    }

    @Test
    void authoredAndDerivedQuestionsAreMeasuredApartInEachLanguage() {
        Question authored = asking("q-a", "Why?");
        Question derived = Sample.question(
                "q.b",
                Localized.only(Sample.RU, "Почему?"),
                new Key.Single(Sample.choices("а", "б", "в")),
                Localized.only(Sample.RU, "Потому"),
                Sample.source(Origin.DERIVED, Reference.NONE));

        assertThat(Lint.over(List.of(authored, derived)).groups())
                .extracting(group -> group.name() + " " + group.questions())
                .containsExactly("authored en 1", "authored ru 1", "derived en 0", "derived ru 1");
    }

    @Test
    void aReportIsCleanOnlyWithoutComplaintsAndBrokenLimits() {
        List<Question> longKeys = IntStream.range(0, 30)
                .mapToObj(index -> Sample.single(
                        "q-" + index, "ask " + index + " of " + index * 31, "the-long-one-" + index, "b", "c", "d"))
                .toList();
        LintReport report = Lint.over(longKeys);

        assertThat(report.complaints()).isEmpty();
        assertThat(report.groups().get(0).measures())
                .filteredOn(Measure::broken)
                .extracting(Measure::check)
                .contains("pick the longest", "pick place 1 in the file");
        assertThat(report.clean()).isFalse();
        assertThat(Lint.over(List.of(asking("q-a", "Why?"))).clean()).isTrue();
        assertThat(Lint.over(List.of(asking("q-a", "Why `?"))).clean()).isFalse();
    }

    private static Question derived(String id, String answer) {
        return Sample.question(
                id,
                new Localized("Which of these terms is meant here?", "Какой термин имеется в виду?"),
                new Key.Single(Sample.choices(answer, "x y", "z")),
                BECAUSE,
                Sample.source(Origin.DERIVED, Reference.NONE));
    }

    private static Question asking(String id, String ask) {
        return Sample.question(
                id, new Localized(ask, "Почему " + id + "?"), new Key.Typed(List.of("x")), BECAUSE, Sample.authored());
    }
}

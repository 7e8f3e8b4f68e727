package org.meshquiz.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshquiz.question.Key;
import org.meshquiz.question.Level;
import org.meshquiz.question.Localized;
import org.meshquiz.question.Question;
import org.meshquiz.question.QuestionId;
import org.meshquiz.question.Section;

/** What there is of a bank beside what is planned. */
class CoverageTest {
    private static final String PLAN = """
            istio:
              all: { all: 9 }
              security: { junior: 2, expert: 1 }
            go:
              wasm: { all: 5 }
            """;

    @TempDir
    private Path folder;

    private final List<Question> questions = new ArrayList<>();

    @Test
    void presentQuestionsStandBesidePlannedOnes() throws IOException {
        add("istio", "security", Level.JUNIOR, Question.Origin.AUTHORED);
        add("istio", "security", Level.JUNIOR, Question.Origin.DERIVED);
        add("istio", "traffic", Level.SENIOR, Question.Origin.AUTHORED);

        Faults faults = new Faults("coverage.yaml");
        Coverage coverage = Coverage.of(questions, plan(PLAN, faults));

        assertThat(faults.byLine()).isEmpty();
        assertThat(coverage.rows())
                .extracting(row ->
                        row.skill() + " " + row.domain() + " " + row.levels().values() + " " + row.all())
                .containsExactly(
                        "go null [0, 0, 0, 0] 0",
                        "go wasm [0, 0, 0, 0] 0/5",
                        "istio null [1, 0, 1, 0] 2/9",
                        "istio security [1/2, 0, 0, 0/1] 1/3",
                        "istio traffic [0, 0, 1, 0] 1");
    }

    @Test
    void aPlanThatCannotBeReadIsToldLineByLine() throws IOException {
        Faults faults = new Faults("coverage.yaml");

        CoveragePlan plan = plan("""
                istio:
                  security: { junoir: 2, senior: many }
                  traffic: 7
                  traffic: { all: 3 }
                  traffic: { all: 4 }
                """, faults);

        assertThat(faults.byLine())
                .extracting(Fault::toString)
                .containsExactly(
                        "coverage.yaml:2: 'junoir' is no level; did you mean 'junior'?",
                        "coverage.yaml:2: this is no number of questions; write how many are planned",
                        "coverage.yaml:3: this is not a group of keys; write 'key: value'",
                        "coverage.yaml:5: this number is planned a second time; keep one of them");
        assertThat(plan.numbers()).hasSize(1);
    }

    private CoveragePlan plan(String text, Faults faults) throws IOException {
        return CoveragePlanFile.read(Files.writeString(folder.resolve("coverage.yaml"), text), faults);
    }

    private void add(String skill, String domain, Level level, Question.Origin origin) {
        questions.add(new Question(
                new QuestionId("q-" + questions.size()),
                new Question.Topic(skill, domain, level),
                new Question.Prompt(Localized.both("?"), null),
                new Key.Typed(List.of("x")),
                Localized.both("!"),
                new Question.Source(
                        origin, true, new Question.NoteSection("Istio", Section.TERMS), Question.Reference.NONE, 1)));
    }
}

package org.meshquiz.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshquiz.question.Question;
import org.meshquiz.question.Section;

/** Question files that the program writes. */
class QuestionYamlTest {
    private static final Path PROJECT = Path.of("questions");

    @TempDir
    private Path folder;

    @Test
    void theProjectsQuestionsAreWrittenAndReadBackAsTheyWere() throws IOException {
        List<Question> before = read(PROJECT);

        for (Map.Entry<String, String> file : QuestionYaml.write(before).entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }

        assertThat(before).isNotEmpty();
        assertThat(read(folder)).isEqualTo(before);
    }

    @Test
    void questionsOfOneFileBelongToOneNote() throws IOException {
        Question one = read(PROJECT).get(0);
        Question.Source source = one.source();
        Question other = new Question(
                one.id(),
                one.topic(),
                one.prompt(),
                one.key(),
                one.explanation(),
                new Question.Source(
                        source.origin(),
                        true,
                        new Question.NoteSection("Another", Section.TERMS),
                        source.reference(),
                        1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuestionYaml.write(List.of(one, other)))
                .withMessageContaining("belong to two notes; give them domains of their own");
    }

    private static List<Question> read(Path root) throws IOException {
        List<Question> questions = new ArrayList<>();
        for (QuestionPath path : new QuestionFolder(root).files()) {
            QuestionFile file = QuestionFile.read(path);
            assertThat(file.faults()).isEmpty();
            file.questions().forEach(placed -> questions.add(placed.question()));
        }
        questions.sort(Comparator.comparing(Question::id));
        return questions;
    }
}

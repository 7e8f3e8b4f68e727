package org.meshquiz.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A question file, read.
 *
 * @param shown what faults call the file
 * @param noteLine the line that names the note
 * @param questions those without faults, in the file's order
 * @param faults all that is wrong, by line
 */
record QuestionFile(String shown, int noteLine, List<PlacedQuestion> questions, List<Fault> faults) {
    private static final Fields.Shape FILE =
            new Fields.Shape("a question file", List.of("skill", "domain", "note", "version", "questions"));

    QuestionFile {
        questions = List.copyOf(questions);
        faults = List.copyOf(faults);
    }

    /** Reads a file. Whatever it holds, what comes back is questions and faults, never an exception. */
    static QuestionFile read(QuestionPath path) {
        Faults faults = new Faults(path.shown());
        return QuestionFileText.read(path.file(), faults)
                .flatMap(text -> YamlTree.read(text, faults))
                .flatMap(root -> Fields.of(root, FILE, faults))
                .map(file -> read(file, path, faults))
                .orElseGet(() -> new QuestionFile(path.shown(), 1, List.of(), faults.byLine()));
    }

    private static QuestionFile read(Fields file, QuestionPath path, Faults faults) {
        FileHead head = FileHead.read(file, path, faults);
        boolean soundHead = faults.count() == 0;
        List<PlacedQuestion> questions = questions(file, head, faults);
        return new QuestionFile(path.shown(), file.line("note"), soundHead ? questions : List.of(), faults.byLine());
    }

    private static List<PlacedQuestion> questions(Fields file, FileHead head, Faults faults) {
        Optional<List<Node>> items = file.needed("questions").flatMap(node -> file.items("questions"));
        List<PlacedQuestion> questions = new ArrayList<>();
        if (items.isEmpty()) {
            return questions;
        }
        int number = items.get().size();
        if (number == 0 || number > Limits.MOST_QUESTIONS_IN_A_FILE) {
            String most = String.valueOf(Limits.MOST_QUESTIONS_IN_A_FILE);
            faults.add(
                    file.line("questions"),
                    "the file has " + number + " questions",
                    number == 0 ? "write one or delete the file" : "split it, " + most + " fit");
            return questions;
        }
        for (Node item : items.get()) {
            QuestionFields.read(item, head, faults).ifPresent(questions::add);
        }
        return questions;
    }
}

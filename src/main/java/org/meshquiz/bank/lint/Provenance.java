package org.meshquiz.bank.lint;

import java.util.stream.Stream;
import org.meshquiz.question.Question;
import org.meshquiz.question.Question.Origin;
import org.meshquiz.question.Question.Reference;

/** An authored question says what it was checked against. */
final class Provenance {
    private Provenance() {}

    static Stream<Complaint> complaints(Question question) {
        Reference reference = question.source().reference();
        Stream.Builder<Complaint> complaints = Stream.builder();
        if (question.source().origin() == Origin.AUTHORED) {
            if (reference.docs() == null) {
                complaints.add(new Complaint(question.id(), "names no documentation page", "add 'docs'"));
            }
            if (reference.version() == null) {
                complaints.add(new Complaint(question.id(), "names no product version", "add 'version'"));
            }
        }
        return complaints.build();
    }
}

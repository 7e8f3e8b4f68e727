package org.meshquiz.bank.lint;

import java.util.stream.Stream;
import org.meshquiz.question.Question;

/** A rule that each question keeps by itself. */
@FunctionalInterface
interface QuestionCheck {

    /** What is wrong with the question. */
    Stream<Complaint> complaints(Question question);
}

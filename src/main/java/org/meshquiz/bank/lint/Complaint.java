package org.meshquiz.bank.lint;

import org.meshquiz.question.QuestionId;

/**
 * Something wrong with one question.
 *
 * @param id the question
 * @param what what is wrong, without the id
 * @param remedy what its author does
 */
public record Complaint(QuestionId id, String what, String remedy) {
    @Override
    public String toString() {
        return "'" + id + "' " + what + "; " + remedy;
    }
}

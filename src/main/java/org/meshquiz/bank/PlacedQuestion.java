package org.meshquiz.bank;

import org.meshquiz.question.Question;

/**
 * A question and where it stands.
 *
 * @param line of its file, from 1
 */
record PlacedQuestion(Question question, int line) {}

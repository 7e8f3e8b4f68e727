package org.meshquiz.question;

import java.util.regex.Pattern;

/**
 * The stable name of a question. A person's history hangs on it, so it is never given to another question.
 *
 * @param value small Latin letters and digits in groups joined by {@code -} or {@code .}, at most 120 characters;
 *     derived questions use dots between skill, section, unit and kind ({@code istio.terms.mtls.define})
 */
public record QuestionId(String value) implements Comparable<QuestionId> {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(?:[-.][a-z0-9]+)*+");
    private static final int LONGEST = 120;

    public QuestionId {
        if (value.length() > LONGEST || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'" + value + "' is not a question id; use small Latin letters, digits and"
                            + " single hyphens, at most " + LONGEST + " characters");
        }
    }

    @Override
    public int compareTo(QuestionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

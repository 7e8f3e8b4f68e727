package org.meshquiz.learner;

/**
 * A person's number in the database.
 *
 * @param value counted from 1
 */
public record LearnerId(long value) {
    public LearnerId {
        if (value < 1) {
            throw new IllegalArgumentException("learner " + value + " cannot be; ids count from 1");
        }
    }
}

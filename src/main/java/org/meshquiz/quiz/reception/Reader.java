package org.meshquiz.quiz.reception;

import org.meshquiz.quiz.Intake;

/**
 * Reads what a platform sends.
 *
 * @param <T> what an update says, as far as the program has a use for it
 */
public interface Reader<T> {

    /**
     * Reads an update; it has no effect.
     *
     * @throws Unreadable when the update has not the form it must have
     */
    T read(Intake.Update update) throws Unreadable;

    /** A number that is the same for updates that have to be handled one after another. */
    long order(T said);
}

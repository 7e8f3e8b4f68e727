package org.meshquiz.notes.derive;

import org.meshquiz.question.Section;

/**
 * A unit of a note that did not become a question of some kind.
 *
 * @param file the note's path inside the vault
 * @param line the unit's line, from 1
 * @param section its section
 * @param kind the kind of question: {@code define}
 * @param reason why not
 */
public record Skipped(String file, int line, Section section, String kind, String reason) {
    @Override
    public String toString() {
        return file + ":" + line + ": no '" + kind + "' question from " + section.key() + "; " + reason;
    }
}

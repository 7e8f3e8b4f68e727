package org.meshquiz.notes.derive;

import org.meshquiz.question.Section;

/**
 * A unit of a note that did not become a question of some kind.
 *
 * @param file the note's path inside the vault
 * @param line the unit's line, from 1
 * @param section its section
 * @param kind the kind of question, as the question's id would end: {@code name}; or {@code any}
 * @param reason why not
 */
public record Skipped(String file, int line, Section section, String kind, String reason) {
    @Override
    public String toString() {
        return file + ":" + line + ": no '" + kind + "' question from " + section.key() + "; " + reason;
    }

    static Skipped anyKind(Fact.Home home, String reason) {
        return new Skipped(home.spot().file(), home.spot().line(), home.section(), "any", reason);
    }

    static Skipped of(Fact fact, Kind kind, String reason) {
        Fact.Home home = fact.home();
        return new Skipped(home.spot().file(), home.spot().line(), home.section(), kind.key(), reason);
    }
}

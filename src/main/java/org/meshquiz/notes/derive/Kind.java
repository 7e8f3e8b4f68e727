package org.meshquiz.notes.derive;

import java.util.List;
import java.util.Locale;
import org.meshquiz.question.Level;

/** The kinds of questions that a fact can give; of those that measure, only the first that a fact gives does. */
enum Kind {
    /** Which tool or term is described? */
    NAME(false, true, Level.JUNIOR),
    /** Which description fits the tool or term? */
    MEANING(true, false, Level.JUNIOR),
    /** Which skill is described? */
    SKILL(false, false, Level.JUNIOR),
    /** Which technology is connected so? */
    LINK(false, false, Level.MIDDLE),
    /** Which command belongs in the gap? */
    COMMAND(false, true, Level.MIDDLE),
    /** The same, written by the person. */
    TYPED(false, false, Level.MIDDLE),
    /** What does the note advise? */
    REMEDY(true, true, Level.MIDDLE),
    /** Against what does the note advise this? */
    PROBLEM(false, false, Level.MIDDLE),
    /** Which level does the rubric describe so? */
    LEVEL(false, false, Level.JUNIOR),
    /** What a flash card of the note asks. */
    CARD(true, false, Level.MIDDLE);

    private final boolean asksForStatement;
    private final boolean measuring;
    private final Level level;

    Kind(boolean asksForStatement, boolean measuring, Level level) {
        this.asksForStatement = asksForStatement;
        this.measuring = measuring;
        this.level = level;
    }

    /** The kinds that a family's facts can give, in order. */
    static List<Kind> of(Family family) {
        return switch (family) {
            case TOOL, TERM -> List.of(NAME, MEANING);
            case SKILL -> List.of(SKILL);
            case RELATION -> List.of(LINK);
            case COMMAND -> List.of(COMMAND, TYPED);
            case PROBLEM -> List.of(REMEDY, PROBLEM);
            case LEVEL -> List.of(LEVEL);
            case CARD -> List.of(CARD);
        };
    }

    /** The last part of a question's id. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the options are statements and the thing is given, and not the other way round. */
    boolean asksForStatement() {
        return asksForStatement;
    }

    /** Whether a first answer may count for a level: recall of what this note alone says. */
    boolean measuring() {
        return measuring;
    }

    /** Whether the question is whole without the name of the note that it is about. */
    boolean standsAlone() {
        return this == NAME || this == MEANING || this == SKILL || this == CARD;
    }

    /** How hard its questions are thought to be. */
    Level level() {
        return level;
    }
}

package org.meshquiz.quiz.team;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What people can be ahead in. */
public enum Board {
    /** Points of the last seven days. */
    WEEK,
    /** How far levels have risen in the last seven days. */
    GAIN,
    /** How long a question was kept in mind before it was answered right. */
    KEPT,
    /** Which levels there are in the team, of each skill. */
    COVERAGE;

    /** The word for it in commands and sentences. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Board> of(String word) {
        return Arrays.stream(values()).filter(board -> board.key().equals(word)).findFirst();
    }
}

package org.meshquiz.question;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The four levels of the rubric, lowest first. Their English names are used in every language. */
public enum Level {
    JUNIOR,
    MIDDLE,
    SENIOR,
    EXPERT;

    /** The name as people read it: {@code Junior}. */
    public String title() {
        return name().charAt(0) + key().substring(1);
    }

    /** The name as files spell it: {@code junior}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level of that name in any letter case, blanks around it ignored; empty for any other word. */
    public static Optional<Level> named(String word) {
        return Arrays.stream(values())
                .filter(level -> level.name().equalsIgnoreCase(word.strip()))
                .findFirst();
    }
}

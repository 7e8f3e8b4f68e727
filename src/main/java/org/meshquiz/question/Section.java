package org.meshquiz.question;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The sections that a skill note may have, in the order of the template. */
public enum Section {
    DESCRIPTION,
    TOOLS,
    RELATIONS,
    TERMS,
    LEVELS,
    VALUE,
    PROJECTS,
    TROUBLESHOOTING,
    RESOURCES;

    /** The name that question files use: {@code troubleshooting}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The section with that key; empty for any other word. */
    public static Optional<Section> withKey(String key) {
        return Arrays.stream(values())
                .filter(section -> section.key().equals(key))
                .findFirst();
    }
}

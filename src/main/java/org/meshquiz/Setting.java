package org.meshquiz;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The environment variables that the program reads. */
enum Setting {
    MESHQUIZ_HOME("folder of the database, its password and its log", "~/.meshquiz"),
    MESHQUIZ_PORT("port of the local chat, health and readiness on 127.0.0.1", "8080"),
    MESHQUIZ_DB_URL(
            "a PostgreSQL server (14 or newer) instead of the embedded one: postgresql://host:5432/name", "none"),
    MESHQUIZ_DB_USER("who to be on that server", "meshquiz"),
    MESHQUIZ_DB_PASSWORD("the password there", "empty"),
    MESHQUIZ_QUESTIONS("folder of another bank, or of a bare vault of notes", "the bank inside the program");

    private final String meaning;
    private final String otherwise;

    Setting(String meaning, String otherwise) {
        this.meaning = meaning;
        this.otherwise = otherwise;
    }

    /** All settings with their meaning and what holds when they are not set, one a line. */
    static String help() {
        return Arrays.stream(values())
                .map(setting -> String.format(
                        "  %-21s %s%n  %-21s (default: %s)", setting, setting.meaning, "", setting.otherwise))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}

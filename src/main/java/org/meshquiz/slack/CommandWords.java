package org.meshquiz.slack;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meshquiz.chat.Span;

/**
 * How commands are written in Slack, where the app has a single one: {@code /settings hour 9} is {@code /quiz settings
 * hour 9}, or {@code settings hour 9} in a direct message.
 */
final class CommandWords {
    /** Commands that take no words, and would otherwise be taken for one when somebody types an answer. */
    private static final Set<String> ALONE =
            Set.of("start", "next", "skills", "me", "resume", "help", "forget", "export", "dashboard");

    private static final Set<String> WITH_WORDS = Set.of(
            "quiz",
            "placement",
            "skill",
            "settings",
            "language",
            "pause",
            "link",
            "unlink",
            "team",
            "leaderboard",
            "flag");
    private static final Pattern SENTENCE = Pattern.compile("/?(\\p{L}{2,20})(?:\\s+(.*))?", Pattern.DOTALL);
    private static final Pattern OTHER_COMMAND =
            Pattern.compile("/(?!quiz\\b|link .)(\\p{L}{2,20})(\\s.*)?", Pattern.DOTALL);

    private CommandWords() {}

    /** What follows {@code /quiz}, as the command that the program knows. */
    static String ofSlashCommand(String words) {
        String said = words.strip();
        if (said.isEmpty()) {
            return "/quiz";
        }
        return command(said).orElse("/quiz " + said);
    }

    /** A direct message: a command where it begins with the name of one, else as it is. */
    static String ofMessage(String text) {
        return command(text.strip()).orElse(text);
    }

    /**
     * The characters of a span; a command in it reads as people have to write it. One with a code is for another chat, and
     * reads as it is written there.
     */
    static String asTyped(Span span) {
        Matcher command = OTHER_COMMAND.matcher(span.text());
        boolean known = span.style() == Span.Style.CODE && command.matches() && isCommand(command.group(1));
        return known ? "/quiz " + span.text().substring(1) : span.text();
    }

    private static Optional<String> command(String said) {
        Matcher parts = SENTENCE.matcher(said);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String name = parts.group(1).toLowerCase(Locale.ROOT);
        String words = parts.group(2) == null ? "" : parts.group(2).strip();
        if (!WITH_WORDS.contains(name) && !(ALONE.contains(name) && words.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(words.isEmpty() ? "/" + name : "/" + name + " " + words);
    }

    private static boolean isCommand(String name) {
        return ALONE.contains(name) || WITH_WORDS.contains(name);
    }
}

package org.meshquiz.notes.derive;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meshquiz.notes.SkillNote;
import org.meshquiz.notes.Unit;

/**
 * What the first sentence of a description says that the skill is: {@code X — это …}, {@code X is a …}.
 *
 * @param name what the skill is called
 * @param said the rest of the sentence
 * @param full the whole sentence
 */
record SkillDefinition(String name, String said, String full) {
    private static final Pattern RUSSIAN = Pattern.compile("([^.]{1,100}?)\\s++[—–-]\\s++(?:это\\s++)?(.++)");
    private static final Pattern ENGLISH =
            Pattern.compile("([^.]{1,100}?)\\s++(?:is|are)\\s++(?:an?\\s++|the\\s++)?(.++)");

    /** The definition in a note's first paragraph; null where there is none. */
    static @Nullable SkillDefinition of(@Nullable SkillNote note, Unit.@Nullable Passage passage) {
        if (note == null || passage == null) {
            return null;
        }
        String sentence = Sentences.first(passage.words().text());
        return parts(RUSSIAN, sentence)
                .or(() -> parts(ENGLISH, sentence))
                .filter(parts -> names(parts.get(0), note))
                .map(parts -> new SkillDefinition(note.skill().name(), parts.get(1), sentence))
                .orElse(null);
    }

    private static Optional<List<String>> parts(Pattern shape, String sentence) {
        Matcher found = shape.matcher(sentence);
        return found.matches() ? Optional.of(List.of(found.group(1), found.group(2))) : Optional.empty();
    }

    private static boolean names(String subject, SkillNote note) {
        Words words = new Words();
        return words.within(note.skill().name(), subject)
                || words.within(note.face().name(), subject)
                || note.face().aliases().stream().anyMatch(alias -> words.within(alias, subject));
    }
}

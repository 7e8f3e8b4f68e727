package org.meshquiz.question;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A skill that people can be asked about.
 *
 * @param id letters and digits of any script in small letters, joined by single hyphens: {@code ci-cd}
 * @param name the name as people read it: {@code CI/CD}
 */
public record Skill(String id, String name) {
    private static final Pattern SHAPE =
            Pattern.compile("[\\p{Ll}\\p{Lo}\\p{M}\\p{N}]+(?:-[\\p{Ll}\\p{Lo}\\p{M}\\p{N}]+)*+");
    private static final Pattern JOINTS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]++");

    public Skill {
        if (!SHAPE.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "'" + id + "' is not a skill id; use small letters and digits joined by single hyphens");
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("the skill '" + id + "' has no name; give it one");
        }
    }

    /** The skill that a note of this name is about: {@code Service Mesh} has the id {@code service-mesh}. */
    public static Skill ofNote(String noteName) {
        return new Skill(idOf(noteName), noteName.strip());
    }

    /** The id that belongs to a name; empty where the name has neither letter nor digit. */
    public static String idOf(String name) {
        String joined = JOINTS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
        int start = joined.startsWith("-") ? 1 : 0;
        int end = joined.endsWith("-") && joined.length() > start ? joined.length() - 1 : joined.length();
        return joined.substring(start, end);
    }
}

package org.meshquiz.notes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The properties at the head of a note. They are read line by line and not as YAML, as half of what people have there is
 * damaged: a second fence, none at the end, values without meaning.
 *
 * @param properties the values of each key, in small letters; a key without a value has none
 * @param bodyStart the index of the first line of the body, from 0
 */
record FrontMatter(Map<String, List<String>> properties, int bodyStart) {
    private static final String FENCE = "---";
    private static final Pattern KEY = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_ -]{0,60}):(?:\\s(.*+))?");
    private static final Pattern ITEM = Pattern.compile("\\s*+-(?:\\s++(.*+))?");
    private static final Pattern SEPARATOR = Pattern.compile("\\s*+,\\s*+");
    private static final Set<String> NOTHING = Set.of("", "null", "~", "[]");

    /** Finds the properties of a note, and where its body begins. */
    static FrontMatter read(List<String> lines, Warnings warnings) {
        int opening = 0;
        while (opening < lines.size() && lines.get(opening).isBlank()) {
            opening++;
        }
        if (opening >= lines.size() || !isFence(lines.get(opening))) {
            return new FrontMatter(Map.of(), 0);
        }
        Map<String, List<String>> properties = new LinkedHashMap<>();
        int end = properties(lines, opening + 1, properties);
        if (end < lines.size() && isFence(lines.get(end))) {
            return new FrontMatter(properties, end + 1);
        }
        if (properties.isEmpty()) {
            return new FrontMatter(Map.of(), opening + 1);
        }
        warnings.at(opening + 1, "the properties are not closed; add a line --- after the last of them");
        return new FrontMatter(properties, end);
    }

    /** The name that the note gives its skill. */
    Optional<String> title() {
        return values("title").stream().findFirst();
    }

    /** The values of a key, or of its singular. */
    List<String> values(String key) {
        List<String> found = properties.get(key);
        if (found == null && key.endsWith("s")) {
            found = properties.get(key.equals("aliases") ? "alias" : key.substring(0, key.length() - 1));
        }
        return found == null ? List.of() : found;
    }

    private static boolean isFence(String line) {
        return line.strip().equals(FENCE);
    }

    /** Reads keys and lists from a line on; the index of the first line that is neither. */
    private static int properties(List<String> lines, int start, Map<String, List<String>> properties) {
        List<String> open = null;
        int index = start;
        for (; index < lines.size(); index++) {
            String line = lines.get(index);
            Matcher key = KEY.matcher(line.stripTrailing());
            Matcher item = ITEM.matcher(line);
            if (key.matches()) {
                open = properties.computeIfAbsent(
                        key.group(1).strip().toLowerCase(Locale.ROOT), k -> new ArrayList<>());
                addAll(open, key.group(2));
            } else if (open != null && !isFence(line) && item.matches()) {
                addAll(open, item.group(1));
            } else if (!line.isBlank() && (open == null || !Character.isWhitespace(line.charAt(0)))) {
                break;
            }
        }
        return index;
    }

    private static void addAll(List<String> values, @Nullable String written) {
        String value = written == null ? "" : written.strip();
        if (value.startsWith("[") && value.endsWith("]")) {
            for (String one : SEPARATOR.split(value.substring(1, value.length() - 1))) {
                addOne(values, one);
            }
        } else {
            addOne(values, value);
        }
    }

    private static void addOne(List<String> values, String written) {
        String value = written.strip();
        boolean quoted = value.length() >= 2
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(value.length() - 1) == value.charAt(0);
        String plain = quoted ? value.substring(1, value.length() - 1).strip() : value;
        if (!NOTHING.contains(plain.toLowerCase(Locale.ROOT)) && !plain.startsWith("#")) {
            values.add(plain);
        }
    }
}

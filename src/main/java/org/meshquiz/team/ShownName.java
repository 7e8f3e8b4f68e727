package org.meshquiz.team;

import java.text.Normalizer;
import java.util.Optional;

/** Names as a board can bear them. */
public final class ShownName {
    /** The longest, in characters as people count them. */
    public static final int LONGEST = 32;

    private ShownName() {}

    /**
     * What is left of a name without what has no place in a line: controls, marks that turn the direction of the text around
     * or are not seen, and what would be read as style. Longer ones end in an ellipsis.
     *
     * @return empty when nothing is left
     */
    public static Optional<String> of(String told) {
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(told.length() > 400 ? told.substring(0, 400) : told, Normalizer.Form.NFC)
                .codePoints()
                .filter(ShownName::hasPlace)
                .map(point -> Character.isWhitespace(point) || Character.isSpaceChar(point) ? ' ' : point)
                .forEach(kept::appendCodePoint);
        String name = kept.toString().replaceAll(" {2,}", " ").strip();
        int length = name.codePointCount(0, name.length());
        if (length > LONGEST) {
            name = name.substring(0, name.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
        }
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    private static boolean hasPlace(int point) {
        if (point == '*' || point == '`' || point == '<' || point == '>') {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> point == 0x200D;
            case Character.CONTROL -> Character.isWhitespace(point);
            default -> true;
        };
    }
}

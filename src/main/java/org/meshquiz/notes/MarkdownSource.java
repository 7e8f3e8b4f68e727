package org.meshquiz.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The body of a note made ready for a Markdown parser, line for line, so that line numbers hold: properties and comments
 * are blanked out; signs that Markdown would read in its own way are hidden: the brackets of wiki links, and a pipe inside
 * a wiki link or code, which a table would take for the end of a cell.
 */
final class MarkdownSource {
    /** Stands for a pipe that ends no cell. */
    static final char HIDDEN_PIPE = '\uE000';

    /** Stands for the brackets that open a wiki link; Markdown would read these itself. */
    static final char WIKI_OPENING = '\uE001';

    /** Stands for the brackets that close a wiki link. */
    static final char WIKI_CLOSING = '\uE002';

    /** A table of more cells is read as text: a parser fills up every short row, and memory with it. */
    private static final int MOST_CELLS = 300_000;

    private static final Pattern GLUED_HEADING = Pattern.compile("(#{1,6}+)([^#\\s].{0,100})");
    private static final Pattern DELIMITERS = Pattern.compile("[\\s|:-]*+");
    private static final Pattern WIKI_OR_CODE = Pattern.compile("!?+\\[\\[([^\\[\\]]{1,300}+)]]|`[^`]++`");
    private static final Pattern NESTING = Pattern.compile("(\\s*+)((?:[>*+-]\\s*+)*+)");
    /** In front of a delimiter row it makes the row none for Markdown, while it stays one for {@link Tables}. */
    private static final String NO_DELIMITER = "|:";

    private static final Pattern PIPE = Pattern.compile("\\\\?\\|");
    private static final Pattern FENCE = Pattern.compile("\\s*+(?:[>*+-]\\s++|\\d++[.)]\\s++)*+(`{3,}+|~{3,}+).*+");

    private final List<String> lines;
    private final Warnings warnings;
    private final Predicate<String> knownHeading;

    /**
     * @param knownHeading whether a text is the heading of a section
     */
    MarkdownSource(List<String> lines, Warnings warnings, Predicate<String> knownHeading) {
        this.lines = new ArrayList<>(lines);
        this.warnings = warnings;
        this.knownHeading = knownHeading;
    }

    /** The lines for the parser. */
    List<String> lines(FrontMatter front) {
        for (int index = 0; index < front.bodyStart(); index++) {
            lines.set(index, "");
        }
        boolean[] code = fenced();
        Comments.blank(lines, code);
        for (int index = 0; index < lines.size(); index++) {
            if (!code[index]) {
                lines.set(index, headingApart(hide(lines.get(index))));
            }
        }
        breakHugeTables();
        warnOfDepth();
        return List.copyOf(lines);
    }

    /** The text that a parser handed back, as its author wrote it. */
    static String shown(String text) {
        return text.replace(HIDDEN_PIPE, '|')
                .replace(String.valueOf(WIKI_OPENING), "[[")
                .replace(String.valueOf(WIKI_CLOSING), "]]");
    }

    /** Whether a character is one of those that stand for others here. */
    static boolean isReserved(int sign) {
        return sign == HIDDEN_PIPE || sign == WIKI_OPENING || sign == WIKI_CLOSING;
    }

    private boolean[] fenced() {
        boolean[] code = new boolean[lines.size()];
        String open = "";
        for (int index = 0; index < lines.size(); index++) {
            Matcher fence = FENCE.matcher(lines.get(index));
            boolean atFence = fence.matches();
            code[index] = !open.isEmpty() || atFence;
            if (atFence && open.isEmpty()) {
                open = fence.group(1);
            } else if (atFence && fence.group(1).startsWith(open)) {
                open = "";
            }
        }
        return code;
    }

    private static String hide(String line) {
        if (line.indexOf('|') < 0 && !line.contains("[[")) {
            return line;
        }
        return WIKI_OR_CODE.matcher(line).replaceAll(found -> Matcher.quoteReplacement(hidden(found)));
    }

    private static String hidden(MatchResult found) {
        String inside = found.group(1) == null ? found.group() : WIKI_OPENING + found.group(1) + WIKI_CLOSING;
        return PIPE.matcher(inside).replaceAll(String.valueOf(HIDDEN_PIPE));
    }

    /** Obsidian takes {@code ##Heading} for a tag; people mean a heading. */
    private String headingApart(String line) {
        Matcher glued = GLUED_HEADING.matcher(line);
        return glued.matches() && knownHeading.test(glued.group(2)) ? glued.group(1) + " " + glued.group(2) : line;
    }

    private void breakHugeTables() {
        int start = 0;
        for (int index = 0; index <= lines.size(); index++) {
            if (index == lines.size() || lines.get(index).isBlank()) {
                breakIfHuge(start, index);
                start = index + 1;
            }
        }
    }

    private void breakIfHuge(int start, int end) {
        for (int index = start; index < end; index++) {
            String line = lines.get(index);
            if (line.indexOf('-') < 0
                    || line.indexOf('|') < 0
                    || !DELIMITERS.matcher(line).matches()) {
                continue;
            }
            long columns = Math.max(1, line.chars().filter(sign -> sign == '|').count() - 1);
            if (columns * (end - start) > MOST_CELLS) {
                warnings.at(index + 1, "a table of " + columns + " columns is too big; its rows read one by one");
                lines.set(index, NO_DELIMITER + line);
            }
        }
    }

    /** Markdown reads nesting up to a depth; what is deeper stays in the text as it is written. */
    private void warnOfDepth() {
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index);
            Matcher markers = NESTING.matcher(line);
            markers.lookingAt();
            long depth = markers.group(1).length() / 2
                    + markers.group(2)
                            .chars()
                            .filter(sign -> !Character.isWhitespace(sign))
                            .count();
            if (depth > Markdown.DEEPEST && !markers.group(2).isBlank()) {
                warnings.at(
                        index + 1, "lists or quotes deeper than " + Markdown.DEEPEST + " read as text; flatten them");
                return;
            }
        }
    }
}

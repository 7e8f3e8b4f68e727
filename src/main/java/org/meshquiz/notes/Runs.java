package org.meshquiz.notes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with the marks that still matter when it is taken apart: what is bold, what is code, what is a link. Lines are
 * kept apart by a line feed.
 *
 * @param parts in reading order
 */
record Runs(List<Run> parts) {
    static final Runs NONE = new Runs(List.of());

    private static final String ENDING_SIGNS = ".,;:!?";
    /** Stands at the start of prose that follows code, so that a full stop moves up to the code. */
    private static final char AFTER_CODE = '\u0001';

    /**
     * A stretch of text in one manner.
     *
     * @param text code has its backticks
     * @param link what it links to, or null
     */
    record Run(
            String text,
            boolean bold,
            boolean code,
            @Nullable Link link) {
        Run part(int start, int end) {
            return new Run(text.substring(start, end), bold, code, link);
        }
    }

    Runs {
        parts = List.copyOf(parts);
    }

    /** The text as it stands, lines and all. */
    String text() {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.text()));
        return text.toString();
    }

    /** Whether there is neither text nor link. */
    boolean isEmpty() {
        return parts.stream().allMatch(part -> part.text().isBlank() && part.link() == null);
    }

    /** The part from one character of {@link #text()} to another; a link without text belongs to where it stands. */
    Runs part(int start, int end) {
        List<Run> found = new ArrayList<>();
        int at = 0;
        for (Run run : parts) {
            int next = at + run.text().length();
            boolean within = run.text().isEmpty() ? at > start && at <= end : next > start && at < end;
            if (within) {
                found.add(run.part(Math.max(start - at, 0), Math.min(end, next) - at));
            }
            at = next;
        }
        return new Runs(found);
    }

    /** The part from a character to the end. */
    Runs from(int start) {
        return part(start, Integer.MAX_VALUE);
    }

    /** This text and another on a line of its own. */
    Runs and(Runs other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        List<Run> all = new ArrayList<>(parts);
        all.add(new Run("\n", false, false, null));
        all.addAll(other.parts);
        return new Runs(all);
    }

    /** Each of the lines that has something on it. */
    List<Runs> lines() {
        List<Runs> lines = new ArrayList<>();
        String text = text();
        int start = 0;
        while (start <= text.length()) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed;
            Runs line = part(start, end);
            if (!line.isEmpty()) {
                lines.add(line);
            }
            start = end + 1;
        }
        return lines;
    }

    /** Where the bold words (or the code, or the link) end that the text begins with; 0 where it begins with none. */
    int leadEnd() {
        int at = 0;
        int end = 0;
        boolean bold = false;
        for (Run run : parts) {
            boolean marked = run.bold() || run.code() || run.link() != null;
            if (end == 0 && !marked && run.text().chars().anyMatch(Character::isLetterOrDigit)) {
                return 0;
            }
            if (end > 0 && !(bold && run.bold())) {
                return end;
            }
            at += run.text().length();
            end = marked ? at : end;
            bold = run.bold();
        }
        return end;
    }

    /** The text for people, in one line. */
    Wording wording() {
        if (isEmpty()) {
            return Wording.NONE;
        }
        StringBuilder text = new StringBuilder();
        StringBuilder prose = new StringBuilder();
        for (Run run : parts) {
            if (run.code()) {
                text.append(mended(prose)).append(run.text());
                prose.setLength(0);
                prose.append(AFTER_CODE);
            } else {
                prose.append(run.text());
            }
        }
        text.append(mended(prose));
        List<Link> links = new ArrayList<>();
        parts.stream()
                .map(Run::link)
                .filter(link -> link != null && !links.contains(link))
                .forEach(links::add);
        return new Wording(text.toString().strip(), links);
    }

    /** One blank between words, none before a full stop; the mark of the code before it is taken off. */
    private static String mended(StringBuilder prose) {
        StringBuilder mended = new StringBuilder(prose.length());
        for (int index = 0; index < prose.length(); index++) {
            char sign = prose.charAt(index);
            boolean blank = isBlank(sign);
            boolean ends = ENDING_SIGNS.indexOf(sign) >= 0
                    && (index + 1 == prose.length() || isBlank(prose.charAt(index + 1)));
            int last = mended.length() - 1;
            boolean afterBlank = last >= 0 && mended.charAt(last) == ' ';
            if (ends && afterBlank && last > 0) {
                mended.setCharAt(last, sign);
            } else if (!(blank && afterBlank)) {
                mended.append(blank ? ' ' : sign);
            }
        }
        boolean marked = mended.length() > 0 && mended.charAt(0) == AFTER_CODE;
        return marked ? mended.substring(1) : mended.toString();
    }

    private static boolean isBlank(char sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
    }
}

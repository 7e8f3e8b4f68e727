package org.meshquiz.bank;

import java.util.Comparator;

/**
 * Something in the bank that somebody has to mend.
 *
 * @param file where it stands: the bank's folder, then the path inside it ({@code questions/istio/security.yaml})
 * @param line from 1
 * @param what what is wrong, one line
 * @param remedy what to do about it, one line
 */
public record Fault(String file, int line, String what, String remedy) implements Comparable<Fault> {
    private static final String REMEDY_FOLLOWS = "; ";
    private static final Comparator<Fault> READING_ORDER =
            Comparator.comparing(Fault::file).thenComparingInt(Fault::line).thenComparing(Fault::what);

    public Fault {
        if (line < 1) {
            throw new IllegalArgumentException("line " + line + " is below 1; count lines from 1");
        }
    }

    /**
     * What a value refused. Our own values say what is wrong, a semicolon, and the remedy.
     *
     * @param file where it stands
     * @param line from 1
     */
    public static Fault of(String file, int line, IllegalArgumentException refusal) {
        String message = String.valueOf(refusal.getMessage());
        int end = message.indexOf(REMEDY_FOLLOWS);
        return end < 0
                ? new Fault(file, line, message, "mend it")
                : new Fault(file, line, message.substring(0, end), message.substring(end + REMEDY_FOLLOWS.length()));
    }

    @Override
    public int compareTo(Fault other) {
        return READING_ORDER.compare(this, other);
    }

    /** {@code file:line: what; remedy}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + what + "; " + remedy;
    }
}

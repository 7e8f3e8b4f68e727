package org.meshquiz.bank;

import java.util.ArrayList;
import java.util.List;

/** The faults of one file, gathered while it is read on. Not safe for several threads. */
final class Faults {
    private static final String REMEDY_FOLLOWS = "; ";

    private final String file;
    private final List<Fault> found = new ArrayList<>();

    Faults(String file) {
        this.file = file;
    }

    void add(int line, String what, String remedy) {
        found.add(new Fault(file, line, what, remedy));
    }

    /** Adds what a value refused: our own values say what is wrong, a semicolon, and the remedy. */
    void add(int line, IllegalArgumentException refusal) {
        String message = String.valueOf(refusal.getMessage());
        int end = message.indexOf(REMEDY_FOLLOWS);
        if (end < 0) {
            add(line, message, "mend it");
        } else {
            add(line, message.substring(0, end), message.substring(end + REMEDY_FOLLOWS.length()));
        }
    }

    int count() {
        return found.size();
    }

    /** What was found so far, by line. */
    List<Fault> byLine() {
        return found.stream().sorted().toList();
    }
}

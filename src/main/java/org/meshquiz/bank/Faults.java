package org.meshquiz.bank;

import java.util.ArrayList;
import java.util.List;

/** The faults of one file, gathered while it is read on. Not safe for several threads. */
final class Faults {
    private final String file;
    private final List<Fault> found = new ArrayList<>();

    Faults(String file) {
        this.file = file;
    }

    void add(int line, String what, String remedy) {
        found.add(new Fault(file, line, what, remedy));
    }

    /** Adds what a value refused. */
    void add(int line, IllegalArgumentException refusal) {
        found.add(Fault.of(file, line, refusal));
    }

    int count() {
        return found.size();
    }

    /** What was found so far, by line. */
    List<Fault> byLine() {
        return found.stream().sorted().toList();
    }
}

package org.meshquiz.notes;

import java.util.ArrayList;
import java.util.List;

/** The warnings of one note while it is read; a hostile note cannot make them without end. */
final class Warnings {
    private static final int MOST = 100;

    private final String file;
    private final List<NoteWarning> all = new ArrayList<>();
    private int beyond;
    private int unread;

    Warnings(String file) {
        this.file = file;
    }

    /** Adds a warning about a line, from 1. */
    void at(int line, String what) {
        if (all.size() < MOST) {
            all.add(new NoteWarning(file, line, what));
        } else {
            beyond++;
        }
    }

    /** Adds a warning about a unit of a shared section that was not understood. */
    void unread(int line, String what) {
        unread++;
        at(line, what);
    }

    /** How many units were not understood. */
    int unread() {
        return unread;
    }

    List<NoteWarning> all() {
        if (beyond == 0) {
            return List.copyOf(all);
        }
        List<NoteWarning> cut = new ArrayList<>(all);
        cut.add(new NoteWarning(file, 1, beyond + " more warnings; mend those above first"));
        return cut;
    }
}

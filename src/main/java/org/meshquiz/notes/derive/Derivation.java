package org.meshquiz.notes.derive;

import java.util.List;
import org.meshquiz.notes.Vault;

/** Makes questions of a vault's notes. */
public final class Derivation {

    /** The questions that the notes give; the same notes always give the same questions. */
    public Derived derive(Vault vault) {
        return new Derived(List.of(), List.of());
    }
}

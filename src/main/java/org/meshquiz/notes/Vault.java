package org.meshquiz.notes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A folder of notes, read.
 *
 * @param notes the notes that have content, ordered by file
 * @param stubs the files without content, ordered
 * @param readings how much of each note was understood, in the order of the notes
 * @param warnings what was not understood or not taken, by file and line
 */
public record Vault(List<SkillNote> notes, List<Stub> stubs, List<Reading> readings, List<NoteWarning> warnings) {

    /**
     * A note without content: no skill is made of it.
     *
     * @param file the path inside the vault
     * @param reason why there is nothing to learn from
     */
    public record Stub(String file, String reason) {}

    public Vault {
        notes = List.copyOf(notes);
        stubs = List.copyOf(stubs);
        readings = List.copyOf(readings);
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads a vault. A folder {@code ru} or {@code en} in it gives its notes their language; the language of any other
     * note is told from its letters.
     *
     * @param folder on any file system, an archive's too
     * @throws IOException where the folder cannot be listed; a file that cannot be read is a warning
     */
    public static Vault read(Path folder, SectionNames names) throws IOException {
        return new VaultReader(names).read(folder);
    }

    /** The note on a skill in a language. */
    public Optional<SkillNote> note(String skill, Locale language) {
        return notes.stream()
                .filter(note -> note.skill().id().equals(skill)
                        && note.language().getLanguage().equals(language.getLanguage()))
                .findFirst();
    }
}

package org.meshquiz.notes;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meshquiz.question.Localized;

/** Reads the notes of a folder, one after another in the order of their names. */
final class VaultReader {
    private static final long LARGEST = 16L << 20;
    private static final String NOTE = ".md";

    private final SectionNames names;
    private final List<SkillNote> notes = new ArrayList<>();
    private final List<Vault.Stub> stubs = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private final List<NoteWarning> warnings = new ArrayList<>();
    /** The file that each skill and language came from. */
    private final Map<String, String> taken = new HashMap<>();

    VaultReader(SectionNames names) {
        this.names = names;
    }

    /**
     * Reads a vault.
     *
     * @throws IOException where the folder itself cannot be listed
     */
    Vault read(Path folder) throws IOException {
        Path root = folder.toRealPath();
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(root, new Walk(root, files));
        files.sort(Comparator.comparing(file -> inside(root, file)));
        // Notes do not depend on each other; they are taken in the order of their names, whichever is read first.
        files.parallelStream().map(file -> read(root, file)).toList().forEach(this::add);
        warnings.sort(Comparator.comparing(NoteWarning::file).thenComparing(NoteWarning::line));
        return new Vault(notes, stubs, readings, warnings);
    }

    /**
     * A note as read.
     *
     * @param result null where it could not be
     * @param fault why not; empty where it could be
     */
    private record Read(String file, NoteReader.@Nullable Result result, String fault) {}

    private Read read(Path root, Path file) {
        String name = inside(root, file);
        try {
            if (!file.toRealPath().startsWith(root)) {
                String fault = "the file is a link out of the vault and was not read; copy it into the vault";
                return new Read(name, null, fault);
            }
            if (Files.size(file) > LARGEST) {
                return new Read(name, null, "the note has more than 16 MB and was not read; split it");
            }
            byte[] content = Files.readAllBytes(file);
            return new Read(name, new NoteReader(names, name).read(content, language(root, file)), "");
        } catch (IOException e) {
            return new Read(name, null, "the file cannot be read (" + e + "); check its permissions");
        }
    }

    private void add(Read read) {
        NoteReader.Result result = read.result();
        if (result == null) {
            warn(read.file(), read.fault());
        } else {
            add(read.file(), result);
        }
    }

    private void add(String file, NoteReader.Result result) {
        SkillNote note = result.note();
        if (note == null) {
            stubs.add(new Vault.Stub(file, "no content: none of the template's sections says anything"));
            return;
        }
        warnings.addAll(result.warnings());
        String first =
                taken.putIfAbsent(note.skill().id() + ' ' + note.language().getLanguage(), file);
        if (first == null) {
            notes.add(note);
            readings.add(result.reading());
        } else {
            warn(file, "'" + first + "' is about the same skill, so this note was not taken; rename one of them");
        }
    }

    private void warn(String file, String what) {
        warnings.add(new NoteWarning(file, 1, what));
    }

    private static @Nullable Locale language(Path root, Path file) {
        String top = root.relativize(file).getName(0).toString();
        return Localized.LANGUAGES.stream()
                .filter(language -> language.getLanguage().equalsIgnoreCase(top))
                .findFirst()
                .orElse(null);
    }

    private static String inside(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** Finds the notes; hidden folders are the editor's own. */
    private final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<Path> files;

        Walk(Path root, List<Path> files) {
            this.root = root;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean hidden =
                    !folder.equals(root) && folder.getFileName().toString().startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            if (name.endsWith(NOTE) && !name.startsWith(".")) {
                files.add(file);
            } else if (attributes.isSymbolicLink() && Files.isDirectory(file)) {
                warn(inside(root, file), "the folder is a link and was not entered; copy it into the vault");
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
            if (file.equals(root)) {
                throw fault;
            }
            warn(inside(root, file), "the file cannot be read (" + fault + "); check its permissions");
            return FileVisitResult.CONTINUE;
        }
    }
}

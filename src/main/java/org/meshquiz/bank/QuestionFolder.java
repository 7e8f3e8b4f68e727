package org.meshquiz.bank;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The folder of a bank: finds the question files in it, one folder a skill, and nothing outside it. */
final class QuestionFolder {
    private static final List<String> NO_SKILLS = List.of("notes", "schema");
    private static final int MOST_FILES = 2_000;

    private final Path root;
    private final List<Fault> faults = new ArrayList<>();
    private final List<QuestionPath> files = new ArrayList<>();

    QuestionFolder(Path root) {
        this.root = root;
    }

    /** The question files, ordered by path. */
    List<QuestionPath> files() throws IOException {
        for (Path folder : entries(root)) {
            String name = nameOf(folder);
            boolean skill = !name.startsWith(".") && !NO_SKILLS.contains(name);
            if (skill && Files.isDirectory(folder) && staysInside(folder)) {
                takeAll(folder, name);
            }
        }
        if (files.size() > MOST_FILES) {
            fault(root, "the folder holds " + files.size() + " question files, " + MOST_FILES + " fit", "divide it");
            return List.of();
        }
        return List.copyOf(files);
    }

    /** What {@link #files()} met and could not take. */
    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** What faults call a path under the root. */
    String shown(Path path) {
        Path top = root.toAbsolutePath().normalize().getFileName();
        String inside = root.relativize(path).toString().replace('\\', '/');
        String name = top == null ? "" : plainName(top);
        return name.isEmpty() || inside.isEmpty() ? name + inside : name + "/" + inside;
    }

    private void takeAll(Path folder, String skill) {
        try {
            entries(folder).forEach(entry -> take(entry, skill));
        } catch (IOException e) {
            fault(folder, "the folder cannot be listed", "check that it is readable");
        }
    }

    private void take(Path entry, String skill) {
        String name = nameOf(entry);
        if (name.startsWith(".")) {
            return;
        }
        if (Files.isDirectory(entry)) {
            fault(entry, "a folder inside a skill's folder is not read", "move its files up and delete it");
        } else if (name.endsWith(".yml")) {
            fault(entry, "the file ends in .yml and is not read", "rename it to .yaml");
        } else if (name.endsWith(".yaml") && staysInside(entry)) {
            if (Files.isRegularFile(entry)) {
                files.add(new QuestionPath(entry, skill, name, shown(entry)));
            } else {
                fault(entry, "this is no ordinary file", "delete it or put a file in its place");
            }
        }
    }

    private boolean staysInside(Path path) {
        try {
            if (path.toRealPath().startsWith(root.toRealPath())) {
                return true;
            }
            fault(path, "the link leads out of the folder", "put the file itself here");
        } catch (IOException e) {
            boolean link = Files.isSymbolicLink(path);
            fault(path, link ? "the link leads nowhere" : "the path cannot be read", "mend or delete it");
        }
        return false;
    }

    private static List<Path> entries(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        Collections.sort(entries);
        return entries;
    }

    private void fault(Path path, String what, String remedy) {
        faults.add(new Fault(shown(path), 1, what, remedy));
    }

    private static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : plainName(name);
    }

    /** Archives end the names of folders in a slash. */
    private static String plainName(Path name) {
        String text = name.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}

package org.meshquiz.store.embedded;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Folders that come into being whole or not at all. */
final class Folders {
    private Folders() {}

    /**
     * Gives a finished folder below {@code parent} its final name, and makes the name outlast a power cut. If another
     * process was quicker, its folder stays and ours goes.
     */
    static void publish(Path finished, Path parent, String name) throws IOException {
        try {
            Files.move(finished, parent.resolve(name), ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(parent.resolve(name))) {
                throw e;
            }
            delete(finished);
        }
        flush(parent);
    }

    /** Writes a folder's list of names to the disk. */
    static void flush(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    /** Deletes a folder with all in it; symbolic links are deleted, not followed. */
    static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException fault) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

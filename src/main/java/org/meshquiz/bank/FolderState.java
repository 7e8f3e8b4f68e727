package org.meshquiz.bank;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a bank's folder looks like at one moment. Two moments are equal as long as no note and no question file has come,
 * gone or been written to.
 *
 * @param files by path below the folder
 */
public record FolderState(Map<String, Stamp> files) {

    /**
     * What tells one content of a file from the next.
     *
     * @param size in bytes
     * @param written when it was written last
     */
    public record Stamp(long size, FileTime written) {}

    public FolderState {
        files = Map.copyOf(files);
    }

    /**
     * Looks at the folder's notes and question files; what cannot be looked at counts as not there.
     *
     * @throws IOException when the folder itself cannot be listed
     */
    public static FolderState of(Path folder) throws IOException {
        Map<String, Stamp> files = new TreeMap<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = file.getFileName().toString();
                if ((name.endsWith(".md") || name.endsWith(".yaml")) && Files.isRegularFile(file)) {
                    // Of a link, what it leads to: a mounted ConfigMap changes by turning its links elsewhere.
                    BasicFileAttributes content = Files.readAttributes(file, BasicFileAttributes.class);
                    files.put(
                            folder.relativize(file).toString(), new Stamp(content.size(), content.lastModifiedTime()));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
                if (file.equals(folder)) {
                    throw fault;
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return new FolderState(files);
    }
}

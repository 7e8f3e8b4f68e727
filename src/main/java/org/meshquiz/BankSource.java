package org.meshquiz;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where the bank is read from: a folder that somebody named, or the one that the program carries. */
final class BankSource {
    private static final String INSIDE = "/questions/README.md";

    private BankSource() {}

    /** What is done with the folder. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Path folder) throws IOException;
    }

    /**
     * Opens the folder, reads, and closes what was opened.
     *
     * @param named a folder outside of the program, or null for the one inside
     */
    static <T> T read(@Nullable Path named, Reader<T> reader) {
        try {
            return named == null ? readInside(reader) : reader.read(named);
        } catch (IOException e) {
            throw new CannotStart(
                    "The bank cannot be read (" + e.getMessage() + "); check the folder and its rights", e);
        }
    }

    private static <T> T readInside(Reader<T> reader) throws IOException {
        URL inside = Objects.requireNonNull(BankSource.class.getResource(INSIDE), "the program carries no bank");
        try {
            URI place = inside.toURI();
            if (!"jar".equals(place.getScheme())) {
                return reader.read(Objects.requireNonNull(Path.of(place).getParent()));
            }
            try (FileSystem jar =
                    FileSystems.newFileSystem(URI.create(place.toString().replaceFirst("!.*", "")), Map.of())) {
                return reader.read(jar.getPath("questions"));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

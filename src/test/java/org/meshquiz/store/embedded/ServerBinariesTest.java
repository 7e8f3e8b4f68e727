package org.meshquiz.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerBinariesTest {
    @TempDir
    private Path cache;

    /** System and processor as {@code os.name} and {@code os.arch} spell them. */
    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, false",
        "Linux, aarch64, false",
        "Linux, amd64, true",
        "Mac OS X, x86_64, false",
        "Mac OS X, aarch64, false",
    })
    void theClassPathHasAnArchiveForEveryPlatform(String system, String processor, boolean musl) {
        String name = ServerBinaries.archiveName(system, processor, musl);

        assertThat(ServerBinaries.class.getResource("/" + name)).as(name).isNotNull();
    }

    @Test
    void anArchiveIsUnpackedOnce() throws IOException {
        ServerBinaries first = ServerBinaries.in(cache);
        Path witness = Files.createFile(first.folder().resolve("witness"));

        ServerBinaries second = ServerBinaries.in(cache);

        assertThat(second).isEqualTo(first);
        assertThat(witness).exists();
        assertThat(second.program("postgres")).isExecutable();
    }

    @Test
    void whatWasUnpackedInPartIsNotUsed() throws IOException {
        Path complete = ServerBinaries.in(cache).folder();
        Path inPart = Files.move(complete, cache.resolve("unpacking-1"));
        Files.delete(inPart.resolve("bin/postgres"));

        assertThat(ServerBinaries.in(cache).program("postgres")).isExecutable();
    }
}

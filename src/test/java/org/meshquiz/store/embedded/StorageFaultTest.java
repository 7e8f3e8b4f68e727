package org.meshquiz.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Disks and folders that do not do what is asked of them. Small disks are mounted, which takes root. */
class StorageFaultTest {
    private static final boolean ROOT = new UnixSystem().getUid() == 0;

    @TempDir
    private Path folder;

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (Files.exists(disk())) {
            Programs.succeeds("umount", disk().toString());
        }
    }

    @Test
    void aDiskTooSmallForTheDatabaseIsToldAndIsEnoughOnceItHasSpace() throws Exception {
        mount("size=20m");

        assertThatThrownBy(() -> Programs.open(disk()))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("Free some space");

        mount("remount,size=200m");
        Programs.open(disk()).close();
    }

    @Test
    void aDiskThatIsFullToTheLastByteIsTold() throws Exception {
        mount("size=16k");
        fill(disk().resolve("filling"));

        DatabaseUnavailable refused = catchThrowableOfType(DatabaseUnavailable.class, () -> Programs.open(disk()));

        assertThat(refused).hasMessageContaining("No space left on device").hasMessageContaining("Free some space");
    }

    @Test
    void aDiskThatFillsUpWhileTheServerRunsLosesNothingThatWasConfirmed() throws Exception {
        mount("size=120m");
        long confirmed = 0;
        try (EmbeddedDatabase database = Programs.open(disk())) {
            Sql.run(database, "create table note (n int, filling text)");
            Files.write(disk().resolve("other"), new byte[40 << 20]);
            confirmed = writeUntilFull(database);
        }
        Files.delete(disk().resolve("other"));

        try (EmbeddedDatabase database = Programs.open(disk())) {
            assertThat(Long.parseLong(Sql.run(database, "select count(*) from note")))
                    .isGreaterThanOrEqualTo(confirmed);
            Sql.run(database, "insert into note values (0, 'there is space again')");
        }
    }

    @Test
    void aFolderThatMayNotBeWrittenToIsTold() throws Exception {
        Path readOnly;
        if (ROOT) {
            mount("ro");
            readOnly = disk();
        } else {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
            readOnly = folder;
        }
        try {
            assertThatThrownBy(() -> Programs.open(readOnly))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining(readOnly.toRealPath().toString())
                    .hasMessageContaining(ROOT ? "Read-only file system" : "permission denied")
                    .hasMessageContaining("writable")
                    .hasMessageContaining("MESHQUIZ_DB_URL");
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void aDataFolderThatIsAFileIsTold() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> Programs.open(file))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("Cannot use " + file)
                .hasMessageContaining("is a file");
        assertThatThrownBy(() -> Programs.open(file.resolve("below")))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("is a file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$(reboot)", "a\"b", "a`b", "a\\b"})
    void aPathThatWouldBeACommandIsRefusedBeforeAnythingRuns(String name) {
        assertThatThrownBy(() -> Programs.open(folder.resolve(name)))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining(name)
                .hasMessageContaining("MESHQUIZ_HOME");
        assertThat(folder).isEmptyDirectory();
    }

    /** In a JVM of its own, since the tests' may run in a locale that has no such letters. */
    @Test
    void aPathWithBlanksQuotesAndCyrillicWorks() throws Exception {
        URI home = URI.create(folder.toUri() + "%D0%9C%D0%BE%D0%B8%20it%27s%20a%20folder");
        for (int start = 0; start < 2; start++) {
            try (DatabaseProgram program = DatabaseProgram.start(
                    home, List.of(), Map.of("LC_ALL", "C.UTF-8"), System.getProperty("java.class.path"))) {
                String[] ready = program.line().split(" ", -1);
                assertThat(ready[0]).isEqualTo("ready");
                assertThat(Sql.run(ready[1], ready[2], "show data_directory"))
                        .endsWith("/Мои it's a folder/database/cluster");
                program.process().getOutputStream().close();
                program.process().waitFor();
            }
        }
    }

    private long writeUntilFull(EmbeddedDatabase database) {
        long confirmed = 0;
        try {
            while (true) {
                Sql.run(
                        database,
                        "insert into note select %d, repeat('x', 1000) || g from generate_series(1, 1000) g"
                                .formatted(confirmed));
                confirmed += 1000;
            }
        } catch (SQLException full) {
            assertThat(full.getMessage()).contains("No space left");
            return confirmed;
        }
    }

    private Path disk() {
        return folder.resolve("disk");
    }

    private void mount(String options) throws IOException, InterruptedException {
        assumeTrue(ROOT, "needs root to mount a small disk");
        Files.createDirectories(disk());
        assumeTrue(Programs.succeeds("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk().toString()), "needs tmpfs");
    }

    private static void fill(Path file) throws IOException {
        assertThatThrownBy(() -> Files.write(file, new byte[1 << 20])).isInstanceOf(IOException.class);
    }
}

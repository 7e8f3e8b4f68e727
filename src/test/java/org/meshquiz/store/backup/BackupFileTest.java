package org.meshquiz.store.backup;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

/** All that is kept, to a file and back: of the dump of an older program, since it has rows in most tables. */
class BackupFileTest {
    private static final int OLDER = 49;

    @TempDir
    private Path folder;

    private Path file;
    private Database older;
    private Database empty;

    @BeforeEach
    void restore() throws Exception {
        file = folder.resolve("backup.zip");
        older = TestDatabase.older(OLDER);
        empty = TestDatabase.empty();
    }

    @AfterEach
    void stop() {
        older.close();
        empty.close();
    }

    private static void write(Database database, Path file) {
        try (DatabaseSnapshot kept = DatabaseSnapshot.of(database)) {
            BackupFile.write(kept, file, (table, rows) -> {});
        }
    }

    private static Map<String, Long> read(Path file, Database into) {
        Map<String, Long> rows = new TreeMap<>();
        try (BackupFile kept = BackupFile.open(file)) {
            Restore.into(into, kept, rows::put);
        }
        return rows;
    }

    /** A digest of all rows of each table. */
    private static Map<String, String> contents(Database database) {
        Map<String, String> contents = new TreeMap<>();
        try (DatabaseSnapshot kept = DatabaseSnapshot.of(database)) {
            kept.tables()
                    .forEach(table -> contents.put(
                            table.name(),
                            TestDatabase.text(
                                    database,
                                    "select count(*) || ' ' || md5(coalesce(string_agg(t::text, E'\\n' order by t::text), ''))"
                                            + " from " + table.name() + " t")));
            kept.sequences().forEach((name, value) -> contents.put(name, String.valueOf(value)));
        }
        return contents;
    }

    @Test
    void everyRowAndEverySequenceComesBackAsItWas() {
        older.migrate();
        TestDatabase.execute(older, """
                update chat_address set chat = E'tab\\t, line\\nand \\\\. "quote" \\\\N ☂ 漢' where chat = 'ann'
                """);
        write(older, file);
        Map<String, Long> rows = read(file, empty);
        assertThat(contents(empty)).isEqualTo(contents(older));
        assertThat(rows).containsEntry("review", 78L).containsEntry("learner", 2L);
    }

    @Test
    void whatAnOlderProgramWroteIsBroughtUpToDate() {
        write(older, file);
        assertThat(older.schema()).hasValue(OLDER);
        assertThat(read(file, empty)).containsEntry("review", 78L);
        assertThat(empty.schema()).hasValue(empty.newestSchema());
        older.migrate();
        assertThat(contents(empty)).isEqualTo(contents(older));
    }

    @Test
    void newRowsDoNotTakeTheNumbersOfOldOnes() {
        write(older, file);
        read(file, empty);
        double newest = TestDatabase.number(empty, "select max(learner_id) from learner");
        assertThat(TestDatabase.number(empty, "select nextval(pg_get_serial_sequence('learner', 'learner_id'))"))
                .isEqualTo(newest + 1);
    }

    @Test
    void onlyItsOwnerReadsTheFileAndItIsNotOverwritten() throws Exception {
        write(older, file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> write(older, file))
                .isInstanceOf(BackupFault.class)
                .hasMessageContaining("stays as it is");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(folder).isDirectoryContaining("glob:**/backup.zip").isDirectoryNotContaining("glob:**.unfinished");
    }

    @Test
    void aDatabaseThatEndsInBetweenLeavesNoFile() {
        try (DatabaseSnapshot kept = DatabaseSnapshot.of(older)) {
            assertThatThrownBy(() -> BackupFile.write(
                            kept,
                            file,
                            (table, rows) -> TestDatabase.execute(
                                    empty,
                                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                                            + TestDatabase.text(older, "select current_database()") + "'")))
                    .isInstanceOf(BackupFault.class)
                    .hasMessageContaining("the database went away");
        } catch (IllegalStateException gone) {
            assertThat(gone).hasMessage("the database cannot be left");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderThatIsNotThereIsToldWithARemedy() {
        assertThatThrownBy(() -> write(older, folder.resolve("missing/backup.zip")))
                .isInstanceOf(BackupFault.class)
                .hasMessageContaining("cannot be written")
                .hasMessageContaining("name a file in another folder");
    }

    @Test
    void aShortenedFileIsRefused() throws Exception {
        write(older, file);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> read(file, empty))
                .isInstanceOf(BackupFault.class)
                .hasMessageContaining("is damaged");
        assertThat(empty.schema()).isEmpty();
    }

    @Test
    void rowsThatWereChangedChangeNothing() throws Exception {
        write(older, file);
        within(file, "rows/review.txt", rows -> rows.replaceFirst("\t", "\tnot a number"));
        assertThatThrownBy(() -> read(file, empty))
                .isInstanceOf(BackupFault.class)
                .hasMessageContaining("review")
                .hasMessageContaining("22P02")
                .hasMessageNotContaining("not a number");
        assertThat(TestDatabase.count(empty, "learner")).isZero();
    }

    @Test
    void rowsThatReferToNobodyAreRefused() throws Exception {
        write(older, file);
        within(file, "rows/learner.txt", rows -> "");
        assertThatThrownBy(() -> read(file, empty))
                .isInstanceOf(BackupFault.class)
                .hasMessageContaining("23503");
        assertThat(TestDatabase.count(empty, "review")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "[1]",
                "{\"format\":2,\"schema\":49,\"tables\":[],\"sequences\":{}}",
                "{\"format\":1,\"schema\":49,\"tables\":[null],\"sequences\":{}}",
                "{\"format\":1,\"schema\":49}",
                "not JSON",
            })
    void contentsThatAreNotOursAreRefused(String contents) throws Exception {
        write(older, file);
        within(file, "contents.json", ours -> contents);
        assertThatThrownBy(() -> read(file, empty))
                .isInstanceOf(BackupFault.class)
                .hasMessageContaining("is damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"learner\",\"x", "learner (learner_id) from program 'id'; --", "pg_authid"})
    void namesFromTheFileNeverReachSql(String name) throws Exception {
        write(older, file);
        within(
                file,
                "contents.json",
                ours -> ours.replace("\"name\":\"learner\"", "\"name\":\"" + name.replace("\"", "\\\"") + "\""));
        assertThatThrownBy(() -> read(file, empty))
                .isInstanceOf(BackupFault.class)
                .hasMessageContaining("not what this program wrote");
        within(
                file,
                "contents.json",
                ours -> ours.replace(name.replace("\"", "\\\""), "learner")
                        .replace("\"quiz_hour\"", "\"quiz_hour) from program 'id'; --\""));
        assertThatThrownBy(() -> read(file, empty))
                .isInstanceOf(BackupFault.class)
                .hasMessageContaining("tables learner.");
    }

    @Test
    void whatANewerProgramWroteIsRefused() throws Exception {
        write(older, file);
        within(file, "contents.json", ours -> ours.replace("\"schema\":49", "\"schema\":4900"));
        assertThatThrownBy(() -> read(file, empty))
                .isInstanceOf(BackupFault.class)
                .hasMessageContaining("newer program")
                .hasMessageContaining("4900");
    }

    @Test
    void aDatabaseWithNewerTablesIsNotTakenForAnOlderFile() {
        write(older, file);
        empty.migrate();
        assertThatThrownBy(() -> read(file, empty))
                .isInstanceOf(BackupFault.class)
                .hasMessageContaining("has tables of version " + empty.newestSchema());
    }

    @Test
    void aDatabaseWithoutTablesHasNothingToGive() {
        assertThatThrownBy(() -> write(empty, file))
                .isInstanceOf(BackupFault.class)
                .hasMessageContaining("empty");
    }

    private interface Change {
        String of(String text);
    }

    /** Changes an entry as somebody with a ZIP program could. */
    private static void within(Path file, String entry, Change change) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Path inside = zip.getPath(entry);
            String changed = change.of(Files.readString(inside));
            Files.copy(new ByteArrayInputStream(changed.getBytes(StandardCharsets.UTF_8)), inside, REPLACE_EXISTING);
        }
    }
}

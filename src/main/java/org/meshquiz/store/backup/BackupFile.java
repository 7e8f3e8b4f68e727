package org.meshquiz.store.backup;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjLongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP file with what is kept: {@code contents.json} names the schema's version, the tables and the sequences, and
 * {@code rows/TABLE.txt} has a table's rows, all in what every version of PostgreSQL reads. Only its owner may read it.
 */
public final class BackupFile implements KeptData {
    private static final int FORMAT = 1;
    private static final String CONTENTS = "contents.json";
    private static final int LONGEST_CONTENTS = 1 << 20;
    private static final int PIECE = 1 << 16;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path path;
    private final ZipFile file;
    private final Contents contents;

    private BackupFile(Path path, ZipFile file) throws IOException {
        this.path = path;
        this.file = file;
        this.contents = contents(file);
    }

    /** What is in the file. */
    private record Contents(int format, int schema, List<KeptTable> tables, Map<String, Long> sequences) {
        private Contents {
            if (format != FORMAT) {
                throw new IllegalArgumentException("format " + format + " is not known");
            }
            tables = List.copyOf(tables);
            sequences = Map.copyOf(sequences);
        }
    }

    /**
     * Opens a file that {@link #write} wrote.
     *
     * @throws BackupFault when there is none, or it is not of this kind, or damaged
     */
    public static BackupFile open(Path path) {
        if (!Files.isReadable(path)) {
            throw new BackupFault(
                    "There is no file %s, or it may not be read. Name one that 'export' wrote.".formatted(path));
        }
        try {
            ZipFile file = new ZipFile(path.toFile());
            try {
                return new BackupFile(path, file);
            } catch (IOException | RuntimeException unknown) {
                file.close();
                throw unknown;
            }
        } catch (IOException | IllegalArgumentException unknown) {
            throw new BackupFault(
                    "%s is damaged, or is not what 'export' wrote. Take another file.".formatted(path), unknown);
        }
    }

    private static Contents contents(ZipFile file) throws IOException {
        try (InputStream in = file.getInputStream(entry(file, CONTENTS))) {
            byte[] json = in.readNBytes(LONGEST_CONTENTS);
            Contents contents = JSON.readValue(json, Contents.class);
            if (contents == null) {
                throw new IOException("there is nothing in its " + CONTENTS);
            }
            return contents;
        }
    }

    private static ZipEntry entry(ZipFile file, String name) throws IOException {
        ZipEntry entry = file.getEntry(name);
        if (entry == null) {
            throw new IOException("there is no " + name + " in it");
        }
        return entry;
    }

    /**
     * Writes all of it; the file has its name only when it is whole and on the disk.
     *
     * @param progress gets each table's name and number of rows when they are written
     * @throws BackupFault when the file is there already or cannot be written; nothing is left of it then
     */
    public static void write(KeptData kept, Path path, ObjLongConsumer<String> progress) {
        if (Files.exists(path)) {
            throw new BackupFault("%s is there already and stays as it is. Name another file.".formatted(path));
        }
        Path unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
        try {
            Files.deleteIfExists(unfinished);
            try {
                writeUnfinished(kept, unfinished, progress);
                Files.move(unfinished, path, ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException fault) {
            throw new BackupFault(
                    "%s cannot be written (%s). Make room, or name a file in another folder."
                            .formatted(path, reason(fault)),
                    fault);
        }
    }

    private static void writeUnfinished(KeptData kept, Path unfinished, ObjLongConsumer<String> progress)
            throws IOException {
        try (FileChannel channel = FileChannel.open(
                        unfinished,
                        Set.of(CREATE_NEW, WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                ZipOutputStream zip =
                        new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), PIECE))) {
            zip.putNextEntry(new ZipEntry(CONTENTS));
            zip.write(json(new Contents(FORMAT, kept.schema(), kept.tables(), kept.sequences())));
            for (KeptTable table : kept.tables()) {
                zip.putNextEntry(new ZipEntry(rowsOf(table)));
                progress.accept(table.name(), copy(kept, table, zip));
            }
            zip.finish();
            zip.flush();
            channel.force(true);
        }
    }

    private static byte[] json(Contents contents) throws JsonProcessingException {
        return JSON.writeValueAsBytes(contents);
    }

    /** Copies lines and counts them: a row is one. */
    private static long copy(KeptData kept, KeptTable table, OutputStream to) throws IOException {
        byte[] piece = new byte[PIECE];
        long lines = 0;
        try (InputStream rows = rows(kept, table)) {
            for (int length = read(rows, piece, table); length >= 0; length = read(rows, piece, table)) {
                to.write(piece, 0, length);
                for (int i = 0; i < length; i++) {
                    if (piece[i] == '\n') {
                        lines++;
                    }
                }
            }
        }
        return lines;
    }

    private static InputStream rows(KeptData kept, KeptTable table) {
        try {
            return kept.rows(table);
        } catch (IOException gone) {
            throw unread(table, gone);
        }
    }

    private static int read(InputStream rows, byte[] piece, KeptTable table) {
        try {
            return rows.read(piece);
        } catch (IOException gone) {
            throw unread(table, gone);
        }
    }

    private static BackupFault unread(KeptTable table, IOException cause) {
        return new BackupFault(
                "The rows of %s cannot be read: the database went away meanwhile. Do it again when it is back."
                        .formatted(table.name()),
                cause);
    }

    private static String rowsOf(KeptTable table) {
        return "rows/" + table.name() + ".txt";
    }

    private static String reason(IOException fault) {
        return fault instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : fault.getClass().getSimpleName() + (fault.getMessage() == null ? "" : ": " + fault.getMessage());
    }

    @Override
    public int schema() {
        return contents.schema();
    }

    @Override
    public List<KeptTable> tables() {
        return contents.tables();
    }

    @Override
    public Map<String, Long> sequences() {
        return contents.sequences();
    }

    @Override
    public InputStream rows(KeptTable table) throws IOException {
        return file.getInputStream(entry(file, rowsOf(table)));
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException fault) {
            throw new BackupFault("%s cannot be closed.".formatted(path), fault);
        }
    }
}

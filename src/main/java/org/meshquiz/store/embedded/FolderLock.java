package org.meshquiz.store.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to use a data folder, held by one process at a time. The operating system takes it back when the process
 * ends in whatever way, so a lock is never stale.
 */
final class FolderLock implements AutoCloseable {
    /**
     * Folders locked by this very process. POSIX drops a process's lock on a file as soon as the process closes any
     * descriptor of that file, so a second attempt must be turned away before it opens the lock file.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final FileChannel channel;

    private FolderLock(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    /**
     * Takes the lock at once or not at all.
     *
     * @param home an existing folder, as a real path
     * @throws DatabaseUnavailable if a process has it, or the folder cannot be written to
     */
    static FolderLock take(Path home) {
        if (!HELD_HERE.add(home)) {
            throw inUse(home, Long.toString(ProcessHandle.current().pid()));
        }
        try {
            return new FolderLock(home, lockedChannel(home));
        } catch (RuntimeException refused) {
            HELD_HERE.remove(home);
            throw refused;
        }
    }

    @SuppressWarnings("resource") // The lock lives as long as its channel, which close() closes.
    private static FileChannel lockedChannel(Path home) {
        Path file = home.resolve("lock");
        try {
            FileChannel channel = FileChannel.open(file, CREATE, WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw inUse(home, Files.readString(file).strip());
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(UTF_8)));
            return channel;
        } catch (IOException e) {
            throw DatabaseUnavailable.storing(file, e);
        }
    }

    private static DatabaseUnavailable inUse(Path home, String pid) {
        return new DatabaseUnavailable(
                ("The data folder %s is in use by process %s. Stop that process, choose another data folder with"
                                + " MESHQUIZ_HOME, or %s and let both share it.")
                        .formatted(home, pid, DatabaseUnavailable.OWN_SERVER));
    }

    /** Gives the folder back; a second call does nothing. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw DatabaseUnavailable.storing(home, e);
        } finally {
            HELD_HERE.remove(home);
        }
    }
}

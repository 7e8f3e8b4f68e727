package org.meshquiz.store.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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

    private static final String OWN_PID = Long.toString(ProcessHandle.current().pid());
    private static final int LONGEST_PID = 20;

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
            throw inUse(home, OWN_PID);
        }
        Path file = home.resolve("lock");
        try {
            return new FolderLock(home, locked(home, FileChannel.open(file, CREATE, READ, WRITE)));
        } catch (IOException e) {
            HELD_HERE.remove(home);
            throw DatabaseUnavailable.storing(file, e);
        } catch (DatabaseUnavailable inUse) {
            HELD_HERE.remove(home);
            throw inUse;
        }
    }

    /** Locks the file and writes into it who we are, for others to read; closes it if that fails. */
    private static FileChannel locked(Path home, FileChannel file) throws IOException {
        try {
            if (file.tryLock() == null) {
                throw inUse(home, UTF_8.decode(contentOf(file)).toString());
            }
            file.truncate(0);
            file.write(UTF_8.encode(OWN_PID));
            return file;
        } catch (IOException | DatabaseUnavailable e) {
            file.close();
            throw e;
        }
    }

    private static ByteBuffer contentOf(FileChannel file) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(LONGEST_PID);
        file.read(content);
        return content.flip();
    }

    private static DatabaseUnavailable inUse(Path home, String pid) {
        String who = pid.isBlank() ? "another process, which is just starting" : "process " + pid;
        return new DatabaseUnavailable(
                ("The data folder %s is in use by %s. Stop that process, choose another data folder with"
                                + " MESHQUIZ_HOME, or %s and let both share it.")
                        .formatted(home, who, DatabaseUnavailable.OWN_SERVER));
    }

    /** Gives the folder back; a second call does nothing. */
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw DatabaseUnavailable.storing(home, e);
        } finally {
            HELD_HERE.remove(home);
        }
    }
}

package org.meshquiz.store.embedded;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** What these tests need from the system and from other programs. */
final class Programs {
    /** PostgreSQL's programs, unpacked once for all tests. */
    static final Path UNPACKED = Path.of("target", "postgresql").toAbsolutePath();

    private Programs() {}

    static EmbeddedDatabase open(Path home) {
        return EmbeddedDatabase.start(home, UNPACKED);
    }

    /** The process id in the first line of the cluster's {@code postmaster.pid}. */
    static ProcessHandle postmaster(Path home) throws IOException {
        long pid = Long.parseLong(Files.readAllLines(postmasterFile(home)).get(0));
        return ProcessHandle.of(pid).orElseThrow();
    }

    static Path postmasterFile(Path home) {
        return home.resolve("database/cluster/postmaster.pid");
    }

    static void awaitEnd(ProcessHandle process, long seconds)
            throws ExecutionException, InterruptedException, TimeoutException {
        process.onExit().get(seconds, SECONDS);
    }

    /** Runs a command and expects it to succeed. */
    static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " gave " + process.exitValue());
        }
    }

    static boolean succeeds(String... command) throws InterruptedException {
        try {
            run(command);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

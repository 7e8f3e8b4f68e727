package org.meshquiz.store.embedded;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Map;

/**
 * Runs PostgreSQL's own programs under the server's account, with their output in the server's log.
 *
 * <p>They get an environment of their own: the program's may hold chat tokens, and PostgreSQL would read settings from
 * variables that begin with {@code PG}.
 *
 * @param binaries where the programs are
 * @param account under which they run
 * @param log where their output goes
 */
record PostgresPrograms(ServerBinaries binaries, ServerAccount account, ServerLog log) {
    private static final String PATH = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");

    /** The file of a program, {@code initdb} or {@code pg_ctl}. */
    String path(String program) {
        return binaries.program(program).toString();
    }

    /**
     * Runs a program to its end.
     *
     * @return whether it succeeded
     */
    boolean run(String program, String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = path(program);
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            return start(Redirect.to(NOWHERE.toFile()), command).waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Interrupted while " + program + " was running. Start again.", e);
        }
    }

    private static final Path NOWHERE = Path.of("/dev/null");

    /** Starts a command whose standard input is a pipe from this process. */
    Process start(Redirect output, String... command) {
        ProcessBuilder builder = new ProcessBuilder(account.command(command))
                .redirectError(Redirect.appendTo(log.file().toFile()))
                .redirectOutput(output);
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", PATH, "LC_ALL", "C"));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "Cannot run %s: %s. Delete %s to have it unpacked again, or %s."
                            .formatted(command[0], e.getMessage(), binaries.folder(), DatabaseUnavailable.OWN_SERVER),
                    e);
        }
    }
}

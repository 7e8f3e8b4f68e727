package org.meshquiz.store.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
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

    /** How a program ended, and all that it said. */
    record Outcome(boolean succeeded, String said) {}

    /** Runs a program to its end. */
    Outcome run(String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(path(program)));
        command.addAll(List.of(arguments));
        Process process = start(true, command);
        try {
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            log.add(said);
            return new Outcome(process.onExit().join().exitValue() == 0, said);
        } catch (IOException e) {
            throw new DatabaseUnavailable("Lost sight of " + program + ": " + e.getMessage() + ". Start again.", e);
        }
    }

    /** Starts a shell script whose input and output are pipes to this process, and whose errors go to the log. */
    Process script(String script, String name, String... arguments) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", script, name));
        command.addAll(List.of(arguments));
        return start(false, command);
    }

    private Process start(boolean errorsAsOutput, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(account.command(command)).redirectErrorStream(errorsAsOutput);
        if (!errorsAsOutput) {
            builder.redirectError(Redirect.appendTo(log.file().toFile()));
        }
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", PATH, "LC_ALL", "C"));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "Cannot run %s: %s. Delete %s to have it unpacked again, or %s."
                            .formatted(
                                    command.get(0), e.getMessage(), binaries.folder(), DatabaseUnavailable.OWN_SERVER),
                    e);
        }
    }
}

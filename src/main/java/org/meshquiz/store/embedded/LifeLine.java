package org.meshquiz.store.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Ties the server's life to this process. A small shell process starts the server and then reads from a pipe whose other
 * end is here; the system closes that end when this process dies in whatever way, even of {@code kill -9}, and the shell
 * stops the server.
 */
final class LifeLine implements AutoCloseable {
    /**
     * {@code pg_ctl} gives the server a session of its own, so that Ctrl-C in the terminal reaches this program first
     * and the server only through it. At the end the process id is compared, lest a slow shell stop its successor's
     * server. Arguments: pg_ctl, cluster, server options.
     */
    private static final String WATCH = """
            trap '' HUP INT QUIT TERM
            pg_ctl=$1 cluster=$2 options=$3
            if ! "$pg_ctl" start -s -D "$cluster" -w -t 120 -o "$options" </dev/null >&2; then
              "$pg_ctl" stop -s -D "$cluster" -m immediate -w -t 20 </dev/null >&2
              exit 1
            fi
            read -r server < "$cluster/postmaster.pid"
            echo ready
            read -r nothing
            read -r now 2>/dev/null < "$cluster/postmaster.pid" || exit 0
            [ "$now" = "$server" ] || exit 0
            exec "$pg_ctl" stop -s -D "$cluster" -m fast -w -t 20 >&2
            """;

    private static final long PATIENCE_SECONDS = 30;

    private final Process shell;

    private LifeLine(Process shell) {
        this.shell = shell;
    }

    /**
     * Starts the server and waits until it takes connections.
     *
     * @return nothing if it did not start; the log says why
     */
    static Optional<LifeLine> start(PostgresPrograms programs, Path cluster, int port) {
        Process shell = programs.script(
                WATCH, "meshquiz-watch", programs.path("pg_ctl"), cluster.toString(), ServerSettings.options(port));
        LifeLine lifeLine = new LifeLine(shell);
        if (lifeLine.isReady()) {
            return Optional.of(lifeLine);
        }
        lifeLine.close();
        return Optional.empty();
    }

    private boolean isReady() {
        try (BufferedReader answer = new BufferedReader(new InputStreamReader(shell.getInputStream(), UTF_8))) {
            return "ready".equals(answer.readLine());
        } catch (IOException e) {
            return false;
        }
    }

    /** Lets go, and waits for the shell to have stopped the server, also in a thread that is being interrupted. */
    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
            shell.onExit()
                    .completeOnTimeout(shell, PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (IOException e) {
            // The pipe is broken, so the shell is gone; the server is stopped without it.
        } finally {
            shell.destroyForcibly();
        }
    }
}

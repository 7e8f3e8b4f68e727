package org.meshquiz.store.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program with an embedded database in a JVM of its own, for tests that kill it. It tells its state on standard
 * output, one line each: {@code ready}, the address and the password; or {@code refused} and why; and when it ends
 * orderly whether its shutdown hook still had a database to talk to.
 */
final class DatabaseProgram implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private DatabaseProgram(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    /** Arguments: the data folder and the folder of unpacked programs, as URIs, which any locale can pass on. */
    public static void main(String[] args) throws IOException {
        try {
            EmbeddedDatabase database =
                    EmbeddedDatabase.start(Path.of(URI.create(args[0])), Path.of(URI.create(args[1])));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                System.out.println(takesConnections(database) ? "hook had a database" : "hook had no database");
                database.close();
                System.out.println("closed");
            }));
            System.out.println("ready " + database.jdbcUrl() + " " + database.password());
        } catch (DatabaseUnavailable refused) {
            System.out.println("refused " + refused.getMessage());
            return;
        }
        while (System.in.read() >= 0) {
            // Only the end of the input ends the program.
        }
        System.exit(0);
    }

    private static boolean takesConnections(EmbeddedDatabase database) {
        try (Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    static DatabaseProgram start(Path home) throws IOException {
        return start(home.toUri(), List.of(), Map.of(), System.getProperty("java.class.path"));
    }

    /**
     * @param prefix words before the command, such as {@code setsid}
     * @param environment variables to set
     */
    static DatabaseProgram start(URI home, List<String> prefix, Map<String, String> environment, String classPath)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", classPath));
        command.add(DatabaseProgram.class.getName());
        command.addAll(List.of(home.toString(), Programs.UNPACKED.toUri().toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectError(new File("target", "database-program.log").getAbsoluteFile());
        builder.environment().putAll(environment);
        return new DatabaseProgram(builder.start());
    }

    /** The next line it tells, or {@code nothing} after its end. */
    String line() throws IOException {
        String line = output.readLine();
        return line == null ? "nothing" : line;
    }

    Process process() {
        return process;
    }

    /** {@code kill -9}, and the wait for its end. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}

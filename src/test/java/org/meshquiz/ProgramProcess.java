package org.meshquiz;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program as a process of its own, so that it can be killed. */
public final class ProgramProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final int port;

    private ProgramProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it on a data folder and returns when it says that it is ready. */
    public static ProgramProcess start(Path home) {
        return start(home, Map.of());
    }

    /**
     * The same with more settings.
     *
     * @param settings environment variables
     */
    public static ProgramProcess start(Path home, Map<String, String> settings) {
        return start(command(), home, settings);
    }

    /** The same on a machine whose clock is ahead by that, or behind. */
    public static ProgramProcess start(Path home, Map<String, String> settings, Duration skew) {
        return start(java(SkewedProgram.class, skew.toString()), home, settings);
    }

    private static ProgramProcess start(ProcessBuilder builder, Path home, Map<String, String> settings) {
        int port = freePort();
        builder.environment().putAll(Map.of("MESHQUIZ_HOME", home.toString(), "MESHQUIZ_PORT", String.valueOf(port)));
        builder.environment().putAll(settings);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        try {
            ProgramProcess started = new ProgramProcess(builder.start(), port);
            started.awaitReady();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The java command that runs the program with the settings of nobody. */
    public static ProcessBuilder command(String... arguments) {
        return java(Main.class, arguments);
    }

    private static ProcessBuilder java(Class<?> main, String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        builder.command().addAll(List.of(arguments));
        builder.environment().keySet().removeIf(name -> name.startsWith("MESHQUIZ_"));
        return builder;
    }

    public int port() {
        return port;
    }

    /** What {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Lets it hang, as a machine does that stops for a while: {@code SIGSTOP}. */
    public void pause() {
        signal("STOP");
    }

    /** Lets it go on. */
    public void resume() {
        signal("CONT");
    }

    private void signal(String signal) {
        try {
            int code = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill -" + signal + " ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private void awaitReady() throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null || !line.contains("http://127.0.0.1:" + port)) {
            throw new AssertionError("the program did not say that it is ready, but: " + line);
        }
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

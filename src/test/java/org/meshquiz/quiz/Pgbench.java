package org.meshquiz.quiz;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meshquiz.store.TestDatabase;

/**
 * PostgreSQL's own load program.
 *
 * @param program where it is
 * @param address the database
 * @param clients how many write at once
 */
record Pgbench(String program, TestDatabase.Address address, int clients) {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    /**
     * Runs a script over and over, its statements prepared unless an option says otherwise.
     *
     * @param options how long, and what its variables are
     * @return how often a second
     * @throws IllegalStateException with what the program said, when it did not end well
     */
    double rate(String script, String... options) throws IOException, InterruptedException {
        Path file = Files.writeString(Files.createTempFile("pgbench", ".sql"), script);
        URI server = URI.create(address.url().substring("jdbc:".length()));
        List<String> command = new ArrayList<>(List.of(
                program, "-n", "-c", String.valueOf(clients), "-j", "2", "-M", "prepared", "-f", file.toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-h", "127.0.0.1", "-p", String.valueOf(server.getPort()), "-U", address.user()));
        command.add(server.getPath().substring(1));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("PGPASSWORD", address.password());
        Process process = builder.redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Files.delete(file);
        Matcher rate = RATE.matcher(told);
        if (process.waitFor() != 0 || !rate.find()) {
            throw new IllegalStateException(told);
        }
        return Double.parseDouble(rate.group(1));
    }
}

package org.meshquiz;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures the jar: from {@code java -jar} to "ready", on an empty data folder and on a warm one, and the peak memory of the
 * JVM and of the database (Linux); as Java comes, as the image starts it, and with one compiler besides.
 *
 * <p>{@code mvn -q package -DskipTests && mvn -q test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=org.meshquiz.StartMeasurement}; an argument is another Java's program.
 */
public final class StartMeasurement {
    private static final int WARM_STARTS = 5;

    private final String java;

    private StartMeasurement(String java) {
        this.java = java;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        new StartMeasurement(args.length > 0 ? args[0] : "java").run();
    }

    private void run() throws IOException, InterruptedException {
        measure("as Java comes");
        Path archive = Files.createTempDirectory("meshquiz-archive-").resolve("meshquiz.jsa");
        start(Files.createTempDirectory("meshquiz-start-"), "-XX:ArchiveClassesAtExit=" + archive);
        List<String> asTheImage = List.of("-XX:SharedArchiveFile=" + archive, "-XX:+UseSerialGC", "-Xmx192m");
        measure("archive, serial collector", asTheImage.toArray(String[]::new));
        measure(
                "archive, serial collector, one compiler",
                Stream.concat(asTheImage.stream(), Stream.of("-XX:TieredStopAtLevel=1"))
                        .toArray(String[]::new));
    }

    private void measure(String name, String... javaOptions) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("meshquiz-start-");
        double first = start(home, javaOptions).seconds();
        List<Start> warm = new ArrayList<>();
        for (int run = 0; run < WARM_STARTS; run++) {
            warm.add(start(home, javaOptions));
        }
        double[] seconds = warm.stream().mapToDouble(Start::seconds).sorted().toArray();
        Start last = warm.get(WARM_STARTS - 1);
        System.out.printf(
                "%s: first start %.2f s, warm start %.2f s (median of %d), JVM peak %d MiB, database %d MiB%n",
                name, first, seconds[WARM_STARTS / 2], WARM_STARTS, last.jvmKib() / 1024, last.databaseKib() / 1024);
    }

    private record Start(double seconds, long jvmKib, long databaseKib) {}

    private Start start(Path home, String... javaOptions) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(Arrays.asList(javaOptions));
        command.addAll(List.of("-jar", "target/meshquiz.jar"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("MESHQUIZ_HOME", home.toString());
        builder.environment().put("MESHQUIZ_PORT", String.valueOf(ProgramProcess.freePort()));
        long from = System.nanoTime();
        Process process = builder.start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            if (out.readLine() == null) {
                throw new IOException("the program ended before it was ready; what it said is above");
            }
            double seconds = (System.nanoTime() - from) / 1e9;
            Start started = new Start(seconds, kib(process.pid(), "status", "VmHWM"), database(home));
            // By the handle, which leaves the pipe open: what Java says while it writes an archive finds a reader.
            process.toHandle().destroy();
            out.transferTo(Writer.nullWriter());
            return started;
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    /** Memory of the server and its processes, each shared page counted once. */
    private static long database(Path home) throws IOException {
        long sum = 0;
        for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
            String arguments = String.join(" ", process.info().arguments().orElse(new String[0]));
            if (arguments.contains(home.toString())
                    && process.info().command().orElse("").endsWith("postgres")) {
                sum += kib(process.pid(), "smaps_rollup", "Pss");
                for (ProcessHandle child : process.children().toList()) {
                    sum += kib(child.pid(), "smaps_rollup", "Pss");
                }
            }
        }
        return sum;
    }

    private static long kib(long pid, String file, String name) throws IOException {
        Path proc = Path.of("/proc", String.valueOf(pid), file);
        if (!Files.isReadable(proc)) {
            return 0;
        }
        return Files.readAllLines(proc).stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}

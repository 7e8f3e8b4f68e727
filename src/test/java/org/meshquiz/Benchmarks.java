package org.meshquiz;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.meshquiz.commands.AbilityBenchmark;
import org.meshquiz.memory.FsrsMeasurement;
import org.meshquiz.quiz.AnswerMeasurement;
import org.meshquiz.quiz.GrowthMeasurement;
import org.meshquiz.quiz.MarkingMeasurement;
import org.meshquiz.quiz.SchedulersMeasurement;
import org.meshquiz.quiz.TeamMeasurement;
import org.meshquiz.slack.SlackLoad;
import org.meshquiz.telegram.TelegramLoad;

/**
 * Runs the measurements one after the other, each in a Java of its own, so that all figures are of one machine and one day.
 * What wants a program that is not there (pgbench, npm, the jar, another Java) is left out and said.
 *
 * <p>{@code mvn -q -DskipTests package exec:exec@benchmarks}, and with {@code -Dbenchmarks=answers,memory} only these. The
 * rows are in {@code src/site/markdown/benchmarks.md}; all take 50 minutes on 2 cores, half of it for a million people.
 */
public final class Benchmarks {
    private static final Path JAR = Path.of("target", "meshquiz.jar");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** A measurement, and what it wants to have: a program in the path, or a file. */
    private record Benchmark(String name, Class<?> program, Optional<String> wants, List<String> arguments) {
        private static Benchmark of(String name, Class<?> program, String... arguments) {
            return new Benchmark(name, program, Optional.empty(), List.of(arguments));
        }

        private static Benchmark wanting(String wants, String name, Class<?> program, String... arguments) {
            return new Benchmark(name, program, Optional.of(wants), List.of(arguments));
        }
    }

    private static final List<Benchmark> ALL = List.of(
            Benchmark.wanting("pgbench", "answers", AnswerMeasurement.class, "pgbench"),
            Benchmark.wanting("pgbench", "marking", MarkingMeasurement.class, "pgbench"),
            Benchmark.of("taps", TelegramLoad.class, "1000", "50", "20"),
            Benchmark.of("presses", SlackLoad.class, "60"),
            Benchmark.wanting("npm", "memory", FsrsMeasurement.class),
            Benchmark.of("ability", AbilityBenchmark.class),
            Benchmark.wanting(JAR.toString(), "start", StartMeasurement.class, JAVA),
            Benchmark.of("pages", TeamMeasurement.class, "100000", "1000000"),
            Benchmark.of("growth", GrowthMeasurement.class, "1000", "10000", "100000", "1000000"),
            Benchmark.of("sweep", GrowthMeasurement.class, "all", "100000", "1000000"),
            Benchmark.of("schedulers", SchedulersMeasurement.class, "20000", "2000", "3"));

    private Benchmarks() {}

    /** Names of benchmarks, with commas between them, and Javas to start with besides this one; nothing for all. */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> words = Arrays.stream(args)
                .flatMap(argument -> Stream.of(argument.split(",")))
                .filter(word -> !word.isBlank())
                .toList();
        List<Benchmark> chosen = new ArrayList<>();
        for (String word : words.isEmpty() ? names() : words) {
            chosen.add(named(word));
        }
        List<String> failed = new ArrayList<>();
        for (Benchmark benchmark : chosen) {
            if (!ended(benchmark)) {
                failed.add(benchmark.name());
            }
        }
        if (!failed.isEmpty()) {
            System.err.println("Failed: " + String.join(", ", failed) + "; what they said is above.");
            System.exit(1);
        }
    }

    private static List<String> names() {
        return ALL.stream().map(Benchmark::name).toList();
    }

    private static Benchmark named(String word) {
        if (word.contains(File.separator)) {
            return Benchmark.wanting(word, "start with " + word, StartMeasurement.class, word);
        }
        return ALL.stream()
                .filter(benchmark -> benchmark.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no benchmark is named '" + word + "'; name one of "
                        + String.join(", ", names()) + ", or the path of another java to start with"));
    }

    /** False when it failed; one that misses a program is left out and has not failed. */
    private static boolean ended(Benchmark benchmark) throws IOException, InterruptedException {
        System.out.printf("%n== %s%n", benchmark.name());
        Optional<String> missing = benchmark.wants().filter(wanted -> !isThere(wanted));
        if (missing.isPresent()) {
            System.out.printf("left out: there is no %s%n", missing.get());
            return true;
        }
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                "-cp",
                System.getProperty("java.class.path"),
                benchmark.program().getName()));
        command.addAll(benchmark.arguments());
        long begin = System.nanoTime();
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        System.out.printf(
                "(%d s)%n", Duration.ofNanos(System.nanoTime() - begin).toSeconds());
        return status == 0;
    }

    private static boolean isThere(String wanted) {
        if (wanted.contains(File.separator)) {
            return Files.exists(Path.of(wanted));
        }
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, wanted)));
    }
}

package org.meshquiz.memory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Measures the memory model against ts-fsrs on the same histories, in turns and on one thread each, and compares the states
 * that both end in. Wants node and npm.
 *
 * <p>{@code mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.meshquiz.memory.FsrsMeasurement}
 */
public final class FsrsMeasurement {
    private static final Path FOLDER = Path.of("target", "ts-fsrs").toAbsolutePath();
    private static final int HISTORIES = 10_000;
    private static final int LENGTH = 20;
    private static final int WARM_UP = 5;
    private static final int ROUNDS = 9;

    private final Fsrs fsrs = new Fsrs(Parameters.DEFAULT);

    private FsrsMeasurement() {}

    /** One answer of a history. */
    private record Step(Rating rating, int days) {}

    public static void main(String[] args) throws IOException, InterruptedException {
        new FsrsMeasurement().run();
    }

    private void run() throws IOException, InterruptedException {
        List<List<Step>> histories = histories();
        Process other = node(histories);
        double[] ratios = new double[ROUNDS];
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        List<MemoryState> states = new ArrayList<>();
        try (BufferedReader told = other.inputReader(StandardCharsets.UTF_8)) {
            try (Writer ask = other.outputWriter(StandardCharsets.UTF_8)) {
                for (int round = -WARM_UP; round < ROUNDS; round++) {
                    double here = rate(histories);
                    ask.write("go\n");
                    ask.flush();
                    double there = Double.parseDouble(told.readLine());
                    if (round >= 0) {
                        ours[round] = here;
                        theirs[round] = there;
                        ratios[round] = here / there;
                    }
                }
            }
            told.lines()
                    .map(line -> line.split(" "))
                    .forEach(state ->
                            states.add(new MemoryState(Double.parseDouble(state[0]), Double.parseDouble(state[1]))));
        }
        double difference = 0;
        for (int i = 0; i < HISTORIES; i++) {
            MemoryState here = last(histories.get(i));
            MemoryState there = states.get(i);
            difference = Math.max(difference, Math.abs(here.stability() / there.stability() - 1));
            difference = Math.max(difference, Math.abs(here.difficulty() / there.difficulty() - 1));
        }
        System.out.printf(
                Locale.ROOT,
                "%.1f million reviews/s, ts-fsrs %.1f million/s, ratio %.1f (medians of %d); greatest difference of a state %.1e%n",
                median(ours) / 1e6,
                median(theirs) / 1e6,
                median(ratios),
                ROUNDS,
                difference);
    }

    private static List<List<Step>> histories() {
        SplittableRandom random = new SplittableRandom(1);
        List<List<Step>> histories = new ArrayList<>();
        for (int i = 0; i < HISTORIES; i++) {
            List<Step> steps = new ArrayList<>();
            for (int n = 0; n < LENGTH; n++) {
                Rating rating = random.nextInt(10) == 0 ? Rating.AGAIN : Rating.ofGrade(random.nextInt(2, 5));
                steps.add(new Step(rating, n == 0 ? 0 : random.nextInt(0, 100)));
            }
            histories.add(steps);
        }
        return histories;
    }

    private double rate(List<List<Step>> histories) {
        long begin = System.nanoTime();
        double sum = 0;
        for (List<Step> history : histories) {
            sum += last(history).stability();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (Double.isNaN(sum)) {
            throw new IllegalStateException("a stability is no number");
        }
        return HISTORIES * LENGTH / seconds;
    }

    private MemoryState last(List<Step> history) {
        MemoryState state = fsrs.first(history.get(0).rating());
        for (Step step : history.subList(1, history.size())) {
            state = fsrs.next(state, step.days(), step.rating());
        }
        return state;
    }

    private static Process node(List<List<Step>> histories) throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        Process npm = new ProcessBuilder(
                        "npm", "install", "--silent", "--no-audit", "--prefix", FOLDER.toString(), "ts-fsrs@5.4.2")
                .inheritIO()
                .start();
        if (npm.waitFor() != 0) {
            throw new IllegalStateException("npm could not install ts-fsrs");
        }
        StringBuilder lines = new StringBuilder();
        for (List<Step> history : histories) {
            List<String> numbers = new ArrayList<>();
            history.forEach(step -> numbers.add(step.rating().grade() + " " + step.days()));
            lines.append(String.join(" ", numbers)).append('\n');
        }
        Path file = Files.writeString(FOLDER.resolve("histories.txt"), lines);
        Path script = Files.copy(
                Path.of("src", "test", "resources", "fsrs", "ts-fsrs.js"),
                FOLDER.resolve("measure.js"),
                StandardCopyOption.REPLACE_EXISTING);
        return new ProcessBuilder("node", script.toString(), file.toString())
                .directory(FOLDER.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}

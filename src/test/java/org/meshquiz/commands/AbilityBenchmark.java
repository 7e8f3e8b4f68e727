package org.meshquiz.commands;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Requests a second to the level engine on one thread, each a line of JSON in and out, in a skill of 120 questions: the
 * estimate and the next question of people who have answered fifteen, and an answer that is new to its person, with the
 * calibrations that a growing log brings.
 *
 * <p>To run it: {@code mvn -q test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test
 * -Dexec.args="-cp %classpath org.meshquiz.commands.AbilityBenchmark"}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AbilityBenchmark {
    private static final int QUESTIONS = 120;
    private static final int PEOPLE = 200;
    private static final int ANSWERS = 15;
    private static final String[] LEVELS = {"JUNIOR", "MIDDLE", "SENIOR", "EXPERT"};
    private static final String WHERE_AND_WHEN = "\",\"skill\":\"istio\",\"at\":\"2026-01-05T10:00:00Z\"}";

    private AbilityLines lines = new AbilityLines();
    private SplittableRandom random = new SplittableRandom(1);
    private int asked;
    private int answered;

    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(AbilityBenchmark.class.getSimpleName())
                        .build())
                .run();
    }

    /** Each iteration begins with the same log, so that it does not grow without end. */
    @Setup(Level.Iteration)
    public void answerSome() {
        lines = new AbilityLines();
        random = new SplittableRandom(1);
        for (int question = 0; question < QUESTIONS; question++) {
            lines.reply("{\"op\":\"item\",\"id\":\"q" + question + "\",\"skill\":\"istio\",\"level\":\""
                    + LEVELS[question % LEVELS.length] + "\",\"kind\":\"single\",\"options\":4,\"topic\":\"t"
                    + question % 10 + "\"}");
        }
        answered = 0;
        while (answered < PEOPLE * ANSWERS) {
            answer();
        }
    }

    /** The estimate of somebody. */
    @Benchmark
    public String estimate() {
        return lines.reply("{\"op\":\"estimate\",\"user\":\"" + somebody() + WHERE_AND_WHEN);
    }

    /** The next question for somebody. */
    @Benchmark
    public String next() {
        return lines.reply("{\"op\":\"next\",\"ignoreStop\":true,\"user\":\"" + somebody() + WHERE_AND_WHEN);
    }

    /** A first answer; everybody gives fifteen, then the next person comes. */
    @Benchmark
    public String answer() {
        int person = answered / ANSWERS;
        int question = (person + 7 * (answered % ANSWERS)) % QUESTIONS;
        boolean correct = random.nextInt(LEVELS.length) >= question % LEVELS.length;
        answered++;
        return lines.reply("{\"op\":\"answer\",\"user\":\"u" + person + "\",\"item\":\"q" + question + "\",\"correct\":"
                + correct + ",\"at\":\"2026-01-05T10:00:00Z\"}");
    }

    private String somebody() {
        asked = (asked + 1) % PEOPLE;
        return "u" + asked;
    }
}

package org.meshquiz.memory;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Reviews a second on one thread, in histories of ten: through the scheduler with ratings, and with chat answers.
 *
 * <p>To run it: {@code mvn -q test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test
 * -Dexec.args="-cp %classpath org.meshquiz.memory.SchedulerBenchmark"}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SchedulerBenchmark {
    private static final int HISTORIES = 1_000;
    private static final int LENGTH = 10;
    private static final int REVIEWS = HISTORIES * LENGTH;

    private final Fsrs fsrs = new Fsrs(Parameters.DEFAULT);
    private final Scheduler scheduler = new Scheduler(fsrs, 0.9, 36_500, Steps.DEFAULT);
    private final ChatMemory memory = new ChatMemory(fsrs);
    private final Rating[] ratings = new Rating[REVIEWS];
    private final ChatAnswer[] answers = new ChatAnswer[REVIEWS];
    private final int[] days = new int[REVIEWS];

    public SchedulerBenchmark() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < REVIEWS; i++) {
            boolean right = random.nextInt(10) > 0;
            ratings[i] = right ? Rating.ofGrade(random.nextInt(2, 5)) : Rating.AGAIN;
            answers[i] = new ChatAnswer(right, 0.25, ChatAnswer.Confidence.PLAIN);
            days[i] = random.nextInt(1, 100);
        }
    }

    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(SchedulerBenchmark.class.getSimpleName())
                        .build())
                .run();
    }

    /** Ratings through the scheduler. */
    @Benchmark
    @OperationsPerInvocation(REVIEWS)
    public void ratings(Blackhole hole) {
        for (int history = 0; history < HISTORIES; history++) {
            int i = history * LENGTH;
            Scheduler.Scheduled now = scheduler.first(ratings[i]);
            for (int next = i + 1; next < i + LENGTH; next++) {
                now = scheduler.next(now.card(), days[next], ratings[next]);
            }
            hole.consume(now);
        }
    }

    /** Chat answers, and the interval after each. */
    @Benchmark
    @OperationsPerInvocation(REVIEWS)
    public void chatAnswers(Blackhole hole) {
        for (int history = 0; history < HISTORIES; history++) {
            int i = history * LENGTH;
            MemoryState now = memory.first(answers[i]);
            for (int next = i + 1; next < i + LENGTH; next++) {
                now = memory.next(now, days[next], answers[next]);
                hole.consume(fsrs.interval(now.stability(), 0.9, 36_500));
            }
            hole.consume(now);
        }
    }
}

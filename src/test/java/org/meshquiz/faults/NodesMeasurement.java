package org.meshquiz.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Three nodes under load, of which one after the other is killed or hangs, and one has a clock that is two minutes ahead:
 * what is lost and what comes twice, in quizzes that people ask for and in the daily one.
 *
 * <p>{@code mvn -q test-compile exec:exec -Dexec.classpathScope=test -Dexec.executable=java
 * -Dexec.args="-cp %classpath org.meshquiz.faults.NodesMeasurement 100 20 60"}: people, faults, seconds of each pause.
 */
public final class NodesMeasurement {
    private static final int QUESTIONS = 10;
    private static final long PATIENCE_SECONDS = 900;

    private final Nodes nodes;
    private final Crowd crowd;
    private final Random random = new Random(11);
    private int kills;
    private int pauses;

    private NodesMeasurement(Path home, int people) {
        this.nodes = new Nodes(home);
        this.crowd = new Crowd(nodes.api, people);
    }

    public static void main(String[] args) throws IOException {
        int people = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        int faults = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        Duration pause = Duration.ofSeconds(args.length > 2 ? Integer.parseInt(args[2]) : 60);
        new NodesMeasurement(Files.createTempDirectory("nodes-"), people).run(faults, pause, System.out);
        System.exit(0);
    }

    private void run(int faults, Duration pause, PrintStream out) {
        int people = crowd.size();
        crowd.write("/start");
        answer(() -> nodes.number("select count(*) from learner") == people);
        nodes.execute("update learner set next_push_at = now()");
        CompletableFuture<Void> early = CompletableFuture.runAsync(() -> trouble(2, Duration.ofSeconds(30)));
        answer(() -> early.isDone() && ended() >= people);
        out.printf(
                "daily: %.0f quizzes (must be %d), the most of one person %.0f%n",
                nodes.number("select count(*) from daily_push"),
                people,
                nodes.number("select max(n) from (select count(*) n from daily_push group by learner_id) each_person"));
        report(out);

        CompletableFuture<Void> trouble = CompletableFuture.runAsync(() -> trouble(faults, pause));
        long from = System.nanoTime();
        // Quizzes follow each other until all that is to go wrong has gone wrong.
        int quizzes = people;
        do {
            quizzes += people;
            int begun = quizzes;
            crowd.write("/quiz istio " + QUESTIONS);
            answer(() -> ended() >= begun);
        } while (!trouble.isDone());
        double seconds = (System.nanoTime() - from) / 1e9;
        out.printf(
                "%d people, %d kills, %d pauses of up to %d s, quizzes on demand for %.0f s%n",
                people, kills, pauses, pause.toSeconds(), seconds);
        report(out);
        nodes.close();
    }

    private double ended() {
        return nodes.number("select count(*) from quiz_session where ended_at is not null");
    }

    private void report(PrintStream out) {
        out.printf(
                "questions answered %d, answers %.0f, unlike the cards %.0f, levels unlike the log %d%n",
                crowd.answered(),
                nodes.number("select count(*) from review"),
                nodes.answersUnlikeTheCards(),
                nodes.levelsUnlikeTheLog());
        out.printf(
                "questions that came twice: %d in %d kills and %d pauses (at most 2 each); people who had to ask for the"
                        + " next one: %d%n",
                crowd.twice(), kills, pauses, crowd.asked());
    }

    private void answer(BooleanSupplier done) {
        crowd.answerUntil(done, PATIENCE_SECONDS);
    }

    /** In turn a node is killed and another hangs; which one is by chance. */
    private void trouble(int faults, Duration pause) {
        for (int fault = 0; fault < faults; fault++) {
            int node = random.nextInt(Nodes.SIZE);
            LockSupport.parkNanos(Duration.ofMillis(500 + random.nextInt(3_000)).toNanos());
            if (fault % 2 == 0) {
                nodes.killAndRestart(node);
                kills++;
            } else {
                nodes.get(node).pause();
                LockSupport.parkNanos(pause.toNanos());
                nodes.get(node).resume();
                pauses++;
            }
        }
    }
}

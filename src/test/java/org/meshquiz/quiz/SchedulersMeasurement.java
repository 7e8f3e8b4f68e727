package org.meshquiz.quiz;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

/**
 * Measures how many people who are all due at once are served a second, in turns on the same server: by the sweep, which
 * picks and writes a question for each and plans the next; by db-scheduler with a task for each person, which at first does
 * nothing but come again the next day, and then writes the same question in a transaction of its own; and by Quartz with a
 * trigger for each person and an empty job. Each turn has a new database, and it is counted that everybody was served once.
 *
 * <p>{@code mvn -q test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=org.meshquiz.quiz.SchedulersMeasurement -Dexec.args="20000 2000 3"}: people, people of Quartz, rounds.
 */
public final class SchedulersMeasurement {
    /** People of a first turn that is not told of; and of a crowd, those who are served before time is taken. */
    private static final int WARM_UP = 500;

    private final List<Scheduler> schedulers;
    private final PrintStream out;

    /** Somebody who serves people. */
    private record Scheduler(String name, int people, Turn turn) {

        /** One turn; returns people a second. */
        interface Turn {
            double of(int people) throws Exception;
        }
    }

    /** What is done with a crowd of whom many are due. */
    private interface Service {
        double rate(StoredPeople crowd, Database database) throws Exception;
    }

    private SchedulersMeasurement(int people, int triggers, PrintStream out) {
        this.schedulers = List.of(
                new Scheduler("sweep", people, count -> crowd(count, SchedulersMeasurement::sweep)),
                new Scheduler("db-scheduler, empty tasks", people, SchedulersMeasurement::emptyTasks),
                new Scheduler(
                        "db-scheduler, the same work", people, count -> crowd(count, SchedulersMeasurement::tasks)),
                new Scheduler("Quartz, empty jobs", triggers, DailyTriggers::rate));
        this.out = out;
    }

    /** Numbers of people, of people of Quartz, and of rounds; those that are left out are as above. */
    public static void main(String[] args) throws Exception {
        int people = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        int triggers = args.length > 1 ? Integer.parseInt(args[1]) : 2_000;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        new SchedulersMeasurement(people, triggers, System.out).run(rounds);
        System.exit(0);
    }

    private void run(int rounds) throws Exception {
        for (Scheduler scheduler : schedulers) {
            scheduler.turn().of(WARM_UP);
        }
        double[][] rates = new double[schedulers.size()][rounds];
        for (int round = 0; round < rounds; round++) {
            for (int index = 0; index < rates.length; index++) {
                rates[index][round] = told(schedulers.get(index));
            }
        }
        for (int index = 1; index < rates.length; index++) {
            tellRatio(schedulers.get(index).name(), rates[0], rates[index]);
        }
    }

    private double told(Scheduler scheduler) throws Exception {
        double rate = scheduler.turn().of(scheduler.people());
        out.printf(Locale.ROOT, "%s: %,d people, %.0f a second%n", scheduler.name(), scheduler.people(), rate);
        return rate;
    }

    private void tellRatio(String name, double[] ours, double[] theirs) {
        double[] ratios = IntStream.range(0, ours.length)
                .mapToDouble(round -> ours[round] / theirs[round])
                .sorted()
                .toArray();
        out.printf(
                Locale.ROOT,
                "sweep to %s: median ratio %.2f of %s%n",
                name,
                ratios[ratios.length / 2],
                Arrays.toString(Arrays.stream(ratios)
                        .map(ratio -> Math.rint(ratio * 100) / 100)
                        .toArray()));
    }

    /** A new crowd, some of whom have been served before, so that statements are planned for tables that are not empty. */
    private static double crowd(int people, Service service) throws Exception {
        try (Database database = TestDatabase.migrated()) {
            int stored = people + WARM_UP;
            StoredPeople crowd = StoredPeople.of(database, stored);
            crowd.makeDue(WARM_UP);
            crowd.application().dailyQuiz().sweep();
            crowd.makeOthersDue();
            double rate = service.rate(crowd, database);
            if (crowd.servedOnce() != stored) {
                throw new IllegalStateException("of " + stored + " people " + crowd.servedOnce() + " were served once");
            }
            return rate;
        }
    }

    private static double sweep(StoredPeople crowd, Database database) {
        int due = crowd.due().size();
        DailyQuiz quiz = crowd.application().dailyQuiz();
        long begin = System.nanoTime();
        int served = quiz.sweep();
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (served != due) {
            throw new IllegalStateException("of " + due + " people " + served + " were looked at");
        }
        return served / seconds;
    }

    private static double tasks(StoredPeople crowd, Database database) throws InterruptedException {
        return DailyTasks.rate(crowd.due(), new SinglePush(database, crowd.catalog())::to);
    }

    private static double emptyTasks(int people) throws InterruptedException {
        return DailyTasks.rate(
                IntStream.rangeClosed(1, people)
                        .mapToObj(person -> "c" + person)
                        .toList(),
                person -> {});
    }
}

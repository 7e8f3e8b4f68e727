package org.meshquiz.quiz;

import java.time.Instant;
import java.time.InstantSource;
import org.meshquiz.store.Database;

/**
 * How things stand, for figures.
 *
 * @param waiting messages that wait to be sent
 * @param oldestSeconds how long the oldest of them has waited
 * @param unknown messages of the last day that may or may not have arrived
 * @param failed messages of the last day that were set aside
 * @param due people whose daily quiz is due
 * @param reports reports of questions that nobody has looked at
 * @param doubted questions that are out of measuring
 * @param spread mean standard deviation of a sample of level estimates; 0 where there are none
 */
public record Vitals(
        long waiting,
        long oldestSeconds,
        long unknown,
        long failed,
        long due,
        long reports,
        long doubted,
        double spread) {
    private static final int SAMPLE = 200;

    /** Reads them. */
    public static Vitals of(Database database, InstantSource clock, Backlog backlog) {
        Instant now = clock.instant();
        return database.write(tx -> new Vitals(
                backlog.waiting(),
                backlog.oldest().toSeconds(),
                backlog.unknown(),
                backlog.failed(),
                tx.duePeople().count(now),
                tx.questionReports().open().size(),
                tx.questionReports().doubted().size(),
                tx.abilities().sample(SAMPLE).stream()
                        .mapToDouble(belief -> belief.sd())
                        .average()
                        .orElse(0)));
    }
}

package org.meshquiz.quiz;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.store.Database;
import org.meshquiz.store.Transaction;

/**
 * Makes all levels anew from the review log alone, by the questions' stored texts. The log is the truth: where the stored
 * level differs, it is replaced. A second run finds nothing to replace.
 */
public final class AbilityRebuild {
    private static final int AT_ONCE = 500;

    private final Database database;
    private final LoggedLevels logged;

    public AbilityRebuild(Database database) {
        this(database, new LoggedLevels(new CalibratedSkills()));
    }

    AbilityRebuild(Database database, LoggedLevels logged) {
        this.database = database;
        this.logged = logged;
    }

    /**
     * What was done.
     *
     * @param people whose log was read
     * @param levels that the log gives
     * @param replaced levels that had been stored otherwise, were missing, or rested on nothing
     */
    public record Outcome(int people, int levels, int replaced) {
        Outcome plus(Outcome other) {
            return new Outcome(people + other.people, levels + other.levels, replaced + other.replaced);
        }
    }

    /** Rebuilds everybody's levels, each person in a transaction; people go on answering meanwhile. */
    public Outcome run() {
        Outcome done = new Outcome(0, 0, 0);
        List<LearnerId> page = page(null);
        while (!page.isEmpty()) {
            for (LearnerId learner : page) {
                done = done.plus(database.write(tx -> rebuild(tx, learner)));
            }
            page = page(page.get(page.size() - 1));
        }
        return done;
    }

    private List<LearnerId> page(@Nullable LearnerId last) {
        return database.write(tx -> tx.learners().after(last, AT_ONCE));
    }

    /** Rebuilds one person's levels. */
    Outcome rebuild(Transaction tx, LearnerId learner) {
        return tx.learners().lock(learner).isEmpty() ? new Outcome(0, 0, 0) : logged.restore(tx, learner);
    }
}

package org.meshquiz.quiz;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.meshquiz.memory.Fit;
import org.meshquiz.memory.Fitted;
import org.meshquiz.memory.History;
import org.meshquiz.memory.Parameters;
import org.meshquiz.store.Database;
import org.meshquiz.store.MemoryParameters.Candidate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fits the memory model to the team, and to each person who has answered enough, whenever their answers have doubled. What
 * does not foretell newer reviews better than the weights in use is kept for the record and not used.
 */
public final class Fitting {
    private static final Logger LOG = LoggerFactory.getLogger(Fitting.class);
    private static final long SEED = 20_260_101;

    private final Database database;
    private final InstantSource clock;
    private final CardRebuild cards;
    private final Fit fit = new Fit(SEED, share -> {});

    Fitting(Database database, InstantSource clock, CardRebuild cards) {
        this.database = database;
        this.cards = cards;
        this.clock = clock;
    }

    /** Fits whatever has grown enough, and restates cards by it; returns how many new sets of weights are in use. */
    public int run() {
        int accepted = team() ? 1 : 0;
        for (Candidate person : database.write(tx -> tx.memoryParameters().candidates(Fit.PERSONAL_MINIMUM))) {
            if (personal(person)) {
                accepted++;
            }
        }
        int restated = cards.run();
        if (restated > 0) {
            LOG.info("{} cards were computed anew with the weights in use", restated);
        }
        return accepted;
    }

    private boolean team() {
        long repeats = database.write(tx -> tx.reviewHistories().repeats());
        long last = database.write(tx -> tx.memoryParameters().repeatsAtLastFit());
        if (repeats < Math.max(Fit.POOLED_MINIMUM, 2 * last)) {
            return false;
        }
        List<History> histories = database.write(tx -> tx.reviewHistories().ofAll());
        Parameters old = database.write(tx -> tx.memoryParameters().ofTeam()).parameters();
        Optional<Fitted> fitted = fit.pooled(histories, old);
        fitted.ifPresent(result -> {
            LOG.info(
                    "Weights of the team: log loss {} instead of {} on {} newer reviews, {}",
                    result.lossAfter(),
                    result.lossBefore(),
                    result.heldOut(),
                    result.accepted() ? "accepted" : "not accepted");
            database.write(tx -> {
                tx.memoryParameters().add(null, result, repeats, clock.instant());
                return true;
            });
        });
        return fitted.map(Fitted::accepted).orElse(false);
    }

    private boolean personal(Candidate person) {
        List<History> histories = database.write(tx -> tx.reviewHistories().of(person.learner()));
        Parameters pooled = database.write(tx -> tx.memoryParameters().ofTeam()).parameters();
        Parameters old = database.write(tx -> tx.memoryParameters().current(person.learner()))
                .parameters();
        Optional<Fitted> fitted = fit.personal(histories, pooled, old);
        fitted.ifPresent(result -> database.write(tx -> {
            // Somebody who has been forgotten meanwhile has no weights.
            tx.learners()
                    .lock(person.learner())
                    .ifPresent(learner ->
                            tx.memoryParameters().add(learner.id(), result, person.repeats(), clock.instant()));
            return true;
        }));
        return fitted.map(Fitted::accepted).orElse(false);
    }
}

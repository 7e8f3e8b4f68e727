package org.meshquiz.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * Fits {@link Parameters} to a review log: the first stabilities by a search, then all weights by descent. The newest
 * fifth of the reviews is held out, and the new parameters are accepted only if they foretell it better than the old
 * ones. Pure: the same log and seed give the same parameters.
 *
 * <p>Only long-term reviews count, those with at least a day since the one before.
 */
public final class Fit {
    /** Long-term reviews of a team from which its pooled parameters are fitted. */
    public static final int POOLED_MINIMUM = 1_000;
    /** Long-term reviews of one person from which their own parameters are fitted. */
    public static final int PERSONAL_MINIMUM = 200;

    private static final double TRAINED_SHARE = 0.8;

    private final long seed;
    private final DoubleConsumer progress;

    /**
     * @param seed decides the order in which histories are taken
     * @param progress told the share that is done, from 0 to 1
     */
    public Fit(long seed, DoubleConsumer progress) {
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * Fits parameters to a whole team, starting from {@link Parameters#DEFAULT}.
     *
     * @param team the histories of everybody
     * @param old what is used now
     * @return empty while the team has fewer than {@value #POOLED_MINIMUM} long-term reviews
     */
    public Optional<Fitted> pooled(List<History> team, Parameters old) {
        return fit(team, POOLED_MINIMUM, Parameters.DEFAULT, old);
    }

    /**
     * Fits parameters to one person, starting from those of the team and pulled back to them.
     *
     * @param own the histories of the person
     * @param pooled the parameters of the team
     * @param old what is used now for this person
     * @return empty while the person has fewer than {@value #PERSONAL_MINIMUM} long-term reviews
     */
    public Optional<Fitted> personal(List<History> own, Parameters pooled, Parameters old) {
        return fit(own, PERSONAL_MINIMUM, pooled, old);
    }

    private Optional<Fitted> fit(List<History> histories, int minimum, Parameters start, Parameters old) {
        List<Instant> moments = History.longTerm(histories);
        if (moments.size() < minimum) {
            return Optional.empty();
        }
        Instant cut = moments.get((int) (TRAINED_SHARE * moments.size()));
        int trained = (int) moments.stream().filter(at -> at.isBefore(cut)).count();
        List<History> older =
                histories.stream().map(history -> history.before(cut)).toList();
        Parameters begun = new FirstStabilities(new Fsrs(start), older).from(start);
        Parameters fitted = new Training(older, seed, progress).run(begun);
        double before = LogLoss.mean(old, histories, cut);
        double after = LogLoss.mean(fitted, histories, cut);
        boolean better = after < before;
        return Optional.of(new Fitted(better ? fitted : old, better, trained, moments.size() - trained, before, after));
    }
}

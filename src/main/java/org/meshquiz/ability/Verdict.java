package org.meshquiz.ability;

import java.util.Optional;

/** What may be said to people about a level: never a level without its doubt. */
public sealed interface Verdict {
    /** Smallest probability at which one level is named. */
    double SURE = 0.8;

    /** Smallest probability at which a pair of neighbouring levels is named. */
    double PAIR = 0.95;

    /** Questions answered before one level is named. */
    int ANSWERS_FOR_LEVEL = 3;

    /** Questions answered before a pair is named. */
    int ANSWERS_FOR_PAIR = 10;

    /** One level, with its probability of at least {@link #SURE}. */
    record Level(Band band, double probability) implements Verdict {}

    /** Two neighbouring levels, with the probability of at least {@link #PAIR} that it is one of them. */
    record Pair(Band lower, Band upper, double probability) implements Verdict {}

    /** Nothing yet; a level or a pair will probably take this many more answers, at least 1. */
    record TooFewAnswers(int more) implements Verdict {}

    /**
     * The verdict on a belief.
     *
     * @param answers how many different questions it rests on; repeats do not count
     */
    static Verdict of(Posterior posterior, int answers) {
        return named(posterior, answers).orElseGet(() -> new TooFewAnswers(Forecast.answersNeeded(posterior, answers)));
    }

    /** A level or a pair; empty where none can be told, without the forecast of when one can. */
    static Optional<Verdict> named(Posterior posterior, int answers) {
        double[] bands = posterior.bands();
        Band level = posterior.likeliest();
        double probability = bands[level.rank()];
        if (answers >= ANSWERS_FOR_LEVEL && probability >= SURE) {
            return Optional.of(new Level(level, probability));
        }
        int lower = lowerOfBestPair(bands);
        double ofPair = bands[lower] + bands[lower + 1];
        if (answers >= ANSWERS_FOR_PAIR && ofPair >= PAIR) {
            return Optional.of(new Pair(Band.ofRank(lower), Band.ofRank(lower + 1), ofPair));
        }
        return Optional.empty();
    }

    private static int lowerOfBestPair(double[] bands) {
        int best = 0;
        for (int i = 1; i + 1 < bands.length; i++) {
            if (bands[i] + bands[i + 1] > bands[best] + bands[best + 1]) {
                best = i;
            }
        }
        return best;
    }
}

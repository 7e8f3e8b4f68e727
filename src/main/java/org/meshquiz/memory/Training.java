package org.meshquiz.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleConsumer;

/**
 * Fits the 21 weights to histories by stochastic descent, with the settings of fsrs-rs 6.6: 5 epochs, batches of about
 * 512 reviews, a rate of 0.04 that falls along half a cosine, newer reviews weighing up to four times as much as the
 * oldest, and a pull back to the start as strong as people differ from one another.
 */
final class Training {
    private static final int EPOCHS = 5;
    private static final int BATCH = 512;
    private static final double RATE = 0.04;
    private static final double OLDEST_IMPORTANCE = 0.25;

    /** How far each weight spreads over the collections that the defaults were made from, as one standard deviation. */
    private static final double[] SPREAD = {
        6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31,
        0.32, 0.14, 0.27
    };

    private final List<Sample> samples = new ArrayList<>();
    private final int total;
    private final Random random;
    private final DoubleConsumer progress;

    /**
     * @param seed decides the order in which histories are taken
     * @param progress told the share that is done, from 0 to 1
     */
    Training(List<History> histories, long seed, DoubleConsumer progress) {
        List<Instant> moments = History.longTerm(histories);
        for (History history : histories) {
            Sample sample = new Sample(history, moments);
            if (sample.reviews > 0) {
                samples.add(sample);
            }
        }
        this.total = moments.size();
        this.random = new Random(seed);
        this.progress = progress;
    }

    /** The best weights met at the end of an epoch, or the start if none was better. */
    Parameters run(Parameters start) {
        Adam adam = new Adam();
        Parameters now = start;
        Parameters best = start;
        double least = objective(start, start);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(samples, random);
            int done = 0;
            for (List<Sample> batch : batches()) {
                double share = (epoch + (double) done / total) / EPOCHS;
                double rate = RATE * (1 + Math.cos(Math.PI * share)) / 2;
                now = adam.step(now, slopes(now, start, batch), rate);
                done += reviews(batch);
                progress.accept(share);
            }
            double loss = objective(now, start);
            if (loss < least) {
                least = loss;
                best = now;
            }
        }
        progress.accept(1);
        return best;
    }

    /** Whole histories, in their present order, until each batch is full. */
    private List<List<Sample>> batches() {
        List<List<Sample>> batches = new ArrayList<>();
        List<Sample> batch = new ArrayList<>();
        for (Sample sample : samples) {
            batch.add(sample);
            if (reviews(batch) >= BATCH) {
                batches.add(batch);
                batch = new ArrayList<>();
            }
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    private double[] slopes(Parameters now, Parameters start, List<Sample> batch) {
        Gradient gradient = new Gradient(now);
        batch.forEach(sample -> gradient.add(sample.history, sample.importance));
        double[] slopes = gradient.slopes();
        double share = (double) reviews(batch) / total;
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] += share * 2 * (now.weight(i) - start.weight(i)) / (SPREAD[i] * SPREAD[i]);
        }
        return slopes;
    }

    /** What is to become least: the loss of everything, and the squared distance from the start in spreads. */
    private double objective(Parameters now, Parameters start) {
        double pull = 0;
        for (int i = 0; i < Parameters.COUNT; i++) {
            double distance = (now.weight(i) - start.weight(i)) / SPREAD[i];
            pull += distance * distance;
        }
        Fsrs fsrs = new Fsrs(now);
        return pull
                + samples.stream()
                        .mapToDouble(sample -> LogLoss.weighted(fsrs, sample.history, sample.importance))
                        .sum();
    }

    private static int reviews(List<Sample> samples) {
        return samples.stream().mapToInt(sample -> sample.reviews).sum();
    }

    /** A history and how much each of its reviews weighs. */
    private static final class Sample {
        final History history;
        final double[] importance;
        final int reviews;

        Sample(History history, List<Instant> moments) {
            this.history = history;
            this.importance = new double[history.size()];
            for (int i = 0; i < history.size(); i++) {
                if (history.isLongTerm(i)) {
                    importance[i] = importance(history.at(i), moments);
                }
            }
            this.reviews =
                    (int) Arrays.stream(importance).filter(weight -> weight > 0).count();
        }

        /** 0.25 + 0.75·x³, where x is the share of reviews that are older. */
        private static double importance(Instant at, List<Instant> moments) {
            double age = (double) Collections.binarySearch(moments, at) / moments.size();
            return OLDEST_IMPORTANCE + (1 - OLDEST_IMPORTANCE) * age * age * age;
        }
    }
}

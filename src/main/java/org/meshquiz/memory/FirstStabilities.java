package org.meshquiz.memory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * The first stabilities w0 to w3 that explain best how the second review went. Each is found by itself, by a search
 * along the logarithm of the stability; a pull towards where it started smooths what few answers would exaggerate.
 */
final class FirstStabilities {
    private static final double LEAST = 0.001;
    private static final double MOST = 100;
    /** Loss for each day away from the start; as in fsrs-rs, 16 days cost as much as one natural unit of surprise. */
    private static final double PULL = 1.0 / 16;

    private static final int GRID = 48;
    private static final int HALVINGS = 40;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final Fsrs fsrs;
    private final Map<Second, Integer> missed = new LinkedHashMap<>();
    private final Map<Second, Integer> right = new LinkedHashMap<>();
    private final Map<Second, Integer> easy = new LinkedHashMap<>();

    /** Collects the second reviews that came on a later day than the first. */
    FirstStabilities(Fsrs fsrs, List<History> histories) {
        this.fsrs = fsrs;
        for (History history : histories) {
            if (history.size() > 1 && history.isLongTerm(1)) {
                ChatAnswer first = history.answer(0);
                double known =
                        first.isPlainlyRight() ? ChatMemory.knowledge(ChatMemory.FIRST_RECALL, first.guessing()) : 1;
                Second second = new Second(known, history.elapsedDays(1), history.answer(1));
                group(first).merge(second, 1, Integer::sum);
            }
        }
    }

    /** The parameters with w0 to w3 replaced, which never fall from one rating to the next better one. */
    Parameters from(Parameters start) {
        double[] weights = start.toArray();
        double again = search(weights[0], missed, weights[0]);
        double good = Math.max(again, search(weights[2], right, again));
        double most = Math.max(good, search(weights[3], easy, again));
        weights[0] = again;
        // No chat answer is Hard, so nothing is learned of it but its place in the order.
        weights[1] = Math.min(Math.max(weights[1], again), good);
        weights[2] = good;
        weights[3] = most;
        return Parameters.clipped(weights);
    }

    private Map<Second, Integer> group(ChatAnswer first) {
        if (first.isLapse()) {
            return missed;
        }
        return first.isPlainlyRight() ? right : easy;
    }

    /** The best stability of answers that show what they seem to; where they may be luck, it blends with the other. */
    private double search(double start, Map<Second, Integer> seconds, double again) {
        if (seconds.isEmpty()) {
            return start;
        }
        DoubleUnaryOperator loss = logarithm -> {
            double stability = Math.exp(logarithm);
            double sum = PULL * Math.abs(stability - start);
            for (Map.Entry<Second, Integer> entry : seconds.entrySet()) {
                Second second = entry.getKey();
                double recall = fsrs.retrievability(second.days(), ChatMemory.blend(second.known(), stability, again));
                sum += entry.getValue() * LogLoss.of(second.answer(), recall);
            }
            return sum;
        };
        return Math.exp(minimum(loss, Math.log(LEAST), Math.log(MOST)));
    }

    /** A coarse look everywhere, then the golden section around the best place. */
    private static double minimum(DoubleUnaryOperator loss, double from, double to) {
        double width = (to - from) / GRID;
        double best = from;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= GRID; i++) {
            double value = loss.applyAsDouble(from + i * width);
            if (value < least) {
                least = value;
                best = from + i * width;
            }
        }
        return goldenSection(loss, Math.max(from, best - width), Math.min(to, best + width));
    }

    private static double goldenSection(DoubleUnaryOperator loss, double from, double to) {
        double low = from;
        double high = to;
        for (int i = 0; i < HALVINGS; i++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (loss.applyAsDouble(left) < loss.applyAsDouble(right)) {
                high = right;
            } else {
                low = left;
            }
        }
        return (low + high) / 2;
    }

    /**
     * A second review; equal ones are counted together.
     *
     * @param known chance that the first answer was what it seemed
     * @param days since the first
     * @param answer given now
     */
    private record Second(double known, int days, ChatAnswer answer) {}
}

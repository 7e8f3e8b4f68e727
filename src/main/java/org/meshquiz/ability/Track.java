package org.meshquiz.ability;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows one person through the answers of one skill, with one belief for each pace of drift that is thought possible. */
final class Track {
    private final List<Drift> drifts;
    private final List<Posterior> beliefs;
    private final Map<Integer, Evidence> evidence = new HashMap<>();
    private @Nullable Instant last;

    Track(Population team, List<Drift> drifts) {
        this.drifts = drifts;
        this.beliefs = new ArrayList<>(Collections.nCopies(drifts.size(), Posterior.prior(team)));
    }

    /** Takes in an answer; returns the logarithm of how well each pace foretold it. */
    double[] take(Answer answer, Item item) {
        Duration idle = idle(answer.at());
        Evidence before = evidence.getOrDefault(answer.item(), Evidence.NONE);
        Evidence now = before.and(answer.observation(), item.guessing());
        double[] foretold = new double[drifts.size()];
        for (int pace = 0; pace < foretold.length; pace++) {
            Posterior belief = beliefs.get(pace).after(idle, drifts.get(pace));
            foretold[pace] = Math.log(belief.predicted(item.parameters(), before, now));
            beliefs.set(pace, belief.observe(item.parameters(), before, now));
        }
        evidence.put(answer.item(), now);
        if (last == null || answer.at().isAfter(last)) {
            last = answer.at();
        }
        return foretold;
    }

    /**
     * The belief at a moment.
     *
     * @param weights the probability of each pace
     */
    Posterior at(Instant moment, double[] weights) {
        Duration idle = idle(moment);
        List<Posterior> now = new ArrayList<>();
        for (int pace = 0; pace < drifts.size(); pace++) {
            now.add(beliefs.get(pace).after(idle, drifts.get(pace)));
        }
        return now.size() == 1 ? now.get(0) : Posterior.mixed(now, weights);
    }

    private Duration idle(Instant moment) {
        return last == null ? Duration.ZERO : Duration.between(last, moment);
    }
}

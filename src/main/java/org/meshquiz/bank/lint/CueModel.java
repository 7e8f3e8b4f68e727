package org.meshquiz.bank.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * How much a model that sees only the options scores on questions that it has not learned from: what the single rules do
 * not show may show in their sum.
 */
final class CueModel {
    private static final double MARGIN = 0.08;
    private static final int FOLDS = 10;
    private static final long SEED = 20_240_229;

    private CueModel() {}

    /** An item with the cues of each option. */
    private static final class Looked {
        private final Item item;
        private final double[][] cues;

        Looked(Item item) {
            this.item = item;
            this.cues = Cues.of(item);
        }
    }

    static Optional<Measure> picked(List<Item> items) {
        List<Looked> singles = new ArrayList<>(
                items.stream().filter(Item::isSingle).map(Looked::new).toList());
        if (singles.size() < 2 * FOLDS) {
            return Optional.empty();
        }
        Collections.shuffle(singles, new Random(SEED));
        double successes = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            successes += foldSuccesses(singles, fold);
        }
        double chance = Guess.chance(singles.stream().map(looked -> looked.item).toList());
        return Optional.of(Measure.of(
                "pick by the look of the options",
                new Count(successes, singles.size()),
                chance + MARGIN,
                "make the options alike in length, words and signs"));
    }

    private static double foldSuccesses(List<Looked> singles, int fold) {
        List<Looked> unseen = new ArrayList<>();
        List<double[]> seen = new ArrayList<>();
        List<Boolean> right = new ArrayList<>();
        for (int index = 0; index < singles.size(); index++) {
            Looked looked = singles.get(index);
            if (index % FOLDS == fold) {
                unseen.add(looked);
            } else {
                addRows(looked, seen, right);
            }
        }
        LogisticRegression model = new LogisticRegression(seen, right);
        return unseen.stream()
                .mapToDouble(looked -> Guess.success(
                        looked.item,
                        Arrays.stream(looked.cues).mapToDouble(model::logOdds).toArray()))
                .sum();
    }

    private static void addRows(Looked looked, List<double[]> rows, List<Boolean> right) {
        for (int option = 0; option < looked.cues.length; option++) {
            rows.add(looked.cues[option]);
            right.add(looked.item.isRight(option));
        }
    }
}

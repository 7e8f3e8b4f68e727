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

    static Optional<Measure> picked(List<Item> items) {
        List<Item> singles =
                new ArrayList<>(items.stream().filter(Item::isSingle).toList());
        if (singles.size() < 2 * FOLDS) {
            return Optional.empty();
        }
        Collections.shuffle(singles, new Random(SEED));
        double successes = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            successes += foldSuccesses(singles, fold);
        }
        return Optional.of(Measure.of(
                "pick by the look of the options",
                new Count(successes, singles.size()),
                Guess.chance(singles) + MARGIN,
                "make the options alike in length, words and signs"));
    }

    private static double foldSuccesses(List<Item> singles, int fold) {
        List<Item> unseen = new ArrayList<>();
        List<double[]> seen = new ArrayList<>();
        List<Boolean> right = new ArrayList<>();
        for (int index = 0; index < singles.size(); index++) {
            if (index % FOLDS == fold) {
                unseen.add(singles.get(index));
            } else {
                addRows(singles.get(index), seen, right);
            }
        }
        LogisticRegression model = new LogisticRegression(seen, right);
        return Guess.byHighest(
                        unseen,
                        item -> Arrays.stream(Cues.of(item))
                                .mapToDouble(model::logOdds)
                                .toArray())
                .successes();
    }

    private static void addRows(Item item, List<double[]> rows, List<Boolean> right) {
        double[][] cues = Cues.of(item);
        for (int option = 0; option < cues.length; option++) {
            rows.add(cues[option]);
            right.add(item.isRight(option));
        }
    }
}

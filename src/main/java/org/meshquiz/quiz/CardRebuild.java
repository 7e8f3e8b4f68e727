package org.meshquiz.quiz;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.meshquiz.learner.Learner;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.memory.Review;
import org.meshquiz.store.Database;
import org.meshquiz.store.MemoryCards.MemoryCard;
import org.meshquiz.store.MemoryParameters.Version;
import org.meshquiz.store.Transaction;

/**
 * Brings cards that were computed with other weights than those in use up to these, from the review log. The days on which
 * they come back stay: new weights neither flood a day nor empty one. A second run finds nothing to do.
 */
final class CardRebuild {
    private static final int AT_ONCE = 500;

    private final Database database;
    private final Repetition repetition;

    CardRebuild(Database database, Repetition repetition) {
        this.database = database;
        this.repetition = repetition;
    }

    /** Looks at everybody's cards, each person's in a transaction of their own; returns how many cards have changed. */
    int run() {
        int cards = 0;
        List<LearnerId> page = database.write(tx -> tx.memoryCards().outOfDate(null, AT_ONCE));
        while (!page.isEmpty()) {
            for (LearnerId learner : page) {
                cards += database.write(tx -> rebuild(tx, learner));
            }
            LearnerId last = page.get(page.size() - 1);
            page = database.write(tx -> tx.memoryCards().outOfDate(last, AT_ONCE));
        }
        return cards;
    }

    private int rebuild(Transaction tx, LearnerId id) {
        Learner learner = tx.learners().lock(id).orElse(null);
        if (learner == null) {
            return 0;
        }
        Version weights = tx.memoryParameters().current(id);
        Map<String, MemoryCard> stale = tx.memoryCards().computedOtherwise(id, weights.version()).stream()
                .collect(Collectors.toMap(MemoryCard::question, Function.identity()));
        Set<String> questions = new HashSet<>(stale.keySet());
        for (Map.Entry<String, List<Review>> log :
                tx.reviewHistories().of(id, questions).entrySet()) {
            MemoryCard card = stale.get(log.getKey());
            if (card != null) {
                tx.memoryCards().save(id, repetition.recomputed(card, log.getValue(), weights, learner.zone()));
            }
        }
        return stale.size();
    }
}

package org.meshquiz.quiz;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.quiz.Talk.Foresight;
import org.meshquiz.store.Abilities.Ability;
import org.meshquiz.store.InUse.Snapshot;
import org.meshquiz.store.Prospects.Prospect;
import org.meshquiz.store.Transaction;

/** Reads what has to be known of several people to choose their questions, in as many statements as for one. */
final class Foreseen {
    private Foreseen() {}

    /** Lets each of these exchanges, of people whose rows are locked, know what it will need. */
    static void read(Transaction tx, List<Talk> talks, Instant now) {
        List<LearnerId> learners =
                talks.stream().map(talk -> talk.learner().id()).toList();
        if (learners.isEmpty()) {
            return;
        }
        Snapshot learned = tx.inUse().of(learners);
        Map<LearnerId, Map<String, Ability>> levels = tx.abilities().all(learners);
        Map<LearnerId, Prospect> prospects = tx.prospects()
                .of(talks.stream()
                        .map(talk -> Talk.prospective(talk.learner(), now))
                        .toList());
        for (Talk talk : talks) {
            LearnerId learner = talk.learner().id();
            talk.foreseeing(
                    learned,
                    new Foresight(
                            Objects.requireNonNull(prospects.get(learner)), levels.getOrDefault(learner, Map.of())));
        }
    }
}

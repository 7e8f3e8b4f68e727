package org.meshquiz.quiz;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.meshquiz.learner.Learner;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.store.DuePeople.Due;
import org.meshquiz.store.Transaction;

/** When several people's next daily quizzes come, each on a day that has had none. Not safe for several threads. */
final class Planned {
    private final Map<LearnerId, Set<LocalDate>> taken;
    private final Map<LearnerId, Optional<Instant>> next = new HashMap<>();

    private Planned(Map<LearnerId, Set<LocalDate>> taken) {
        this.taken = taken;
    }

    /** Nothing planned yet for these people. */
    static Planned of(Transaction tx, List<Due> people, Instant now) {
        Optional<LocalDate> earliest =
                people.stream().map(due -> Push.day(due.learner(), now)).min(Comparator.naturalOrder());
        List<LearnerId> learners =
                people.stream().map(due -> due.learner().id()).toList();
        return new Planned(
                earliest.map(day -> tx.dailyPushes().taken(learners, day)).orElseGet(HashMap::new));
    }

    /** That day of a person has had its quiz now. */
    void taken(Learner learner, LocalDate day) {
        taken.computeIfAbsent(learner.id(), id -> new HashSet<>()).add(day);
    }

    /** The next quiz is the first after that moment on a free day. */
    void after(Learner learner, Instant moment) {
        Set<LocalDate> days = taken.getOrDefault(learner.id(), Set.of());
        next.put(learner.id(), PushTimes.nextFree(learner, moment, days::contains));
    }

    /** There is no next quiz. */
    void never(Learner learner) {
        next.put(learner.id(), Optional.empty());
    }

    /** Writes all of it down. */
    void write(Transaction tx) {
        tx.duePeople().planAll(next);
    }
}

package org.meshquiz.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.meshquiz.learner.LearnerId;

/** Which daily quizzes have been sent: at most one a person and local date. */
public final class DailyPushes {
    private final Handle handle;

    DailyPushes(Handle handle) {
        this.handle = handle;
    }

    /**
     * Takes the days for pushes.
     *
     * @param days each person's own calendar day
     * @return the people whose day had not been taken before
     */
    public Set<LearnerId> take(Map<LearnerId, LocalDate> days, Instant now) {
        List<Map.Entry<LearnerId, LocalDate>> each = List.copyOf(days.entrySet());
        return handle.createQuery("""
                        insert into daily_push (learner_id, local_date, pushed_at)
                        select learner_id, local_date, cast(:now as timestamptz)
                        from unnest(:learners, cast(:days as date[])) p (learner_id, local_date)
                        on conflict do nothing returning learner_id
                        """)
                .bindArray(
                        "learners",
                        Long.class,
                        each.stream().map(day -> day.getKey().value()).toList())
                .bindArray(
                        "days",
                        String.class,
                        each.stream().map(day -> day.getValue().toString()).toList())
                .bind("now", now)
                .mapTo(Long.class)
                .map(LearnerId::new)
                .set();
    }

    /** The same for one person; false when the day has been taken before. */
    public boolean take(LearnerId learner, LocalDate day, Instant now) {
        return !take(Map.of(learner, day), now).isEmpty();
    }

    /** When a person was sent quizzes, from that moment on. */
    public List<Instant> momentsSince(LearnerId learner, Instant since) {
        return handle.createQuery(
                        "select pushed_at from daily_push where learner_id = :learner and pushed_at >= :since")
                .bind("learner", learner.value())
                .bind("since", since)
                .mapTo(Instant.class)
                .list();
    }

    /** How many quizzes each of these people has had since they were last heard from. */
    public Map<LearnerId, Integer> unanswered(Collection<LearnerId> learners) {
        Map<LearnerId, Integer> unanswered = new HashMap<>();
        handle.createQuery("""
                        select l.learner_id, p.quizzes from learner l,
                          lateral (select max(answered_at) as answered_at from review r
                            where r.learner_id = l.learner_id) heard,
                          lateral (select count(*) as quizzes from daily_push p where p.learner_id = l.learner_id
                            and p.pushed_at > greatest(l.created_at, l.attentive_since, heard.answered_at)) p
                        where l.learner_id = any(:learners)
                        """)
                .bindArray("learners", Long.class, numbers(learners))
                .map((row, context) -> Map.entry(new LearnerId(row.getLong(1)), row.getInt(2)))
                .forEach(entry -> unanswered.put(entry.getKey(), entry.getValue()));
        return unanswered;
    }

    /** The days of these people, from one on, that have had their quiz. */
    public Map<LearnerId, Set<LocalDate>> taken(Collection<LearnerId> learners, LocalDate from) {
        Map<LearnerId, Set<LocalDate>> taken = new HashMap<>();
        handle.createQuery("""
                        select learner_id, local_date from daily_push
                        where learner_id = any(:learners) and local_date >= :from
                        """)
                .bindArray("learners", Long.class, numbers(learners))
                .bind("from", from)
                .map((row, context) -> Map.entry(new LearnerId(row.getLong(1)), row.getObject(2, LocalDate.class)))
                .forEach(entry -> taken.computeIfAbsent(entry.getKey(), learner -> new HashSet<>())
                        .add(entry.getValue()));
        return taken;
    }

    /** Whether that day has had its quiz. */
    public boolean taken(LearnerId learner, LocalDate day) {
        return handle.createQuery(
                        "select exists (select from daily_push where learner_id = :learner and local_date = :day)")
                .bind("learner", learner.value())
                .bind("day", day)
                .mapTo(Boolean.class)
                .one();
    }

    private static List<Long> numbers(Collection<LearnerId> learners) {
        return learners.stream().map(LearnerId::value).toList();
    }
}

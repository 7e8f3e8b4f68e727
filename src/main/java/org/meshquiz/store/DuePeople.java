package org.meshquiz.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.learner.Learner;
import org.meshquiz.learner.LearnerId;

/** Who is to be written to unasked, and when. Only those who are due are read. */
public final class DuePeople {
    private final Handle handle;

    DuePeople(Handle handle) {
        this.handle = handle;
    }

    /** How many people's daily quiz is due. */
    public long count(Instant now) {
        return handle.createQuery("select count(*) from learner where next_push_at <= :now")
                .bind("now", now)
                .mapTo(Long.class)
                .one();
    }

    /**
     * Somebody whose daily quiz, or reminder, is due.
     *
     * @param learner who they are
     * @param dueAt since when
     * @param chat where to write to them: the open chat that they chose last, else their first; null when they have blocked the bot everywhere
     * @param silent whether they were asked to pause, and have not been heard from since
     */
    public record Due(
            Learner learner, Instant dueAt, @Nullable ChatAddress chat, boolean silent) {}

    /** People whose daily quiz is due, longest waiting first, each locked; those that another node has locked are left. */
    public List<Due> forQuiz(Instant now, int atMost) {
        return due("next_push_at", now, atMost);
    }

    /** People to whom a reminder is due, as {@link #forQuiz}. */
    public List<Due> forReminder(Instant now, int atMost) {
        return due("remind_at", now, atMost);
    }

    /** The earliest moment at which anybody is to be written to unasked. */
    public Optional<Instant> first() {
        return handle.createQuery("""
                        select least((select min(next_push_at) from learner where next_push_at is not null),
                          (select min(remind_at) from learner where remind_at is not null)) as at
                        """)
                .map((row, context) -> Times.fromColumn(row.getObject("at", OffsetDateTime.class)))
                .findOne();
    }

    /** Plans the next daily quiz, or none. */
    public void plan(LearnerId id, @Nullable Instant nextPush) {
        handle.createUpdate("update learner set next_push_at = :nextPush where learner_id = :id")
                .bind("id", id.value())
                .bind("nextPush", Times.toColumn(nextPush))
                .execute();
    }

    /** Plans the next daily quizzes of many people, or none where there is no moment. */
    public void planAll(Map<LearnerId, Optional<Instant>> nextPushes) {
        List<Map.Entry<LearnerId, Optional<Instant>>> plans = List.copyOf(nextPushes.entrySet());
        handle.createUpdate("""
                        update learner l set next_push_at = p.at
                        from unnest(:learners, cast(:moments as timestamptz[])) p (learner_id, at)
                        where l.learner_id = p.learner_id
                        """)
                .bindArray(
                        "learners",
                        Long.class,
                        plans.stream().map(plan -> plan.getKey().value()).toList())
                .bindArray(
                        "moments",
                        String.class,
                        plans.stream()
                                .map(plan -> Times.text(plan.getValue().orElse(null)))
                                .toArray())
                .execute();
    }

    /** Plans a reminder, or none. */
    public void planReminder(LearnerId id, @Nullable Instant at) {
        handle.createUpdate("update learner set remind_at = :at where learner_id = :id")
                .bind("id", id.value())
                .bind("at", Times.toColumn(at))
                .execute();
    }

    /** Notes that somebody was asked whether to pause. */
    public void pauseAsked(LearnerId id, Instant now) {
        handle.createUpdate("update learner set pause_asked_at = :now where learner_id = :id")
                .bind("id", id.value())
                .bind("now", now)
                .execute();
    }

    /** Notes that somebody has been heard from; quizzes that they do not answer are counted anew. */
    public void heardFrom(LearnerId id, Instant now) {
        handle.createUpdate("update learner set pause_asked_at = null, attentive_since = :now where learner_id = :id")
                .bind("id", id.value())
                .bind("now", now)
                .execute();
    }

    private List<Due> due(String column, Instant now, int atMost) {
        return handle.createQuery(Learners.SELECT.formatted(", c.*") + """
                        left join lateral (select platform, bot, chat from chat_address a
                          where a.learner_id = l.learner_id and a.blocked_at is null
                          order by chosen_at desc nulls last, platform, bot, chat limit 1) c on true
                        where l.<column> <= :now order by l.<column> limit :most for update of l skip locked
                        """)
                .define("column", column)
                .bind("now", now)
                .bind("most", atMost)
                .map((row, context) -> new Due(
                        Learners.learner(row),
                        row.getTimestamp(column).toInstant(),
                        row.getString("chat") == null
                                ? null
                                : new ChatAddress(
                                        row.getString("platform"), row.getString("bot"), row.getString("chat")),
                        Learners.silent(row)))
                .list();
    }
}

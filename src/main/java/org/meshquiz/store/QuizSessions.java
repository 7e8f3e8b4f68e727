package org.meshquiz.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.meshquiz.learner.LearnerId;

/** Runs of questions, each with a beginning and an end. */
public final class QuizSessions {
    private final Handle handle;

    QuizSessions(Handle handle) {
        this.handle = handle;
    }

    /** Why a session began. */
    public enum Kind {
        ASKED,
        DAILY,
        PLACEMENT;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A run of questions.
     *
     * @param id its number
     * @param kind why it began
     * @param skill the skill's id, or null for any
     * @param wanted how many different questions it is to have
     * @param startedAt when it began
     * @param open whether it still goes on
     */
    public record QuizSession(
            long id, Kind kind, @Nullable String skill, int wanted, Instant startedAt, boolean open) {}

    /**
     * How a session stands.
     *
     * @param asked different questions asked so far
     * @param answered of them answered
     * @param right of them answered right at the first try in this session
     */
    public record Tally(int asked, int answered, int right) {}

    public long start(LearnerId learner, Kind kind, @Nullable String skill, int wanted, Instant now) {
        return handle.createUpdate("""
                        insert into quiz_session (learner_id, kind, skill, wanted, started_at)
                        values (:learner, :kind, :skill, :wanted, :now)
                        """)
                .bind("learner", learner.value())
                .bind("kind", kind.column())
                .bind("skill", skill)
                .bind("wanted", wanted)
                .bind("now", now)
                .executeAndReturnGeneratedKeys("session_id")
                .mapTo(Long.class)
                .one();
    }

    public Optional<QuizSession> find(LearnerId learner, long session) {
        return handle.createQuery("select * from quiz_session where learner_id = :learner and session_id = :session")
                .bind("learner", learner.value())
                .bind("session", session)
                .map((row, context) -> session(row))
                .findOne();
    }

    /** Ends whatever goes on, because something new begins. */
    public void endAll(LearnerId learner, Instant now) {
        handle.createUpdate("update quiz_session set ended_at = :now where learner_id = :learner and ended_at is null")
                .bind("learner", learner.value())
                .bind("now", now)
                .execute();
    }

    /** Ends a session; a second end changes nothing. */
    public void end(LearnerId learner, long session, Instant now) {
        handle.createUpdate("""
                        update quiz_session set ended_at = :now
                        where learner_id = :learner and session_id = :session and ended_at is null
                        """)
                .bind("learner", learner.value())
                .bind("session", session)
                .bind("now", now)
                .execute();
    }

    /** Takes up a session that was left. */
    public void reopen(LearnerId learner, long session) {
        handle.createUpdate("""
                        update quiz_session set ended_at = null where learner_id = :learner and session_id = :session
                        """)
                .bind("learner", learner.value())
                .bind("session", session)
                .execute();
    }

    /** Notes that a session has had all the questions that it is to have. */
    public void complete(LearnerId learner, long session, int answered) {
        handle.createUpdate("""
                        update quiz_session set wanted = greatest(1, :answered)
                        where learner_id = :learner and session_id = :session
                        """)
                .bind("learner", learner.value())
                .bind("session", session)
                .bind("answered", answered)
                .execute();
    }

    /**
     * The newest placement of a person.
     *
     * @param skill the skill's id, or null for any
     */
    public Optional<QuizSession> lastPlacement(LearnerId learner, @Nullable String skill) {
        return handle.createQuery("""
                        select * from quiz_session where learner_id = :learner and kind = 'placement'
                          and skill = coalesce(cast(:skill as text), skill)
                        order by session_id desc limit 1
                        """)
                .bind("learner", learner.value())
                .bind("skill", skill)
                .map((row, context) -> session(row))
                .findOne();
    }

    /** Whether the newest session is of that kind, goes on, and nothing of it has been answered. */
    public boolean untouched(LearnerId learner, Kind kind) {
        return handle.createQuery("""
                        select s.kind = :kind and s.ended_at is null and not exists (select from delivery d
                          where d.learner_id = s.learner_id and d.session_id = s.session_id and d.settled_at is not null)
                        from quiz_session s where s.learner_id = :learner order by s.session_id desc limit 1
                        """)
                .bind("learner", learner.value())
                .bind("kind", kind.column())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    public Tally tally(LearnerId learner, long session) {
        return handle.createQuery("""
                        select count(*), count(r.review_id), count(*) filter (where r.correct)
                        from delivery d left join review r using (learner_id, delivery_id)
                        where d.learner_id = :learner and d.session_id = :session and not d.again
                        """)
                .bind("learner", learner.value())
                .bind("session", session)
                .map((row, context) -> new Tally(row.getInt(1), row.getInt(2), row.getInt(3)))
                .one();
    }

    /** A session and how it stands. */
    public record Progress(QuizSession session, Tally tally) {}

    /** A session with how it stands; empty when there is none of that number. */
    public Optional<Progress> progress(LearnerId learner, long session) {
        return handle.createQuery("""
                        select s.*, t.* from quiz_session s, lateral (
                          select count(*) as asked, count(r.review_id) as answered,
                            count(*) filter (where r.correct) as hits
                          from delivery d left join review r using (learner_id, delivery_id)
                          where d.learner_id = :learner and d.session_id = :session and not d.again) t
                        where s.learner_id = :learner and s.session_id = :session
                        """)
                .bind("learner", learner.value())
                .bind("session", session)
                .map((row, context) -> new Progress(
                        session(row), new Tally(row.getInt("asked"), row.getInt("answered"), row.getInt("hits"))))
                .findOne();
    }

    private static QuizSession session(ResultSet row) throws SQLException {
        return new QuizSession(
                row.getLong("session_id"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("skill"),
                row.getInt("wanted"),
                row.getTimestamp("started_at").toInstant(),
                row.getObject("ended_at") == null);
    }
}

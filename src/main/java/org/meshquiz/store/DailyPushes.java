package org.meshquiz.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.meshquiz.learner.LearnerId;

/** Which daily quizzes have been sent: at most one a person and local date. */
public final class DailyPushes {
    private final Handle handle;

    DailyPushes(Handle handle) {
        this.handle = handle;
    }

    /** Takes the day for a push; false when it has been taken before. */
    public boolean take(LearnerId learner, LocalDate day, Instant now) {
        return handle.createUpdate("""
                                insert into daily_push (learner_id, local_date, pushed_at) values (:learner, :day, :now)
                                on conflict do nothing
                                """)
                        .bind("learner", learner.value())
                        .bind("day", day)
                        .bind("now", now)
                        .execute()
                == 1;
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

    /** How many quizzes a person has had since they were last heard from. */
    public int unanswered(LearnerId learner) {
        return handle.createQuery("""
                        select count(*) from daily_push p join learner l using (learner_id)
                        where p.learner_id = :learner and p.pushed_at > greatest(l.created_at, l.attentive_since,
                          (select max(answered_at) from review r where r.learner_id = :learner))
                        """)
                .bind("learner", learner.value())
                .mapTo(Integer.class)
                .one();
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
}

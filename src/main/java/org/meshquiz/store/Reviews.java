package org.meshquiz.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.meshquiz.learner.LearnerId;

/**
 * The review log: the truth about what was answered. Rows are only ever added; {@link Joins} gives them to the account that
 * two have become, and tells anew which answer was the first to its question.
 */
public final class Reviews {
    /** Appends an answer of {@code :learner}. */
    static final String ADD = """
            insert into review (learner_id, delivery_id, question_id, question_version, skill, answered_at,
              time_zone, correct, options, guessing, response, latency_ms, first_exposure, measures,
              recall_before)
            values (:learner, :delivery, :question, :version, :skill, :answeredAt, :zone, :correct, :options,
              :guessing, :response, :latencyMs, :firstExposure, :measures, :recallBefore)
            """;

    private final Handle handle;

    Reviews(Handle handle) {
        this.handle = handle;
    }

    /**
     * An answer.
     *
     * @param id its number, 0 before it is stored
     * @param delivery the delivery that was answered
     * @param question the question's id
     * @param version of the question's text
     * @param skill the skill's id
     * @param answeredAt when
     * @param zone the person's time zone at that moment
     * @param correct whether it was right
     * @param options number of options, 0 for a typed question
     * @param guessing the chance of a lucky hit, in (0, 1)
     * @param response what was chosen, as option numbers of the question joined by commas; the words of a typed answer;
     *     empty for "I don't know"
     * @param latency from asking to answering
     * @param firstExposure whether the person had never met the question before
     * @param measures whether it counts for the level
     * @param recallBefore the predicted chance of recall just before, 0 at the first meeting
     */
    public record Review(
            long id,
            long delivery,
            String question,
            int version,
            String skill,
            Instant answeredAt,
            ZoneId zone,
            boolean correct,
            int options,
            double guessing,
            String response,
            Duration latency,
            boolean firstExposure,
            boolean measures,
            double recallBefore) {

        /** The same with the number that the log gave it. */
        public Review numbered(long number) {
            return new Review(
                    number,
                    delivery,
                    question,
                    version,
                    skill,
                    answeredAt,
                    zone,
                    correct,
                    options,
                    guessing,
                    response,
                    latency,
                    firstExposure,
                    measures,
                    recallBefore);
        }
    }

    /** Binds an answer to a statement that appends it. */
    static <S extends SqlStatement<S>> S bind(S statement, Review review) {
        return statement
                .bind("delivery", review.delivery())
                .bind("question", review.question())
                .bind("version", review.version())
                .bind("skill", review.skill())
                .bind("answeredAt", review.answeredAt())
                .bind("zone", review.zone().getId())
                .bind("correct", review.correct())
                .bind("options", review.options())
                .bind("guessing", review.guessing())
                .bind("response", review.response())
                .bind("latencyMs", review.latency().toMillis())
                .bind("firstExposure", review.firstExposure())
                .bind("measures", review.measures())
                .bind("recallBefore", review.recallBefore());
    }

    public Optional<Review> ofDelivery(LearnerId learner, long delivery) {
        return handle.createQuery("select * from review where learner_id = :learner and delivery_id = :delivery")
                .bind("learner", learner.value())
                .bind("delivery", delivery)
                .map((row, context) -> review(row))
                .findOne();
    }

    /** Whether the review is the newest one of its question for this person. */
    public boolean isNewest(LearnerId learner, Review review) {
        return handle.createQuery("""
                        select not exists (select from review
                          where learner_id = :learner and question_id = :question and review_id > :id)
                        """)
                .bind("learner", learner.value())
                .bind("question", review.question())
                .bind("id", review.id())
                .mapTo(Boolean.class)
                .one();
    }

    /** Answers of a session, first tries only, in the order they were given. */
    public List<Review> ofSession(LearnerId learner, long session) {
        return handle.createQuery("""
                        select r.* from review r join delivery d using (learner_id, delivery_id)
                        where r.learner_id = :learner and d.session_id = :session and not d.again order by r.review_id
                        """)
                .bind("learner", learner.value())
                .bind("session", session)
                .map((row, context) -> review(row))
                .list();
    }

    /** The answers that a person's levels rest on, in the order in which they were given. */
    public List<Review> measuring(LearnerId learner) {
        return handle.createQuery("""
                        select * from review where learner_id = :learner and first_exposure and measures order by review_id
                        """)
                .bind("learner", learner.value())
                .map((row, context) -> review(row))
                .list();
    }

    /** How many answers a person has given. */
    public int count(LearnerId learner) {
        return handle.createQuery("select count(*) from review where learner_id = :learner")
                .bind("learner", learner.value())
                .mapTo(Integer.class)
                .one();
    }

    /** When a person answered, from that moment on. */
    public List<Instant> momentsSince(LearnerId learner, Instant since) {
        return handle.createQuery(
                        "select answered_at from review where learner_id = :learner and answered_at >= :since")
                .bind("learner", learner.value())
                .bind("since", since)
                .mapTo(Instant.class)
                .list();
    }

    /** Notes what a person said about their answer; false when they had said something before. */
    public boolean tap(LearnerId learner, long review, String confidence, Instant now) {
        return handle.createUpdate("""
                                insert into confidence_tap (learner_id, review_id, confidence, tapped_at)
                                values (:learner, :review, :confidence, :now) on conflict do nothing
                                """)
                        .bind("learner", learner.value())
                        .bind("review", review)
                        .bind("confidence", confidence)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    private static Review review(ResultSet row) throws SQLException {
        return new Review(
                row.getLong("review_id"),
                row.getLong("delivery_id"),
                row.getString("question_id"),
                row.getInt("question_version"),
                row.getString("skill"),
                row.getTimestamp("answered_at").toInstant(),
                ZoneId.of(row.getString("time_zone")),
                row.getBoolean("correct"),
                row.getInt("options"),
                row.getDouble("guessing"),
                row.getString("response"),
                Duration.ofMillis(row.getLong("latency_ms")),
                row.getBoolean("first_exposure"),
                row.getBoolean("measures"),
                row.getDouble("recall_before"));
    }
}

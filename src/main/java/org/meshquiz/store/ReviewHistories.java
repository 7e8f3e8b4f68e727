package org.meshquiz.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.memory.ChatAnswer;
import org.meshquiz.memory.ChatAnswer.Confidence;
import org.meshquiz.memory.History;
import org.meshquiz.memory.Review;

/** The review log as the memory model reads it: one history for each person and question. */
public final class ReviewHistories {
    private static final int FETCHED_AT_ONCE = 5_000;

    private final Handle handle;

    ReviewHistories(Handle handle) {
        this.handle = handle;
    }

    /** How many repeats are in the log: answers to questions that were met before. */
    public long repeats() {
        return handle.createQuery("select count(*) from review where not first_exposure")
                .mapTo(Long.class)
                .one();
    }

    /** The histories of everybody. */
    public List<History> ofAll() {
        return histories(null);
    }

    /** The histories of one person. */
    public List<History> of(LearnerId learner) {
        return histories(learner);
    }

    /** A person's answers to each of those questions, oldest first. */
    public Map<String, List<Review>> of(LearnerId learner, Set<String> questions) {
        Map<String, List<Review>> reviews = new LinkedHashMap<>();
        handle.createQuery("""
                        select r.question_id, r.answered_at, r.correct, r.guessing, t.confidence
                        from review r left join confidence_tap t using (learner_id, review_id)
                        where r.learner_id = :learner and r.question_id = any(:questions)
                        order by r.question_id, r.answered_at, r.review_id
                        """)
                .bind("learner", learner.value())
                .bindArray("questions", String.class, questions)
                .map((row, context) -> Map.entry(row.getString("question_id"), review(row)))
                .forEach(answer -> reviews.computeIfAbsent(answer.getKey(), key -> new ArrayList<>())
                        .add(answer.getValue()));
        return reviews;
    }

    private List<History> histories(@Nullable LearnerId learner) {
        Map<String, Answers> answers = new LinkedHashMap<>();
        handle.createQuery("""
                        select r.learner_id, r.question_id, r.answered_at, r.time_zone, r.correct, r.guessing, t.confidence
                        from review r left join confidence_tap t using (learner_id, review_id)
                        where cast(:learner as bigint) is null or r.learner_id = :learner
                        """)
                .bind(
                        "learner",
                        Optional.ofNullable(learner).map(LearnerId::value).orElse(null))
                .setFetchSize(FETCHED_AT_ONCE)
                .map((row, context) -> new Answer(
                        row.getLong("learner_id") + " " + row.getString("question_id"),
                        ZoneId.of(row.getString("time_zone")),
                        review(row)))
                .forEach(answer -> answers.computeIfAbsent(answer.key(), key -> new Answers(answer.zone()))
                        .reviews
                        .add(answer.review()));
        return answers.values().stream()
                .map(all -> new History(all.reviews, all.zone))
                .toList();
    }

    private static Review review(ResultSet row) throws SQLException {
        String told = row.getString("confidence");
        Confidence confidence = told == null ? Confidence.PLAIN : Confidence.valueOf(told.toUpperCase(Locale.ROOT));
        ChatAnswer answer = new ChatAnswer(row.getBoolean("correct"), row.getDouble("guessing"), confidence);
        return new Review(row.getTimestamp("answered_at").toInstant(), answer);
    }

    private record Answer(String key, ZoneId zone, Review review) {}

    /** The answers of one person to one question. */
    private static final class Answers {
        private final ZoneId zone;
        private final List<Review> reviews = new ArrayList<>();

        Answers(ZoneId zone) {
            this.zone = zone;
        }
    }
}

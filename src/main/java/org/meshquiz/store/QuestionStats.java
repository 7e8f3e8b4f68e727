package org.meshquiz.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** How the questions of the bank fare: read from the bank's history and the review log. */
public final class QuestionStats {
    private final Handle handle;

    QuestionStats(Handle handle) {
        this.handle = handle;
    }

    /**
     * One question.
     *
     * @param id its stable id
     * @param content its newest text as JSON
     * @param needsReview whether its note section has changed since its author looked at it
     * @param retired whether it is out of the bank
     * @param asked how many people have answered it at their first meeting
     * @param right how many of them were right
     */
    public record Row(String id, String content, boolean needsReview, boolean retired, int asked, int right) {}

    /** Every question that was ever in the bank, by id; answers to older texts of it are not counted. */
    public List<Row> all() {
        return handle.createQuery("""
                        select q.question_id, v.content::text, q.needs_review, q.retired_at is not null,
                          count(r.review_id), count(r.review_id) filter (where r.correct)
                        from question q join question_version v using (question_id, version)
                          left join review r on r.question_id = q.question_id and r.question_version = q.version
                            and r.first_exposure
                        group by q.question_id, v.content, q.needs_review, q.retired_at order by q.question_id
                        """)
                .map((row, context) -> new Row(
                        row.getString(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getBoolean(4),
                        row.getInt(5),
                        row.getInt(6)))
                .list();
    }
}

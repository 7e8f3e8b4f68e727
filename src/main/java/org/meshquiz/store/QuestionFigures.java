package org.meshquiz.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How each question of a skill fares with people of each level: read from the log of first answers and the levels. */
public final class QuestionFigures {
    private final Handle handle;

    QuestionFigures(Handle handle) {
        this.handle = handle;
    }

    /**
     * A question in its present text.
     *
     * @param id the question's id
     * @param content the question as JSON
     * @param needsReview whether its note section has changed under it
     * @param doubted whether it is out of measuring
     * @param reports reports that nobody has looked at
     * @param asked first answers
     * @param right of them right
     * @param discrimination correlation of right answers with ability, −1 to 1; null where there is none to compute
     * @param commonError the wrong answer given most often, as the log keeps it; null when there was none
     * @param ofBand first answers by people whose expected ability is in each level, lowest first
     * @param rightOfBand of them right
     */
    public record Row(
            String id,
            String content,
            boolean needsReview,
            boolean doubted,
            int reports,
            int asked,
            int right,
            @Nullable Double discrimination,
            @Nullable String commonError,
            List<Integer> ofBand,
            List<Integer> rightOfBand) {
        public Row {
            ofBand = List.copyOf(ofBand);
            rightOfBand = List.copyOf(rightOfBand);
        }
    }

    /**
     * All questions of a skill that are in the bank.
     *
     * @param cuts abilities at which the second, third and fourth level begin
     * @param least ability of the first point on which beliefs are weighed
     * @param step from one point to the next
     */
    public List<Row> ofSkill(String skill, List<Double> cuts, double least, double step) {
        return handle.createQuery("""
                        with people as materialized (
                          select learner_id,
                            (select sum(m * (:least + :step * (n - 1))) from unnest(masses) with ordinality as p(m, n))
                              as mean
                          from ability where skill = :skill and answers > 0),
                        met as (
                          select r.question_id, r.question_version, r.correct, r.response, p.mean,
                            width_bucket(p.mean, :cuts) as band
                          from review r join people p using (learner_id)
                          where r.skill = :skill and r.first_exposure),
                        figures as (
                          select m.question_id, count(*) as asked, count(*) filter (where m.correct) as good,
                            corr(m.correct::int, m.mean) as discrimination,
                            mode() within group (order by m.response)
                              filter (where not m.correct and m.response <> '') as error,
                            array[count(*) filter (where band = 0), count(*) filter (where band = 1),
                              count(*) filter (where band = 2), count(*) filter (where band = 3)]::int[] as people,
                            array[count(*) filter (where band = 0 and m.correct),
                              count(*) filter (where band = 1 and m.correct),
                              count(*) filter (where band = 2 and m.correct),
                              count(*) filter (where band = 3 and m.correct)]::int[] as goods
                          from met m join question q using (question_id)
                          where m.question_version = q.version group by m.question_id)
                        select q.question_id, v.content::text, q.needs_review,
                          q.doubted_version is not distinct from q.version,
                          (select count(*) from question_report r where r.question_id = q.question_id
                            and r.question_version = q.version and r.settled_at is null),
                          coalesce(f.asked, 0), coalesce(f.good, 0), f.discrimination, f.error,
                          coalesce(f.people, '{0,0,0,0}'), coalesce(f.goods, '{0,0,0,0}')
                        from question q join question_version v using (question_id, version)
                          left join figures f using (question_id)
                        where q.skill = :skill and q.retired_at is null order by q.question_id
                        """)
                .bind("skill", skill)
                .bindArray("cuts", Double.class, cuts)
                .bind("least", least)
                .bind("step", step)
                .map((row, context) -> new Row(
                        row.getString(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getBoolean(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7),
                        (Double) row.getObject(8),
                        row.getString(9),
                        List.of((Integer[]) row.getArray(10).getArray()),
                        List.of((Integer[]) row.getArray(11).getArray())))
                .list();
    }
}

package org.meshquiz.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.meshquiz.learner.LearnerId;

/**
 * Gives one person all that is kept about another, who turned out to be the same. Both have to be locked. What the review
 * log alone decides, the levels and the cards of questions that both have met, is left to be made anew.
 */
public final class Joins {
    /** One statement, since it is at its end that the tables must fit each other again. */
    private static final String LOG = """
            with sessions as (update quiz_session set learner_id = :kept where learner_id = :gone),
              deliveries as (update delivery set learner_id = :kept where learner_id = :gone),
              reviews as (update review set learner_id = :kept where learner_id = :gone)
            update confidence_tap set learner_id = :kept where learner_id = :gone
            """;

    /** Who had met a question in one account did not meet it for the first time in the other. */
    private static final String FIRST_MEETINGS = """
            update review r set first_exposure = false
            where r.learner_id = :kept and r.first_exposure
              and exists (select from review earlier where earlier.learner_id = r.learner_id
                and earlier.question_id = r.question_id and earlier.review_id < r.review_id)
            """;

    private static final String CARDS = """
            update memory_card c set learner_id = :kept where c.learner_id = :gone
              and not exists (select from memory_card k where k.learner_id = :kept and k.question_id = c.question_id)
            """;

    /** Where both have answered one question of a group, the first answer counts. */
    private static final List<String> GROUP_ANSWERS =
            List.of("""
            delete from group_answer a using group_answer b
            where a.learner_id in (:kept, :gone) and b.learner_id in (:kept, :gone)
              and a.group_question_id = b.group_question_id
              and (b.answered_at, b.learner_id) < (a.answered_at, a.learner_id)
            """, "update group_answer set learner_id = :kept where learner_id = :gone");

    /** Weights fitted to the shorter history are of use only where there are no others. */
    private static final String WEIGHTS = """
            update learner_parameters set learner_id = :kept where learner_id = :gone
              and not exists (select from learner_parameters where learner_id = :kept)
            """;

    private static final List<String> OTHERS = List.of(
            """
            insert into learner_skill (learner_id, skill, weight)
            select :kept, skill, weight from learner_skill where learner_id = :gone on conflict do nothing
            """,
            """
            insert into daily_push (learner_id, local_date, pushed_at)
            select :kept, local_date, pushed_at from daily_push where learner_id = :gone on conflict do nothing
            """,
            """
            update team_member m set learner_id = :kept where m.learner_id = :gone
              and not exists (select from team_member k where k.learner_id = :kept and k.team_id = m.team_id)
            """,
            """
            insert into skill_day as d (learner_id, day, skill, ability_before, ability_after, points, counted, measured,
              longest_kept)
            select :kept, day, skill, ability_before, ability_after, points, counted, measured, longest_kept
            from skill_day where learner_id = :gone
            on conflict (learner_id, day, skill) do update set points = d.points + excluded.points,
              counted = d.counted + excluded.counted, measured = d.measured + excluded.measured,
              longest_kept = greatest(d.longest_kept, excluded.longest_kept)
            """,
            """
            update question_report r set learner_id = :kept where r.learner_id = :gone
              and not exists (select from question_report k where k.learner_id = :kept
                and k.question_id = r.question_id and k.question_version = r.question_version)
            """,
            "update keyboard set learner_id = :kept where learner_id = :gone",
            "update chat_address set learner_id = :kept where learner_id = :gone",
            """
            update learner k set created_at = least(k.created_at, g.created_at)
            from learner g where k.learner_id = :kept and g.learner_id = :gone
            """);

    private final Handle handle;

    Joins(Handle handle) {
        this.handle = handle;
    }

    /** Ids of the questions that both have met. */
    public Set<String> metByBoth(LearnerId one, LearnerId other) {
        return new HashSet<>(handle.createQuery("""
                        select question_id from memory_card where learner_id = :kept
                        intersect select question_id from memory_card where learner_id = :gone
                        """)
                .bind("kept", one.value())
                .bind("gone", other.value())
                .mapTo(String.class)
                .list());
    }

    /** Moves everything from one to the other and deletes who has nothing left. */
    public void move(LearnerId gone, LearnerId kept) {
        run(LOG, gone, kept);
        run(FIRST_MEETINGS, gone, kept);
        run(CARDS, gone, kept);
        GROUP_ANSWERS.forEach(statement -> run(statement, gone, kept));
        run(WEIGHTS, gone, kept);
        OTHERS.forEach(statement -> run(statement, gone, kept));
        handle.createUpdate("delete from learner where learner_id = :gone")
                .bind("gone", gone.value())
                .execute();
    }

    private void run(String statement, LearnerId gone, LearnerId kept) {
        handle.createUpdate(statement)
                .bind("gone", gone.value())
                .bind("kept", kept.value())
                .execute();
    }
}

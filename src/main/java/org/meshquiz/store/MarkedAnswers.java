package org.meshquiz.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.store.Abilities.Ability;
import org.meshquiz.store.MemoryCards.MemoryCard;
import org.meshquiz.store.Reviews.Review;
import org.meshquiz.store.SkillDays.Earned;

/**
 * What is known before an answer is marked, in one reading, and all that an answer changes, in one statement: what an answer
 * costs is the trips to the server.
 */
public final class MarkedAnswers {
    private static final String SETTLE = """
            update delivery set settled_at = :answeredAt
            where learner_id = :learner and delivery_id = :delivery and settled_at is null
            """;

    private final Handle handle;

    MarkedAnswers(Handle handle) {
        this.handle = handle;
    }

    /**
     * What is known before an answer.
     *
     * @param card what is remembered of the question; empty at the first meeting
     * @param level what is believed of the skill; empty before the first answer
     * @param dayBegan expected ability before the day's first answer in the skill; empty when there was none yet
     */
    public record Known(Optional<MemoryCard> card, Optional<Ability> level, Optional<Double> dayBegan) {}

    /**
     * Reads what is known.
     *
     * @param day the person's own calendar day
     */
    public Known known(LearnerId learner, String question, String skill, LocalDate day) {
        return handle.createQuery("""
                        select c.*, a.masses, a.answers, a.updated_at, a.calibration, d.ability_before
                        from (values (1)) as once
                          left join memory_card c on c.learner_id = :learner and c.question_id = :question
                          left join ability a on a.learner_id = :learner and a.skill = :skill
                          left join skill_day d on d.learner_id = :learner and d.day = :day and d.skill = :skill
                        """)
                .bind("learner", learner.value())
                .bind("question", question)
                .bind("skill", skill)
                .bind("day", day)
                .map((row, context) -> known(row, skill))
                .one();
    }

    /**
     * Appends an answer to the log, settles its delivery, and writes what follows.
     *
     * @param card what is remembered of the question since
     * @param level what is believed of the skill since; null when the answer did not move it
     * @param earned what it brought; null for nothing
     * @return the answer with its number
     */
    public Review write(
            LearnerId learner, Review review, MemoryCard card, @Nullable Ability level, @Nullable Earned earned) {
        String sql = "with settled as (" + SETTLE + "), card as (" + MemoryCards.SAVE + ")"
                + (level == null ? "" : ", level as (" + Abilities.SAVE + ")")
                + (earned == null ? "" : ", day as (" + SkillDays.ADD + ")")
                + Reviews.ADD
                + "returning review_id";
        Query statement = handle.createQuery(sql).bind("learner", learner.value());
        MemoryCards.bind(Reviews.bind(statement, review), card);
        if (level != null) {
            Abilities.bind(statement, level);
        }
        if (earned != null) {
            SkillDays.bind(statement, earned);
        }
        return review.numbered(statement.mapTo(Long.class).one());
    }

    private static Known known(ResultSet row, String skill) throws SQLException {
        double dayBegan = row.getDouble("ability_before");
        Optional<Double> began = row.wasNull() ? Optional.empty() : Optional.of(dayBegan);
        return new Known(
                row.getObject("question_id") == null ? Optional.empty() : Optional.of(MemoryCards.card(row)),
                row.getObject("calibration") == null ? Optional.empty() : Optional.of(Abilities.ability(row, skill)),
                began);
    }
}

package org.meshquiz.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.meshquiz.learner.LearnerId;

/** What each person's days brought in each skill: points, movement of the level, how long questions were kept in mind. */
public final class SkillDays {
    /** Adds what an answer of {@code :learner} brought. */
    static final String ADD = """
            insert into skill_day as d (learner_id, day, skill, ability_before, ability_after, points,
              counted, measured, longest_kept)
            values (:learner, :day, :daySkill, :before, :after, :points, 1, :moved, :kept)
            on conflict (learner_id, day, skill) do update set ability_after = excluded.ability_after,
              points = d.points + excluded.points, counted = d.counted + 1,
              measured = d.measured + excluded.measured,
              longest_kept = greatest(d.longest_kept, excluded.longest_kept)
            """;

    private final Handle handle;

    SkillDays(Handle handle) {
        this.handle = handle;
    }

    /**
     * What an answer brought.
     *
     * @param skill the skill's id
     * @param day the person's own calendar day
     * @param before expected ability before the day's first answer in the skill
     * @param after expected ability after this one
     * @param points for it, not capped
     * @param measured whether it moved the level
     * @param kept days since the answer before, of a right answer to a question that was due; else 0
     */
    public record Earned(
            String skill, LocalDate day, double before, double after, double points, boolean measured, int kept) {}

    /**
     * What some days brought somebody in a team.
     *
     * @param learner who
     * @param name what they are called on the board; null when they are not on it
     * @param league from 1, the lowest; 0 before they are placed
     * @param points each day capped
     * @param gain of ability, over the skills in which enough was measured
     * @param measured whether there was one
     * @param kept the most days that a question was kept in mind before it was answered right
     */
    public record Share(
            LearnerId learner,
            @Nullable String name,
            int league,
            double points,
            double gain,
            boolean measured,
            int kept) {}

    /** Binds what an answer brought to a statement that adds it. */
    static <S extends SqlStatement<S>> S bind(S statement, Earned earned) {
        return statement
                .bind("daySkill", earned.skill())
                .bind("day", earned.day())
                .bind("before", earned.before())
                .bind("after", earned.after())
                .bind("points", earned.points())
                .bind("moved", earned.measured() ? 1 : 0)
                .bind("kept", earned.kept());
    }

    /**
     * What the days from one to another, both included, brought everybody in a team who took part in them.
     *
     * @param skills ids of the skills that count; none means all
     * @param mostADay what a day's points are capped at
     * @param enough answers that have to move a level before its gain counts
     */
    public List<Share> ofTeam(
            long team, LocalDate from, LocalDate to, Set<String> skills, double mostADay, int enough) {
        return handle.createQuery("""
                        with mine as materialized (
                          select d.* from team_member m join skill_day d using (learner_id)
                          where m.team_id = :team and d.day between :from and :to
                            and (cardinality(:skills) = 0 or d.skill = any(:skills))),
                        days as (
                          select learner_id, least(:most, sum(points)) as points, max(longest_kept) as kept
                          from mine group by learner_id, day),
                        totals as (
                          select learner_id, sum(points) as points, max(kept) as kept from days group by learner_id),
                        gains as (
                          select learner_id, sum(gain) as gain from (
                            select learner_id,
                              (array_agg(ability_after order by day desc))[1]
                                - (array_agg(ability_before order by day))[1] as gain
                            from mine group by learner_id, skill having sum(measured) >= :enough) skills
                          group by learner_id)
                        select learner_id, m.name, m.league, t.points, coalesce(g.gain, 0), g.gain is not null, t.kept
                        from totals t join team_member m using (learner_id) left join gains g using (learner_id)
                        where m.team_id = :team order by learner_id
                        """)
                .bind("team", team)
                .bind("from", from)
                .bind("to", to)
                .bindArray("skills", String.class, skills)
                .bind("most", mostADay)
                .bind("enough", enough)
                .map((row, context) -> new Share(
                        new LearnerId(row.getLong(1)),
                        row.getString(2),
                        row.getInt(3),
                        row.getDouble(4),
                        row.getDouble(5),
                        row.getBoolean(6),
                        row.getInt(7)))
                .list();
    }
}

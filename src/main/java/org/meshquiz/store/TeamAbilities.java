package org.meshquiz.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.meshquiz.ability.Posterior;
import org.meshquiz.learner.LearnerId;

/** What is believed of the levels of all people in a team. */
public final class TeamAbilities {
    private final Handle handle;

    TeamAbilities(Handle handle) {
        this.handle = handle;
    }

    /**
     * What is believed of somebody and a skill.
     *
     * @param learner who
     * @param skill the skill's id
     * @param posterior the belief as it stood at the last answer
     * @param answers first answers that it rests on
     * @param updatedAt the last of them
     */
    public record Held(LearnerId learner, String skill, Posterior posterior, int answers, Instant updatedAt) {}

    /** All beliefs of a team's members that rest on an answer. */
    public List<Held> of(long team) {
        return handle.createQuery("""
                        select a.learner_id, a.skill, a.masses, a.answers, a.updated_at
                        from team_member m join ability a using (learner_id)
                        where m.team_id = :team and a.answers > 0 order by a.learner_id, a.skill
                        """)
                .bind("team", team)
                .map((row, context) -> new Held(
                        new LearnerId(row.getLong(1)),
                        row.getString(2),
                        Posterior.of(Decimals.fromColumn(row.getArray(3))),
                        row.getInt(4),
                        row.getTimestamp(5).toInstant()))
                .list();
    }
}

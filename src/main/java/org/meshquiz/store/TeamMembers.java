package org.meshquiz.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.store.GroupChats.GroupChat;

/** Who is in which team, and how far they want to be seen there. */
public final class TeamMembers {
    private final Handle handle;

    TeamMembers(Handle handle) {
        this.handle = handle;
    }

    /**
     * Somebody in a team.
     *
     * @param learner who
     * @param team the team's number
     * @param name what they are called on its board; null when they are not on it
     * @param shares whether those who lead the team see their levels
     * @param leadsUntil until when they are known to administer the group; null when they are not
     * @param league from 1, the lowest; 0 before they are placed
     * @param joinedAt when they came
     */
    public record Member(
            LearnerId learner,
            long team,
            @Nullable String name,
            boolean shares,
            @Nullable Instant leadsUntil,
            int league,
            Instant joinedAt) {

        /** Whether they lead the team, as far as is known. */
        public boolean leadsAt(Instant now) {
            return leadsUntil != null && now.isBefore(leadsUntil);
        }

        /** The same person seen otherwise. */
        public Member seen(@Nullable String shownAs, boolean sharing) {
            return new Member(learner, team, shownAs, sharing, leadsUntil, league, joinedAt);
        }
    }

    /** Writes down somebody who joins, or is seen otherwise from now on; their league and what they lead stay. */
    public void save(Member member) {
        handle.createUpdate("""
                        insert into team_member (learner_id, team_id, name, shares, joined_at)
                        values (:learnerId, :team, :name, :shares, :joinedAt)
                        on conflict (learner_id, team_id) do update set name = excluded.name, shares = excluded.shares
                        """)
                .bindMethods(member)
                .bind("learnerId", member.learner().value())
                .execute();
    }

    /** Notes that a member administers the group, or does not any more. */
    public void leads(LearnerId learner, long team, @Nullable Instant until) {
        handle.createUpdate("""
                        update team_member set leads_until = :until where learner_id = :learner and team_id = :team
                        """)
                .bind("learner", learner.value())
                .bind("team", team)
                .bind("until", until)
                .execute();
    }

    public Optional<Member> find(LearnerId learner, long team) {
        return handle.createQuery("select * from team_member where learner_id = :learner and team_id = :team")
                .bind("learner", learner.value())
                .bind("team", team)
                .map((row, context) -> member(row))
                .findOne();
    }

    /** The teams of a person, the oldest first. */
    public List<GroupChat> teams(LearnerId learner) {
        return handle.createQuery("""
                        select t.* from team_member m join team_chat t using (team_id)
                        where m.learner_id = :learner order by m.joined_at, t.team_id
                        """)
                .bind("learner", learner.value())
                .map((row, context) -> GroupChats.group(row))
                .list();
    }

    /** Everybody in a team. */
    public List<Member> all(long team) {
        return handle.createQuery("select * from team_member where team_id = :team order by learner_id")
                .bind("team", team)
                .map((row, context) -> member(row))
                .list();
    }

    /** How many people are in a team. */
    public int count(long team) {
        return handle.createQuery("select count(*) from team_member where team_id = :team")
                .bind("team", team)
                .mapTo(Integer.class)
                .one();
    }

    public void leave(LearnerId learner, long team) {
        handle.createUpdate("delete from team_member where learner_id = :learner and team_id = :team")
                .bind("learner", learner.value())
                .bind("team", team)
                .execute();
    }

    /** Writes down who is in which league now. */
    public void place(long team, Map<Long, Integer> leagues) {
        if (leagues.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                update team_member set league = :league where learner_id = :learner and team_id = :team
                """);
        leagues.forEach((learner, league) -> batch.bind("learner", learner)
                .bind("league", league)
                .bind("team", team)
                .add());
        batch.execute();
    }

    private static Member member(ResultSet row) throws SQLException {
        Timestamp leads = row.getTimestamp("leads_until");
        return new Member(
                new LearnerId(row.getLong("learner_id")),
                row.getLong("team_id"),
                row.getString("name"),
                row.getBoolean("shares"),
                leads == null ? null : leads.toInstant(),
                row.getInt("league"),
                row.getTimestamp("joined_at").toInstant());
    }
}

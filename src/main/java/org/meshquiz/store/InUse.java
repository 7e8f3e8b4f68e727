package org.meshquiz.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.store.MemoryParameters.Version;

/** What was learned from earlier answers and bears on the next one, read in one statement. */
public final class InUse {
    private final Handle handle;

    InUse(Handle handle) {
        this.handle = handle;
    }

    /**
     * What is in use now.
     *
     * @param own weights of the memory model of those people who have their own
     * @param team weights for everybody else
     * @param calibrations versions of what is believed of questions, by skill; a skill without one has only its authors' levels
     * @param doubted texts that are out of measuring: question ids with the version of each
     */
    public record Snapshot(
            Map<LearnerId, Version> own, Version team, Map<String, Long> calibrations, Map<String, Integer> doubted) {
        public Snapshot {
            own = Map.copyOf(own);
            calibrations = Map.copyOf(calibrations);
            doubted = Map.copyOf(doubted);
        }

        /** How the memory of one of the people asked for works. */
        public Version memory(LearnerId learner) {
            return own.getOrDefault(learner, team);
        }

        /** The version of what is believed of a skill's questions. */
        public long calibration(String skill) {
            return calibrations.getOrDefault(skill, Calibrations.NONE);
        }
    }

    /** What is in use for these people. */
    public Snapshot of(Collection<LearnerId> learners) {
        Reading reading = new Reading();
        handle.createQuery("""
                        select 'doubted' as kind, 0::bigint as learner_id, question_id as name,
                          doubted_version::bigint as version, null::double precision[] as weights
                        from question where doubted_version is not null
                        union all
                        select 'calibration', 0, skill, max(version), null
                        from calibration where reverted_at is null group by skill
                        union all
                        (select 'team', 0, '', version, weights from team_parameters where accepted
                          order by version desc limit 1)
                        union all
                        (select distinct on (learner_id) 'own', learner_id, '', version, weights from learner_parameters
                          where learner_id = any(:learners) and accepted order by learner_id, version desc)
                        """)
                .bindArray(
                        "learners",
                        Long.class,
                        learners.stream().map(LearnerId::value).toList())
                .map((row, context) -> reading.take(row))
                .list();
        return reading.snapshot();
    }

    /** What the rows have told so far. */
    private static final class Reading {
        private final Map<LearnerId, Version> own = new HashMap<>();
        private final Map<String, Long> calibrations = new HashMap<>();
        private final Map<String, Integer> doubted = new HashMap<>();
        private Version team = Version.DEFAULT;

        private boolean take(ResultSet row) throws SQLException {
            switch (row.getString("kind")) {
                case "doubted" -> doubted.put(row.getString("name"), row.getInt("version"));
                case "calibration" -> calibrations.put(row.getString("name"), row.getLong("version"));
                case "team" -> team = version(row);
                default -> own.put(new LearnerId(row.getLong("learner_id")), version(row));
            }
            return true;
        }

        private static Version version(ResultSet row) throws SQLException {
            return new Version(row.getLong("version"), MemoryParameters.parameters(row.getArray("weights")));
        }

        private Snapshot snapshot() {
            return new Snapshot(own, team, calibrations, doubted);
        }
    }
}

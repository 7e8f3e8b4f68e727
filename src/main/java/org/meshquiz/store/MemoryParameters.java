package org.meshquiz.store;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.memory.Fitted;
import org.meshquiz.memory.Parameters;

/** Weights of the memory model that were fitted to the review log, newest last; those not accepted are kept as well. */
public final class MemoryParameters {
    private static final String COLUMNS = "weights, accepted, repeats, held_out, loss_before, loss_after, fitted_at";
    private static final String VALUES = ":weights, :accepted, :repeats, :heldOut, :lossBefore, :lossAfter, :now";

    private final Handle handle;

    MemoryParameters(Handle handle) {
        this.handle = handle;
    }

    /**
     * Weights in use.
     *
     * @param version their number; 0 for the defaults
     */
    public record Version(long version, Parameters parameters) {
        public static final Version DEFAULT = new Version(0, Parameters.DEFAULT);
    }

    /**
     * A person whose own weights should be fitted.
     *
     * @param repeats how many repeats they have answered
     */
    public record Candidate(LearnerId learner, long repeats) {}

    /** What is used for a person: their own weights, else the team's, else the defaults. */
    public Version current(LearnerId learner) {
        return handle.createQuery("""
                        (select version, weights from learner_parameters
                          where learner_id = :learner and accepted order by version desc limit 1)
                        union all
                        (select version, weights from team_parameters where accepted order by version desc limit 1)
                        limit 1
                        """)
                .bind("learner", learner.value())
                .map((row, context) -> new Version(row.getLong("version"), parameters(row.getArray("weights"))))
                .findOne()
                .orElse(Version.DEFAULT);
    }

    /** What is used for the team. */
    public Version ofTeam() {
        return handle.createQuery(
                        "select version, weights from team_parameters where accepted order by version desc limit 1")
                .map((row, context) -> new Version(row.getLong("version"), parameters(row.getArray("weights"))))
                .findOne()
                .orElse(Version.DEFAULT);
    }

    /** Repeats in the log at the last fit for the team, 0 before the first. */
    public long repeatsAtLastFit() {
        return handle.createQuery("select coalesce(max(repeats), 0) from team_parameters")
                .mapTo(Long.class)
                .one();
    }

    /** People with at least that many repeats, and twice as many as at their last fit. */
    public List<Candidate> candidates(int minimum) {
        return handle.createQuery("""
                        select learner_id, count(*) as repeats from review r where not first_exposure
                        group by learner_id
                        having count(*) >= greatest(:minimum, 2 * coalesce(
                          (select max(repeats) from learner_parameters p where p.learner_id = r.learner_id), 0))
                        order by learner_id
                        """)
                .bind("minimum", minimum)
                .map((row, context) -> new Candidate(new LearnerId(row.getLong("learner_id")), row.getLong("repeats")))
                .list();
    }

    /**
     * Keeps what came of a fit.
     *
     * @param learner whose it is, or null for the team's
     * @param repeats repeats in the log that it was fitted to
     */
    public void add(@Nullable LearnerId learner, Fitted fitted, long repeats, Instant now) {
        String sql = learner == null
                ? "insert into team_parameters (" + COLUMNS + ") values (" + VALUES + ")"
                : "insert into learner_parameters (learner_id, " + COLUMNS + ") values (:learner, " + VALUES + ")";
        handle.createUpdate(sql)
                .bind(
                        "learner",
                        Optional.ofNullable(learner).map(LearnerId::value).orElse(null))
                .bindMethods(fitted)
                .bind("weights", Decimals.toColumn(fitted.parameters().toArray()))
                .bind("repeats", repeats)
                .bind("now", now)
                .execute();
    }

    static Parameters parameters(Array column) throws SQLException {
        return Parameters.clipped(Decimals.fromColumn(column));
    }
}

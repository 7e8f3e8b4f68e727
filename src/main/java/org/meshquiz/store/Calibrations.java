package org.meshquiz.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.meshquiz.ability.Parameters;
import org.meshquiz.ability.Population;
import org.meshquiz.learner.LearnerId;

/** What was learned of each skill's questions, in versions: the newest that was not reverted is in use. */
public final class Calibrations {
    /** The version that stands for no calibration. */
    public static final long NONE = 0;

    private final Handle handle;

    Calibrations(Handle handle) {
        this.handle = handle;
    }

    /**
     * One calibration.
     *
     * @param version its number, 0 before it is stored
     * @param skill the skill's id
     * @param madeAt when
     * @param answers first answers that it rests on
     * @param people who gave them
     * @param team where they stand
     * @param revertedAt when it was taken out of use, or null
     */
    public record Version(
            long version,
            String skill,
            Instant madeAt,
            int answers,
            int people,
            Population team,
            @Nullable Instant revertedAt) {}

    /**
     * What was learned of one question.
     *
     * @param question its id
     * @param revision of its meaning
     * @param answers first answers to it
     * @param parameters how hard it is, and how well it tells people apart
     */
    public record Calibrated(String question, int revision, int answers, Parameters parameters) {}

    /**
     * How much there is to learn from.
     *
     * @param skill the skill's id
     * @param answers first answers to measuring questions
     * @param people who gave them
     * @param before answers at the newest calibration, reverted or not; 0 before the first
     */
    public record Material(String skill, int answers, int people, int before) {}

    /**
     * One first answer to a measuring question.
     *
     * @param version of the question's text
     */
    public record Meeting(LearnerId learner, String question, int version, boolean correct) {}

    /** The version in use for a skill, {@link #NONE} without any. */
    public long inUse(String skill) {
        return handle.createQuery("""
                        select coalesce(max(version), 0) from calibration where skill = :skill and reverted_at is null
                        """).bind("skill", skill).mapTo(Long.class).one();
    }

    /** The team of a version that is stored. */
    public Population team(long version) {
        return handle.createQuery("select * from calibration where version = :version")
                .bind("version", version)
                .map((row, context) -> version(row).team())
                .one();
    }

    /** What a version says of each question. */
    public List<Calibrated> questions(long version) {
        return handle.createQuery("select * from calibrated_question where version = :version")
                .bind("version", version)
                .map((row, context) -> new Calibrated(
                        row.getString("question_id"),
                        row.getInt("revision"),
                        row.getInt("answers"),
                        Parameters.of(Decimals.fromColumn(row.getArray("masses")))))
                .list();
    }

    /** All calibrations, newest first. */
    public List<Version> all() {
        return handle.createQuery("select * from calibration order by version desc")
                .map((row, context) -> version(row))
                .list();
    }

    /** Stores a calibration, which is in use from then on, and returns its version. */
    public long add(Version learned, List<Calibrated> questions) {
        long version = handle.createUpdate("""
                        insert into calibration (skill, made_at, answers, people, team_mean, team_sd)
                        values (:skill, :madeAt, :answers, :people, :mean, :sd)
                        """)
                .bindMethods(learned)
                .bind("mean", learned.team().mean())
                .bind("sd", learned.team().sd())
                .executeAndReturnGeneratedKeys("version")
                .mapTo(Long.class)
                .one();
        if (!questions.isEmpty()) {
            PreparedBatch batch = handle.prepareBatch("""
                    insert into calibrated_question (version, question_id, revision, answers, masses)
                    values (:version, :question, :revision, :answers, :masses)
                    """);
            questions.forEach(question -> batch.bindMethods(question)
                    .bind("version", version)
                    .bind("masses", Decimals.toColumn(question.parameters().masses()))
                    .add());
            batch.execute();
        }
        return version;
    }

    /** Takes the version in use for a skill out of use; false when there is none. */
    public boolean revert(String skill, Instant now) {
        return handle.createUpdate("""
                                update calibration set reverted_at = :now
                                where version = (select max(version) from calibration
                                  where skill = :skill and reverted_at is null)
                                """).bind("skill", skill).bind("now", now).execute() == 1;
    }

    /** What there is to learn from, by skill. */
    public List<Material> material() {
        return handle.createQuery("""
                        select r.skill, count(*) as answers, count(distinct r.learner_id) as people,
                          coalesce((select c.answers from calibration c where c.skill = r.skill
                            order by version desc limit 1), 0) as before
                        from review r where r.first_exposure and r.measures group by r.skill order by r.skill
                        """)
                .map((row, context) -> new Material(
                        row.getString("skill"), row.getInt("answers"), row.getInt("people"), row.getInt("before")))
                .list();
    }

    /** All first answers to the measuring questions of a skill. */
    public List<Meeting> meetings(String skill) {
        return handle.createQuery("""
                        select learner_id, question_id, question_version, correct from review
                        where skill = :skill and first_exposure and measures order by learner_id, review_id
                        """)
                .bind("skill", skill)
                .map((row, context) -> new Meeting(
                        new LearnerId(row.getLong("learner_id")),
                        row.getString("question_id"),
                        row.getInt("question_version"),
                        row.getBoolean("correct")))
                .list();
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getLong("version"),
                row.getString("skill"),
                row.getTimestamp("made_at").toInstant(),
                row.getInt("answers"),
                row.getInt("people"),
                new Population(row.getDouble("team_mean"), row.getDouble("team_sd")),
                Times.fromColumn(row.getObject("reverted_at", OffsetDateTime.class)));
    }
}

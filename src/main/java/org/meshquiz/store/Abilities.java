package org.meshquiz.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.meshquiz.ability.Posterior;
import org.meshquiz.learner.LearnerId;

/** How good each person is at each skill, as far as their answers tell. A cache of the review log. */
public final class Abilities {
    /** Writes a level of {@code :learner}, new or changed. */
    static final String SAVE = """
            insert into ability (learner_id, skill, masses, answers, updated_at, calibration)
            values (:learner, :levelSkill, :masses, :answers, :updatedAt, :calibration)
            on conflict (learner_id, skill) do update set
              masses = excluded.masses, answers = excluded.answers, updated_at = excluded.updated_at,
              calibration = excluded.calibration
            """;

    private final Handle handle;

    Abilities(Handle handle) {
        this.handle = handle;
    }

    /**
     * What is believed about a person and a skill.
     *
     * @param skill the skill's id
     * @param posterior the belief as it stood at the last answer
     * @param answers how many first answers it rests on
     * @param updatedAt the last of them
     * @param calibration version of what was believed of the questions, 0 for the authors' levels
     */
    public record Ability(String skill, Posterior posterior, int answers, Instant updatedAt, long calibration) {}

    public Optional<Ability> find(LearnerId learner, String skill) {
        return handle.createQuery("select * from ability where learner_id = :learner and skill = :skill")
                .bind("learner", learner.value())
                .bind("skill", skill)
                .map((row, context) -> ability(row))
                .findOne();
    }

    /** All skills that the person has answered for, by skill. */
    public List<Ability> all(LearnerId learner) {
        return handle.createQuery("select * from ability where learner_id = :learner order by skill")
                .bind("learner", learner.value())
                .map((row, context) -> ability(row))
                .list();
    }

    /** The same of many people. */
    public Map<LearnerId, Map<String, Ability>> all(Collection<LearnerId> learners) {
        Map<LearnerId, Map<String, Ability>> all = new HashMap<>();
        handle.createQuery("select * from ability where learner_id = any(:learners)")
                .bindArray(
                        "learners",
                        Long.class,
                        learners.stream().map(LearnerId::value).toList())
                .map((row, context) -> Map.entry(new LearnerId(row.getLong("learner_id")), ability(row)))
                .forEach(entry -> all.computeIfAbsent(entry.getKey(), learner -> new HashMap<>())
                        .put(entry.getValue().skill(), entry.getValue()));
        return all;
    }

    public void save(LearnerId learner, Ability ability) {
        bind(handle.createUpdate(SAVE).bind("learner", learner.value()), ability)
                .execute();
    }

    /** Binds a level to a statement that writes it. */
    static <S extends SqlStatement<S>> S bind(S statement, Ability ability) {
        return statement
                .bind("levelSkill", ability.skill())
                .bind("masses", Decimals.toColumn(ability.posterior().masses()))
                .bind("answers", ability.answers())
                .bind("updatedAt", ability.updatedAt())
                .bind("calibration", ability.calibration());
    }

    /** Some beliefs of anybody. */
    public List<Posterior> sample(int atMost) {
        return handle.createQuery("select * from ability limit :most")
                .bind("most", atMost)
                .map((row, context) -> ability(row).posterior())
                .list();
    }

    /** People after that one whose level in a skill was made with another calibration. */
    public List<LearnerId> madeOtherwise(String skill, long calibration, @Nullable LearnerId last, int atMost) {
        return handle.createQuery("""
                        select learner_id from ability
                        where skill = :skill and calibration <> :calibration and learner_id > :last
                        order by 1 limit :most
                        """)
                .bind("skill", skill)
                .bind("calibration", calibration)
                .bind("last", last == null ? 0 : last.value())
                .bind("most", atMost)
                .mapTo(Long.class)
                .map(LearnerId::new)
                .list();
    }

    /** Forgets what is believed about a skill. */
    public void delete(LearnerId learner, String skill) {
        handle.createUpdate("delete from ability where learner_id = :learner and skill = :skill")
                .bind("learner", learner.value())
                .bind("skill", skill)
                .execute();
    }

    private static Ability ability(ResultSet row) throws SQLException {
        return ability(row, row.getString("skill"));
    }

    /** The level of a row that says nothing, or something else, of its skill. */
    static Ability ability(ResultSet row, String skill) throws SQLException {
        return new Ability(
                skill,
                Posterior.of(Decimals.fromColumn(row.getArray("masses"))),
                row.getInt("answers"),
                row.getTimestamp("updated_at").toInstant(),
                row.getLong("calibration"));
    }
}

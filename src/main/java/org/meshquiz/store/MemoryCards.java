package org.meshquiz.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.memory.MemoryState;

/** What each person remembers of each question they have met. A cache of the review log. */
public final class MemoryCards {
    /** Writes a card of {@code :learner}, new or changed. */
    static final String SAVE = """
            insert into memory_card (learner_id, question_id, skill, stability, difficulty, reviewed_at, due_on,
              repetitions, lapses, before_stability, before_difficulty, before_reviewed, parameters)
            values (:learner, :cardQuestion, :cardSkill, :stability, :difficulty, :reviewedAt, :dueOn,
              :repetitions, :lapses, :beforeStability, :beforeDifficulty, :beforeReviewed, :parameters)
            on conflict (learner_id, question_id) do update set
              skill = excluded.skill, stability = excluded.stability, difficulty = excluded.difficulty,
              reviewed_at = excluded.reviewed_at, due_on = excluded.due_on,
              repetitions = excluded.repetitions, lapses = excluded.lapses,
              before_stability = excluded.before_stability, before_difficulty = excluded.before_difficulty,
              before_reviewed = excluded.before_reviewed, parameters = excluded.parameters
            """;

    private final Handle handle;

    MemoryCards(Handle handle) {
        this.handle = handle;
    }

    /**
     * A question in somebody's memory.
     *
     * @param question the question's id
     * @param skill the skill's id
     * @param state how well it is remembered
     * @param reviewedAt the last answer
     * @param dueOn the person's own calendar day on which it comes back
     * @param repetitions answers so far
     * @param lapses of them wrong
     * @param before the state before the last answer; null when that was the first
     * @param parameters version of the weights that the state was computed with, 0 for the defaults
     */
    public record MemoryCard(
            String question,
            String skill,
            MemoryState state,
            Instant reviewedAt,
            LocalDate dueOn,
            int repetitions,
            int lapses,
            @Nullable Before before,
            long parameters) {}

    /**
     * How a card stood before its last answer, for a word about that answer which comes later.
     *
     * @param state how well it was remembered
     * @param reviewedAt the answer before the last
     */
    public record Before(MemoryState state, Instant reviewedAt) {}

    public Optional<MemoryCard> find(LearnerId learner, String question) {
        return handle.createQuery("select * from memory_card where learner_id = :learner and question_id = :question")
                .bind("learner", learner.value())
                .bind("question", question)
                .map((row, context) -> card(row))
                .findOne();
    }

    /** Writes a card, new or changed. */
    public void save(LearnerId learner, MemoryCard card) {
        bind(handle.createUpdate(SAVE).bind("learner", learner.value()), card).execute();
    }

    /** Binds a card to a statement that writes it. */
    static <S extends SqlStatement<S>> S bind(S statement, MemoryCard card) {
        Before before = card.before();
        return statement
                .bind("cardQuestion", card.question())
                .bind("cardSkill", card.skill())
                .bind("stability", card.state().stability())
                .bind("difficulty", card.state().difficulty())
                .bind("reviewedAt", card.reviewedAt())
                .bind("dueOn", card.dueOn())
                .bind("repetitions", card.repetitions())
                .bind("lapses", card.lapses())
                .bind(
                        "beforeStability",
                        before == null ? null : (Double) before.state().stability())
                .bind(
                        "beforeDifficulty",
                        before == null ? null : (Double) before.state().difficulty())
                .bind("beforeReviewed", before == null ? null : before.reviewedAt())
                .bind("parameters", card.parameters());
    }

    /** Every card of a person in one skill. */
    public List<MemoryCard> ofSkill(LearnerId learner, String skill) {
        return handle.createQuery("select * from memory_card where learner_id = :learner and skill = :skill")
                .bind("learner", learner.value())
                .bind("skill", skill)
                .map((row, context) -> card(row))
                .list();
    }

    /** Ids of all the questions that a person has met. */
    public Set<String> met(LearnerId learner) {
        return new HashSet<>(handle.createQuery("select question_id from memory_card where learner_id = :learner")
                .bind("learner", learner.value())
                .mapTo(String.class)
                .list());
    }

    /** People after that one who have cards that were computed with other weights than those in use for them. */
    public List<LearnerId> outOfDate(@Nullable LearnerId last, int atMost) {
        return handle.createQuery("""
                        select l.learner_id from learner l
                        where l.learner_id > :last and exists (select from memory_card c
                          where c.learner_id = l.learner_id and c.parameters <> coalesce(
                            (select max(version) from learner_parameters p
                              where p.learner_id = l.learner_id and p.accepted),
                            (select max(version) from team_parameters where accepted), 0))
                        order by 1 limit :most
                        """)
                .bind("last", last == null ? 0 : last.value())
                .bind("most", atMost)
                .mapTo(Long.class)
                .map(LearnerId::new)
                .list();
    }

    /** A person's cards that were computed with other weights than those of that version. */
    public List<MemoryCard> computedOtherwise(LearnerId learner, long version) {
        return handle.createQuery("select * from memory_card where learner_id = :learner and parameters <> :version")
                .bind("learner", learner.value())
                .bind("version", version)
                .map((row, context) -> card(row))
                .list();
    }

    /** How many cards come back on each of the days from one to another, both included; one question is not counted. */
    public Map<LocalDate, Integer> load(LearnerId learner, LocalDate from, LocalDate to, String except) {
        Map<LocalDate, Integer> load = new HashMap<>();
        handle.createQuery("""
                        select due_on, count(*) from memory_card
                        where learner_id = :learner and due_on between :from and :to and question_id <> :except
                        group by due_on
                        """)
                .bind("learner", learner.value())
                .bind("from", from)
                .bind("to", to)
                .bind("except", except)
                .map((row, context) -> Map.entry(row.getObject(1, LocalDate.class), row.getInt(2)))
                .forEach(entry -> load.put(entry.getKey(), entry.getValue()));
        return load;
    }

    /** How many cards come back on that day. */
    public int dueOn(LearnerId learner, LocalDate day) {
        return load(learner, day, day, "").getOrDefault(day, 0);
    }

    static MemoryCard card(ResultSet row) throws SQLException {
        Timestamp before = row.getTimestamp("before_reviewed");
        return new MemoryCard(
                row.getString("question_id"),
                row.getString("skill"),
                new MemoryState(row.getDouble("stability"), row.getDouble("difficulty")),
                row.getTimestamp("reviewed_at").toInstant(),
                row.getObject("due_on", LocalDate.class),
                row.getInt("repetitions"),
                row.getInt("lapses"),
                before == null
                        ? null
                        : new Before(
                                new MemoryState(row.getDouble("before_stability"), row.getDouble("before_difficulty")),
                                before.toInstant()),
                row.getLong("parameters"));
    }
}

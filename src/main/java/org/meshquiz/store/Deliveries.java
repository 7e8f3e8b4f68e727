package org.meshquiz.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.meshquiz.learner.LearnerId;

/** Questions put to people: which one, when, in which order of options. */
public final class Deliveries {
    private static final String SELECT = "select * from delivery where learner_id = :learner ";

    private final Handle handle;

    Deliveries(Handle handle) {
        this.handle = handle;
    }

    /**
     * A question put to somebody.
     *
     * @param id its number, 0 before it is stored
     * @param session the session it belongs to
     * @param message our number of the message that shows it, 0 before it has one
     * @param question the question's id
     * @param version the version of its text
     * @param order the options as shown: the first shown is option {@code order.get(0)} of the question; empty when typed
     * @param chosen options ticked so far in a several-of question, as the question counts them
     * @param again whether it is its session's second try at the question
     * @param askedAt when it was put
     * @param settled whether it has been answered
     */
    public record Delivery(
            long id,
            long session,
            long message,
            String question,
            int version,
            List<Integer> order,
            Set<Integer> chosen,
            boolean again,
            Instant askedAt,
            boolean settled) {
        public Delivery {
            order = List.copyOf(order);
            chosen = Set.copyOf(chosen);
        }

        /** The same with its number, in that session. */
        public Delivery of(long number, long ofSession) {
            return new Delivery(number, ofSession, message, question, version, order, chosen, again, askedAt, settled);
        }

        /** The same with other options ticked. */
        public Delivery ticked(Set<Integer> changed) {
            return new Delivery(id, session, message, question, version, order, changed, again, askedAt, settled);
        }
    }

    /**
     * Stores a new delivery and returns it with its number; one that has no message yet gets the number of the message that
     * is to show it.
     */
    public Delivery add(LearnerId learner, Delivery delivery) {
        return handle.createQuery("""
                        insert into delivery (learner_id, session_id, message_id, question_id, question_version,
                          option_order, again, asked_at)
                        values (:learner, :session, coalesce(nullif(:message, 0), nextval('message_id_seq')), :question,
                          :version, :shown, :again, :askedAt)
                        returning *
                        """)
                .bind("learner", learner.value())
                .bind("session", delivery.session())
                .bind("message", delivery.message())
                .bind("question", delivery.question())
                .bind("version", delivery.version())
                .bind("again", delivery.again())
                .bind("askedAt", delivery.askedAt())
                .bindArray("shown", Short.class, shorts(delivery.order()))
                .map((row, context) -> delivery(row))
                .one();
    }

    public Optional<Delivery> find(LearnerId learner, long delivery) {
        return handle.createQuery(SELECT + "and delivery_id = :delivery")
                .bind("learner", learner.value())
                .bind("delivery", delivery)
                .map((row, context) -> delivery(row))
                .findOne();
    }

    /** The newest question of a session. */
    public Optional<Delivery> last(LearnerId learner, long session) {
        return handle.createQuery(SELECT + "and session_id = :session order by delivery_id desc limit 1")
                .bind("learner", learner.value())
                .bind("session", session)
                .map((row, context) -> delivery(row))
                .findOne();
    }

    /** The question that a person has answered last. */
    public Optional<Delivery> lastSettled(LearnerId learner) {
        return handle.createQuery(
                        SELECT + "and settled_at is not null order by settled_at desc, delivery_id desc limit 1")
                .bind("learner", learner.value())
                .map((row, context) -> delivery(row))
                .findOne();
    }

    /** The question that a person has in front of them: the newest open one of a session that still goes on. */
    public Optional<Delivery> open(LearnerId learner) {
        return handle.createQuery("""
                        select d.* from delivery d join quiz_session s using (learner_id, session_id)
                        where d.learner_id = :learner and d.settled_at is null and s.ended_at is null
                        order by d.delivery_id desc limit 1
                        """)
                .bind("learner", learner.value())
                .map((row, context) -> delivery(row))
                .findOne();
    }

    /** Notes which options are ticked so far. */
    public void choose(LearnerId learner, long delivery, Set<Integer> chosen) {
        handle.createUpdate(
                        "update delivery set chosen = :chosen where learner_id = :learner and delivery_id = :delivery")
                .bind("learner", learner.value())
                .bind("delivery", delivery)
                .bindArray(
                        "chosen", Short.class, shorts(chosen.stream().sorted().toList()))
                .execute();
    }

    /** Notes that another message shows the question now. */
    public void moveTo(LearnerId learner, long delivery, long message) {
        handle.createUpdate(
                        "update delivery set message_id = :message where learner_id = :learner and delivery_id = :delivery")
                .bind("learner", learner.value())
                .bind("delivery", delivery)
                .bind("message", message)
                .execute();
    }

    /** Which question of its session a delivery is, counted from 1, second tries aside. */
    public int number(LearnerId learner, long session, long delivery) {
        return handle.createQuery("""
                        select count(*) from delivery where learner_id = :learner and session_id = :session
                          and not again and delivery_id <= :delivery
                        """)
                .bind("learner", learner.value())
                .bind("session", session)
                .bind("delivery", delivery)
                .mapTo(Integer.class)
                .one();
    }

    /** Questions of a session that were answered wrong and not yet asked again, in the order they were asked. */
    public List<String> missed(LearnerId learner, long session) {
        return handle.createQuery("""
                        select d.question_id from delivery d join review r using (learner_id, delivery_id)
                        where d.learner_id = :learner and d.session_id = :session and not d.again and not r.correct
                          and not exists (select from delivery later where later.learner_id = d.learner_id
                            and later.session_id = d.session_id and later.question_id = d.question_id and later.again)
                        order by d.delivery_id
                        """)
                .bind("learner", learner.value())
                .bind("session", session)
                .mapTo(String.class)
                .list();
    }

    static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getLong("delivery_id"),
                row.getLong("session_id"),
                row.getLong("message_id"),
                row.getString("question_id"),
                row.getInt("question_version"),
                integers(row.getArray("option_order")),
                new HashSet<>(integers(row.getArray("chosen"))),
                row.getBoolean("again"),
                row.getTimestamp("asked_at").toInstant(),
                row.getObject("settled_at") != null);
    }

    private static List<Short> shorts(List<Integer> numbers) {
        return numbers.stream().map(Integer::shortValue).toList();
    }

    private static List<Integer> integers(Array column) throws SQLException {
        return Arrays.stream((Object[]) column.getArray())
                .map(number -> ((Number) number).intValue())
                .toList();
    }
}

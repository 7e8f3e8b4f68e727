package org.meshquiz.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.store.Deliveries.Delivery;

/** The buttons under messages: what each of them means, known to us alone and bound to one person. */
public final class Keyboards {
    /** Adds buttons of {@code :learner}. */
    static final String ADD = """
            insert into keyboard (learner_id, token, message_id, delivery_id, actions, made_at, expires_at)
            values (:learner, :token, :shownIn, :delivery, :actions, :madeAt, :expires)
            """;

    /** How long buttons mean something. */
    static final Duration LIFE = Duration.ofDays(90);

    private final Handle handle;

    Keyboards(Handle handle) {
        this.handle = handle;
    }

    /**
     * The buttons of one message.
     *
     * @param message our number of the message
     * @param delivery the question it shows, or null
     * @param actions what each button does, by its index
     */
    public record Keyboard(long message, @Nullable Long delivery, List<String> actions) {
        public Keyboard {
            actions = List.copyOf(actions);
        }
    }

    /**
     * The buttons of one message, and the question that it shows.
     *
     * @param delivery the question, or null where it shows none, or none any more
     */
    public record Shown(Keyboard keyboard, @Nullable Delivery delivery) {}

    /**
     * Buttons that are new.
     *
     * @param token what they carry
     */
    public record Made(LearnerId learner, String token, Keyboard keyboard, Instant now) {}

    /** Binds buttons to a statement that adds them. */
    static <S extends SqlStatement<S>> S bind(S statement, Made made) {
        return statement
                .bind("learner", made.learner().value())
                .bind("token", made.token())
                .bind("shownIn", made.keyboard().message())
                .bind("delivery", made.keyboard().delivery())
                .bindArray("actions", String.class, made.keyboard().actions())
                .bind("madeAt", made.now())
                .bind("expires", made.now().plus(LIFE));
    }

    public void add(Made made) {
        bind(handle.createUpdate(ADD), made).execute();
    }

    /** The buttons with that token; empty when there are none, when they belong to somebody else or are too old. */
    public Optional<Shown> find(LearnerId learner, String token, Instant now) {
        return handle.createQuery("""
                        select k.message_id as shown_in, k.delivery_id as shows, k.actions, d.*
                        from keyboard k left join delivery d on d.learner_id = k.learner_id
                          and d.delivery_id = k.delivery_id
                        where k.learner_id = :learner and k.token = :token and k.expires_at > :now
                        """)
                .bind("learner", learner.value())
                .bind("token", token)
                .bind("now", now)
                .map((row, context) -> shown(row))
                .findOne();
    }

    private static Shown shown(ResultSet row) throws SQLException {
        List<String> actions = Arrays.asList((String[]) row.getArray("actions").getArray());
        return new Shown(
                new Keyboard(row.getLong("shown_in"), (Long) row.getObject("shows"), actions),
                row.getObject("delivery_id") == null ? null : Deliveries.delivery(row));
    }
}

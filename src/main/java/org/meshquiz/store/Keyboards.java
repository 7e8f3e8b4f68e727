package org.meshquiz.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.meshquiz.learner.LearnerId;

/** The buttons under messages: what each of them means, known to us alone and bound to one person. */
public final class Keyboards {
    private static final Duration LIFE = Duration.ofDays(90);

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

    public void add(LearnerId learner, String token, Keyboard keyboard, Instant now) {
        handle.createUpdate("""
                        insert into keyboard (learner_id, token, message_id, delivery_id, actions, made_at, expires_at)
                        values (:learner, :token, :message, :delivery, :actions, :now, :expires)
                        """)
                .bind("learner", learner.value())
                .bind("token", token)
                .bind("message", keyboard.message())
                .bind("delivery", keyboard.delivery())
                .bindArray("actions", String.class, keyboard.actions())
                .bind("now", now)
                .bind("expires", now.plus(LIFE))
                .execute();
    }

    /** The buttons with that token; empty when there are none, when they belong to somebody else or are too old. */
    public Optional<Keyboard> find(LearnerId learner, String token, Instant now) {
        return handle.createQuery("""
                        select message_id, delivery_id, actions from keyboard
                        where learner_id = :learner and token = :token and expires_at > :now
                        """)
                .bind("learner", learner.value())
                .bind("token", token)
                .bind("now", now)
                .map((row, context) -> new Keyboard(row.getLong(1), (Long) row.getObject(2), Arrays.asList((String[])
                        row.getArray(3).getArray())))
                .findOne();
    }
}

package org.meshquiz.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.meshquiz.learner.ChatAddress;

/** What came in: an update is handled once, however often it is delivered. */
public final class Inbox {
    private final Handle handle;

    Inbox(Handle handle) {
        this.handle = handle;
    }

    /** Takes an update for handling; false when it has been handled before. */
    public boolean take(ChatAddress from, String updateId, Instant now) {
        return handle.createUpdate("""
                                insert into inbox (platform, bot, update_id, received_at, handled_at)
                                values (:platform, :bot, :update, :now, :now)
                                on conflict (platform, bot, update_id) do update set handled_at = :now
                                where inbox.handled_at is null
                                """)
                        .bind("platform", from.platform())
                        .bind("bot", from.bot())
                        .bind("update", updateId)
                        .bind("now", now)
                        .execute()
                == 1;
    }
}

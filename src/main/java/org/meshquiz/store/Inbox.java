package org.meshquiz.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
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
                                on conflict (platform, bot, update_id) do update set handled_at = :now, raw = null
                                where inbox.handled_at is null
                                """)
                        .bind("platform", from.platform())
                        .bind("bot", from.bot())
                        .bind("update", updateId)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /**
     * An update as the platform sent it.
     *
     * @param id the platform's id of it
     * @param raw its characters, of any kind
     */
    public record Raw(String id, String raw) {}

    /** Keeps updates until they are handled; returns the ids of those that were not known before. */
    public Set<String> store(String platform, String bot, List<Raw> updates, Instant now) {
        return new HashSet<>(handle.createQuery("""
                        insert into inbox (platform, bot, update_id, raw, received_at)
                        select :platform, :bot, id, raw, :now
                        from unnest(:ids, :raws) with ordinality as came (id, raw, place) order by place
                        on conflict do nothing returning update_id
                        """)
                .bind("platform", platform)
                .bind("bot", bot)
                .bindArray("ids", String.class, updates.stream().map(Raw::id).toList())
                .bindArray("raws", String.class, updates.stream().map(Raw::raw).toList())
                .bind("now", now)
                .mapTo(String.class)
                .list());
    }

    /** Updates that are stored and not yet handled, in the order in which they came; those newer than that are left. */
    public List<Raw> waiting(String platform, String bot, Instant receivedBefore, int atMost) {
        return handle.createQuery("""
                        select update_id, raw from inbox
                        where platform = :platform and bot = :bot and handled_at is null and raw is not null
                          and received_at <= :before
                        order by arrived limit :most
                        """)
                .bind("platform", platform)
                .bind("bot", bot)
                .bind("before", receivedBefore)
                .bind("most", atMost)
                .map((row, context) -> new Raw(row.getString(1), row.getString(2)))
                .list();
    }

    /**
     * Notes that nothing more is to be done about an update.
     *
     * @param fault why it could not be handled, in which case its characters are kept; null when all is well
     */
    public void settle(String platform, String bot, String updateId, @Nullable String fault, Instant now) {
        handle.createUpdate("""
                        update inbox set handled_at = :now, fault = :fault, raw = case when :fault is null then null else raw end
                        where platform = :platform and bot = :bot and update_id = :update and handled_at is null
                        """)
                .bind("platform", platform)
                .bind("bot", bot)
                .bind("update", updateId)
                .bind("fault", fault)
                .bind("now", now)
                .execute();
    }
}

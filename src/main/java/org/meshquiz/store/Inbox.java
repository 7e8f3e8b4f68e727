package org.meshquiz.store;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.meshquiz.learner.ChatAddress;

/** What came in: an update is handled once, however often it is delivered. */
public final class Inbox {
    /** How long an update is left to the node that has it; one that is alive handles it within a moment. */
    public static final Duration HOLD = Duration.ofSeconds(20);

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
                        insert into inbox (platform, bot, update_id, raw, received_at, held_until)
                        select :platform, :bot, id, raw, :now, clock_timestamp() + :hold
                        from unnest(:ids, :raws) with ordinality as came (id, raw, place) order by place
                        on conflict do nothing returning update_id
                        """)
                .bind("platform", platform)
                .bind("bot", bot)
                .bindArray("ids", String.class, updates.stream().map(Raw::id).toList())
                .bindArray("raws", String.class, updates.stream().map(Raw::raw).toList())
                .bind("now", now)
                .bind("hold", HOLD)
                .mapTo(String.class)
                .list());
    }

    /**
     * Takes over updates that are stored and not yet handled, in the order in which they came.
     *
     * @param all also those that another node has in hand
     */
    public List<Raw> takeOver(String platform, String bot, boolean all, int atMost) {
        return handle.createQuery("""
                        with mine as (
                          select platform, bot, update_id from inbox
                          where platform = :platform and bot = :bot and handled_at is null and raw is not null
                            and (:all or held_until is null or held_until < clock_timestamp())
                          order by arrived limit :most for update skip locked),
                        taken as (
                          update inbox set held_until = clock_timestamp() + :hold
                          from mine where inbox.platform = mine.platform and inbox.bot = mine.bot
                            and inbox.update_id = mine.update_id
                          returning inbox.update_id, raw, arrived)
                        select update_id, raw from taken order by arrived
                        """)
                .bind("platform", platform)
                .bind("bot", bot)
                .bind("all", all)
                .bind("hold", HOLD)
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

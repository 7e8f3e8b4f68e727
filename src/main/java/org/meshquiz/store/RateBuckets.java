package org.meshquiz.store;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.meshquiz.learner.ChatAddress;

/**
 * Token buckets: how much may still be sent. They are rows, so that all nodes together keep one limit. A bucket that was
 * never used is full.
 */
public final class RateBuckets {
    private final Handle handle;

    RateBuckets(Handle handle) {
        this.handle = handle;
    }

    /**
     * A limit on sending.
     *
     * @param scope its name
     * @param ofChat whether each chat has its own; else it is one for all chats of the bot
     * @param burst tokens of a full bucket, at least 1
     * @param interval time in which one token comes back
     */
    public record Bucket(String scope, boolean ofChat, int burst, Duration interval) {}

    /**
     * Why nothing may be sent now.
     *
     * @param ofChat whether only this chat has to wait; else all chats of the bot
     * @param until when to ask again
     */
    public record Refusal(boolean ofChat, Instant until) {}

    /** Takes a token out of each bucket for one message; when one of them is empty or paused, takes none. */
    public Optional<Refusal> take(ChatAddress to, List<Bucket> buckets, Instant now) {
        Map<String, Level> levels = lock(to);
        List<Level> after = new ArrayList<>();
        for (Bucket bucket : buckets) {
            Level level = levels.getOrDefault(bucket.scope(), Level.full(bucket, now));
            Level refilled = level.refilled(bucket, now);
            if (refilled.tokens() < 1) {
                return Optional.of(new Refusal(bucket.ofChat(), refilled.nextToken(bucket)));
            }
            after.add(refilled);
        }
        for (Level level : levels.values()) {
            if (level.pausedUntil() != null && now.isBefore(level.pausedUntil()) && concerns(level, buckets)) {
                return Optional.of(new Refusal(level.ofChat(), level.pausedUntil()));
            }
        }
        save(to, buckets, after);
        return Optional.empty();
    }

    /** Lets nothing of that bucket pass before the moment told. */
    public void pause(ChatAddress to, Bucket bucket, Instant now, Instant until) {
        handle.createUpdate("""
                        insert into rate_bucket as b (platform, bot, chat, scope, tokens, refilled_at, paused_until)
                        values (:platform, :bot, :key, :scope, :burst, :now, :until)
                        on conflict (platform, bot, chat, scope) do update
                        set paused_until = greatest(b.paused_until, excluded.paused_until)
                        """)
                .bindMethods(to)
                .bind("key", bucket.ofChat() ? to.chat() : "")
                .bind("scope", bucket.scope())
                .bind("burst", bucket.burst())
                .bind("now", now)
                .bind("until", until)
                .execute();
    }

    private static boolean concerns(Level level, List<Bucket> buckets) {
        return buckets.stream().anyMatch(bucket -> bucket.scope().equals(level.scope()));
    }

    private Map<String, Level> lock(ChatAddress to) {
        Map<String, Level> levels = new HashMap<>();
        handle.createQuery("""
                        select * from rate_bucket
                        where platform = :platform and bot = :bot and chat in (:chat, '')
                        order by chat desc, scope for update
                        """)
                .bindMethods(to)
                .map((row, context) -> new Level(
                        row.getString("scope"),
                        !row.getString("chat").isEmpty(),
                        row.getDouble("tokens"),
                        row.getTimestamp("refilled_at").toInstant(),
                        Times.fromColumn(row.getObject("paused_until", OffsetDateTime.class))))
                .forEach(level -> levels.put(level.scope(), level));
        return levels;
    }

    private void save(ChatAddress to, List<Bucket> buckets, List<Level> levels) {
        if (levels.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into rate_bucket (platform, bot, chat, scope, tokens, refilled_at)
                values (:platform, :bot, :key, :scope, :tokens, :refilledAt)
                on conflict (platform, bot, chat, scope) do update
                set tokens = excluded.tokens, refilled_at = excluded.refilled_at
                """);
        for (int index = 0; index < levels.size(); index++) {
            batch.bindMethods(to)
                    .bind("key", buckets.get(index).ofChat() ? to.chat() : "")
                    .bind("scope", buckets.get(index).scope())
                    .bind("tokens", levels.get(index).tokens() - 1)
                    .bind("refilledAt", levels.get(index).refilledAt())
                    .add();
        }
        batch.execute();
    }

    /** How full a bucket is. */
    private record Level(
            String scope,
            boolean ofChat,
            double tokens,
            Instant refilledAt,
            @Nullable Instant pausedUntil) {

        static Level full(Bucket bucket, Instant now) {
            return new Level(bucket.scope(), bucket.ofChat(), bucket.burst(), now, null);
        }

        Level refilled(Bucket bucket, Instant now) {
            double back = Math.max(0, Duration.between(refilledAt, now).toNanos())
                    / (double) bucket.interval().toNanos();
            return new Level(scope, ofChat, Math.min(bucket.burst(), tokens + back), now, pausedUntil);
        }

        Instant nextToken(Bucket bucket) {
            return refilledAt.plusNanos(
                    (long) Math.ceil((1 - tokens) * bucket.interval().toNanos()));
        }
    }
}

package org.meshquiz.quiz;

import java.util.Locale;
import org.meshquiz.chat.Limit;
import org.meshquiz.chat.Limit.Scope;
import org.meshquiz.store.RateBuckets.Bucket;

/** Limits of platforms as the rows that are counted. */
final class Buckets {
    private Buckets() {}

    static Bucket of(Limit limit) {
        boolean ofChat = limit.scope() == Scope.CHAT || limit.scope() == Scope.GROUP;
        return new Bucket(limit.scope().name().toLowerCase(Locale.ROOT), ofChat, limit.burst(), limit.interval());
    }
}

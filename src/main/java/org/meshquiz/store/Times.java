package org.meshquiz.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Instants in columns: {@link Instant#MAX} is the database's {@code infinity}. */
final class Times {
    private Times() {}

    static @Nullable OffsetDateTime toColumn(@Nullable Instant instant) {
        if (instant == null) {
            return null;
        }
        return instant.equals(Instant.MAX) ? OffsetDateTime.MAX : instant.atOffset(ZoneOffset.UTC);
    }

    /** The same as text, for arrays. */
    static @Nullable String text(@Nullable Instant instant) {
        if (instant == null) {
            return null;
        }
        return instant.equals(Instant.MAX) ? "infinity" : instant.toString();
    }

    static @Nullable Instant fromColumn(@Nullable OffsetDateTime column) {
        if (column == null) {
            return null;
        }
        return column.equals(OffsetDateTime.MAX) ? Instant.MAX : column.toInstant();
    }
}

package org.meshquiz.quiz;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import org.meshquiz.store.Database;
import org.meshquiz.store.OldRows.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what has done its duty: old updates, sent messages, expired buttons. Answers are never deleted. */
public final class Cleanup {
    private static final Logger LOG = LoggerFactory.getLogger(Cleanup.class);

    private static final Map<Kind, Duration> KEPT = new EnumMap<>(Map.ofEntries(
            Map.entry(Kind.UPDATES, Duration.ofDays(7)),
            Map.entry(Kind.MESSAGES, Duration.ofDays(30)),
            Map.entry(Kind.PLACES, Duration.ofDays(100)),
            Map.entry(Kind.BUTTONS, Duration.ofDays(1)),
            Map.entry(Kind.GROUP_BUTTONS, Duration.ofDays(30)),
            Map.entry(Kind.LIMITS, Duration.ofDays(1)),
            Map.entry(Kind.PAGE_LINKS, Duration.ZERO),
            Map.entry(Kind.PAGE_SESSIONS, Duration.ZERO),
            Map.entry(Kind.CODES, Duration.ZERO),
            Map.entry(Kind.TRIES, Duration.ofDays(1)),
            Map.entry(Kind.FILES, Duration.ofDays(30))));

    private final Database database;
    private final InstantSource clock;

    Cleanup(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Deletes all that is old; returns how many rows. */
    public int run() {
        Instant now = clock.instant();
        int rows = 0;
        for (Map.Entry<Kind, Duration> kept : KEPT.entrySet()) {
            int deleted;
            do {
                deleted = database.write(tx -> tx.oldRows().delete(kept.getKey(), now.minus(kept.getValue())));
                rows += deleted;
            } while (deleted > 0);
        }
        LOG.info("Deleted {} old rows", rows);
        return rows;
    }
}

package org.meshquiz.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Rows that have done their duty. They are deleted a few thousand at a time, so that nobody waits for it. */
public final class OldRows {
    /** Rows of one transaction. */
    private static final int AT_ONCE = 5_000;

    private final Handle handle;

    OldRows(Handle handle) {
        this.handle = handle;
    }

    /** What may be old. */
    public enum Kind {
        /** Updates that came in: a platform does not deliver one again after so long. */
        UPDATES("inbox", "received_at < :before"),
        /** Messages of which it is known what became of them. */
        MESSAGES("outbox", "written_at < :before and outcome is not null"),
        /** Where messages stand that nobody edits any more. */
        PLACES("sent_message", "sent_at < :before"),
        /** Buttons that nobody may press any more; these carry their end in them. */
        BUTTONS("keyboard", "expires_at < :before"),
        /** Buttons in groups that stand for commands. */
        GROUP_BUTTONS("group_keyboard", "made_at < :before"),
        /** Limits that have long been full again. */
        LIMITS("rate_bucket", "refilled_at < :before and (paused_until is null or paused_until < :before)"),
        /** Codes for joining accounts that nobody can use any more; these carry their end in them. */
        CODES("link_request", "expires_at < :before"),
        /** Wrong codes that do not count any more. */
        TRIES("link_try", "tried_at < :before"),
        /** Links to pages that nobody can use any more; these carry their end in them. */
        PAGE_LINKS("page_link", "expires_at < :before"),
        /** Sessions that have ended; these carry their end in them. */
        PAGE_SESSIONS("page_session", "expires_at < :before"),
        /** Files of the local chat. */
        FILES("local_file", "made_at < :before");

        private final String table;
        private final String condition;

        Kind(String table, String condition) {
            this.table = table;
            this.condition = condition;
        }
    }

    /** Deletes the next few thousand rows of that kind from before that moment; returns how many there were. */
    public int delete(Kind kind, Instant before) {
        return handle.createUpdate("delete from <table> where ctid = any (array(" + "select ctid from <table> where "
                        + kind.condition + " limit :most))")
                .define("table", kind.table)
                .bind("before", before)
                .bind("most", AT_ONCE)
                .execute();
    }
}

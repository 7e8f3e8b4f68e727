package org.meshquiz.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.meshquiz.learner.LearnerId;

/** Links that let somebody in once, and sessions that follow from them; of both only hashes are kept. */
public final class PageTokens {
    private final Handle handle;

    PageTokens(Handle handle) {
        this.handle = handle;
    }

    /** Keeps a link. */
    public void addLink(LearnerId learner, byte[] hash, Instant expiresAt) {
        add("page_link", learner, hash, expiresAt);
    }

    /** Uses a link up; false when there is none, or its time is over. */
    public boolean takeLink(LearnerId learner, byte[] hash, Instant now) {
        return handle.createUpdate("""
                                delete from page_link where learner_id = :learner and token = :hash and expires_at > :now
                                """)
                        .bind("learner", learner.value())
                        .bind("hash", hash)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /** Keeps a session, and lets go of the person's oldest ones above a number. */
    public void addSession(LearnerId learner, byte[] hash, Instant expiresAt, int most) {
        add("page_session", learner, hash, expiresAt);
        handle.createUpdate("""
                        delete from page_session where learner_id = :learner and token in (
                          select token from page_session where learner_id = :learner order by expires_at desc offset :most)
                        """)
                .bind("learner", learner.value())
                .bind("most", most)
                .execute();
    }

    public boolean hasSession(LearnerId learner, byte[] hash, Instant now) {
        return handle.createQuery("""
                        select exists (select from page_session
                          where learner_id = :learner and token = :hash and expires_at > :now)
                        """)
                .bind("learner", learner.value())
                .bind("hash", hash)
                .bind("now", now)
                .mapTo(Boolean.class)
                .one();
    }

    public void endSession(LearnerId learner, byte[] hash) {
        handle.createUpdate("delete from page_session where learner_id = :learner and token = :hash")
                .bind("learner", learner.value())
                .bind("hash", hash)
                .execute();
    }

    private void add(String table, LearnerId learner, byte[] hash, Instant expiresAt) {
        handle.createUpdate("insert into <table> (learner_id, token, expires_at) values (:learner, :hash, :expiresAt)")
                .define("table", table)
                .bind("learner", learner.value())
                .bind("hash", hash)
                .bind("expiresAt", expiresAt)
                .execute();
    }
}

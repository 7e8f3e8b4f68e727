package org.meshquiz.quiz;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meshquiz.store.AdvisoryLock;
import org.meshquiz.store.Database;
import org.meshquiz.store.Inbox.Raw;

/**
 * What one bot of a platform receives: stored before anything is done about it, so that nothing is lost when the program
 * dies in between. Safe for several threads.
 */
public final class Intake implements AutoCloseable {
    private static final int AT_ONCE = 500;

    private final Database database;
    private final InstantSource clock;
    private final String platform;
    private final String bot;
    private @Nullable AdvisoryLock lead;

    /**
     * @param clock the real time
     * @param bot which of our bots on that platform
     */
    public Intake(Database database, InstantSource clock, String platform, String bot) {
        this.database = database;
        this.clock = clock;
        this.platform = platform;
        this.bot = bot;
    }

    /**
     * An update as the platform sent it.
     *
     * @param id the platform's id of it
     * @param raw its characters
     */
    public record Update(String id, String raw) {}

    /** Stores updates; returns those that were not known before, in the same order. */
    public List<Update> store(List<Update> updates) {
        Instant now = clock.instant();
        List<Raw> rows = updates.stream()
                .map(update -> new Raw(update.id(), update.raw()))
                .toList();
        Set<String> fresh = database.write(tx -> tx.inbox().store(platform, bot, rows, now));
        return updates.stream().filter(update -> fresh.remove(update.id())).toList();
    }

    /** Takes over all updates that are stored and not handled, oldest first: for a program that starts. */
    public List<Update> takeOverAll() {
        return takeOver(true);
    }

    /** Takes over those that another node has stored and not handled for a while, since it hangs or has died. */
    public List<Update> takeOverLeftBehind() {
        return takeOver(false);
    }

    private List<Update> takeOver(boolean all) {
        return database.write(tx -> tx.inbox().takeOver(platform, bot, all, AT_ONCE)).stream()
                .map(raw -> new Update(raw.id(), raw.raw()))
                .toList();
    }

    /** Notes that an update asks for nothing. */
    public void done(Update update) {
        settle(update, null);
    }

    /**
     * Notes that an update cannot be handled; it stays readable for the operator.
     *
     * @param fault what is wrong with it, without what people wrote
     */
    public void setAside(Update update, String fault) {
        settle(update, fault);
    }

    /** Whether the database answers now. */
    public boolean canStore() {
        try {
            return database.clock().instant().isAfter(Instant.EPOCH);
        } catch (RuntimeException away) {
            return false;
        }
    }

    /** Whether this node is the one that fetches this bot's updates; it stays so until it closes or dies. */
    public synchronized boolean leads() {
        if (lead != null && lead.held()) {
            return true;
        }
        if (lead != null) {
            lead.close();
        }
        Optional<AdvisoryLock> taken = database.lock("updates of " + platform + " " + bot);
        lead = taken.orElse(null);
        return lead != null;
    }

    /** Lets another node fetch. */
    @Override
    public synchronized void close() {
        if (lead != null) {
            lead.close();
            lead = null;
        }
    }

    private void settle(Update update, @Nullable String fault) {
        Instant now = clock.instant();
        database.write(tx -> {
            tx.inbox().settle(platform, bot, update.id(), fault, now);
            return update;
        });
    }
}

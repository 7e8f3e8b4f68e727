package org.meshquiz;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import org.meshquiz.store.Database;

/** Opens a server, or says in a sentence why it cannot be opened. */
final class Databases {
    private Databases() {}

    /**
     * @throws CannotStart when the server cannot be reached or refuses
     */
    static Database open(Config.Server server) {
        try {
            return Database.open(server.url(), server.user(), server.password());
        } catch (PoolInitializationException unreachable) {
            throw new CannotStart(
                    "The database server of MESHQUIZ_DB_URL cannot be used (" + reason(unreachable)
                            + "); check that it runs, and MESHQUIZ_DB_USER and MESHQUIZ_DB_PASSWORD",
                    unreachable);
        }
    }

    private static String reason(Throwable fault) {
        Throwable deepest = fault;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String message = String.valueOf(deepest.getMessage());
        return message.lines().findFirst().orElse(message);
    }
}

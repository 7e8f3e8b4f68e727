package org.meshquiz;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.util.function.Function;
import org.meshquiz.store.Database;
import org.meshquiz.store.embedded.EmbeddedDatabase;

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

    /**
     * Opens the database of the settings, brings its schema up to date, works, and closes it: for commands.
     *
     * @throws CannotStart when it cannot be opened, or a running program owns it
     */
    static <T> T with(Config config, Function<Database, T> work) {
        Config.Server server = config.server();
        if (server != null) {
            return with(server, work);
        }
        try (EmbeddedDatabase embedded = EmbeddedDatabase.start(config.home())) {
            return with(new Config.Server(embedded.jdbcUrl(), embedded.user(), embedded.password()), work);
        }
    }

    private static <T> T with(Config.Server server, Function<Database, T> work) {
        try (Database database = open(server)) {
            database.migrate();
            return work.apply(database);
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

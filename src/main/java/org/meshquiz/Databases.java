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
        return asItIs(config, database -> {
            database.migrate();
            return work.apply(database);
        });
    }

    /** The same without a look at its schema. */
    static <T> T asItIs(Config config, Function<Database, T> work) {
        Config.Server server = config.server();
        if (server != null) {
            return with(server, work);
        }
        try (EmbeddedDatabase embedded = EmbeddedDatabase.start(config.home())) {
            return with(new Config.Server(embedded.jdbcUrl(), embedded.user(), embedded.password()), work);
        }
    }

    /**
     * The same, besides a running program if there is one: for commands that only read.
     *
     * @throws CannotStart when there is no database, or it cannot be opened
     */
    static <T> T reading(Config config, Function<Database, T> work) {
        if (config.server() != null) {
            return asItIs(config, work);
        }
        requireEmbedded(config);
        return EmbeddedDatabase.running(config.home())
                .map(running -> with(new Config.Server(running.jdbcUrl(), running.user(), running.password()), work))
                .orElseGet(() -> asItIs(config, work));
    }

    /**
     * @throws CannotStart when the data folder has no database of its own
     */
    static void requireEmbedded(Config config) {
        if (!EmbeddedDatabase.exists(config.home())) {
            throw new CannotStart("There is no embedded database in " + config.home()
                    + "; set MESHQUIZ_HOME to the folder of the one that is meant");
        }
    }

    private static <T> T with(Config.Server server, Function<Database, T> work) {
        try (Database database = open(server)) {
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

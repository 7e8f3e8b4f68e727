package org.meshquiz.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * The connection pool and the only door to the tables: work is done inside a transaction that commits when the function
 * returns and rolls back when it throws. Safe for several threads.
 */
public final class Database implements AutoCloseable {
    private static final int POOL = 10;
    private static final long PATIENCE_MS = 10_000;

    /**
     * A node that hangs in the middle of a transaction would keep its locks, and the other nodes waiting for them. A plan is
     * made once a statement and not for its values: nearly all statements have one way to go, by the person's key.
     */
    private static final String SESSION =
            "set idle_in_transaction_session_timeout = '20s'; set plan_cache_mode = force_generic_plan";

    /** The states of a connection that failed, and of a server that stops, starts or has crashed. */
    private static final Pattern AWAY = Pattern.compile("08|57P|53300");

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin());
        // The values of a statement that fails are people's words and chats: they stay out of messages, and so out of
        // logs.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
    }

    /**
     * Opens a pool; the first connection is made at once.
     *
     * @param url {@code jdbc:postgresql://host:port/name}
     * @throws RuntimeException when the server cannot be reached or refuses
     */
    public static Database open(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        PersistentConnections connections = new PersistentConnections(url, user, password);
        config.setDataSource(connections);
        config.setMaximumPoolSize(POOL);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(PATIENCE_MS);
        config.setConnectionInitSql(SESSION);
        config.setPoolName("meshquiz");
        Database opened = new Database(new HikariDataSource(config));
        connections.persist();
        return opened;
    }

    /** Brings the schema up to date; changes nothing when it is. */
    public void migrate() {
        migrations(MigrationVersion.LATEST).migrate();
    }

    /**
     * Brings the schema to what an older program had.
     *
     * @param version between {@link #schema()} and {@link #newestSchema()}
     */
    public void migrateTo(int version) {
        migrations(MigrationVersion.fromVersion(String.valueOf(version))).migrate();
    }

    /** The newest migration that the database has seen; empty when it has seen none. */
    public OptionalInt schema() {
        MigrationInfo current = migrations(MigrationVersion.LATEST).info().current();
        return current == null ? OptionalInt.empty() : OptionalInt.of(number(current));
    }

    /** The newest migration that this program has. */
    public int newestSchema() {
        return Stream.of(migrations(MigrationVersion.LATEST).info().all())
                .filter(migration -> migration.getState().isResolved())
                .mapToInt(Database::number)
                .max()
                .orElseThrow();
    }

    private static int number(MigrationInfo migration) {
        return Integer.parseInt(migration.getVersion().getVersion());
    }

    private Flyway migrations(MigrationVersion target) {
        return Flyway.configure()
                .dataSource(pool)
                .locations("classpath:migrations")
                .loggers("slf4j")
                .target(target)
                .load();
    }

    /** Runs the work in one transaction and returns its result. */
    public <T> T write(Function<Transaction, T> work) {
        return jdbi.inTransaction(handle -> work.apply(new Transaction(handle)));
    }

    /**
     * Does what is one statement, which commits by itself: half as many trips to the server as a transaction. Of several
     * statements each stands alone.
     */
    public <T> T single(Function<Transaction, T> statement) {
        return jdbi.withHandle(handle -> statement.apply(new Transaction(handle)));
    }

    /**
     * The database server's own clock, for what several machines have to agree on: leases and limits. Each reading asks the
     * server.
     */
    public InstantSource clock() {
        return () -> jdbi.withHandle(handle -> handle.createQuery("select clock_timestamp()")
                .mapTo(Instant.class)
                .one());
    }

    /** A connection for a library that brings its own SQL (Quartz); the caller closes it. */
    public Connection connection() throws SQLException {
        return pool.getConnection();
    }

    /** Takes an advisory lock of that name; empty when another node, or another part of this one, holds it. */
    public Optional<AdvisoryLock> lock(String name) {
        return AdvisoryLock.take(pool, name);
    }

    /**
     * Lets the pool tell its figures.
     *
     * @param registry of a kind that the pool knows
     */
    public void tellFigures(Object registry) {
        pool.setMetricRegistry(registry);
    }

    /** Whether work failed because the server could not be reached, or went away meanwhile. */
    public static boolean isAway(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return true;
            }
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && AWAY.matcher(sql.getSQLState()).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    /** Tells of each statement after it was carried out. */
    void listen(SqlLogger logger) {
        jdbi.setSqlLogger(logger);
    }

    @Override
    public void close() {
        pool.close();
    }
}

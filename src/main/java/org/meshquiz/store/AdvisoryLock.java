package org.meshquiz.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * A name that one holder has at a time, of all nodes. It is bound to a connection of its own: when the holder dies, the
 * database lets go of it. A holder that hangs keeps its connection; it is heard of every {@value #BEAT_SECONDS} seconds
 * while it is well, and whoever wants the name may end the connection of one that has been silent for
 * {@value #SILENCE_SECONDS}.
 */
public final class AdvisoryLock implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 5;
    private static final int BEAT_SECONDS = 3;
    private static final int SILENCE_SECONDS = 10;

    private static final String TAKE = "select pg_try_advisory_lock(hashtextextended(?, 0))";

    /** A key of 64 bits stands in two halves in the list of locks. */
    private static final String END_SILENT = """
            select coalesce(bool_or(pg_terminate_backend(holder.pid)), false)
            from pg_locks lock join pg_stat_activity holder using (pid)
            where lock.locktype = 'advisory' and lock.granted and lock.objsubid = 1
              and lock.database = (select oid from pg_database where datname = current_database())
              and (lock.classid::bigint << 32) | lock.objid::bigint = hashtextextended(?, 0)
              and holder.state_change < clock_timestamp() - make_interval(secs => %d)
            """.formatted(SILENCE_SECONDS);

    private final Connection connection;
    private final String name;
    private final Thread heartbeat = new Thread(this::beat, "lock-heartbeat");

    private AdvisoryLock(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
        heartbeat.setDaemon(true);
    }

    static Optional<AdvisoryLock> take(DataSource source, String name) {
        try {
            Connection connection = source.getConnection();
            try {
                if (ask(connection, TAKE, name) || (ask(connection, END_SILENT, name) && ask(connection, TAKE, name))) {
                    AdvisoryLock taken = new AdvisoryLock(connection, name);
                    taken.heartbeat.start();
                    return Optional.of(taken);
                }
            } catch (SQLException fault) {
                connection.close();
                throw fault;
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException fault) {
            throw new IllegalStateException("the database could not be asked for the lock " + name, fault);
        }
    }

    /** Whether it is still held: with its connection it would be lost. */
    public boolean held() {
        try {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException fault) {
            return false;
        }
    }

    /** Lets go of it; a lost one is let go of already. */
    @Override
    public void close() {
        heartbeat.interrupt();
        try (connection) {
            if (held()) {
                ask(connection, "select pg_advisory_unlock(hashtextextended(?, 0))", name);
            }
        } catch (SQLException lost) {
            // The database has let go of it together with the connection.
        }
    }

    private void beat() {
        try {
            while (held()) {
                TimeUnit.SECONDS.sleep(BEAT_SECONDS);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean ask(Connection connection, String question, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}

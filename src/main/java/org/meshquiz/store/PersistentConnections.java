package org.meshquiz.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Makes connections to a server that may be away for a moment. A pool that is refused one rests for up to five seconds
 * before it asks again; here it is asked for several times a second, so that people wait no longer than they must.
 */
final class PersistentConnections extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;
    private static final long PERSISTENCE_NANOS = TimeUnit.SECONDS.toNanos(8);
    private static final long REST_MS = 200;

    private volatile boolean persists;

    /**
     * Connections that are tried for once.
     *
     * @param url {@code jdbc:postgresql://host:port/name}
     */
    PersistentConnections(String url, String user, String password) {
        setUrl(url);
        setUser(user);
        setPassword(password);
        setApplicationName("meshquiz");
        setReWriteBatchedInserts(true);
        setLogServerErrorDetail(false);
    }

    /** From now on a refusal is not the end: the server was there once, and its address and password are right. */
    void persist() {
        persists = true;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        long begin = System.nanoTime();
        while (true) {
            try {
                return super.getConnection(user, password);
            } catch (SQLException refused) {
                if (!persists || System.nanoTime() - begin > PERSISTENCE_NANOS) {
                    throw refused;
                }
                rest(refused);
            }
        }
    }

    private static void rest(SQLException refused) throws SQLException {
        try {
            Thread.sleep(REST_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused;
        }
    }
}

package org.meshquiz.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.meshquiz.store.embedded.EmbeddedDatabase;

/**
 * Fresh databases for tests, on one real server for all tests of a JVM: the embedded one, as durable as in earnest. It
 * starts at the first call and is gone when the JVM ends. Safe for several threads.
 */
public final class TestDatabase {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestDatabase() {}

    /** A new database with nothing in it; the caller closes it. */
    public static Database empty() {
        return open(create("template0"));
    }

    /** A new database with today's schema and no rows; the caller closes it. */
    public static Database migrated() {
        return open(create(Migrated.NAME));
    }

    /**
     * A database that an earlier program has left: {@code upgrade/schema-N.sql.gz} is what {@code pg_dump --inserts
     * --no-owner} wrote of one whose newest migration was N, after two people had answered for six days; the caller closes it.
     */
    public static Database older(int schema) throws IOException, SQLException {
        Address address = address();
        try (InputStream stored = TestDatabase.class.getResourceAsStream("/upgrade/schema-" + schema + ".sql.gz");
                Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            byte[] dump = new GZIPInputStream(Objects.requireNonNull(stored)).readAllBytes();
            statement.execute(new String(dump, StandardCharsets.UTF_8));
        }
        return Database.open(address.url(), address.user(), address.password());
    }

    /**
     * Where a database is, for a program that opens it itself.
     *
     * @param url as the driver wants it
     */
    public record Address(String url, String user, String password) {}

    /** A new database with nothing in it that somebody else opens. */
    public static Address address() {
        return address(create("template0"));
    }

    /** How many rows a table has. */
    public static long count(Database database, String table) {
        return (long) number(database, "select count(*) from " + table);
    }

    /** The first column of a query's first row. */
    public static double number(Database database, String query) {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            if (!result.next()) {
                throw new IllegalArgumentException("no row for: " + query);
            }
            return result.getDouble(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** The first column of a query's first row. */
    public static String text(Database database, String query) {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            if (!result.next()) {
                throw new IllegalArgumentException("no row for: " + query);
            }
            return result.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** Hands over each statement that is carried out from now on, with its values. */
    public static void listen(Database database, Consumer<String> listener) {
        database.listen(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                // The pool's wrapper puts its own name before the driver's text.
                listener.accept(context.getStatement().toString().replaceFirst("(?s)^\\S+ wrapping ", ""));
            }
        });
    }

    /** Runs a statement that gives nothing back. */
    public static void execute(Database database, String sql) {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String create(String template) {
        String name = "test_" + NUMBER.incrementAndGet();
        EmbeddedDatabase server = Server.RUNNING;
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template);
            return name;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make database " + name, e);
        }
    }

    private static Database open(String name) {
        Address address = address(name);
        return Database.open(address.url(), address.user(), address.password());
    }

    private static Address address(String name) {
        EmbeddedDatabase server = Server.RUNNING;
        String url = server.jdbcUrl().replace("/postgres?", "/" + name + "?");
        return new Address(url, server.user(), server.password());
    }

    /** The database that others are copied from: migrated once, and never written to afterwards. */
    private static final class Migrated {
        static final String NAME = migrate();

        private static String migrate() {
            String name = create("template0");
            try (Database database = open(name)) {
                database.migrate();
            }
            return name;
        }
    }

    private static final class Server {
        private static final Path TARGET = Path.of("target");
        static final EmbeddedDatabase RUNNING = start();

        private static EmbeddedDatabase start() {
            try {
                Path home = Files.createTempDirectory(Files.createDirectories(TARGET), "test-database-");
                EmbeddedDatabase server = EmbeddedDatabase.start(home, TARGET.resolve("postgresql"));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, home)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Some hundred files a database take their time, which Surefire does not grant: nobody waits for their end. */
        private static void stop(EmbeddedDatabase server, Path home) {
            server.close();
            try {
                new ProcessBuilder("rm", "-rf", home.toString()).start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

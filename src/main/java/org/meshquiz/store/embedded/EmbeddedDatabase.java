package org.meshquiz.store.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;

/**
 * A PostgreSQL server of the program's own, on 127.0.0.1, that keeps what it has confirmed. It runs as long as this
 * object is open, and stops by itself when the process ends in any other way.
 *
 * <p>In the data folder are {@code database} (the files), {@code password}, {@code log}, {@code lock} and {@code cache}
 * (the server's programs, which may be deleted while it is not running). Safe for several threads.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final String USER = "meshquiz";
    private static final String FILES = "database";
    private static final int PORTS_TRIED = 3;
    private static final String PORT_TAKEN = "could not create any TCP/IP sockets";

    /** pg_ctl puts paths between double quotes into a command for the shell, with these as they are. */
    private static final Pattern UNSPEAKABLE = Pattern.compile("[\"$`\\\\\n]");

    private final FolderLock lock;
    private final LifeLine lifeLine;
    private final Postmaster postmaster;
    private final String jdbcUrl;
    private final String password;
    private boolean closed;

    private EmbeddedDatabase(FolderLock lock, LifeLine lifeLine, Postmaster postmaster, int port, String password) {
        this.lock = lock;
        this.lifeLine = lifeLine;
        this.postmaster = postmaster;
        this.jdbcUrl = url(port);
        this.password = password;
    }

    /**
     * A server that another process has running.
     *
     * @param jdbcUrl where to connect to
     * @param user who to connect as
     */
    public record Running(String jdbcUrl, String user, String password) {}

    /**
     * The server that another process, which owns the data folder, has running on it; empty when there is none.
     *
     * @throws DatabaseUnavailable if the folder may not be read
     */
    public static Optional<Running> running(Path home) {
        if (!exists(home)) {
            return Optional.empty();
        }
        Path real = real(home);
        return new PidFile(Cluster.in(real.resolve(FILES)))
                .port()
                .map(port -> new Running(url(port), USER, new PasswordFile(real).read()));
    }

    /** Whether a data folder has a database. */
    public static boolean exists(Path home) {
        return Files.isDirectory(Cluster.in(home.resolve(FILES)));
    }

    private static String url(long port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?sslmode=disable";
    }

    /**
     * Starts the server on a data folder, making the folder and the database at the first start.
     *
     * @throws DatabaseUnavailable if that cannot be done; nothing is left running
     */
    public static EmbeddedDatabase start(Path home) {
        return start(home, home.resolve("cache"));
    }

    /**
     * The same with the server's programs kept in a folder that several data folders may share.
     *
     * @param programs the folder the programs are unpacked into, unless they have been before
     */
    public static EmbeddedDatabase start(Path home, Path programs) {
        return start(home, programs, EmbeddedDatabase::freePort);
    }

    static EmbeddedDatabase start(Path home, Path programs, IntSupplier ports) {
        requireSpeakable(home);
        requireSpeakable(programs);
        Path real = real(home);
        FolderLock lock = FolderLock.take(real);
        try {
            return start(lock, real, programs, ports);
        } catch (RuntimeException | Error refused) {
            lock.close();
            throw refused;
        }
    }

    private static EmbeddedDatabase start(FolderLock lock, Path home, Path cache, IntSupplier ports) {
        Path database = folder(home.resolve(FILES));
        ServerLog log = ServerLog.open(home);
        ServerBinaries binaries = ServerBinaries.in(cache);
        ServerAccount account = ServerAccount.forFolder(database);
        account.requireEntry(binaries.folder(), database);
        PostgresPrograms programs = new PostgresPrograms(binaries, account, log);
        PasswordFile password = new PasswordFile(home);
        Path cluster = Cluster.in(database);
        if (!Files.exists(cluster)) {
            password.make();
            Cluster.make(database, USER, password, programs);
        }
        String secret = password.read();
        Postmaster postmaster = new Postmaster(cluster, programs);
        postmaster.makeWay();
        return serve(lock, postmaster, secret, ports);
    }

    private static EmbeddedDatabase serve(FolderLock lock, Postmaster postmaster, String password, IntSupplier ports) {
        for (int attempt = 1; ; attempt++) {
            int port = ports.getAsInt();
            ServerLog log = postmaster.programs().log().fromHere();
            Optional<LifeLine> lifeLine = LifeLine.start(postmaster.programs(), postmaster.cluster(), port);
            if (lifeLine.isPresent()) {
                return checked(new EmbeddedDatabase(lock, lifeLine.get(), postmaster, port, password));
            }
            if (attempt == PORTS_TRIED || !log.sinceStart().contains(PORT_TAKEN)) {
                throw ServerFault.told("The database server did not start", log.sinceStart(), log);
            }
        }
    }

    private static EmbeddedDatabase checked(EmbeddedDatabase database) {
        try {
            Durability.require(database.jdbcUrl(), database.user(), database.password());
            return database;
        } catch (RuntimeException | Error refused) {
            database.close();
            throw refused;
        }
    }

    /** Where to connect to, with a database that is there from the start. */
    public String jdbcUrl() {
        return jdbcUrl;
    }

    /** Who to connect as: the server's superuser. */
    public String user() {
        return USER;
    }

    /** The password; it is the same at every start of a data folder. */
    public String password() {
        return password;
    }

    /**
     * Stops the server, which ends open connections, and frees the data folder. A second call does nothing, and a call
     * while another thread is at it waits for that one; a shutdown hook may call it.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            lifeLine.close();
            postmaster.stop();
        } finally {
            lock.close();
        }
    }

    private static void requireSpeakable(Path path) {
        if (UNSPEAKABLE.matcher(path.toAbsolutePath().toString()).find()) {
            throw new DatabaseUnavailable(
                    "PostgreSQL cannot use a path with double quotes, $, ` or \\ in it: %s. Choose another with MESHQUIZ_HOME."
                            .formatted(path));
        }
    }

    private static Path real(Path home) {
        try {
            return folder(home).toRealPath();
        } catch (IOException e) {
            throw DatabaseUnavailable.storing(home, e);
        }
    }

    private static Path folder(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw DatabaseUnavailable.storing(path, e);
        }
    }

    /** A port nobody has now; somebody may take it before the server does, which is why several are tried. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new DatabaseUnavailable("No port is free on 127.0.0.1. Close some programs and start again.", e);
        }
    }
}

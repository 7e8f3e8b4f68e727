package org.meshquiz.store.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How the server is set: durable first, then small, local and quiet. The settings go on its command line, where nothing
 * in the data folder overrides them.
 */
final class ServerSettings {
    private static final List<String> ALWAYS = List.of(
            // What is committed stays, even if the power fails in the next moment.
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            // One program on this machine uses it.
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=40",
            "shared_buffers=32MB",
            "maintenance_work_mem=16MB",
            "min_wal_size=32MB",
            "max_wal_size=256MB",
            // Nobody replicates it, so the processes for that are spared.
            "wal_level=minimal",
            "max_wal_senders=0",
            "max_logical_replication_workers=0",
            "io_method=sync",
            // Short queries gain nothing from compilation.
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC",
            // A log without statements, values and keys: those are people's answers.
            "log_min_error_statement=panic",
            "log_error_verbosity=terse",
            "log_checkpoints=off",
            "lc_messages=C");

    private ServerSettings() {}

    /** The server's options for a port, in one line as {@code pg_ctl -o} takes them. */
    static String options(int port) {
        List<String> words = new ArrayList<>(List.of("-p", Integer.toString(port)));
        ALWAYS.forEach(setting -> words.addAll(List.of("-c", setting)));
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")) {
            // There a plain fsync leaves the data in the drive's cache.
            words.addAll(List.of("-c", "wal_sync_method=fsync_writethrough"));
        }
        return String.join(" ", words);
    }
}

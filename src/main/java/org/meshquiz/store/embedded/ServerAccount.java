package org.meshquiz.store.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The account the server runs under. PostgreSQL refuses to run as root, so that root needs a way round: a user namespace
 * in which root is nobody in particular, or else another account that owns the files.
 *
 * @param prefix the words before a command that make it run under this account; none for the program's own account
 * @param uid the number of an account other than the program's own, or {@link #OWN}
 */
record ServerAccount(List<String> prefix, int uid) {
    static final int OWN = -1;
    private static final int ROOT = 0;
    /** The account without rights, by its number on every Linux. */
    private static final int NOBODY = 65534;

    ServerAccount {
        prefix = List.copyOf(prefix);
    }

    /**
     * Finds the account for a folder of database files. As root, files that belong to another account are served under
     * that account, so that a folder stays with the way it began with.
     */
    static ServerAccount forFolder(Path database) {
        if (new UnixSystem().getUid() != ROOT) {
            return new ServerAccount(List.of(), OWN);
        }
        int owner = ownerOf(database);
        if (owner == ROOT && succeeds(List.of("unshare", "-U", "true"))) {
            return new ServerAccount(List.of("unshare", "-U"), OWN);
        }
        int uid = owner == ROOT ? NOBODY : owner;
        List<String> prefix = List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups");
        ServerAccount account = new ServerAccount(prefix, uid);
        if (!succeeds(account.command(List.of("true")))) {
            throw new DatabaseUnavailable(
                    ("PostgreSQL does not run as root, and neither 'unshare -U' nor 'setpriv' works here. Run MeshQuiz"
                                    + " under an ordinary account, or %s.")
                            .formatted(DatabaseUnavailable.OWN_SERVER));
        }
        if (owner == ROOT) {
            account.own(database);
        }
        return account;
    }

    /** The command as this account is to run it. */
    List<String> command(List<String> words) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(words);
        return all;
    }

    /** Makes a file, or a folder with all in it, belong to this account; the folder itself last, as a sign of success. */
    void own(Path path) {
        if (uid == OWN) {
            return;
        }
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    return give(file);
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException fault) throws IOException {
                    return give(folder);
                }
            });
        } catch (IOException e) {
            throw DatabaseUnavailable.storing(path, e);
        }
    }

    private FileVisitResult give(Path file) throws IOException {
        Files.setAttribute(file, "unix:gid", uid, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
        return FileVisitResult.CONTINUE;
    }

    /** Checks that the account may come in where the server has to. */
    void requireEntry(Path... folders) {
        for (Path folder : folders) {
            if (uid != OWN && !succeeds(command(List.of("test", "-x", folder.toString())))) {
                throw new DatabaseUnavailable(
                        ("PostgreSQL does not run as root, and account %d, which it has to use here, may not enter %s."
                                        + " Choose a data folder that everybody may enter with MESHQUIZ_HOME, such as"
                                        + " /var/lib/meshquiz; or run MeshQuiz under an ordinary account; or %s.")
                                .formatted(uid, folder, DatabaseUnavailable.OWN_SERVER));
            }
        }
    }

    private static int ownerOf(Path path) {
        try {
            return (int) Files.getAttribute(path, "unix:uid");
        } catch (IOException e) {
            throw DatabaseUnavailable.storing(path, e);
        }
    }

    private static boolean succeeds(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.onExit().join().exitValue() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}

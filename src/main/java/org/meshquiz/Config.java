package org.meshquiz;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/**
 * What the environment asks for, checked.
 *
 * @param home folder of everything that is kept
 * @param site the program's own server
 * @param server a PostgreSQL server, or null for the embedded one
 * @param questions folder of another bank or vault, or null for the bank inside the program
 * @param platforms where people chat with it
 */
record Config(
        Path home,
        Site site,
        @Nullable Server server,
        @Nullable Path questions,
        Platforms platforms) {
    private static final String LOOPBACK = "127.0.0.1";

    /** The same with the local chat alone. */
    Config(Path home, int port, @Nullable Server server, @Nullable Path questions) {
        this(home, port, server, questions, Platforms.LOCAL_CHAT_ALONE);
    }

    /** The same without pages for people elsewhere. */
    Config(Path home, int port, @Nullable Server server, @Nullable Path questions, Platforms platforms) {
        this(home, new Site(LOOPBACK, port, null), server, questions, platforms);
    }

    /**
     * The program's own server.
     *
     * @param listen the address that it listens on
     * @param port 1 to 65535
     * @param publicUrl address by which people reach its pages, or null when they do not
     */
    record Site(String listen, int port, @Nullable URI publicUrl) {
        /** Whether only this machine reaches it. */
        boolean isLoopback() {
            return listen.equals("localhost") || listen.equals("::1") || listen.startsWith("127.");
        }
    }

    /**
     * A PostgreSQL server.
     *
     * @param url as the driver wants it: {@code jdbc:postgresql://host:port/name}
     */
    record Server(String url, String user, String password) {
        @Override
        public String toString() {
            return "Server[" + user + "]";
        }
    }

    /**
     * Reads the environment.
     *
     * @throws WrongSettings when anything in it is wrong; all faults at once
     */
    static Config of(Map<String, String> environment, Path userHome) {
        Reader reader = new Reader(environment);
        Site site = new Site(reader.value(Setting.MESHQUIZ_LISTEN).orElse(LOOPBACK), reader.port(), reader.publicUrl());
        Platforms platforms = Platforms.of(environment, reader.faults);
        if (platforms.localChat() && !site.isLoopback()) {
            reader.faults.add("MESHQUIZ_LISTEN is " + site.listen() + ", where others reach the local chat, in which a"
                    + " person is whoever says so; set a token of Telegram or Slack, or MESHQUIZ_LOCAL_CHAT=false");
        }
        Config config = new Config(
                reader.folder(Setting.MESHQUIZ_HOME).orElse(userHome.resolve(".meshquiz")),
                site,
                reader.server(),
                reader.existingFolder(Setting.MESHQUIZ_QUESTIONS).orElse(null),
                platforms);
        reader.log();
        reader.unknown();
        if (!reader.faults.isEmpty()) {
            throw new WrongSettings(reader.faults);
        }
        return config;
    }

    /** Settings that cannot be used; each fault names the setting, what is wrong and the remedy. */
    static final class WrongSettings extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WrongSettings(List<String> faults) {
            super(String.join(System.lineSeparator(), faults));
        }
    }

    /** Reads one environment and gathers its faults. */
    private static final class Reader {
        private static final String PREFIX = "MESHQUIZ_";

        private final Map<String, String> environment;
        private final List<String> faults = new ArrayList<>();

        Reader(Map<String, String> environment) {
            this.environment = environment;
        }

        int port() {
            String port = value(Setting.MESHQUIZ_PORT).orElse("8080");
            if (port.matches("\\d{1,5}") && Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= 65_535) {
                return Integer.parseInt(port);
            }
            faults.add("MESHQUIZ_PORT is '" + port + "', which is no port; set a number from 1 to 65535");
            return 8080;
        }

        /** The log reads it itself, before anything else runs; here it is only looked at. */
        void log() {
            String format = value(Setting.MESHQUIZ_LOG).orElse("text");
            if (!List.of("text", "json").contains(format)) {
                faults.add("MESHQUIZ_LOG is '" + format + "'; set it to text or json");
            }
        }

        @Nullable
        URI publicUrl() {
            Optional<String> url = value(Setting.MESHQUIZ_PUBLIC_URL);
            try {
                URI address = url.isEmpty() ? null : new URI(url.get());
                if (address != null
                        && (address.getHost() == null
                                || !String.valueOf(address.getScheme()).matches("https?"))) {
                    throw new URISyntaxException("", "no web address");
                }
                return address;
            } catch (URISyntaxException e) {
                faults.add("MESHQUIZ_PUBLIC_URL is no web address; write it like https://quiz.example.org");
                return null;
            }
        }

        @Nullable
        Server server() {
            Optional<String> url = value(Setting.MESHQUIZ_DB_URL);
            if (url.isEmpty()) {
                return null;
            }
            String plain = url.get().startsWith("jdbc:") ? url.get().substring(5) : url.get();
            try {
                URI address = new URI(plain.replaceFirst("^postgres:", "postgresql:"));
                if (!"postgresql".equals(address.getScheme()) || address.getHost() == null) {
                    throw new URISyntaxException("", "no server");
                }
                return server(address);
            } catch (URISyntaxException e) {
                faults.add("MESHQUIZ_DB_URL is not the address of a PostgreSQL server; write it like"
                        + " postgresql://localhost:5432/meshquiz");
                return null;
            }
        }

        private Server server(URI address) {
            String[] login = address.getUserInfo() == null
                    ? new String[0]
                    : address.getUserInfo().split(":", 2);
            String user = value(Setting.MESHQUIZ_DB_USER).orElse(login.length > 0 ? login[0] : "meshquiz");
            String password = value(Setting.MESHQUIZ_DB_PASSWORD).orElse(login.length > 1 ? login[1] : "");
            String path = address.getRawPath() == null || address.getRawPath().length() < 2
                    ? "/meshquiz"
                    : address.getRawPath();
            String host = address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
            String options = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
            return new Server("jdbc:postgresql://" + host + path + options, user, password);
        }

        Optional<Path> folder(Setting setting) {
            return value(setting).flatMap(text -> {
                try {
                    return Optional.of(Path.of(text).toAbsolutePath().normalize());
                } catch (InvalidPathException e) {
                    faults.add(setting + " is not a path on this machine; name a folder");
                    return Optional.empty();
                }
            });
        }

        Optional<Path> existingFolder(Setting setting) {
            Optional<Path> folder = folder(setting);
            if (folder.isPresent() && !Files.isDirectory(folder.get())) {
                faults.add(
                        setting + " is " + folder.get() + ", which is no folder; name the folder of a bank or a vault");
                return Optional.empty();
            }
            return folder;
        }

        void unknown() {
            List<String> known = Arrays.stream(Setting.values()).map(Enum::name).toList();
            environment.keySet().stream()
                    .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
                    .sorted()
                    .forEach(name -> faults.add(
                            name + " is no setting; did you mean " + nearest(name, known) + "? --help lists them all"));
        }

        private static String nearest(String name, List<String> known) {
            LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
            return known.stream()
                    .min((a, b) -> Integer.compare(distance.apply(name, a), distance.apply(name, b)))
                    .orElseThrow();
        }

        private Optional<String> value(Setting setting) {
            return Optional.ofNullable(environment.get(setting.name()))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty());
        }
    }
}

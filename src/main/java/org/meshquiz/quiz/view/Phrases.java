package org.meshquiz.quiz.view;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The program's own sentences in one language, from {@code phrases_en.properties} and {@code phrases_ru.properties}.
 * Arguments are named; plurals follow the language's rules. Safe for several threads.
 */
public final class Phrases {
    private static final Phrases ENGLISH = new Phrases(Locale.ENGLISH);
    private static final Phrases RUSSIAN = new Phrases(Locale.forLanguageTag("ru"));

    private final Locale language;
    private final Properties patterns;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    private Phrases(Locale language) {
        this.language = language;
        this.patterns = load("phrases_" + language.getLanguage() + ".properties");
    }

    /** The sentences for a reader of that language: Russian, or else English. */
    public static Phrases in(Locale language) {
        return "ru".equals(language.getLanguage()) ? RUSSIAN : ENGLISH;
    }

    public Locale language() {
        return language;
    }

    /** A sentence without arguments. */
    public String say(String key) {
        return say(key, Map.of());
    }

    /** A sentence with one argument. */
    public String say(String key, String name, Object value) {
        return say(key, Map.of(name, value));
    }

    /**
     * A sentence with its arguments filled in.
     *
     * @throws IllegalArgumentException when there is no such sentence
     */
    public String say(String key, Map<String, ?> arguments) {
        MessageFormat format = formats.computeIfAbsent(key, this::format);
        synchronized (format) {
            return format.format(arguments);
        }
    }

    /** The keys of all sentences. */
    Set<String> keys() {
        return patterns.stringPropertyNames();
    }

    String pattern(String key) {
        return Objects.requireNonNull(patterns.getProperty(key), key);
    }

    private MessageFormat format(String key) {
        String pattern = patterns.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no sentence '" + key + "' in " + language + "; add it to the phrases");
        }
        return new MessageFormat(pattern, ULocale.forLocale(language));
    }

    private static Properties load(String file) {
        try (InputStream in = Objects.requireNonNull(Phrases.class.getResourceAsStream(file), file)) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

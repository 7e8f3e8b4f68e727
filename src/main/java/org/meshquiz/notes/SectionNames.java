package org.meshquiz.notes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.meshquiz.question.Level;
import org.meshquiz.question.Section;

/** The words by which notes call sections, table columns and levels; {@code questions/sections.yaml} holds them. */
public final class SectionNames {
    private static final String DEFAULTS = "/questions/sections.yaml";
    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*+\\)");
    private static final Pattern FIRST_OF_SEVERAL = Pattern.compile("\\s+(?:и|and)\\s+|[/|&,+]");
    private static final int WORDS_BEFORE_LEVEL = 3;

    /** What a heading announces. */
    sealed interface Heading {
        /** A shared section. */
        record Shared(Section section) implements Heading {}

        /** Nothing by itself: other headings follow. */
        record Container() implements Heading {}

        /** Flash cards and check lists. */
        record Cards() implements Heading {}
    }

    private final Synonyms<Heading> headings = new Synonyms<>();
    private final Synonyms<Column> columns = new Synonyms<>();
    private final Synonyms<Level> levels = new Synonyms<>();

    private SectionNames() {}

    /** The words that come with the program. */
    public static SectionNames defaults() {
        try (InputStream file = SectionNames.class.getResourceAsStream(DEFAULTS)) {
            if (file == null) {
                throw new IllegalStateException("the program lacks its own " + DEFAULTS + "; build it again");
            }
            SectionNames names = new SectionNames();
            new SectionNamesFile(names, DEFAULTS).read(file);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The words that come with the program and those of the file.
     *
     * @throws IllegalArgumentException where the file is no such list, with all its faults
     * @throws IOException where it cannot be read
     */
    public static SectionNames read(Path file) throws IOException {
        SectionNames names = defaults();
        try (InputStream in = Files.newInputStream(file)) {
            new SectionNamesFile(names, file.toString()).read(in);
        }
        return names;
    }

    void add(String word, Heading heading) {
        headings.add(word, heading);
    }

    void add(String word, Column column) {
        columns.add(word, column);
    }

    void add(String word, Level level) {
        levels.add(word, level);
    }

    /**
     * What a heading announces.
     *
     * @param names the names of the note's skill, which count for nothing in a heading
     */
    Optional<Heading> heading(String text, List<String> names) {
        return headings.find(text)
                .or(() -> headings.find(BRACKETS.matcher(text).replaceAll(" ")))
                .or(() -> headings.find(without(text, names)))
                .or(() -> headings.exactly(FIRST_OF_SEVERAL.split(text, 2)[0]));
    }

    /** What the heading of a table column means. */
    Optional<Column> column(String text) {
        return columns.find(text);
    }

    /** What a label before a colon means; unlike a heading it has no words of its own beside. */
    Optional<Column> label(String text) {
        return columns.label(text);
    }

    /** The level that a text begins with: {@code Junior (first year)}. */
    Optional<Level> level(String text) {
        String[] words =
                Synonyms.plain(text.substring(0, Math.min(text.length(), 60))).split(" ", WORDS_BEFORE_LEVEL + 1);
        for (int word = 0; word < Math.min(words.length, WORDS_BEFORE_LEVEL); word++) {
            Optional<Level> level = levels.exactly(words[word]);
            if (level.isPresent()) {
                return level;
            }
        }
        return Optional.empty();
    }

    private static String without(String heading, List<String> names) {
        String rest = " " + Synonyms.plain(heading) + " ";
        for (String name : names) {
            rest = rest.replace(" " + Synonyms.plain(name) + " ", " ");
        }
        return rest;
    }
}

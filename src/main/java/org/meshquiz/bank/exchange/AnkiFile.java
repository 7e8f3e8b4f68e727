package org.meshquiz.bank.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.meshquiz.bank.Fault;
import org.meshquiz.question.Question;

/**
 * Questions as Anki's text file, one file a language: a note a line with its id, front, back and tags, parted by tabs. The
 * id keeps a second import from doubling the notes.
 */
public final class AnkiFile {
    private static final String HEAD = """
            #separator:tab
            #html:true
            #guid column:1
            #tags column:4
            #columns:Id\tFront\tBack\tTags
            """;

    private static final int COLUMNS = 4;

    private AnkiFile() {}

    /** The authored questions among these that exist in that language. */
    public static String write(Collection<Question> questions, Locale language) {
        StringBuilder file = new StringBuilder(HEAD);
        for (Question question : Exchanged.of(questions, language)) {
            AnkiCard card = AnkiCard.of(question, language);
            String tags = String.join(" ", Tags.of(question));
            file.append(String.join("\t", question.id().value(), card.front(), card.back(), tags))
                    .append('\n');
        }
        return file.toString();
    }

    /**
     * Reads such a file, also after Anki has had it. Whatever it holds, what comes back is questions and faults.
     *
     * @param name what faults call the file
     * @param language of its texts
     */
    public static Imported read(String text, String name, Locale language) {
        List<Question> questions = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                questions.add(question(line, language));
            } catch (IllegalArgumentException e) {
                faults.add(Fault.of(name, number, e));
            }
        }
        return new Imported(name, questions, faults);
    }

    private static Question question(String line, Locale language) {
        List<String> columns =
                Arrays.stream(line.split("\t", -1)).map(AnkiFile::unquoted).toList();
        if (columns.size() < COLUMNS) {
            throw new IllegalArgumentException("the line has " + columns.size()
                    + " columns; export notes as text with their unique identifier and tags");
        }
        Tags tags = new Tags(List.of(columns.get(COLUMNS - 1).strip().split(" ")));
        return new AnkiCard(columns.get(1), columns.get(2)).question(columns.get(0), language, tags);
    }

    /** Anki puts a field in quotes where it holds one. */
    private static String unquoted(String field) {
        return field.length() > 1 && field.startsWith("\"") && field.endsWith("\"")
                ? field.substring(1, field.length() - 1).replace("\"\"", "\"")
                : field;
    }
}

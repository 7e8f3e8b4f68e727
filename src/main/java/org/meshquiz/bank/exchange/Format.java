package org.meshquiz.bank.exchange;

import java.util.Collection;
import java.util.Locale;
import org.meshquiz.question.Question;

/** A file format of another tool. */
public enum Format {
    GIFT,
    ANKI;

    /** The authored questions among these that exist in that language, as a file of this format. */
    public String write(Collection<Question> questions, Locale language) {
        return switch (this) {
            case GIFT -> GiftFile.write(questions, language);
            case ANKI -> AnkiFile.write(questions, language);
        };
    }

    /**
     * Reads a file of this format.
     *
     * @param name what faults call the file
     * @param language of its texts
     */
    public Imported read(String text, String name, Locale language) {
        return switch (this) {
            case GIFT -> GiftFile.read(text, name, language);
            case ANKI -> AnkiFile.read(text, name, language);
        };
    }
}

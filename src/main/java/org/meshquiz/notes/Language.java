package org.meshquiz.notes;

import java.util.List;
import java.util.Locale;
import org.meshquiz.question.Localized;

/** Tells the language of a note from its letters. */
final class Language {
    /** Russian notes are full of English names and commands; English ones have hardly a Cyrillic letter. */
    private static final double RUSSIAN_FROM = 0.15;

    private Language() {}

    static Locale of(List<String> lines) {
        long cyrillic = 0;
        long letters = 0;
        for (String line : lines) {
            cyrillic += line.codePoints()
                    .filter(sign -> Character.UnicodeScript.of(sign) == Character.UnicodeScript.CYRILLIC)
                    .count();
            letters += line.codePoints().filter(Character::isLetter).count();
        }
        return letters > 0 && cyrillic >= RUSSIAN_FROM * letters ? Localized.RUSSIAN : Localized.ENGLISH;
    }
}

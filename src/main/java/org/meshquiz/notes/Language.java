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
            for (int index = 0; index < line.length(); index++) {
                char sign = line.charAt(index);
                cyrillic += sign >= 'Ѐ' && sign <= 'ӿ' ? 1 : 0;
                letters += Character.isLetter(sign) ? 1 : 0;
            }
        }
        return letters > 0 && cyrillic >= RUSSIAN_FROM * letters ? Localized.RUSSIAN : Localized.ENGLISH;
    }
}

package org.meshquiz.quiz.view;

import java.util.Locale;
import org.meshquiz.question.Section;

/** Sections of a note as people read them. */
public final class SectionNames {
    private SectionNames() {}

    public static String in(Locale language, Section section) {
        return Phrases.in(language).say("section." + section.key());
    }
}

package org.meshquiz.notes.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.meshquiz.notes.SkillNote;
import org.meshquiz.notes.Unit;
import org.meshquiz.question.Section;

/** Finds the questions that people wrote into a note. */
final class WrittenQuestions {
    private WrittenQuestions() {}

    /** Those of one form in a section; those under headings of the author's own count for the description. */
    static <U extends Unit> List<U> in(SkillNote note, Section section, Class<U> form) {
        List<U> found = new ArrayList<>(note.units(section, form));
        if (section == Section.DESCRIPTION) {
            Stream<Unit> extras = note.extras().stream().flatMap(extra -> extra.units().stream());
            extras.filter(form::isInstance).map(form::cast).forEach(found::add);
        }
        return found;
    }
}

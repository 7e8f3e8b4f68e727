package org.meshquiz.notes.derive;

import java.util.List;
import java.util.Locale;
import org.meshquiz.question.Localized;
import org.meshquiz.question.Section;

/**
 * A thing and what a note says of it.
 *
 * @param home where it stands
 * @param thing the thing: a term, a tool, a technology, a problem, a command, a level
 * @param said what is said of it, one sentence without its full stop, in the same languages
 * @param full the same at length, for an explanation
 * @param otherNames what else the thing is called, so that a question does not give it away
 */
record Fact(Home home, Localized thing, Localized said, Localized full, List<String> otherNames) {

    /**
     * Where a fact stands.
     *
     * @param family what kind of fact it is
     * @param slug names it within its section
     */
    record Home(Twin twin, Family family, Section section, String slug, Spot spot) {
        String skill() {
            return twin.skill();
        }

        /** Whether it is the place of the same fact. */
        boolean isSame(Home other) {
            return slug.equals(other.slug)
                    && section == other.section
                    && family == other.family
                    && skill().equals(other.skill());
        }

        /** What the ids of its questions begin with: {@code istio.terms.mtls}. */
        String id() {
            return Slug.of(skill()) + "." + section.key() + "." + slug;
        }
    }

    /**
     * A place in a file.
     *
     * @param line from 1
     */
    record Spot(String file, int line) {}

    Fact {
        otherNames = List.copyOf(otherNames);
        if (!thing.languages().equals(said.languages())) {
            throw new IllegalArgumentException("the thing and what is said of it need the same languages");
        }
    }

    /** Whether it can be told in each of these languages. */
    boolean speaks(List<Locale> languages) {
        return thing.languages().containsAll(languages);
    }
}

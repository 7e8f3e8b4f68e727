package org.meshquiz.bank.lint;

import java.util.List;
import java.util.Locale;
import org.meshquiz.question.Question.Origin;

/**
 * What the lint found.
 *
 * @param complaints about single questions
 * @param groups the shares, measured by origin and language
 */
public record LintReport(List<Complaint> complaints, List<Group> groups) {

    /**
     * Questions that are measured together.
     *
     * @param questions how many there are
     * @param measures what was measured of them; empty where there is nothing to measure
     */
    public record Group(Origin origin, Locale language, int questions, List<Measure> measures) {
        public Group {
            measures = List.copyOf(measures);
        }

        /** {@code authored en}. */
        public String name() {
            return origin.name().toLowerCase(Locale.ROOT) + " " + language.getLanguage();
        }
    }

    public LintReport {
        complaints = List.copyOf(complaints);
        groups = List.copyOf(groups);
    }

    /** Whether nothing has to be mended. */
    public boolean clean() {
        return complaints.isEmpty()
                && groups.stream().flatMap(group -> group.measures().stream()).noneMatch(Measure::broken);
    }
}

package org.meshquiz.notes;

import java.util.List;
import java.util.Locale;
import org.meshquiz.question.Section;

/** What a table column, or a label inside a list item, holds. */
enum Column {
    LEVEL,
    NAME,
    DESCRIPTION,
    SKILLS,
    CRITERIA,
    TECHNOLOGY,
    INTERACTION,
    BENEFIT,
    ADVICE,
    LINKS,
    PROBLEM,
    CAUSE,
    REMEDY,
    PREVENTION;

    /** The columns that a section's table has, in the template's order. */
    static List<Column> of(Section section) {
        return switch (section) {
            case RELATIONS -> List.of(TECHNOLOGY, INTERACTION);
            case LEVELS -> List.of(LEVEL, DESCRIPTION, SKILLS, CRITERIA);
            case VALUE -> List.of(NAME, DESCRIPTION, BENEFIT, ADVICE);
            case PROJECTS -> List.of(LEVEL, NAME, DESCRIPTION, TECHNOLOGY, CRITERIA, LINKS);
            case TROUBLESHOOTING -> List.of(PROBLEM, CAUSE, REMEDY, PREVENTION);
            case DESCRIPTION, TOOLS, TERMS, RESOURCES -> List.of(NAME, DESCRIPTION);
        };
    }

    /** The name that the file of section names uses: {@code benefit}. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.meshquiz.notes;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.meshquiz.question.Section;
import org.meshquiz.question.Skill;

/**
 * What one note says about a skill, in one language.
 *
 * @param skill what the note is about
 * @param language {@code ru} or {@code en}
 * @param face its file and the names it goes by
 * @param sections the units of each shared section in reading order; a section without units is absent
 * @param extras what stands under headings that are no shared section
 */
public record SkillNote(
        Skill skill, Locale language, Face face, Map<Section, List<Unit>> sections, List<Extra> extras) {

    /**
     * A note's file and names.
     *
     * @param file the path inside the vault, with forward slashes
     * @param name the file's name without {@code .md}; links of other notes use it
     * @param headings what the note calls its sections; one without a heading of its own is absent
     * @param aliases other names of the skill, from the front matter
     * @param tags from the front matter
     */
    public record Face(
            String file, String name, Map<Section, String> headings, List<String> aliases, List<String> tags) {
        public Face {
            headings = Map.copyOf(headings);
            aliases = List.copyOf(aliases);
            tags = List.copyOf(tags);
        }
    }

    /**
     * A section of the author's own.
     *
     * @param heading its heading
     * @param units its text, as passages, and the cards in it
     * @param line the line of the heading, from 1
     */
    public record Extra(String heading, List<Unit> units, int line) {
        public Extra {
            units = List.copyOf(units);
        }
    }

    public SkillNote {
        Map<Section, List<Unit>> ordered = new EnumMap<>(Section.class);
        sections.forEach((section, units) -> ordered.put(section, List.copyOf(units)));
        sections = Collections.unmodifiableMap(ordered);
        extras = List.copyOf(extras);
    }

    /** All units of a section in reading order; none where the note lacks it. */
    public List<Unit> units(Section section) {
        return sections.getOrDefault(section, List.of());
    }

    /** The units of that form in a section. */
    public <U extends Unit> List<U> units(Section section, Class<U> form) {
        return units(section).stream().filter(form::isInstance).map(form::cast).toList();
    }

    /** The paragraphs that say what the skill is. */
    public List<Unit.Passage> description() {
        return units(Section.DESCRIPTION, Unit.Passage.class);
    }

    public List<Unit.Entry> tools() {
        return units(Section.TOOLS, Unit.Entry.class);
    }

    public List<Unit.Relation> relations() {
        return units(Section.RELATIONS, Unit.Relation.class);
    }

    public List<Unit.Entry> terms() {
        return units(Section.TERMS, Unit.Entry.class);
    }

    /** The rubric, in the note's order. */
    public List<Unit.Rubric> levels() {
        return units(Section.LEVELS, Unit.Rubric.class);
    }

    /** The rows on business value; where a note has prose instead, it is among the section's passages. */
    public List<Unit.Use> value() {
        return units(Section.VALUE, Unit.Use.class);
    }

    public List<Unit.Project> projects() {
        return units(Section.PROJECTS, Unit.Project.class);
    }

    public List<Unit.Trouble> troubleshooting() {
        return units(Section.TROUBLESHOOTING, Unit.Trouble.class);
    }

    public List<Unit.Resource> resources() {
        return units(Section.RESOURCES, Unit.Resource.class);
    }
}

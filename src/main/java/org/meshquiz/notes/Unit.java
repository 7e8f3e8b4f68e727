package org.meshquiz.notes;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meshquiz.question.Level;

/** The smallest part of a section that says something by itself: a paragraph, a list item, a table row. */
public sealed interface Unit {

    /** The line of the file that it starts on, from 1. */
    int line();

    /** Its texts in reading order; some may be empty. */
    List<Wording> wordings();

    /** Prose, and whatever has no form of its own in its section. */
    record Passage(Wording words, int line) implements Unit {
        @Override
        public List<Wording> wordings() {
            return List.of(words);
        }
    }

    /**
     * A tool with what it is for, or a term with its definition.
     *
     * @param meaning empty where the note only names the thing
     * @param group the name of the list item or sub-heading that it stands under, or empty
     */
    record Entry(Wording name, Wording meaning, String group, int line) implements Unit {
        @Override
        public List<Wording> wordings() {
            return List.of(name, meaning);
        }
    }

    /** How the skill works together with another technology. */
    record Relation(Wording technology, Wording interaction, int line) implements Unit {
        @Override
        public List<Wording> wordings() {
            return List.of(technology, interaction);
        }
    }

    /** What a person of one level knows and does; any of the three texts may be empty, not all. */
    record Rubric(Level level, Wording description, Wording skills, Wording criteria, int line) implements Unit {
        @Override
        public List<Wording> wordings() {
            return List.of(description, skills, criteria);
        }
    }

    /** Where the skill pays off at work. */
    record Use(Wording name, Wording description, Wording benefit, Wording advice, int line) implements Unit {
        @Override
        public List<Wording> wordings() {
            return List.of(name, description, benefit, advice);
        }
    }

    /**
     * A project to grow with.
     *
     * @param level whom it suits, or null where the note does not say
     */
    record Project(@Nullable Level level, Wording name, Plan plan, int line) implements Unit {
        @Override
        public List<Wording> wordings() {
            return List.of(name, plan.description(), plan.technologies(), plan.criterion(), plan.links());
        }
    }

    /** What is to be built in a project, with what, and when it has succeeded. */
    record Plan(Wording description, Wording technologies, Wording criterion, Wording links) {}

    /**
     * Something that goes wrong, and what to do.
     *
     * @param problem empty where the note gives only advice
     */
    record Trouble(Wording problem, Wording cause, Wording remedy, Wording prevention, int line) implements Unit {
        @Override
        public List<Wording> wordings() {
            return List.of(problem, cause, remedy, prevention);
        }
    }

    /** Where to read on; the addresses are the links of its words. */
    record Resource(Wording words, int line) implements Unit {
        @Override
        public List<Wording> wordings() {
            return List.of(words);
        }
    }

    /**
     * A flash card that somebody wrote into the note.
     *
     * @param bothWays whether the back also asks for the front
     */
    record Card(Wording front, Wording back, boolean bothWays, int line) implements Unit {
        @Override
        public List<Wording> wordings() {
            return List.of(front, back);
        }
    }

    /** A question that somebody wrote into the note as a check list. */
    record CheckList(Wording ask, List<Option> options, int line) implements Unit {
        public CheckList {
            options = List.copyOf(options);
        }

        @Override
        public List<Wording> wordings() {
            return Stream.concat(Stream.of(ask), options.stream().map(Option::words))
                    .toList();
        }
    }

    /** An option of a {@link CheckList}; the ticked ones are right. */
    record Option(Wording words, boolean ticked) {}
}

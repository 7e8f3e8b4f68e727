package org.meshquiz.notes;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meshquiz.question.Level;
import org.meshquiz.question.Section;

/** The meaning of a record's columns in each section, and the unit that they make. */
final class Records {
    private final Section section;
    private final SectionNames names;
    private final Warnings warnings;

    Records(Section section, SectionNames names, Warnings warnings) {
        this.section = section;
        this.names = names;
        this.warnings = warnings;
    }

    /** The column that text without a label adds to. */
    Column more() {
        return switch (section) {
            case RELATIONS -> Column.INTERACTION;
            case TROUBLESHOOTING -> Column.REMEDY;
            default -> Column.DESCRIPTION;
        };
    }

    /** Sorts the text that a record begins with into its columns. */
    void head(Fields fields, Runs text) {
        switch (section) {
            case TROUBLESHOOTING -> problem(fields, text);
            case LEVELS -> level(fields, text);
            case PROJECTS -> project(fields, text);
            default -> named(fields, text, Column.of(section).get(0));
        }
    }

    /** Sorts a sub-heading that a record begins with into its columns. */
    void heading(Fields fields, Runs text) {
        if (section == Section.TROUBLESHOOTING) {
            fields.add(Column.PROBLEM, text);
        } else {
            head(fields, text);
        }
    }

    /** An item with others nested in it: what stood there as advice alone is the problem that they remedy. */
    void expectMore(Fields fields) {
        if (section == Section.TROUBLESHOOTING && !fields.has(Column.PROBLEM)) {
            fields.move(Column.REMEDY, Column.PROBLEM);
        }
    }

    /** The unit that the columns make; none where the record is an unfilled row of the template. */
    Optional<Unit> unit(Fields fields) {
        Column first = Column.of(section).get(0);
        boolean unfilled = fields.hasNothingBut(Column.LEVEL) && section != Section.RELATIONS;
        if (unfilled) {
            return Optional.empty();
        }
        return Optional.of(
                switch (section) {
                    case RELATIONS ->
                        fields.has(first)
                                ? new Unit.Relation(
                                        fields.wording(Column.TECHNOLOGY),
                                        fields.wording(Column.INTERACTION),
                                        fields.line())
                                : passage(fields);
                    case LEVELS -> rubric(fields);
                    case VALUE -> fields.has(first) ? use(fields) : passage(fields);
                    case PROJECTS -> fields.hasNothingBut(Column.DESCRIPTION) ? passage(fields) : project(fields);
                    case TROUBLESHOOTING -> trouble(fields);
                    case DESCRIPTION, TOOLS, TERMS, RESOURCES -> passage(fields);
                });
    }

    private void problem(Fields fields, Runs text) {
        Optional<Heads> halves = Heads.separated(text);
        if (halves.isPresent()) {
            fields.add(Column.PROBLEM, halves.get().name());
            fields.add(Column.REMEDY, halves.get().meaning());
        } else {
            fields.add(Column.REMEDY, text);
        }
    }

    private void level(Fields fields, Runs text) {
        Heads halves = Heads.of(text).orElse(new Heads(text, Runs.NONE));
        boolean named = names.level(halves.name().text()).isPresent();
        fields.add(named ? Column.LEVEL : Column.DESCRIPTION, named ? halves.name() : text);
        fields.add(Column.DESCRIPTION, named ? halves.meaning() : Runs.NONE);
    }

    private void project(Fields fields, Runs text) {
        Optional<Heads> halves = Heads.of(text);
        Runs first = halves.map(Heads::name).orElse(text);
        if (names.level(first.text()).isPresent()) {
            fields.add(Column.LEVEL, first);
            halves.ifPresent(half -> named(fields, half.meaning(), Column.NAME));
        } else {
            named(fields, text, Column.NAME);
        }
    }

    private void named(Fields fields, Runs text, Column name) {
        boolean glossed = section == Section.RELATIONS;
        Optional<Heads> halves = glossed ? Heads.of(text) : Heads.separated(text);
        boolean bare = halves.isEmpty()
                && Heads.isName(text.text())
                && !text.text().strip().endsWith(".");
        fields.add(
                halves.isPresent() || bare ? name : more(),
                halves.map(Heads::name).orElse(text));
        halves.ifPresent(half -> fields.add(more(), half.meaning()));
    }

    private Unit rubric(Fields fields) {
        Optional<Level> level = names.level(fields.wording(Column.LEVEL).text());
        if (level.isEmpty()) {
            warnings.unread(
                    fields.line(),
                    "no level is named here, the text is kept as prose; begin with Junior, Middle, Senior or Expert");
            return passage(fields);
        }
        return new Unit.Rubric(
                level.get(),
                fields.wording(Column.DESCRIPTION),
                fields.wording(Column.SKILLS),
                fields.wording(Column.CRITERIA),
                fields.line());
    }

    private static Unit use(Fields fields) {
        return new Unit.Use(
                fields.wording(Column.NAME),
                fields.wording(Column.DESCRIPTION),
                fields.wording(Column.BENEFIT),
                fields.wording(Column.ADVICE),
                fields.line());
    }

    private Unit project(Fields fields) {
        @Nullable Level level = names.level(fields.wording(Column.LEVEL).text()).orElse(null);
        Unit.Plan plan = new Unit.Plan(
                fields.wording(Column.DESCRIPTION),
                fields.wording(Column.TECHNOLOGY),
                fields.wording(Column.CRITERIA),
                fields.wording(Column.LINKS));
        return new Unit.Project(level, fields.wording(Column.NAME), plan, fields.line());
    }

    private static Unit trouble(Fields fields) {
        return new Unit.Trouble(
                fields.wording(Column.PROBLEM),
                fields.wording(Column.CAUSE),
                fields.wording(Column.REMEDY),
                fields.wording(Column.PREVENTION),
                fields.line());
    }

    private static Unit passage(Fields fields) {
        return new Unit.Passage(fields.all(), fields.line());
    }
}

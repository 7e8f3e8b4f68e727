package org.meshquiz.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.jspecify.annotations.Nullable;
import org.meshquiz.question.Section;

/** Which blocks of a note stand under which of the template's headings, at whatever level those are written. */
final class Outline {
    /** The level of a heading that is only a bold line: below all others. */
    private static final int BOLD_LINE = 7;

    /**
     * The blocks under one heading.
     *
     * @param heading what it announces; null for a heading of the author's own and for what precedes all headings
     * @param title its text; empty before the first heading
     * @param opening whether it is the note's own title, or nothing precedes it
     * @param blocks in order; a heading among them is a sub-heading
     */
    record Part(SectionNames.@Nullable Heading heading, String title, boolean opening, int line, List<Node> blocks) {
        Optional<Section> section() {
            return heading instanceof SectionNames.Heading.Shared shared
                    ? Optional.of(shared.section())
                    : Optional.empty();
        }
    }

    private record Mark(int level, SectionNames.@Nullable Heading heading) {}

    private final SectionNames names;
    private final List<String> skillNames;
    private final List<Part> parts = new ArrayList<>();
    /** The level of the last part's heading; 0 before the first. */
    private int level;
    /** The deepest level at which a shared section is nested in the last part; 0 where none is. */
    private int nested;

    /**
     * @param skillNames what the note's skill is called
     */
    Outline(SectionNames names, List<String> skillNames) {
        this.names = names;
        this.skillNames = skillNames;
        parts.add(new Part(null, "", true, 1, new ArrayList<>()));
    }

    /** The parts of a document in order; the first is what precedes all headings. */
    List<Part> of(Node document) {
        List<Node> blocks = Markdown.children(document);
        List<@Nullable Mark> marks = marks(blocks);
        for (int index = 0; index < blocks.size(); index++) {
            Mark mark = marks.get(index);
            if (mark == null || isSubHeading(mark)) {
                current().blocks().add(blocks.get(index));
            } else {
                open(mark, blocks.get(index));
                nested = deepestSection(marks, index);
            }
        }
        return parts;
    }

    private Part current() {
        return parts.get(parts.size() - 1);
    }

    private void open(Mark mark, Node block) {
        boolean first = parts.size() == 1;
        boolean title = first && mark.heading() == null && mark.level() == 1;
        level = mark.level();
        String text = Inlines.of(block).wording().text();
        parts.add(new Part(mark.heading(), text, title, Markdown.line(block), new ArrayList<>()));
    }

    /** The heading that each block is, or null. Bold lines are headings in a note that has no better ones. */
    private List<@Nullable Mark> marks(List<Node> blocks) {
        List<@Nullable Mark> marks = new ArrayList<>();
        blocks.forEach(block -> marks.add(block instanceof Heading heading ? mark(heading) : null));
        if (marks.stream().anyMatch(mark -> mark != null && mark.heading() != null)) {
            return marks;
        }
        for (int index = 0; index < marks.size(); index++) {
            Node block = blocks.get(index);
            if (marks.get(index) == null && isBoldLine(block) && known(block) != null) {
                marks.set(index, new Mark(BOLD_LINE, known(block)));
            }
        }
        return marks;
    }

    private @Nullable Mark mark(Heading heading) {
        SectionNames.Heading known = known(heading);
        // A rule right below a paragraph makes a heading of it that nobody meant.
        boolean ruled = known == null
                && heading.getLevel() == 2
                && heading.getSourceSpans().size() > 1;
        return ruled ? null : new Mark(heading.getLevel(), known);
    }

    private static boolean isBoldLine(Node block) {
        return block instanceof Paragraph
                && block.getFirstChild() instanceof StrongEmphasis bold
                && bold.getNext() == null;
    }

    private SectionNames.@Nullable Heading known(Node block) {
        return names.heading(Inlines.of(block).wording().text(), skillNames).orElse(null);
    }

    /**
     * Whether a heading stands inside the section before it. A heading of the author's own does when it is deeper, unless
     * the template's sections are nested there too, as below a first-level description.
     */
    private boolean isSubHeading(Mark mark) {
        boolean deeper = mark.heading() == null && !current().opening() && mark.level() > level;
        return deeper && !(current().heading() instanceof SectionNames.Heading.Container) && nested < mark.level();
    }

    private static int deepestSection(List<@Nullable Mark> marks, int index) {
        int deepest = 0;
        int own = Objects.requireNonNull(marks.get(index)).level();
        for (Mark mark : marks.subList(index + 1, marks.size())) {
            if (mark != null && mark.level() <= own) {
                return deepest;
            }
            if (mark != null && mark.heading() != null) {
                deepest = Math.max(deepest, mark.level());
            }
        }
        return deepest;
    }
}

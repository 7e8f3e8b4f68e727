package org.meshquiz.notes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;
import org.meshquiz.question.Section;
import org.meshquiz.question.Skill;

/** Reads one note: its properties, its outline, and the units of each section. */
final class NoteReader {
    private static final Pattern WORD = Pattern.compile("(?<![#\\p{L}\\p{N}])\\p{L}{2,}+");
    private static final int FEWEST_WORDS = 3;

    private final SectionNames names;
    private final String file;
    private final String name;
    private final Warnings warnings;
    private final Map<Section, List<Unit>> sections = new EnumMap<>(Section.class);
    private final Map<Section, String> headings = new EnumMap<>(Section.class);
    private final List<SkillNote.Extra> extras = new ArrayList<>();
    private int seen;

    /**
     * What came of a note.
     *
     * @param note null for a stub
     */
    record Result(@Nullable SkillNote note, Reading reading, List<NoteWarning> warnings) {}

    /**
     * @param file the path inside the vault, with forward slashes
     */
    NoteReader(SectionNames names, String file) {
        this.names = names;
        this.file = file;
        String last = file.substring(file.lastIndexOf('/') + 1);
        this.name = last.substring(0, last.length() - ".md".length());
        this.warnings = new Warnings(file);
    }

    /**
     * Reads the bytes of the file.
     *
     * @param language null where the letters are to tell it
     */
    Result read(byte[] bytes, @Nullable Locale language) {
        List<String> written = NoteText.lines(bytes, warnings);
        FrontMatter front = FrontMatter.read(written, warnings);
        List<String> skillNames = skillNames(front);
        MarkdownSource source = new MarkdownSource(
                written, warnings, heading -> names.heading(heading, skillNames).isPresent());
        List<String> lines = source.lines(front);
        Node document = Markdown.parse(String.join("\n", lines));
        for (Outline.Part part : new Outline(names, skillNames).of(document)) {
            add(part, lines);
        }
        Reading reading = new Reading(file, seen, Math.max(0, seen - warnings.unread()));
        return new Result(note(front, language == null ? Language.of(lines) : language), reading, warnings.all());
    }

    private List<String> skillNames(FrontMatter front) {
        List<String> all = new ArrayList<>();
        front.title().ifPresent(all::add);
        all.add(name);
        all.addAll(front.values("aliases"));
        return all;
    }

    private @Nullable SkillNote note(FrontMatter front, Locale language) {
        String id = Skill.idOf(name);
        boolean says = sections.values().stream()
                .flatMap(List::stream)
                .anyMatch(unit -> !(unit instanceof Unit.Resource) && !isOnlyLinks(unit));
        if (id.isEmpty() || !says) {
            return null;
        }
        Skill skill = new Skill(id, front.title().orElse(name));
        SkillNote.Face face = new SkillNote.Face(file, name, headings, front.values("aliases"), front.values("tags"));
        return new SkillNote(skill, language, face, sections, extras);
    }

    private static boolean isOnlyLinks(Unit unit) {
        return unit instanceof Unit.Passage passage && !speaks(passage.words());
    }

    /** Whether a text has words beside its links and tags. */
    private static boolean speaks(Wording words) {
        String text = words.text();
        for (Link link : words.links()) {
            text = text.replace(link.label(), " ");
        }
        return WORD.matcher(text).results().limit(FEWEST_WORDS).count() == FEWEST_WORDS;
    }

    private void add(Outline.Part part, List<String> lines) {
        Pieces all = new Pieces(lines, warnings);
        part.blocks().forEach(all::add);
        CardReader cards = new CardReader(part.heading() instanceof SectionNames.Heading.Cards);
        cards.read(all.all());
        Optional<Section> section = part.section();
        if (section.isPresent()) {
            seen += cards.cards().size() + count(cards.rest());
            headings.putIfAbsent(section.get(), part.title());
            units(section.get()).addAll(units(section.get(), cards.rest()));
            units(section.get()).addAll(cards.cards());
        } else if (part.opening()) {
            opening(part, cards);
        } else {
            extra(part, cards);
        }
    }

    private static int count(List<Piece> pieces) {
        return (int) pieces.stream()
                .filter(piece -> !(piece instanceof Piece.SubHeading))
                .count();
    }

    /** What precedes the first section says what the skill is, unless it is only links and tags. */
    private void opening(Outline.Part part, CardReader cards) {
        List<Unit> prose = EntryReader.description(cards.rest());
        if (prose.stream().anyMatch(unit -> !isOnlyLinks(unit))) {
            seen += count(cards.rest());
            units(Section.DESCRIPTION).addAll(prose);
            units(Section.DESCRIPTION).addAll(cards.cards());
        } else {
            extra(part, cards);
        }
    }

    private void extra(Outline.Part part, CardReader cards) {
        List<Unit> units = new ArrayList<>(Prose.passages(cards.rest()));
        boolean expected = part.heading() != null || part.opening();
        if (!expected) {
            warnings.at(
                    part.line(),
                    "'" + part.title() + "' is no section of the template, its text is kept aside;"
                            + " add the heading to sections.yaml if it means one");
        } else if (!units.isEmpty() && !part.opening()) {
            warnings.at(part.line(), "text below '" + part.title() + "' is kept aside; give it a heading of a section");
        }
        units.addAll(cards.cards());
        if (!units.isEmpty()) {
            extras.add(new SkillNote.Extra(part.title(), units, part.line()));
        }
    }

    private List<Unit> units(Section section) {
        return sections.computeIfAbsent(section, key -> new ArrayList<>());
    }

    private List<Unit> units(Section section, List<Piece> pieces) {
        return switch (section) {
            case DESCRIPTION -> EntryReader.description(pieces);
            case TOOLS, TERMS -> EntryReader.things(pieces);
            case RESOURCES -> Prose.resources(pieces);
            case RELATIONS, LEVELS, VALUE, PROJECTS, TROUBLESHOOTING ->
                new RecordReader(section, names, warnings).units(pieces);
        };
    }
}

package org.meshquiz.quiz.view;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.meshquiz.chat.Span;
import org.meshquiz.notes.Link;
import org.meshquiz.notes.SkillNote;
import org.meshquiz.notes.Unit;
import org.meshquiz.notes.Wording;
import org.meshquiz.question.Section;
import org.meshquiz.question.Skill;
import org.meshquiz.quiz.view.Draft.Option;

/** A skill note as a card: what it is, what it is worth, the rubric, related skills, projects and where to read on. */
public final class SkillView {
    private static final int LONGEST_TEXT = 420;
    private static final int LONGEST_LINE = 220;
    private static final int RESOURCES = 5;

    private SkillView() {}

    /**
     * The card of a skill.
     *
     * @param known finds the skill that a linked note is about, where it has questions
     */
    public static Draft draft(SkillNote note, Function<String, Optional<Skill>> known, Phrases phrases) {
        Draft.Builder card = Draft.builder()
                .text("**" + note.skill().name() + "**")
                .text(cut(joined(note.description().stream().map(Unit.Passage::words)), LONGEST_TEXT));
        part(card, phrases.say("skill.value"), value(note));
        part(card, phrases.say("skill.rubric"), rubric(note));
        part(card, phrases.say("skill.projects"), projects(note));
        List<Span> resources = resources(note);
        if (!resources.isEmpty()) {
            resources.add(0, Span.plain("\n"));
            resources.addAll(0, Span.marked(phrases.say("skill.resources")));
            card.spans(resources);
        }
        card.row(Option.command(
                phrases.say("skill.quiz", "name", note.skill().name()),
                "/quiz " + note.skill().id()));
        card.rows(related(note, known), 3);
        return card.build();
    }

    private static void part(Draft.Builder card, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            card.text(title + "\n" + String.join("\n", lines));
        }
    }

    private static List<String> value(SkillNote note) {
        Stream<String> rows = note.value().stream().map(use -> line(use.name(), use.benefit(), use.description()));
        Stream<String> prose = note.units(Section.VALUE, Unit.Passage.class).stream()
                .map(passage -> cut(passage.words().text(), LONGEST_TEXT));
        return Stream.concat(prose, rows)
                .filter(line -> !line.isBlank())
                .limit(4)
                .toList();
    }

    private static List<String> rubric(SkillNote note) {
        return note.levels().stream()
                .map(row -> "**" + row.level().title() + "** — "
                        + cut(firstOf(row.criteria(), row.skills(), row.description()), LONGEST_LINE))
                .toList();
    }

    private static List<String> projects(SkillNote note) {
        return note.projects().stream()
                .filter(project -> !project.name().isEmpty())
                .map(project -> (project.level() == null ? "" : project.level().title() + ": ")
                        + line(project.name(), project.plan().description(), Wording.NONE))
                .limit(4)
                .toList();
    }

    private static List<Span> resources(SkillNote note) {
        List<Span> spans = new ArrayList<>();
        note.resources().stream()
                .flatMap(resource -> resource.words().links().stream())
                .filter(link -> !link.toNote())
                .limit(RESOURCES)
                .forEach(link -> page(link).ifPresent(page -> {
                    spans.add(Span.plain(spans.isEmpty() ? "• " : "\n• "));
                    spans.add(Span.link(cut(link.label().isBlank() ? link.target() : link.label(), 80), page));
                }));
        return spans;
    }

    private static List<Option> related(SkillNote note, Function<String, Optional<Skill>> known) {
        Map<String, Option> buttons = new LinkedHashMap<>();
        note.relations().stream()
                .flatMap(relation -> Stream.concat(
                        relation.technology().links().stream().map(Link::target),
                        Stream.of(relation.technology().text())))
                .flatMap(name -> known.apply(name).stream())
                .filter(skill -> !skill.id().equals(note.skill().id()))
                .forEach(skill ->
                        buttons.putIfAbsent(skill.id(), Option.command("📚 " + skill.name(), "/skill " + skill.id())));
        return List.copyOf(buttons.values());
    }

    private static Optional<URI> page(Link link) {
        try {
            URI page = new URI(link.target());
            boolean web = "https".equals(page.getScheme()) || "http".equals(page.getScheme());
            return web && page.getHost() != null ? Optional.of(page) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String line(Wording name, Wording first, Wording second) {
        String text = firstOf(first, second);
        return text.isEmpty() ? name.text() : name.text() + " — " + cut(text, LONGEST_LINE);
    }

    private static String firstOf(Wording... wordings) {
        return Stream.of(wordings)
                .filter(words -> !words.isEmpty())
                .map(Wording::text)
                .findFirst()
                .orElse("");
    }

    private static String joined(Stream<Wording> words) {
        return words.map(Wording::text).collect(Collectors.joining("\n"));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1).stripTrailing() + "…";
    }
}

package org.meshquiz.notes.derive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.meshquiz.notes.SkillNote;
import org.meshquiz.notes.Unit;
import org.meshquiz.notes.Wording;
import org.meshquiz.question.Localized;
import org.meshquiz.question.Section;

/** Collects the facts of the notes on one skill, in reading order. */
final class Facts {
    static final String DASH = " — ";
    private static final Pattern LATIN = Pattern.compile("[A-Za-z0-9]++");

    private final Twin twin;
    private final List<Fact> all = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final Set<String> slugs = new HashSet<>();

    private Facts(Twin twin) {
        this.twin = twin;
    }

    /** Collects the facts of a skill. */
    static Facts of(Twin twin) {
        Facts facts = new Facts(twin);
        facts.skill();
        facts.entries(Section.DESCRIPTION, Family.TERM);
        facts.entries(Section.TOOLS, Family.TOOL);
        facts.relations();
        facts.entries(Section.TERMS, Family.TERM);
        facts.levels();
        facts.troubles();
        for (Section section : Section.values()) {
            facts.cards(section);
        }
        return facts;
    }

    List<Fact> all() {
        return all;
    }

    /** The units that are no fact, and why. */
    List<Skipped> skipped() {
        return skipped;
    }

    /** What is written alike in both languages: the Latin words of a text. */
    static String latin(String text) {
        return LATIN.matcher(text)
                .results()
                .map(found -> Words.stem(found.group()))
                .collect(Collectors.joining(" "));
    }

    private void skill() {
        for (Pair<Unit.Passage> pair :
                twin.pairs(note -> note.description().stream().limit(1).toList(), unit -> "")) {
            Pair<SkillDefinition> both =
                    new Pair<>(SkillDefinition.of(twin.en(), pair.en()), SkillDefinition.of(twin.ru(), pair.ru()));
            if (both.en() == null && both.ru() == null) {
                skip(Section.DESCRIPTION, pair, "its first sentence does not say what the skill is");
            } else {
                Localized said = both.text(SkillDefinition::said);
                Localized full = both.text(SkillDefinition::full);
                Fact.Home home = home(Family.SKILL, Section.DESCRIPTION, "about", pair);
                add(new Fact(home, both.text(SkillDefinition::name), said, full, twin.names()));
            }
        }
    }

    private void entries(Section section, Family family) {
        Function<Unit.Entry, String> name = entry -> Sentences.name(entry.name().text());
        Function<SkillNote, List<Unit.Entry>> units = note -> note.units(section, Unit.Entry.class);
        for (Pair<Unit.Entry> pair : twin.pairs(units, name.andThen(Facts::latin))) {
            explained(section, pair).ifPresent(useful -> {
                Localized said =
                        useful.text(entry -> Sentences.first(entry.meaning().text()));
                Localized full = useful.text(
                        entry -> entry.name().text() + DASH + entry.meaning().text());
                Fact.Home home = home(family, section, Slug.of(name.apply(pair.first())), useful);
                add(new Fact(home, useful.text(name), said, full, glosses(pair, Unit.Entry::name)));
            });
        }
    }

    private Optional<Pair<Unit.Entry>> explained(Section section, Pair<Unit.Entry> pair) {
        Optional<Pair<Unit.Entry>> said = pair.where(entry -> !entry.meaning().isEmpty());
        Optional<Pair<Unit.Entry>> useful = said.flatMap(
                some -> some.where(entry -> !Sentences.isList(entry.meaning().text())));
        if (useful.isEmpty()) {
            skip(section, pair, said.isEmpty() ? "the note only names it" : "the note only lists names there");
        }
        return useful;
    }

    private void relations() {
        Function<Unit.Relation, String> name =
                relation -> Sentences.name(relation.technology().text());
        for (Pair<Unit.Relation> pair : twin.pairs(SkillNote::relations, name.andThen(Facts::latin))) {
            pair.where(relation -> !relation.interaction().isEmpty())
                    .ifPresentOrElse(
                            useful -> add(relation(useful, name)),
                            () -> skip(Section.RELATIONS, pair, "the note does not say how they work together"));
        }
    }

    private Fact relation(Pair<Unit.Relation> pair, Function<Unit.Relation, String> name) {
        Localized said =
                pair.text(relation -> Sentences.first(relation.interaction().text()));
        Localized full = pair.text(relation ->
                relation.technology().text() + DASH + relation.interaction().text());
        Fact.Home home = home(Family.RELATION, Section.RELATIONS, Slug.of(name.apply(pair.first())), pair);
        return new Fact(home, pair.text(name), said, full, glosses(pair, Unit.Relation::technology));
    }

    private void levels() {
        for (Pair<Unit.Rubric> pair :
                twin.pairs(SkillNote::levels, rubric -> rubric.level().key())) {
            String level = pair.first().level().title();
            Localized said = pair.text(Facts::row);
            Fact.Home home =
                    home(Family.LEVEL, Section.LEVELS, pair.first().level().key(), pair);
            add(new Fact(home, said.map(row -> level), said, said.map(row -> level + DASH + row), List.of()));
        }
    }

    private static String row(Unit.Rubric rubric) {
        return rubric.wordings().stream()
                .map(words -> Sentences.bare(words.text()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private void troubles() {
        Function<SkillNote, List<Unit.Trouble>> units = SkillNote::troubleshooting;
        for (Pair<Unit.Trouble> pair : twin.pairs(units, TroubleFacts::key)) {
            Fact.Home home = home(Family.PROBLEM, Section.TROUBLESHOOTING, "", pair);
            List<Fact> facts = TroubleFacts.of(home, pair);
            if (facts.isEmpty()) {
                skip(Section.TROUBLESHOOTING, pair, "it names neither a problem with its remedy nor a command");
            }
            facts.forEach(this::add);
        }
    }

    private void cards(Section section) {
        for (Pair<Unit.Card> pair :
                twin.pairs(note -> WrittenQuestions.in(note, section, Unit.Card.class), card -> "")) {
            Localized front = pair.text(card -> card.front().text());
            Localized back = pair.text(card -> Sentences.bare(card.back().text()));
            Localized full =
                    pair.text(card -> card.front().text() + DASH + card.back().text());
            String slug = Slug.of(pair.first().front().text());
            add(new Fact(home(Family.CARD, section, slug, pair), front, back, full, List.of()));
            if (pair.first().bothWays()) {
                String reverse = Slug.of(pair.first().back().text());
                add(new Fact(home(Family.CARD, section, reverse, pair), back, front, full, List.of()));
            }
        }
    }

    private static <U> List<String> glosses(Pair<U> pair, Function<U, Wording> name) {
        return Stream.of(pair.en(), pair.ru())
                .filter(unit -> unit != null)
                .flatMap(unit -> Sentences.glosses(name.apply(unit).text()).stream())
                .distinct()
                .toList();
    }

    private Fact.Home home(Family family, Section section, String slug, Pair<? extends Unit> pair) {
        return new Fact.Home(twin, family, section, slug, spot(pair));
    }

    private Fact.Spot spot(Pair<? extends Unit> pair) {
        SkillNote note = pair.en() != null && twin.en() != null
                ? twin.en()
                : twin.notes().get(twin.notes().size() - 1);
        return new Fact.Spot(note.face().file(), pair.first().line());
    }

    private void add(Fact fact) {
        Fact.Home home = fact.home();
        if (slugs.add(home.family() + " " + home.section() + " " + home.slug())) {
            all.add(fact);
        } else {
            skipped.add(Skipped.anyKind(home, "the section has another unit of the same name; rename one of them"));
        }
    }

    private void skip(Section section, Pair<? extends Unit> pair, String reason) {
        skipped.add(Skipped.anyKind(home(Family.TERM, section, "", pair), reason));
    }
}

package org.meshquiz.quiz;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meshquiz.question.Skill;
import org.meshquiz.quiz.view.Draft;
import org.meshquiz.quiz.view.Draft.Option;
import org.meshquiz.quiz.view.Phrases;

/** Finds the skill that somebody means, by its name, its id, or another name that its note gives. */
public final class SkillNames {
    private static final int OFFERED = 3;
    private static final int QUOTED = 40;

    private final Catalog catalog;

    SkillNames(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The skill of that name; empty when there is none. */
    public Optional<Skill> find(String words) {
        String asked = Skill.idOf(Nearest.plain(words));
        return catalog.bank().skills().stream()
                .filter(skill -> names(skill).stream()
                        .anyMatch(name -> Skill.idOf(Nearest.plain(name)).equals(asked)))
                .findFirst();
    }

    /** Offers the nearest skills as buttons of that command, or all of them where none is near. */
    Draft unknown(String words, String command, Phrases phrases) {
        List<Skill> near = Nearest.to(words, catalog.bank().skills(), this::names, OFFERED);
        List<Skill> offered = near.isEmpty() ? catalog.bank().skills() : near;
        String quoted = words.length() > QUOTED ? words.substring(0, QUOTED) + "…" : words;
        return Draft.builder()
                .text(phrases.say(near.isEmpty() ? "skills.unknown-none" : "skills.unknown", Map.of("words", quoted)))
                .rows(
                        offered.stream()
                                .map(skill -> Option.command(skill.name(), command + " " + skill.id()))
                                .toList(),
                        3)
                .build();
    }

    private Collection<String> names(Skill skill) {
        List<String> names = new ArrayList<>(catalog.bank().aliases(skill.id()));
        names.add(skill.name());
        names.add(skill.id());
        return names;
    }
}

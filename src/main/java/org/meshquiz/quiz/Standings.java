package org.meshquiz.quiz;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meshquiz.ability.Verdict;
import org.meshquiz.notes.SkillNote;
import org.meshquiz.notes.Unit;
import org.meshquiz.question.Skill;
import org.meshquiz.quiz.view.LevelView.Grounds;
import org.meshquiz.quiz.view.LevelView.Progress;
import org.meshquiz.quiz.view.LevelView.Standing;
import org.meshquiz.store.Abilities.Ability;
import org.meshquiz.store.MemoryCards.MemoryCard;

/** Where a person stands in the skills that they have met, with the reasons for it. */
final class Standings {
    private final Catalog catalog;
    private final Estimates estimates;
    private final LevelReasons reasons;
    private final Outlooks outlooks;

    Standings(Catalog catalog, Estimates estimates, Outlooks outlooks) {
        this.catalog = catalog;
        this.estimates = estimates;
        this.outlooks = outlooks;
        this.reasons = new LevelReasons(catalog, estimates);
    }

    /** All skills of which the person has met a question. */
    List<Standing> all(Talk talk) {
        Map<String, Grounds> why = reasons.of(talk);
        Map<String, Ability> earlier = outlooks.earlier(talk);
        return catalog.bank().skills().stream()
                .flatMap(skill ->
                        of(talk, skill, why.getOrDefault(skill.id(), Grounds.NONE), earlier.get(skill.id())).stream())
                .toList();
    }

    /** One skill; empty when nothing of it was met. */
    Optional<Standing> of(Talk talk, String skill) {
        Grounds why = reasons.of(talk).getOrDefault(skill, Grounds.NONE);
        return catalog.bank()
                .skill(skill)
                .flatMap(known -> of(talk, known, why, outlooks.earlier(talk).get(skill)));
    }

    private Optional<Standing> of(Talk talk, Skill skill, Grounds why, @Nullable Ability earlier) {
        List<MemoryCard> cards = talk.tx().memoryCards().ofSkill(talk.learner().id(), skill.id());
        if (cards.isEmpty()) {
            return Optional.empty();
        }
        int due = (int) cards.stream()
                .filter(card -> !card.dueOn().isAfter(Outcomes.today(talk)))
                .count();
        int all = Math.max(cards.size(), catalog.bank().questionsOf(skill.id()).size());
        List<Unit.Rubric> rubric = catalog.bank()
                .note(skill.id(), talk.learner().language())
                .map(SkillNote::levels)
                .orElse(List.of());
        Verdict verdict = estimates.verdict(talk, skill.id());
        return Optional.of(new Standing(
                skill,
                verdict,
                estimates.answers(talk, skill.id()),
                new Progress(cards.size(), all, due),
                why,
                outlooks.of(talk, skill.id(), verdict, cards, earlier),
                rubric));
    }
}

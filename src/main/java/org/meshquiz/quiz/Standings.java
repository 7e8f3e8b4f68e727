package org.meshquiz.quiz;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meshquiz.question.Skill;
import org.meshquiz.quiz.view.LevelView.Reason;
import org.meshquiz.quiz.view.LevelView.Standing;
import org.meshquiz.store.MemoryCards.MemoryCard;

/** Where a person stands in the skills that they have met, with the reasons for it. */
final class Standings {
    private final Catalog catalog;
    private final Estimates estimates;
    private final LevelReasons reasons;

    Standings(Catalog catalog, Estimates estimates) {
        this.catalog = catalog;
        this.estimates = estimates;
        this.reasons = new LevelReasons(catalog, estimates);
    }

    /** All skills of which the person has met a question. */
    List<Standing> all(Talk talk) {
        Map<String, List<Reason>> why = reasons.of(talk);
        return catalog.bank().skills().stream()
                .flatMap(skill -> of(talk, skill, why.getOrDefault(skill.id(), List.of())).stream())
                .toList();
    }

    /** One skill; empty when nothing of it was met. */
    Optional<Standing> of(Talk talk, String skill) {
        List<Reason> why = reasons.of(talk).getOrDefault(skill, List.of());
        return catalog.bank().skill(skill).flatMap(known -> of(talk, known, why));
    }

    private Optional<Standing> of(Talk talk, Skill skill, List<Reason> why) {
        List<MemoryCard> cards = talk.tx().memoryCards().ofSkill(talk.learner().id(), skill.id());
        if (cards.isEmpty()) {
            return Optional.empty();
        }
        int due = (int) cards.stream()
                .filter(card -> !card.dueOn().isAfter(Outcomes.today(talk)))
                .count();
        return Optional.of(new Standing(
                skill.id(),
                skill.name(),
                estimates.verdict(talk, skill.id()),
                estimates.answers(talk, skill.id()),
                cards.size(),
                Math.max(cards.size(), catalog.bank().questionsOf(skill.id()).size()),
                due,
                why));
    }
}

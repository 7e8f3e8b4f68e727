package org.meshquiz.quiz;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.meshquiz.ability.Band;
import org.meshquiz.ability.Verdict;
import org.meshquiz.notes.SkillNote;
import org.meshquiz.notes.Unit;
import org.meshquiz.question.Level;
import org.meshquiz.quiz.team.TeamLevels;
import org.meshquiz.quiz.view.LevelView.Outlook;
import org.meshquiz.store.Abilities.Ability;
import org.meshquiz.store.MemoryCards.MemoryCard;

/** Where a level came from and where it leads: its change, the forecast of memory, and what the note offers next. */
final class Outlooks {
    private static final Duration A_WHILE_AGO = Duration.ofDays(90);
    private static final int DAYS_AHEAD = 30;

    private final Catalog catalog;
    private final Estimates estimates;
    private final LoggedLevels logged;
    private final Repetition repetition;

    Outlooks(Catalog catalog, Estimates estimates, LoggedLevels logged, Repetition repetition) {
        this.catalog = catalog;
        this.estimates = estimates;
        this.logged = logged;
        this.repetition = repetition;
    }

    /**
     * The outlook in a skill.
     *
     * @param verdict what may be said of the level
     * @param cards all questions of the skill that were met, at least one
     * @param earlier what was known 90 days ago; null when nothing was
     */
    Outlook of(Talk talk, String skill, Verdict verdict, List<MemoryCard> cards, @Nullable Ability earlier) {
        Optional<SkillNote> note = catalog.bank().note(skill, talk.learner().language());
        return new Outlook(
                estimates.posterior(talk, skill),
                earlier == null ? null : (Double) earlier.posterior().mean(),
                mean(cards, card -> repetition.recall(talk, card)),
                mean(cards, card -> repetition.recall(talk, card, DAYS_AHEAD)),
                note.flatMap(found -> project(found, verdict)).orElse(null),
                note.flatMap(Outlooks::reading).orElse(null));
    }

    /** What was known of the person's levels 90 days ago, by skill; read once for all skills. */
    Map<String, Ability> earlier(Talk talk) {
        Instant then = talk.now().minus(A_WHILE_AGO);
        return logged.told(
                talk.tx(), talk.learner().id(), review -> review.answeredAt().isBefore(then));
    }

    private static double mean(List<MemoryCard> cards, ToDoubleFunction<MemoryCard> of) {
        return cards.stream().mapToDouble(of).average().orElse(0);
    }

    /** A project of the next level; while no level can be told, of the first. */
    private static Optional<String> project(SkillNote note, Verdict verdict) {
        int next = TeamLevels.atLeast(verdict).map(band -> band.rank() + 1).orElse(0);
        if (next >= Band.values().length) {
            return Optional.empty();
        }
        Level level = Level.valueOf(Band.ofRank(next).name());
        return note.projects().stream()
                .filter(project -> project.level() == level)
                .map(project -> project.name().text())
                .findFirst();
    }

    private static Optional<String> reading(SkillNote note) {
        return note.resources().stream()
                .map(Unit.Resource::words)
                .map(words -> words.text())
                .findFirst();
    }
}

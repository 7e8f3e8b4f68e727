package org.meshquiz.quiz;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.meshquiz.memory.StudyDay;
import org.meshquiz.question.Question;
import org.meshquiz.store.MemoryCards.MemoryCard;
import org.meshquiz.store.QuizSessions.Kind;
import org.meshquiz.store.QuizSessions.QuizSession;
import org.meshquiz.store.QuizSessions.Tally;

/**
 * Chooses the next question: repeats that are due, the most nearly forgotten first, then new ones. No question comes twice
 * on one study day, except for the second try that a session itself gives.
 */
final class QuestionPicker {
    private static final int DUE_LOOKED_AT = 300;

    private final Catalog catalog;
    private final Repetition repetition;
    private final FreshQuestions freshQuestions;

    QuestionPicker(Catalog catalog, Repetition repetition, FreshQuestions freshQuestions) {
        this.catalog = catalog;
        this.repetition = repetition;
        this.freshQuestions = freshQuestions;
    }

    /** The first question of a session that is about to begin. */
    Optional<Question> first(Talk talk, Kind kind, @Nullable String skill, int wanted) {
        return pick(talk, kind, skill, wanted, 0);
    }

    /** The next question of a session, second tries aside; empty when there is nothing left to ask. */
    Optional<Question> next(Talk talk, QuizSession session, Tally tally) {
        return pick(talk, session.kind(), session.skill(), session.wanted(), tally.asked());
    }

    /** The day on which the next question of a skill is due; empty when nothing was met yet. */
    Optional<LocalDate> nextDue(Talk talk, String skill) {
        return talk.tx().memoryCards().ofSkill(talk.learner().id(), skill).stream()
                .map(MemoryCard::dueOn)
                .min(Comparator.naturalOrder());
    }

    private Optional<Question> pick(Talk talk, Kind kind, @Nullable String skill, int wanted, int asked) {
        LocalDate today = StudyDay.of(talk.now(), talk.learner().zone());
        Set<String> askedToday = talk.tx()
                .deliveries()
                .askedSince(
                        talk.learner().id(),
                        StudyDay.start(today, talk.learner().zone()));
        Predicate<String> scope = scope(talk, skill);
        List<MemoryCard> due = talk.tx().memoryCards().due(talk.learner().id(), today, DUE_LOOKED_AT);
        Optional<Question> repeat = mostForgotten(talk, due, scope, askedToday);
        int repeatsFirst =
                wanted - (int) Math.round(wanted * talk.learner().preferences().newShare());
        if (repeat.isPresent() && asked < repeatsFirst) {
            return repeat;
        }
        Set<String> known =
                new HashSet<>(talk.tx().memoryCards().met(talk.learner().id()));
        known.addAll(askedToday);
        List<Question> fresh = catalog.bank().questions().stream()
                .filter(question -> scope.test(question.topic().skill()))
                .filter(question -> !known.contains(question.id().value()))
                .toList();
        return freshQuestions.choose(talk, fresh).or(() -> repeat).or(() -> ahead(talk, kind, skill, askedToday));
    }

    /** Asked for, but nothing is due or new: what is nearest to being forgotten, ahead of its time. */
    private Optional<Question> ahead(Talk talk, Kind kind, @Nullable String skill, Set<String> askedToday) {
        if (kind == Kind.DAILY || skill == null) {
            return Optional.empty();
        }
        List<MemoryCard> cards = talk.tx().memoryCards().ofSkill(talk.learner().id(), skill);
        return mostForgotten(talk, cards, skill::equals, askedToday);
    }

    private Optional<Question> mostForgotten(
            Talk talk, List<MemoryCard> cards, Predicate<String> scope, Set<String> askedToday) {
        return cards.stream()
                .filter(card -> scope.test(card.skill()) && !askedToday.contains(card.question()))
                .sorted(Comparator.comparingDouble(card ->
                        repetition.recall(card, talk.now(), talk.learner().zone())))
                .flatMap(card -> catalog.bank().question(card.question()).stream())
                .findFirst();
    }

    private static Predicate<String> scope(Talk talk, @Nullable String skill) {
        if (skill != null) {
            return skill::equals;
        }
        Set<String> chosen = talk.learner().skills();
        return chosen.isEmpty() ? any -> true : chosen::contains;
    }
}

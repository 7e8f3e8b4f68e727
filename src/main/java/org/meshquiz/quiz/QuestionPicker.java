package org.meshquiz.quiz;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meshquiz.bank.Bank;
import org.meshquiz.question.Question;
import org.meshquiz.store.MemoryCards.MemoryCard;
import org.meshquiz.store.Prospects.Prospect;
import org.meshquiz.store.QuizSessions.Kind;
import org.meshquiz.store.QuizSessions.QuizSession;
import org.meshquiz.store.QuizSessions.Tally;

/**
 * Chooses the next question: repeats that are due, the most nearly forgotten first, then new ones. No question comes twice
 * on one study day, except for the second try that a session itself gives.
 */
final class QuestionPicker {
    private static final int DAYS_BEHIND = 2;

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

    /** Questions of a skill that measure and that the person has not met. */
    List<Question> untold(Talk talk, String skill) {
        Prospect prospect = talk.prospect();
        return catalog.bank().questionsOf(skill).stream()
                .filter(question -> freshQuestions.measures(talk, question))
                .filter(question -> !prospect.knows(question.id().value()))
                .toList();
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

    /** Ids of the questions that were put to the person on their present study day. */
    Set<String> askedToday(Talk talk) {
        return talk.prospect().askedToday();
    }

    private Optional<Question> pick(Talk talk, Kind kind, @Nullable String skill, int wanted, int asked) {
        if (kind == Kind.PLACEMENT && skill != null) {
            return freshQuestions.choose(talk, untold(talk, skill));
        }
        Set<String> scope = skill == null ? talk.learner().skills() : Set.of(skill);
        Prospect prospect = talk.prospect();
        List<MemoryCard> due = prospect.due().stream()
                .filter(card -> scope.isEmpty() || scope.contains(card.skill()))
                .filter(card -> catalog.bank().question(card.question()).isPresent())
                .toList();
        Optional<Question> repeat = mostForgotten(
                talk,
                prospect,
                due.stream()
                        .filter(card -> !prospect.askedToday().contains(card.question()))
                        .toList());
        if (repeat.isPresent() && asked < repeatsFirst(talk, kind, wanted, due.size())) {
            return repeat;
        }
        List<Question> fresh = inScope(scope)
                .filter(question -> !prospect.knows(question.id().value()))
                .toList();
        return freshQuestions.choose(talk, fresh).or(() -> repeat).or(() -> ahead(talk, prospect, kind, skill));
    }

    private Stream<Question> inScope(Set<String> skills) {
        Bank bank = catalog.bank();
        return skills.isEmpty()
                ? bank.questions().stream()
                : skills.stream().sorted().flatMap(skill -> bank.questionsOf(skill).stream());
    }

    /**
     * How many repeats come before the first new question. While more waits than two days can take, the daily quiz has no
     * new ones: what was learned is kept before more is added to it.
     */
    private static int repeatsFirst(Talk talk, Kind kind, int wanted, int due) {
        boolean piledUp = due > DAYS_BEHIND * talk.learner().preferences().dailyLimit();
        if (kind == Kind.DAILY && piledUp) {
            return wanted;
        }
        return wanted - (int) Math.round(wanted * talk.learner().preferences().newShare());
    }

    /** Asked for, but nothing is due or new: what is nearest to being forgotten, ahead of its time. */
    private Optional<Question> ahead(Talk talk, Prospect prospect, Kind kind, @Nullable String skill) {
        if (kind == Kind.DAILY || skill == null) {
            return Optional.empty();
        }
        return mostForgotten(
                talk,
                prospect,
                talk.tx().memoryCards().ofSkill(talk.learner().id(), skill).stream()
                        .filter(card -> !prospect.askedToday().contains(card.question()))
                        .toList());
    }

    /** The card with the lowest chance of recall; never the question that was put last, unless there is no other. */
    private Optional<Question> mostForgotten(Talk talk, Prospect prospect, List<MemoryCard> cards) {
        List<Question> candidates = cards.stream()
                .sorted(repetition.mostForgottenFirst(talk))
                .flatMap(card -> catalog.bank().question(card.question()).stream())
                .limit(2)
                .toList();
        if (candidates.size() < 2) {
            return candidates.stream().findFirst();
        }
        boolean repeated =
                prospect.last().equals(Optional.of(candidates.get(0).id().value()));
        return Optional.of(candidates.get(repeated ? 1 : 0));
    }
}

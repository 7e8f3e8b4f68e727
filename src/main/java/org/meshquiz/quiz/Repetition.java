package org.meshquiz.quiz;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meshquiz.memory.ChatAnswer;
import org.meshquiz.memory.ChatMemory;
import org.meshquiz.memory.Fsrs;
import org.meshquiz.memory.Fuzz;
import org.meshquiz.memory.MemoryState;
import org.meshquiz.memory.Review;
import org.meshquiz.memory.StudyDay;
import org.meshquiz.store.MemoryCards;
import org.meshquiz.store.MemoryCards.Before;
import org.meshquiz.store.MemoryCards.MemoryCard;
import org.meshquiz.store.MemoryParameters.Version;

/** Turns answers into memory: the new state of a question, and the day on which it comes back. */
final class Repetition {
    /** The farthest that a question is put off, in days. */
    private static final int LONGEST_INTERVAL = 365;

    /** The chance that the question of this card is remembered now, in [0, 1]. */
    double recall(Talk talk, MemoryCard card) {
        return recall(talk, card, 0);
    }

    /** The chance that it is still remembered that many days from now without a repeat. */
    double recall(Talk talk, MemoryCard card, int daysAhead) {
        int days =
                StudyDay.between(card.reviewedAt(), talk.now(), talk.learner().zone());
        return fsrs(talk).retrievability(days + daysAhead, card.state().stability());
    }

    /** The same for many cards: those most nearly forgotten first. */
    Comparator<MemoryCard> mostForgottenFirst(Talk talk) {
        Fsrs fsrs = fsrs(talk);
        return Comparator.comparingDouble(card -> fsrs.retrievability(
                StudyDay.between(card.reviewedAt(), talk.now(), talk.learner().zone()),
                card.state().stability()));
    }

    private static Fsrs fsrs(Talk talk) {
        return new Fsrs(talk.memory().parameters());
    }

    /**
     * How a question is remembered after an answer given now; it is the caller's to write.
     *
     * @param known what was remembered of the question before
     */
    MemoryCard answered(Talk talk, String question, String skill, Optional<MemoryCard> known, ChatAnswer answer) {
        Before before =
                known.map(card -> new Before(card.state(), card.reviewedAt())).orElse(null);
        int repetitions = known.map(MemoryCard::repetitions).orElse(0) + 1;
        int lapses = known.map(MemoryCard::lapses).orElse(0) + (answer.correct() ? 0 : 1);
        return card(talk, question, skill, answer, talk.now(), before, repetitions, lapses);
    }

    /** Thinks again about the last answer to a question, of which the person has now said how it felt. */
    MemoryCard reconsidered(Talk talk, MemoryCard card, ChatAnswer answer) {
        return save(
                talk,
                card(
                        talk,
                        card.question(),
                        card.skill(),
                        answer,
                        card.reviewedAt(),
                        card.before(),
                        card.repetitions(),
                        card.lapses()));
    }

    /**
     * Makes a card anew from the log alone.
     *
     * @param reviews all answers to its question, oldest first, at least one
     */
    void relearnt(Talk talk, MemoryCard card, List<Review> reviews) {
        Before before =
                before(new ChatMemory(fsrs(talk)), reviews, talk.learner().zone());
        Review last = reviews.get(reviews.size() - 1);
        int lapses = (int)
                reviews.stream().filter(review -> !review.answer().correct()).count();
        save(talk, card(talk, card.question(), card.skill(), last.answer(), last.at(), before, reviews.size(), lapses));
    }

    /**
     * A card as other weights see it; it comes back on the same day.
     *
     * @param reviews all answers to its question, oldest first, at least one
     * @param zone where the person's days begin and end
     */
    MemoryCard recomputed(MemoryCard card, List<Review> reviews, Version weights, ZoneId zone) {
        ChatMemory memory = new ChatMemory(new Fsrs(weights.parameters()));
        Before before = before(memory, reviews, zone);
        Review last = reviews.get(reviews.size() - 1);
        return new MemoryCard(
                card.question(),
                card.skill(),
                state(memory, before, last.answer(), last.at(), zone),
                card.reviewedAt(),
                card.dueOn(),
                card.repetitions(),
                card.lapses(),
                before,
                weights.version());
    }

    /** How a question was remembered before the last of these answers; null when that was the first. */
    private static @Nullable Before before(ChatMemory memory, List<Review> reviews, ZoneId zone) {
        Before before = null;
        for (Review review : reviews.subList(0, reviews.size() - 1)) {
            before = new Before(state(memory, before, review.answer(), review.at(), zone), review.at());
        }
        return before;
    }

    private static MemoryState state(
            ChatMemory memory, @Nullable Before before, ChatAnswer answer, Instant at, ZoneId zone) {
        return before == null
                ? memory.first(answer)
                : memory.next(before.state(), StudyDay.between(before.reviewedAt(), at, zone), answer);
    }

    private static MemoryCard save(Talk talk, MemoryCard card) {
        talk.tx().memoryCards().save(talk.learner().id(), card);
        return card;
    }

    private MemoryCard card(
            Talk talk,
            String question,
            String skill,
            ChatAnswer answer,
            Instant at,
            @Nullable Before before,
            int repetitions,
            int lapses) {
        Fsrs fsrs = fsrs(talk);
        MemoryState state =
                state(new ChatMemory(fsrs), before, answer, at, talk.learner().zone());
        LocalDate day = dueOn(talk, fsrs, question, state, at, repetitions);
        return new MemoryCard(
                question,
                skill,
                state,
                at,
                day,
                repetitions,
                lapses,
                before,
                talk.memory().version());
    }

    private LocalDate dueOn(Talk talk, Fsrs fsrs, String question, MemoryState state, Instant at, int repetitions) {
        LocalDate day = StudyDay.of(at, talk.learner().zone());
        int interval =
                fsrs.interval(state.stability(), talk.learner().preferences().retention(), LONGEST_INTERVAL);
        Fuzz.Window window = Fuzz.window(interval, LONGEST_INTERVAL);
        MemoryCards cards = talk.tx().memoryCards();
        Map<LocalDate, Integer> load =
                cards.load(talk.learner().id(), day.plusDays(window.from()), day.plusDays(window.to()), question);
        long seed = Fuzz.seed(talk.learner().id().value(), question, repetitions);
        int days = window.lightest(ahead -> load.getOrDefault(day.plusDays(ahead), 0), seed);
        return day.plusDays(days);
    }
}

package org.meshquiz.quiz;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meshquiz.memory.StudyDay;
import org.meshquiz.question.Question;
import org.meshquiz.store.MemoryCards.MemoryCard;
import org.meshquiz.store.Reviews.Review;
import org.meshquiz.store.SkillDays.Earned;
import org.meshquiz.team.Points;

/**
 * What an answer brings on its day: points, and how it moved the level. Only first meetings and repeats that were due count;
 * a question counts once a day. What goes in was fixed before the day began, so that neither order nor hour matters.
 */
final class Earnings {
    private final Estimates estimates;

    Earnings(Estimates estimates) {
        this.estimates = estimates;
    }

    /**
     * What an answer brought; null for nothing.
     *
     * @param known what was remembered of the question before it; empty at the first meeting
     * @param before expected ability at the beginning of the person's day
     */
    @Nullable
    Earned of(Talk talk, Question question, Review review, Optional<MemoryCard> known, double before) {
        LocalDate today = Outcomes.today(talk);
        String skill = review.skill();
        double now = estimates.expected(talk, skill);
        if (known.isEmpty()) {
            double chance = estimates.parameters(talk, skill).item(question).chance(before);
            double points = review.correct() ? Points.firstMeeting(chance) : 0;
            return new Earned(skill, today, before, now, points, review.measures(), 0);
        }
        MemoryCard card = known.get();
        if (!wasDue(talk, card, today)) {
            return null;
        }
        double points = review.correct()
                ? Points.repeat(card.state().difficulty(), card.state().stability())
                : 0;
        int kept = review.correct() ? kept(talk, card, today) : 0;
        return new Earned(skill, today, before, now, points, false, kept);
    }

    /** A question that was met today is not due, whatever its card says. */
    private static boolean wasDue(Talk talk, MemoryCard card, LocalDate today) {
        return !card.dueOn().isAfter(today) && kept(talk, card, today) > 0;
    }

    private static int kept(Talk talk, MemoryCard card, LocalDate today) {
        LocalDate then = StudyDay.of(card.reviewedAt(), talk.learner().zone());
        return (int) Math.max(0, ChronoUnit.DAYS.between(then, today));
    }
}

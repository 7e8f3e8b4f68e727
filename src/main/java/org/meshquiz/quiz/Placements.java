package org.meshquiz.quiz;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meshquiz.ability.Next;
import org.meshquiz.ability.Placement;
import org.meshquiz.memory.StudyDay;
import org.meshquiz.question.Question;
import org.meshquiz.question.Skill;
import org.meshquiz.store.Deliveries.Delivery;
import org.meshquiz.store.QuizSessions.Kind;
import org.meshquiz.store.QuizSessions.Progress;
import org.meshquiz.store.QuizSessions.QuizSession;
import org.meshquiz.store.QuizSessions.Tally;

/**
 * Placements: sessions that ask what tells most about a level until it is plain. One that was left goes on where it was; one
 * that is over wants no more questions than it had.
 */
final class Placements {
    /** Fewer answers tell too little. */
    static final int FEWEST_QUESTIONS = 8;

    private static final int DAYS_BETWEEN = 14;

    private final Catalog catalog;
    private final Quizzes quizzes;
    private final QuestionPicker picker;

    Placements(Catalog catalog, Quizzes quizzes, QuestionPicker picker) {
        this.catalog = catalog;
        this.quizzes = quizzes;
        this.picker = picker;
    }

    /** Whether there are enough questions that the person has not met and that measure. */
    boolean hasEnough(Talk talk, String skill) {
        return picker.untold(talk, skill).size() >= FEWEST_QUESTIONS;
    }

    /**
     * The newest placement that does not yet allow another.
     *
     * @param skill the skill's id, or null for any
     */
    Optional<QuizSession> recent(Talk talk, @Nullable String skill) {
        return talk.tx()
                .sessions()
                .lastPlacement(talk.learner().id(), skill)
                .filter(session -> Outcomes.today(talk).isBefore(againOn(talk, session)));
    }

    /** The study day from which on a placement can be repeated. */
    static LocalDate againOn(Talk talk, QuizSession session) {
        return StudyDay.of(session.startedAt(), talk.learner().zone()).plusDays(DAYS_BETWEEN);
    }

    /** The newest of these, where it was left and its skill is still asked about. */
    Optional<QuizSession> left(Talk talk, @Nullable String skill) {
        return recent(talk, skill).filter(session -> !isOver(talk, session)).filter(session -> {
            String of = session.skill();
            return of != null && catalog.bank().skill(of).isPresent();
        });
    }

    /** Begins; false when there are too few questions. */
    boolean begin(Talk talk, Skill skill) {
        String greeting = talk.phrases()
                .say(
                        "placement.begin",
                        Map.of("skill", skill.name(), "fewest", FEWEST_QUESTIONS, "most", Placement.MOST_QUESTIONS));
        return hasEnough(talk, skill.id())
                && quizzes.start(talk, Kind.PLACEMENT, skill.id(), Placement.MOST_QUESTIONS, greeting);
    }

    /** Whether it has come to its end, as against having been left. */
    boolean isOver(Talk talk, QuizSession session) {
        Tally tally = talk.tx().sessions().tally(talk.learner().id(), session.id());
        return tally.answered() >= session.wanted();
    }

    /** Goes on with a placement that was left: with its open question, or with the next one. */
    void goOn(Talk talk, QuizSession session) {
        talk.tx().sessions().endAll(talk.learner().id(), talk.now());
        talk.tx().sessions().reopen(talk.learner().id(), session.id());
        @Nullable
        Delivery open = talk.tx()
                .deliveries()
                .last(talk.learner().id(), session.id())
                .filter(delivery -> !delivery.settled())
                .orElse(null);
        if (open == null) {
            Tally tally = talk.tx().sessions().tally(talk.learner().id(), session.id());
            quizzes.goOn(talk, new Progress(session, tally));
            return;
        }
        Question question = catalog.asPut(talk.tx(), open.question(), open.version());
        quizzes.showAgain(talk, open, question);
    }

    /** Whether a placement that has this many answers can end, since the level is plain. */
    static boolean plain(Talk talk, Estimates estimates, QuizSession session, Tally tally) {
        String skill = session.skill();
        if (skill == null || tally.answered() < FEWEST_QUESTIONS) {
            return false;
        }
        // Answers of earlier quizzes count for the level and not against the length of the placement.
        return Placement.end(estimates.posterior(talk, skill), estimates.answers(talk, skill))
                .filter(reason -> reason != Next.Reason.CAP)
                .isPresent();
    }
}

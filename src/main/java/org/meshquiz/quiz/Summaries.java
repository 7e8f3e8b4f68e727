package org.meshquiz.quiz;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.meshquiz.question.Question;
import org.meshquiz.quiz.view.Draft;
import org.meshquiz.quiz.view.LevelView;
import org.meshquiz.quiz.view.SectionNames;
import org.meshquiz.quiz.view.SummaryView;
import org.meshquiz.quiz.view.SummaryView.Summary;
import org.meshquiz.store.QuizSessions.QuizSession;
import org.meshquiz.store.QuizSessions.Tally;
import org.meshquiz.store.Reviews.Review;

/** Looks back upon a session that has ended. */
final class Summaries {
    private final Catalog catalog;
    private final Estimates estimates;

    Summaries(Catalog catalog, Estimates estimates) {
        this.catalog = catalog;
        this.estimates = estimates;
    }

    Draft of(Talk talk, QuizSession session, Tally tally) {
        List<Review> reviews = talk.tx().reviews().ofSession(talk.learner().id(), session.id());
        Set<String> again = new LinkedHashSet<>();
        Set<String> skills = new LinkedHashSet<>();
        for (Review review : reviews) {
            skills.add(review.skill());
            if (!review.correct()) {
                place(talk, review).ifPresent(again::add);
            }
        }
        List<String> levels = skills.stream()
                .map(skill -> talk.phrases()
                        .say(
                                "summary.level",
                                Map.of(
                                        "skill", catalog.skillName(skill),
                                        "level", LevelView.say(estimates.verdict(talk, skill), talk.phrases()))))
                .toList();
        LocalDate tomorrow = Outcomes.today(talk).plusDays(1);
        int back = talk.tx().memoryCards().dueOn(talk.learner().id(), tomorrow);
        Summary summary = new Summary(tally.right(), tally.answered(), List.copyOf(again), levels, back);
        return SummaryView.draft(summary, talk.phrases())
                .before(WeeklyGoal.of(talk).say(talk.phrases()));
    }

    private Optional<String> place(Talk talk, Review review) {
        return catalog.bank().question(review.question()).map(question -> heading(talk, question));
    }

    private String heading(Talk talk, Question question) {
        String section = SectionNames.in(
                talk.learner().language(), question.source().note().section());
        return catalog.skillName(question.topic().skill()) + " › " + section;
    }
}

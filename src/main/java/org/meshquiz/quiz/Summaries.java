package org.meshquiz.quiz;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meshquiz.ability.Verdict;
import org.meshquiz.question.Question;
import org.meshquiz.quiz.view.Draft;
import org.meshquiz.quiz.view.LevelView;
import org.meshquiz.quiz.view.LevelView.Standing;
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
    private final Standings standings;
    private final EarlierLevels earlier;

    Summaries(Catalog catalog, Estimates estimates, Standings standings, EarlierLevels earlier) {
        this.catalog = catalog;
        this.estimates = estimates;
        this.standings = standings;
        this.earlier = earlier;
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
        Map<String, Verdict> before = earlier.before(talk, session, reviews);
        List<String> levels = standings.all(talk).stream()
                .filter(standing -> skills.contains(standing.skill().id()))
                .map(standing ->
                        level(talk, standing, before.get(standing.skill().id())))
                .toList();
        LocalDate tomorrow = Outcomes.today(talk).plusDays(1);
        int back = talk.tx().memoryCards().dueOn(talk.learner().id(), tomorrow);
        Summary summary = new Summary(tally.right(), tally.answered(), List.copyOf(again), levels, back);
        return SummaryView.draft(summary, talk.phrases())
                .before(WeeklyGoal.of(talk).say(talk.phrases()));
    }

    private static String level(Talk talk, Standing standing, @Nullable Verdict before) {
        Verdict now = standing.verdict();
        String level = talk.phrases()
                .say(
                        "summary.level",
                        Map.of(
                                "skill", standing.skill().name(),
                                "level", LevelView.say(now, talk.phrases())));
        String change = before == null ? "" : LevelView.change(before, now, talk.phrases());
        return level + change + LevelView.reasons(standing.grounds().reasons(), talk.phrases());
    }

    /** The end of a placement: the profile. */
    Draft ofPlacement(Talk talk, QuizSession session, Tally tally) {
        String skill = Objects.requireNonNull(session.skill(), "a placement is of one skill");
        List<Standing> profile = standings.of(talk, skill).stream().toList();
        return LevelView.draft(profile, talk.phrases())
                .after(talk.phrases().say("placement.done", "answers", tally.answered()));
    }

    /** Whether a placement can end, since the level is plain. */
    boolean isPlain(Talk talk, QuizSession session, Tally tally) {
        return Placements.plain(talk, estimates, session, tally);
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

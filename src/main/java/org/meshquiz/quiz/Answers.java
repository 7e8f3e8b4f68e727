package org.meshquiz.quiz;

import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.meshquiz.memory.ChatAnswer;
import org.meshquiz.question.Key;
import org.meshquiz.question.Question;
import org.meshquiz.quiz.view.Action;
import org.meshquiz.quiz.view.Draft;
import org.meshquiz.store.Abilities.Ability;
import org.meshquiz.store.Deliveries.Delivery;
import org.meshquiz.store.MarkedAnswers;
import org.meshquiz.store.MarkedAnswers.Known;
import org.meshquiz.store.MemoryCards.MemoryCard;
import org.meshquiz.store.QuizSessions.Kind;
import org.meshquiz.store.Reviews.Review;
import org.meshquiz.store.SkillDays.Earned;

/** Answers: marked once, remembered, counted for the level where they should be, and answered with the outcome. */
public final class Answers {
    private final Catalog catalog;
    private final Quizzes quizzes;
    private final Repetition repetition;
    private final Estimates estimates;
    private final Outcomes outcomes;
    private final Earnings earnings;
    private final Watch watch;

    Answers(
            Catalog catalog,
            Quizzes quizzes,
            Repetition repetition,
            Estimates estimates,
            Outcomes outcomes,
            Watch watch) {
        this.catalog = catalog;
        this.quizzes = quizzes;
        this.repetition = repetition;
        this.estimates = estimates;
        this.outcomes = outcomes;
        this.watch = watch;
        this.earnings = new Earnings(estimates);
    }

    /** A letter was pressed: the answer where one option is right, a tick where several are. */
    void choose(Talk talk, Delivery delivery, int option) {
        Question question = asked(talk, delivery).orElse(null);
        if (question == null) {
            return;
        }
        if (option >= question.key().choices().size()) {
            talk.note(talk.phrases().say("session.stale"));
        } else if (question.key() instanceof Key.Several) {
            tick(talk, delivery, question, option);
        } else {
            settle(talk, delivery, question, new Answer.Options(Set.of(option)));
        }
    }

    /**
     * Ticked options are handed in.
     *
     * @param chosen the options, as the question counts them
     */
    void done(Talk talk, Delivery delivery, Set<Integer> chosen) {
        Question question = asked(talk, delivery).orElse(null);
        if (question == null) {
            return;
        }
        if (chosen.isEmpty()) {
            talk.note(talk.phrases().say("session.tick-first"));
        } else {
            settle(talk, delivery, question, new Answer.Options(chosen));
        }
    }

    /** Somebody does not know. */
    void dontKnow(Talk talk, Delivery delivery) {
        asked(talk, delivery).ifPresent(question -> settle(talk, delivery, question, new Answer.Unknown()));
    }

    /** Words that may be the answer to a typed question. */
    void typed(Talk talk, Delivery delivery, String text) {
        asked(talk, delivery).ifPresent(question -> settle(talk, delivery, question, new Answer.Words(text)));
    }

    /** A word about an answer already given: it changes when the question comes back, and nothing else. */
    void tap(Talk talk, Delivery delivery, Action.Confidence confidence) {
        Review review = talk.tx()
                .reviews()
                .ofDelivery(talk.learner().id(), delivery.id())
                .filter(Review::correct)
                .orElse(null);
        if (review == null) {
            talk.note(talk.phrases().say("session.stale"));
            return;
        }
        MemoryCard card = talk.tx()
                .memoryCards()
                .find(talk.learner().id(), review.question())
                .orElseThrow();
        if (!talk.tx().reviews().isNewest(talk.learner().id(), review)) {
            talk.note(talk.phrases().say("session.tap-late"));
        } else if (talk.tx().reviews().tap(talk.learner().id(), review.id(), confidence.key(), talk.now())) {
            ChatAnswer answer = new ChatAnswer(true, review.guessing(), outcomes.felt(confidence));
            MemoryCard changed = repetition.reconsidered(talk, card, answer);
            Question question = catalog.asPut(talk.tx(), delivery.question(), delivery.version());
            Draft outcome = outcomes.draft(talk, delivery, question, review, changed, confidence);
            talk.edit(delivery.message(), outcome, delivery.id());
        } else {
            talk.note(talk.phrases().say("session.tapped"));
        }
    }

    private void tick(Talk talk, Delivery delivery, Question question, int option) {
        Set<Integer> chosen = new HashSet<>(delivery.chosen());
        if (!chosen.remove(option)) {
            chosen.add(option);
        }
        talk.tx().deliveries().choose(talk.learner().id(), delivery.id(), chosen);
        talk.edit(delivery.message(), quizzes.draft(talk, delivery.ticked(chosen), question), delivery.id());
    }

    /**
     * Counts an answer that somebody gave in a group: it is remembered and measured like any other, and nothing is said.
     *
     * @param asked the question as it was put, not yet stored as a delivery of this person's
     * @return whether it was right
     */
    public boolean count(Talk talk, Delivery asked, int option) {
        Question question = catalog.asPut(talk.tx(), asked.question(), asked.version());
        long session = talk.tx()
                .sessions()
                .start(talk.learner().id(), Kind.ASKED, question.topic().skill(), 1, talk.now());
        talk.tx().sessions().end(talk.learner().id(), session, talk.now());
        Delivery own = talk.tx().deliveries().add(talk.learner().id(), asked.of(0, session));
        return mark(talk, own, question, new Answer.Options(Set.of(option)))
                .review()
                .correct();
    }

    private void settle(Talk talk, Delivery delivery, Question question, Answer answer) {
        Marked marked = mark(talk, delivery, question, answer);
        Draft outcome = outcomes.draft(talk, delivery, question, marked.review(), marked.card(), null);
        talk.edit(delivery.message(), outcome, delivery.id());
        talk.tx()
                .sessions()
                .progress(talk.learner().id(), delivery.session())
                .filter(progress -> progress.session().open())
                .ifPresent(progress -> quizzes.goOn(talk, progress));
    }

    /** An answer in the log, and what is remembered of its question since. */
    private record Marked(Review review, MemoryCard card) {}

    private Marked mark(Talk talk, Delivery delivery, Question question, Answer answer) {
        long begin = System.nanoTime();
        String skill = question.topic().skill();
        MarkedAnswers marks = talk.tx().markedAnswers();
        Known known = marks.known(talk.learner().id(), delivery.question(), skill, Outcomes.today(talk));
        talk.level(skill, known.level());
        double before = known.dayBegan().orElseGet(() -> estimates.expected(talk, skill));
        Review review = review(talk, delivery, question, answer, known.card());
        ChatAnswer heard = new ChatAnswer(review.correct(), review.guessing(), ChatAnswer.Confidence.PLAIN);
        MemoryCard card = repetition.answered(talk, review.question(), skill, known.card(), heard);
        Ability level = review.measures() ? estimates.answered(talk, question, review.correct()) : null;
        Earned earned = earnings.of(talk, question, review, known.card(), before);
        Review logged = marks.write(talk.learner().id(), review, card, level, earned);
        watch.answered(review.correct(), Duration.ofNanos(System.nanoTime() - begin));
        return new Marked(logged, card);
    }

    private Review review(Talk talk, Delivery delivery, Question question, Answer answer, Optional<MemoryCard> known) {
        Duration latency = Duration.between(delivery.askedAt(), talk.now());
        return new Review(
                0,
                delivery.id(),
                delivery.question(),
                delivery.version(),
                question.topic().skill(),
                talk.now(),
                talk.learner().zone(),
                answer.isRight(question.key()),
                question.key().choices().size(),
                question.key().guessing(),
                answer.response(),
                latency.isNegative() ? Duration.ZERO : latency,
                known.isEmpty(),
                known.isEmpty() && measures(talk, delivery, question),
                known.map(card -> repetition.recall(talk, card)).orElse(0.0));
    }

    /** What enough people have found wrong does not measure until somebody has looked at it. */
    private static boolean measures(Talk talk, Delivery delivery, Question question) {
        return question.source().measures()
                && !Objects.equals(talk.doubted().get(delivery.question()), delivery.version());
    }

    /** The question of an open delivery; where it is not open any more, the person is told how it was settled. */
    private Optional<Question> asked(Talk talk, Delivery delivery) {
        if (delivery.settled()) {
            outcomes.tellSettled(talk, delivery);
            return Optional.empty();
        }
        return Optional.of(catalog.asPut(talk.tx(), delivery.question(), delivery.version()));
    }
}

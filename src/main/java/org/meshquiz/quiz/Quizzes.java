package org.meshquiz.quiz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.meshquiz.question.Question;
import org.meshquiz.quiz.view.Draft;
import org.meshquiz.quiz.view.QuestionView;
import org.meshquiz.quiz.view.QuestionView.Place;
import org.meshquiz.store.Deliveries.Delivery;
import org.meshquiz.store.PutQuestions.Opening;
import org.meshquiz.store.PutQuestions.Put;
import org.meshquiz.store.QuizSessions.Kind;
import org.meshquiz.store.QuizSessions.Progress;
import org.meshquiz.store.QuizSessions.QuizSession;
import org.meshquiz.store.QuizSessions.Tally;

/** Sessions: their beginning, the next question, the second try at what was missed, and the end. */
final class Quizzes {
    private final Catalog catalog;
    private final QuestionPicker picker;
    private final Summaries summaries;
    private final Random random;

    Quizzes(Catalog catalog, QuestionPicker picker, Summaries summaries, Random random) {
        this.catalog = catalog;
        this.picker = picker;
        this.summaries = summaries;
        this.random = random;
    }

    /**
     * Begins a session and puts its first question; whatever went on before is over.
     *
     * @param skill the skill's id, or null for the person's own choice of skills
     * @param greeting what is said above the first question, or null
     * @return whether there was anything to ask
     */
    boolean start(Talk talk, Kind kind, @Nullable String skill, int wanted, @Nullable String greeting) {
        Optional<Question> first = picker.first(talk, kind, skill, wanted);
        if (first.isEmpty()) {
            return false;
        }
        talk.tx().sessions().endAll(talk.learner().id(), talk.now());
        long session = talk.tx().sessions().start(talk.learner().id(), kind, skill, wanted, talk.now());
        Place place = new Place(1, wanted, skillName(first.get()));
        talk.tx().putQuestions().next(put(talk, first.get(), session, place, greeting));
        return true;
    }

    /**
     * The daily session, with as many questions as the day has left under the person's limit; it is the caller's to open.
     *
     * @return empty where there is nothing to ask
     */
    Optional<Opening> daily(Talk talk) {
        int left = talk.learner().preferences().dailyLimit()
                - picker.askedToday(talk).size();
        Optional<Question> first = left > 0 ? picker.first(talk, Kind.DAILY, null, left) : Optional.empty();
        return first.map(question -> {
            String greeting = talk.phrases().say("session.daily", "count", left);
            Place place = new Place(1, left, skillName(question));
            return new Opening(Kind.DAILY, null, left, put(talk, question, 0, place, greeting));
        });
    }

    /** Puts the next question of a session, or ends it with its summary. */
    void goOn(Talk talk, Progress progress) {
        QuizSession session = progress.session();
        Tally tally = progress.tally();
        if (session.kind() == Kind.PLACEMENT) {
            place(talk, session, tally);
            return;
        }
        Optional<Question> fresh =
                tally.asked() < session.wanted() ? picker.next(talk, session, tally) : Optional.empty();
        if (fresh.isPresent()) {
            Place place = new Place(tally.asked() + 1, session.wanted(), skillName(fresh.get()));
            talk.tx().putQuestions().next(put(talk, fresh.get(), session.id(), place, null));
            return;
        }
        Optional<Question> missed = talk.tx().deliveries().missed(talk.learner().id(), session.id()).stream()
                .flatMap(id -> catalog.bank().question(id).stream())
                .findFirst();
        if (missed.isPresent()) {
            Place place = new Place(0, session.wanted(), skillName(missed.get()));
            talk.tx().putQuestions().next(put(talk, missed.get(), session.id(), place, null));
            return;
        }
        talk.tx().sessions().end(talk.learner().id(), session.id(), talk.now());
        talk.say(summaries.of(talk, session, tally));
    }

    /** Puts the next question of a placement, or ends it: the level is plain, or there is nothing left that tells more. */
    private void place(Talk talk, QuizSession session, Tally tally) {
        boolean enough = tally.asked() >= session.wanted() || summaries.isPlain(talk, session, tally);
        Optional<Question> next = enough ? Optional.empty() : picker.next(talk, session, tally);
        if (next.isPresent()) {
            Place place = new Place(tally.asked() + 1, session.wanted(), skillName(next.get()));
            talk.tx().putQuestions().next(put(talk, next.get(), session.id(), place, null));
            return;
        }
        talk.tx().sessions().complete(talk.learner().id(), session.id(), tally.answered());
        talk.tx().sessions().end(talk.learner().id(), session.id(), talk.now());
        talk.say(summaries.ofPlacement(talk, session, tally));
    }

    /** Shows the open question once more, under the newest message. */
    void showAgain(Talk talk, Delivery delivery, Question question) {
        long message = talk.tx().outbox().nextMessage();
        talk.tx().deliveries().moveTo(talk.learner().id(), delivery.id(), message);
        talk.put(message, draft(talk, delivery, question), delivery.id());
    }

    /** The question of a delivery as it stands, with the options ticked so far. */
    Draft draft(Talk talk, Delivery delivery, Question question) {
        return QuestionView.draft(
                question, place(talk, delivery, question), delivery.order(), delivery.chosen(), talk.phrases());
    }

    private Place place(Talk talk, Delivery delivery, Question question) {
        int wanted = talk.tx()
                .sessions()
                .find(talk.learner().id(), delivery.session())
                .map(QuizSession::wanted)
                .orElse(1);
        int number = delivery.again()
                ? 0
                : talk.tx().deliveries().number(talk.learner().id(), delivery.session(), delivery.id());
        return new Place(number, wanted, skillName(question));
    }

    /** A question as it is to be put; nothing of it is stored. */
    private Put put(Talk talk, Question question, long session, Place place, @Nullable String greeting) {
        List<Integer> order = new ArrayList<>(
                IntStream.range(0, question.key().choices().size()).boxed().toList());
        Collections.shuffle(order, random);
        Delivery delivery = new Delivery(
                0,
                session,
                0,
                question.id().value(),
                catalog.current().version(question),
                order,
                Set.of(),
                place.number() == 0,
                talk.now(),
                false);
        Draft draft = QuestionView.draft(question, place, order, Set.of(), talk.phrases());
        return talk.composed(greeting == null ? draft : draft.after(greeting), delivery);
    }

    private String skillName(Question question) {
        return catalog.skillName(question.topic().skill());
    }
}

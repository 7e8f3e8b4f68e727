package org.meshquiz.quiz;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meshquiz.memory.ChatAnswer;
import org.meshquiz.memory.StudyDay;
import org.meshquiz.question.Question;
import org.meshquiz.question.Question.NoteSection;
import org.meshquiz.quiz.view.Action;
import org.meshquiz.quiz.view.Days;
import org.meshquiz.quiz.view.Draft;
import org.meshquiz.quiz.view.Draft.Option;
import org.meshquiz.quiz.view.OutcomeView;
import org.meshquiz.quiz.view.OutcomeView.Outcome;
import org.meshquiz.quiz.view.SectionNames;
import org.meshquiz.store.Deliveries.Delivery;
import org.meshquiz.store.MemoryCards.MemoryCard;
import org.meshquiz.store.Reviews.Review;

/** What follows an answer: the message with the outcome, at once and whenever somebody asks again. */
final class Outcomes {
    private final Catalog catalog;

    Outcomes(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The message that takes the place of the question. */
    Draft draft(
            Talk talk,
            Delivery delivery,
            Question question,
            Review review,
            MemoryCard card,
            Action.@Nullable Confidence confidence) {
        Answer answer = Answer.of(question.key(), review.response());
        Outcome outcome = new Outcome(
                review.correct(),
                delivery.order(),
                answer.chosen(),
                answer instanceof Answer.Words words ? words.text() : null,
                confidence,
                card.dueOn(),
                today(talk),
                heading(question, talk.learner().language()),
                delivery.id());
        return OutcomeView.draft(question, outcome, talk.phrases());
    }

    /** Somebody pressed a button of a question that they have answered: the same outcome is told, nothing changes. */
    void tellSettled(Talk talk, Delivery delivery) {
        Optional<Review> review = talk.tx().reviews().ofDelivery(talk.learner().id(), delivery.id());
        Optional<MemoryCard> card = talk.tx().memoryCards().find(talk.learner().id(), delivery.question());
        String told = talk.phrases().say("session.settled");
        if (review.isPresent() && card.isPresent()) {
            String key = review.get().correct() ? "session.settled-right" : "session.settled-wrong";
            told = talk.phrases().say(key, "day", day(card.get().dueOn(), talk));
        }
        Draft.Builder reply = Draft.builder().text(told);
        if (talk.tx().deliveries().open(talk.learner().id()).isPresent()) {
            reply.row(Option.command(talk.phrases().say("button.continue"), "/next"));
        }
        talk.note(told, reply.build());
    }

    /** The same feeling in the words of the memory model. */
    ChatAnswer.Confidence felt(Action.Confidence confidence) {
        return switch (confidence) {
            case GUESSED -> ChatAnswer.Confidence.GUESSED;
            case EASY -> ChatAnswer.Confidence.EASY;
        };
    }

    private String heading(Question question, Locale language) {
        NoteSection place = question.source().note();
        return catalog.skillName(question.topic().skill()) + " › " + SectionNames.in(language, place.section());
    }

    static LocalDate today(Talk talk) {
        return StudyDay.of(talk.now(), talk.learner().zone());
    }

    static String day(LocalDate day, Talk talk) {
        return Days.say(day, today(talk), talk.phrases());
    }
}

package org.meshquiz.quiz.team;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.CardJson;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.question.Key;
import org.meshquiz.question.Question;
import org.meshquiz.quiz.Answers;
import org.meshquiz.quiz.Catalog;
import org.meshquiz.quiz.Talk;
import org.meshquiz.quiz.view.GroupView;
import org.meshquiz.quiz.view.GroupView.Shown;
import org.meshquiz.quiz.view.Phrases;
import org.meshquiz.store.Deliveries.Delivery;
import org.meshquiz.store.GroupQuestions.GroupQuestion;
import org.meshquiz.store.GroupQuestions.Tally;
import org.meshquiz.store.Outbox.Outgoing;
import org.meshquiz.store.Transaction;

/** One question for a whole group: put, answered once by each, and closed with its answer. */
public final class GroupQuiz {
    private static final Duration NOT_AGAIN = Duration.ofDays(60);
    /** How often at most it is shown how many have answered. */
    private static final Duration COUNTED_EACH = Duration.ofSeconds(5);

    private final Catalog catalog;
    private final Answers answers;
    private final Random random;

    public GroupQuiz(Catalog catalog, Answers answers, Random random) {
        this.catalog = catalog;
        this.answers = answers;
        this.random = random;
    }

    /**
     * Where and how a question is put.
     *
     * @param group the group
     * @param place where in it: a topic, or the group again
     * @param daily whether it is the question of the day, which comes as a poll where it can
     */
    record Occasion(ChatAddress group, ChatAddress place, Locale language, boolean daily, Instant closesAt) {}

    /**
     * Puts a question; false when there is none.
     *
     * @param skills ids of the skills that it may be of; none means any
     */
    boolean ask(Transaction tx, Occasion occasion, Set<String> skills, Instant now) {
        Question question = choose(tx, occasion.group(), skills, now).orElse(null);
        if (question == null) {
            return false;
        }
        List<Integer> order = new ArrayList<>(
                IntStream.range(0, question.key().choices().size()).boxed().toList());
        Collections.shuffle(order, random);
        GroupQuestion asked = new GroupQuestion(
                0,
                occasion.group(),
                occasion.place(),
                occasion.language(),
                question.id().value(),
                catalog.current().version(question),
                order,
                tx.outbox().nextMessage(),
                Talk.token(),
                now,
                occasion.closesAt(),
                true,
                occasion.daily());
        tx.groupQuestions().add(asked);
        Phrases phrases = Phrases.in(occasion.language());
        Shown shown = shown(asked, question, occasion.daily() ? "group.daily" : "group.question");
        Card card = GroupView.asked(shown, asked.token(), 0, phrases);
        Card.Poll poll = occasion.daily()
                ? GroupView.poll(shown, occasion.closesAt(), phrases).orElse(null)
                : null;
        write(tx, asked, card.withPoll(poll), false);
        return true;
    }

    /**
     * Takes somebody's answer.
     *
     * @param shownAt the option, as shown from 0
     * @return what to tell them
     */
    String answer(Talk talk, GroupQuestion asked, int shownAt) {
        Optional<Boolean> before =
                talk.tx().groupQuestions().answered(talk.learner().id(), asked);
        if (before.isPresent()) {
            return talk.phrases().say(before.get() ? "group.before-right" : "group.before-wrong");
        }
        if (!asked.open()
                || !talk.now().isBefore(asked.closesAt())
                || shownAt >= asked.order().size()) {
            return talk.phrases().say("group.closed");
        }
        Delivery delivery = new Delivery(
                0,
                0,
                asked.message(),
                asked.question(),
                asked.version(),
                asked.order(),
                Set.of(),
                false,
                asked.askedAt(),
                false);
        boolean right = answers.count(talk, delivery, asked.order().get(shownAt));
        talk.tx()
                .groupQuestions()
                .answer(talk.learner().id(), asked, asked.order().get(shownAt), right, talk.now());
        count(talk.tx(), asked);
        return talk.phrases().say(right ? "group.right" : "group.wrong");
    }

    /** Shows how many have answered. */
    private void count(Transaction tx, GroupQuestion asked) {
        tx.groupQuestions().lock(asked);
        int answered = tx.groupQuestions().tally(asked).answered();
        Question question = catalog.asPut(tx, asked.question(), asked.version());
        Phrases phrases = Phrases.in(asked.language());
        Card card = GroupView.asked(
                shown(asked, question, asked.daily() ? "group.daily" : "group.question"),
                asked.token(),
                answered,
                phrases);
        Outgoing edit = Outgoing.of(asked.place(), asked.message(), true, CardJson.write(card), null);
        tx.outbox().showLatest(edit, COUNTED_EACH);
    }

    /** Closes a question whose time is over; false when there is none. */
    boolean closeNext(Transaction tx, Instant now) {
        GroupQuestion asked = tx.groupQuestions().due(now).orElse(null);
        if (asked == null) {
            return false;
        }
        tx.groupQuestions().close(asked, now);
        Question question = catalog.asPut(tx, asked.question(), asked.version());
        Tally tally = tx.groupQuestions().tally(asked);
        Shown shown = shown(asked, question, "group.over");
        Phrases phrases = Phrases.in(asked.language());
        tx.outbox().forgetEdits(asked.place(), asked.message());
        write(tx, asked, GroupView.closed(shown, tally.right(), tally.answered(), phrases), true);
        Card spread = GroupView.spread(shown, tx.groupQuestions().spread(asked), phrases);
        tx.outbox()
                .add(
                        Outgoing.of(asked.place(), tx.outbox().nextMessage(), false, CardJson.write(spread), null)
                                .replyingTo(asked.message()),
                        true);
        return true;
    }

    private Shown shown(GroupQuestion asked, Question question, String title) {
        String skill = catalog.skillName(question.topic().skill());
        return new Shown(question, asked.order(), Phrases.in(asked.language()).say(title, "skill", skill));
    }

    private static void write(Transaction tx, GroupQuestion asked, Card card, boolean edits) {
        tx.outbox().add(Outgoing.of(asked.place(), asked.message(), edits, CardJson.write(card), null), true);
    }

    private Optional<Question> choose(Transaction tx, ChatAddress group, Set<String> skills, Instant now) {
        List<Question> fit = catalog.bank().questions().stream()
                .filter(question ->
                        skills.isEmpty() || skills.contains(question.topic().skill()))
                .filter(question -> question.key() instanceof Key.Single)
                .toList();
        Set<String> asked = tx.groupQuestions().askedSince(group, now.minus(NOT_AGAIN));
        List<Question> fresh = fit.stream()
                .filter(question -> !asked.contains(question.id().value()))
                .toList();
        List<Question> candidates = fresh.isEmpty() ? fit : fresh;
        return candidates.isEmpty() ? Optional.empty() : Optional.of(candidates.get(random.nextInt(candidates.size())));
    }
}

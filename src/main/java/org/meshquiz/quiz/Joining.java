package org.meshquiz.quiz;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.learner.Learner;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.memory.Review;
import org.meshquiz.store.MemoryCards.MemoryCard;
import org.meshquiz.store.Transaction;

/**
 * Makes one account of two. All answers are kept; what follows from them is made anew wherever both have a part in it. The
 * settings are those of the account that goes on, the chosen skills those of both.
 */
final class Joining {
    /** Days of the calendar differ between time zones by no more than that. */
    private static final Duration RECENT = Duration.ofDays(2);

    private final Repetition repetition;
    private final LoggedLevels levels;

    Joining(Repetition repetition, LoggedLevels levels) {
        this.repetition = repetition;
        this.levels = levels;
    }

    /**
     * Joins two accounts that are locked.
     *
     * @param kept who goes on, and with them the conversation
     * @param gone whose chats and history become theirs
     * @param pushes where unasked messages go from now on
     */
    void join(Talk kept, Learner gone, ChatAddress pushes) {
        Transaction tx = kept.tx();
        LearnerId id = kept.learner().id();
        Set<String> shared = tx.joins().metByBoth(id, gone.id());
        takeDays(kept, gone);
        tx.joins().move(gone.id(), id);
        relearn(kept, shared);
        levels.restore(tx, id);
        tx.chats().choose(pushes, kept.now());
        tx.duePeople().heardFrom(id, kept.now());
        Set<String> skills = new HashSet<>(kept.learner().skills());
        skills.addAll(gone.skills());
        kept.update(kept.learner().withSkills(skills));
    }

    /** A day on which either has had a quiz has had it, as the calendar of who goes on counts days. */
    private static void takeDays(Talk kept, Learner gone) {
        kept.tx()
                .dailyPushes()
                .momentsSince(gone.id(), kept.now().minus(RECENT))
                .forEach(at -> kept.tx()
                        .dailyPushes()
                        .take(
                                kept.learner().id(),
                                at.atZone(kept.learner().zone()).toLocalDate(),
                                at));
    }

    private void relearn(Talk kept, Set<String> questions) {
        LearnerId id = kept.learner().id();
        Map<String, List<Review>> reviews = kept.tx().reviewHistories().of(id, questions);
        reviews.forEach((question, answers) -> {
            MemoryCard card = kept.tx().memoryCards().find(id, question).orElseThrow();
            repetition.relearnt(kept, card, answers);
        });
    }
}

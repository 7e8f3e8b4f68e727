package org.meshquiz.quiz;

import java.util.List;
import java.util.Random;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.store.Database;
import org.meshquiz.store.DuePeople.Due;
import org.meshquiz.store.Learners.Caller;
import org.meshquiz.store.Transaction;

/**
 * The daily quiz of one person of a crowd, in a transaction of its own: what a scheduler with a task for each person has to
 * do. The parts are those of {@link Application}, which has no door for one person alone.
 */
final class SinglePush {
    private final Database database;
    private final Push push;

    SinglePush(Database database, Catalog catalog) {
        this.database = database;
        Random random = new Random(7);
        Repetition repetition = new Repetition();
        CalibratedSkills calibrated = new CalibratedSkills();
        LoggedLevels logged = new LoggedLevels(calibrated);
        Estimates estimates = new Estimates(calibrated, logged);
        Standings standings = new Standings(catalog, estimates, new Outlooks(catalog, estimates, logged, repetition));
        Summaries summaries = new Summaries(catalog, estimates, standings, new EarlierLevels(estimates, logged));
        QuestionPicker picker = new QuestionPicker(catalog, repetition, new FreshQuestions(catalog, estimates, random));
        this.push = new Push(() -> StoredPeople.NOW, new Quizzes(catalog, picker, summaries, random));
    }

    /** Serves the person of that chat, whose row stays locked meanwhile. */
    void to(String chat) {
        ChatAddress address = new ChatAddress("test", "bot", chat);
        database.write(tx -> served(tx, address));
    }

    private boolean served(Transaction tx, ChatAddress chat) {
        Caller caller = tx.learners().lock(chat).orElseThrow();
        push.quizzes(tx, List.of(new Due(caller.learner(), StoredPeople.NOW, chat, caller.silent())));
        return true;
    }
}

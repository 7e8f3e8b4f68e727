package org.meshquiz.quiz;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.meshquiz.bank.QuestionJson;
import org.meshquiz.question.Key;
import org.meshquiz.question.Level;
import org.meshquiz.question.Question;
import org.meshquiz.question.Question.Origin;
import org.meshquiz.store.Calibrations.Calibrated;
import org.meshquiz.store.Database;
import org.meshquiz.store.QuestionStats.Row;
import org.meshquiz.store.Transaction;

/**
 * How the bank fares with people, for its authors.
 *
 * @param skills by skill id
 */
public record BankStats(Map<String, Skill> skills) {
    /** With fewer answers nothing is said against a question. */
    private static final int ANSWERS_TO_JUDGE = 20;

    /**
     * The questions of one skill.
     *
     * @param authored served questions that somebody wrote
     * @param derived served questions made from notes
     * @param retired questions that have left the bank
     * @param levels first answers by the questions' level
     * @param toReview ids of those whose note section has changed
     * @param doubtful ids of those that fewer people get right than would by chance
     * @param mislabelled those whose answers say, with more than 0.8, that their level is another one
     */
    public record Skill(
            int authored,
            int derived,
            int retired,
            Map<Level, Answers> levels,
            List<String> toReview,
            List<String> doubtful,
            List<Mislabelled> mislabelled) {}

    /**
     * A question of which people's answers say that its level is wrong.
     *
     * @param id the question's
     * @param level what its author wrote
     * @param suggested what the answers say
     * @param answers first answers that say so
     */
    public record Mislabelled(String id, Level level, Level suggested, int answers) {}

    /** First answers: how many, and how many were right. */
    public record Answers(int asked, int right) {
        Answers plus(Row row) {
            return new Answers(asked + row.asked(), right + row.right());
        }
    }

    /** Reads the statistics. */
    public static BankStats of(Database database) {
        return database.write(BankStats::of);
    }

    private static BankStats of(Transaction tx) {
        Map<String, Counts> skills = new TreeMap<>();
        for (Row row : tx.questionStats().all()) {
            Question question = QuestionJson.read(row.content());
            String skill = question.topic().skill();
            skills.computeIfAbsent(skill, id -> new Counts(SuggestedLevels.learned(tx, id)))
                    .add(row, question);
        }
        Map<String, Skill> told = new TreeMap<>();
        skills.forEach((skill, counts) -> told.put(skill, counts.told()));
        return new BankStats(told);
    }

    /** One skill being counted. */
    private static final class Counts {
        private final Map<Level, Answers> levels = new EnumMap<>(Level.class);
        private final List<String> toReview = new ArrayList<>();
        private final List<String> doubtful = new ArrayList<>();
        private final List<Mislabelled> mislabelled = new ArrayList<>();
        private final Map<String, Calibrated> learned;
        private int authored;
        private int derived;
        private int retired;

        Counts(Map<String, Calibrated> learned) {
            this.learned = learned;
        }

        void add(Row row, Question question) {
            levels.merge(
                    question.topic().level(), new Answers(row.asked(), row.right()), (before, now) -> before.plus(row));
            if (row.retired()) {
                retired++;
                return;
            }
            if (question.source().origin() == Origin.AUTHORED) {
                authored++;
            } else {
                derived++;
            }
            if (row.needsReview()) {
                toReview.add(row.id());
            }
            if (row.asked() >= ANSWERS_TO_JUDGE && (double) row.right() / row.asked() < chance(question.key())) {
                doubtful.add(row.id());
            }
            Calibrated shown = learned.get(SkillParameters.key(question));
            if (shown != null) {
                SkillParameters.labelled(question)
                        .with(shown.parameters())
                        .suggestedLabel()
                        .ifPresent(band -> mislabelled.add(new Mislabelled(
                                row.id(), question.topic().level(), Level.valueOf(band.name()), shown.answers())));
            }
        }

        private static double chance(Key key) {
            return key instanceof Key.Single single ? 1.0 / single.choices().size() : 0.05;
        }

        Skill told() {
            return new Skill(authored, derived, retired, levels, toReview, doubtful, mislabelled);
        }
    }
}

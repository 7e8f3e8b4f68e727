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
import org.meshquiz.store.Database;
import org.meshquiz.store.QuestionStats.Row;

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
     */
    public record Skill(
            int authored,
            int derived,
            int retired,
            Map<Level, Answers> levels,
            List<String> toReview,
            List<String> doubtful) {}

    /** First answers: how many, and how many were right. */
    public record Answers(int asked, int right) {
        Answers plus(Row row) {
            return new Answers(asked + row.asked(), right + row.right());
        }
    }

    /** Reads the statistics. */
    public static BankStats of(Database database) {
        Map<String, Counts> skills = new TreeMap<>();
        for (Row row : database.write(tx -> tx.questionStats().all())) {
            Question question = QuestionJson.read(row.content());
            skills.computeIfAbsent(question.topic().skill(), skill -> new Counts())
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
        private int authored;
        private int derived;
        private int retired;

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
        }

        private static double chance(Key key) {
            return key instanceof Key.Single single ? 1.0 / single.choices().size() : 0.05;
        }

        Skill told() {
            return new Skill(authored, derived, retired, levels, toReview, doubtful);
        }
    }
}

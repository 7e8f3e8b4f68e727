package org.meshquiz.quiz.dashboard;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meshquiz.quiz.view.Phrases;

/**
 * The questions of a skill as they fare with people, for their authors.
 *
 * @param phrases in the reader's language
 * @param skill id of the skill that is shown
 * @param skills all skills, name by id, in the order of the bank
 * @param questions those that need a look first
 */
public record QuestionsPage(Phrases phrases, String skill, Map<String, String> skills, List<Row> questions) {
    public QuestionsPage {
        questions = List.copyOf(questions);
    }

    /**
     * A question.
     *
     * @param id of the question
     * @param prompt what it asks
     * @param level that its author gave it
     * @param suggested the level that the answers suggest, where it is another one; or null
     * @param asked first answers; the figures below rest on them and are missing for too few
     * @param right share of right answers, or null
     * @param ofLevel share of right answers by the level of people, lowest first; null where too few
     * @param discrimination correlation of right answers with ability, or null
     * @param error the wrong option chosen most often, or null
     * @param reports what people find wrong with it
     * @param needsReview whether its note section has changed under it
     * @param doubted whether it is out of measuring
     */
    public record Row(
            String id,
            String prompt,
            String level,
            @Nullable String suggested,
            int asked,
            @Nullable Double right,
            List<String> ofLevel,
            @Nullable Double discrimination,
            @Nullable String error,
            List<String> reports,
            boolean needsReview,
            boolean doubted) {
        public Row {
            ofLevel = List.copyOf(ofLevel);
            reports = List.copyOf(reports);
        }

        /** Whether somebody should look at it. */
        public boolean wantsLook() {
            return !reports.isEmpty() || needsReview || doubted || suggested != null;
        }
    }
}

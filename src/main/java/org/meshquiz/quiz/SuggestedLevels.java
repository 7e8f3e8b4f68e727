package org.meshquiz.quiz;

import java.util.HashMap;
import java.util.Map;
import org.meshquiz.ability.Item;
import org.meshquiz.bank.QuestionJson;
import org.meshquiz.question.Level;
import org.meshquiz.question.Question;
import org.meshquiz.store.Calibrations.Calibrated;
import org.meshquiz.store.Transaction;

/** The levels that people's answers suggest for questions, where they contradict their authors with more than 0.8. */
public final class SuggestedLevels {
    private SuggestedLevels() {}

    /** By question id; a question that is labelled well, or of which too little is known, is missing. */
    public static Map<String, Level> of(Transaction tx, String skill) {
        Map<String, Calibrated> learned = learned(tx, skill);
        Map<String, Level> suggested = new HashMap<>();
        if (learned.isEmpty()) {
            return suggested;
        }
        tx.questions().contentsOf(skill).forEach(content -> {
            Question question = QuestionJson.read(content);
            Calibrated shown = learned.get(SkillParameters.key(question));
            if (shown != null) {
                Item item = SkillParameters.labelled(question).with(shown.parameters());
                item.suggestedLabel()
                        .ifPresent(band -> suggested.put(question.id().value(), Level.valueOf(band.name())));
            }
        });
        return suggested;
    }

    /** What was learned of a skill's questions, by {@link SkillParameters#key}. */
    static Map<String, Calibrated> learned(Transaction tx, String skill) {
        Map<String, Calibrated> learned = new HashMap<>();
        for (Calibrated each : tx.calibrations().questions(tx.calibrations().inUse(skill))) {
            learned.put(SkillParameters.key(each.question(), each.revision()), each);
        }
        return learned;
    }
}

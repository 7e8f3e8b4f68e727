package org.meshquiz.quiz;

import java.util.Map;
import org.meshquiz.ability.Band;
import org.meshquiz.ability.Format;
import org.meshquiz.ability.Item;
import org.meshquiz.ability.Parameters;
import org.meshquiz.ability.Population;
import org.meshquiz.question.Key;
import org.meshquiz.question.Question;
import org.meshquiz.store.Calibrations;

/**
 * What is believed of a skill's questions and of the team.
 *
 * @param version of the calibration that taught it; 0 where only the authors' levels are known
 * @param team where a person begins
 * @param learned what was learned of questions, by {@link #key}
 */
record SkillParameters(long version, Population team, Map<String, Parameters> learned) {
    /** The authors' levels alone. */
    static final SkillParameters LABELS = new SkillParameters(Calibrations.NONE, Population.REFERENCE, Map.of());

    SkillParameters {
        learned = Map.copyOf(learned);
    }

    /** What names a question's meaning: a new revision is a new question as far as its difficulty goes. */
    static String key(String question, int revision) {
        return question + " " + revision;
    }

    static String key(Question question) {
        return key(question.id().value(), question.source().revision());
    }

    /** A question as the estimate sees it. */
    Item item(Question question) {
        Item labelled = labelled(question);
        Parameters parameters = learned.get(key(question));
        return parameters == null ? labelled : labelled.with(parameters);
    }

    /** A question of which only its author's level is known. */
    static Item labelled(Question question) {
        Band band = Band.valueOf(question.topic().level().name());
        return Item.labelled(
                question.id().value(),
                band,
                format(question.key()),
                question.topic().domain());
    }

    private static Format format(Key key) {
        if (key instanceof Key.Typed) {
            return Format.typed();
        }
        int options = key.choices().size();
        return key instanceof Key.Several ? Format.several(options) : Format.single(options);
    }
}

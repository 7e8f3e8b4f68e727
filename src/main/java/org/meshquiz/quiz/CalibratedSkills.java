package org.meshquiz.quiz;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.meshquiz.ability.Parameters;
import org.meshquiz.store.Calibrations;
import org.meshquiz.store.Transaction;

/** The calibrations in use. A version never changes, so that each is read once. Safe for several threads. */
final class CalibratedSkills {
    private final Map<String, SkillParameters> read = new ConcurrentHashMap<>();

    /** What is believed of a skill as this transaction sees it. */
    SkillParameters of(Transaction tx, String skill) {
        return of(tx, skill, tx.calibrations().inUse(skill));
    }

    /** The same where the version in use is known. */
    SkillParameters of(Transaction tx, String skill, long version) {
        if (version == Calibrations.NONE) {
            return SkillParameters.LABELS;
        }
        SkillParameters known = read.get(skill);
        if (known != null && known.version() == version) {
            return known;
        }
        Map<String, Parameters> learned = new HashMap<>();
        tx.calibrations()
                .questions(version)
                .forEach(question -> learned.put(
                        SkillParameters.key(question.question(), question.revision()), question.parameters()));
        SkillParameters found = new SkillParameters(version, tx.calibrations().team(version), learned);
        read.put(skill, found);
        return found;
    }
}

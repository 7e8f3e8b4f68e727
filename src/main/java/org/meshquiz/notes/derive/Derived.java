package org.meshquiz.notes.derive;

import java.util.List;
import org.meshquiz.question.Question;

/**
 * What a vault gave.
 *
 * @param questions ordered by skill, then in reading order; their ids are distinct
 * @param skipped the units that gave no question of a kind, and why
 */
public record Derived(List<Question> questions, List<Skipped> skipped) {
    public Derived {
        questions = List.copyOf(questions);
        skipped = List.copyOf(skipped);
    }
}

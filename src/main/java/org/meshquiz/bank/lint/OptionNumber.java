package org.meshquiz.bank.lint;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.meshquiz.question.Key;
import org.meshquiz.question.Question;

/** How many options a question offers: three to five, and four or five in most. */
final class OptionNumber {
    private static final int FEWEST = 3;
    private static final int MOST = 5;
    private static final double MOST_OF_THREE = 0.5;

    private OptionNumber() {}

    static Stream<Complaint> complaints(Question question) {
        int number = question.key().choices().size();
        if (question.key() instanceof Key.Typed || (number >= FEWEST && number <= MOST)) {
            return Stream.empty();
        }
        return Stream.of(new Complaint(question.id(), "has " + number + " options", "give it three to five"));
    }

    /** How many questions offer three options only. */
    static Optional<Measure> three(List<Item> items) {
        List<Item> choices =
                items.stream().filter(item -> !item.options().isEmpty()).toList();
        if (choices.isEmpty()) {
            return Optional.empty();
        }
        Count count = Count.of(choices, item -> item.options().size() <= FEWEST ? 1 : 0);
        return Optional.of(
                Measure.of("three options only", count, MOST_OF_THREE, "find a fourth mistake that people make"));
    }
}

package org.meshquiz.bank.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.meshquiz.question.Question.Origin;

/** Questions that ask nearly the same: four in five of their words are common. */
final class NearDuplicates {
    private static final double TOO_NEAR = 0.8;

    private NearDuplicates() {}

    /** A question with the words by which it is told from others. */
    private record Worded(Item item, Set<String> words) {}

    /** Of each near pair, one complaint about the second. The items are of one language. */
    static List<Complaint> complaints(List<Item> items) {
        List<Worded> byLength = items.stream()
                .map(item -> new Worded(item, words(item)))
                .sorted(Comparator.comparingInt(
                                (Worded worded) -> worded.words().size())
                        .thenComparing(worded -> worded.item().question().id()))
                .toList();
        List<Complaint> complaints = new ArrayList<>();
        for (int first = 0; first < byLength.size(); first++) {
            Worded one = byLength.get(first);
            for (int second = first + 1; second < byLength.size(); second++) {
                Worded other = byLength.get(second);
                if (one.words().size() < TOO_NEAR * other.words().size()) {
                    break;
                }
                if (Words.jaccard(one.words(), other.words()) >= TOO_NEAR) {
                    complaints.add(complaint(one.item(), other.item()));
                }
            }
        }
        return complaints;
    }

    /** Derived questions of one kind share their sentence; what they ask about shows in the right option too. */
    private static Set<String> words(Item item) {
        String derivedFrom = item.question().source().origin() == Origin.AUTHORED
                ? ""
                : item.right().stream().map(item.options()::get).collect(Collectors.joining(" "));
        return Stream.of(item.prompt(), derivedFrom)
                .flatMap(text -> Words.of(text).stream())
                .collect(Collectors.toSet());
    }

    private static Complaint complaint(Item one, Item other) {
        return new Complaint(
                other.question().id(),
                "asks nearly the same as '" + one.question().id() + "'",
                "rewrite one of them or drop it");
    }
}

package org.meshquiz.bank.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.meshquiz.question.Question.Origin;

/**
 * Questions that ask nearly the same: four in five of their words are common. Derived questions of one kind share their
 * sentence, so that two of them are the same only when they are about one skill and their answers are alike as well.
 */
final class NearDuplicates {
    private static final double TOO_NEAR = 0.8;

    private NearDuplicates() {}

    /** A question with the words by which it is told from others. */
    private record Worded(Item item, Set<String> asked, Set<String> answer) {
        boolean isNear(Worded other) {
            return Words.jaccard(asked, other.asked) >= TOO_NEAR && (isAuthored() || answersLike(other));
        }

        private boolean isAuthored() {
            return item.question().source().origin() == Origin.AUTHORED;
        }

        private boolean answersLike(Worded other) {
            boolean sameSkill = item.question()
                    .topic()
                    .skill()
                    .equals(other.item.question().topic().skill());
            return sameSkill && Words.jaccard(answer, other.answer) >= TOO_NEAR;
        }
    }

    /** Of each near pair, one complaint about the second. The items are of one language and one origin. */
    static List<Complaint> complaints(List<Item> items) {
        List<Worded> byLength = items.stream()
                .map(item -> new Worded(item, Words.set(item.prompt()), answer(item)))
                .sorted(Comparator.comparingInt(
                                (Worded worded) -> worded.asked().size())
                        .thenComparing(worded -> worded.item().question().id()))
                .toList();
        List<Complaint> complaints = new ArrayList<>();
        for (int first = 0; first < byLength.size(); first++) {
            Worded one = byLength.get(first);
            for (Worded other : byLength.subList(first + 1, byLength.size())) {
                if (one.asked().size() < TOO_NEAR * other.asked().size()) {
                    break;
                }
                if (one.isNear(other)) {
                    complaints.add(complaint(one.item(), other.item()));
                }
            }
        }
        return complaints;
    }

    private static Set<String> answer(Item item) {
        return item.right().stream()
                .flatMap(right -> Words.of(item.options().get(right)).stream())
                .collect(Collectors.toSet());
    }

    private static Complaint complaint(Item one, Item other) {
        return new Complaint(
                other.question().id(),
                "asks nearly the same as '" + one.question().id() + "'",
                "rewrite one of them or drop it");
    }
}

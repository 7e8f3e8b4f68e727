package org.meshquiz.question;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What counts as a right answer to a question, and what is offered. */
public sealed interface Key {

    /** The chance that somebody who knows nothing answers right, in (0, 1). */
    double guessing();

    /** The word that files use for this kind of question: {@code single}, {@code several} or {@code typed}. */
    String kind();

    /** Options of which exactly one is right. */
    record Single(List<Choice> options) implements Key {
        public Single {
            options = List.copyOf(options);
            demand(options, 1, 1, "a single-choice question");
        }

        @Override
        public double guessing() {
            return 1.0 / options.size();
        }

        @Override
        public String kind() {
            return "single";
        }
    }

    /** Options of which two or more, but not all, are right; the answer is right when it is exactly those. */
    record Several(List<Choice> options) implements Key {
        public Several {
            options = List.copyOf(options);
            demand(options, 2, options.size() - 1, "a several-of question");
        }

        @Override
        public double guessing() {
            return 1.0 / ((1 << options.size()) - 1);
        }

        @Override
        public String kind() {
            return "several";
        }
    }

    /**
     * An answer that the person writes.
     *
     * @param accept every form that counts, at least one; compared after {@link TypedText#normal(String)}
     */
    record Typed(List<String> accept) implements Key {
        private static final double LUCK = 0.02;

        public Typed {
            accept = List.copyOf(accept);
            if (accept.isEmpty()
                    || accept.stream().anyMatch(form -> TypedText.normal(form).isEmpty())) {
                throw new IllegalArgumentException("a typed question needs accepted forms, none of them blank");
            }
        }

        /** Whether the text is one of the accepted forms, blanks and quotes aside. */
        public boolean accepts(String text) {
            String given = TypedText.normal(text);
            return accept.stream().map(TypedText::normal).anyMatch(given::equals);
        }

        @Override
        public double guessing() {
            return LUCK;
        }

        @Override
        public String kind() {
            return "typed";
        }
    }

    /** The options on offer, in the file's order; empty for a typed question. */
    default List<Choice> choices() {
        if (this instanceof Single single) {
            return single.options();
        }
        return this instanceof Several several ? several.options() : List.of();
    }

    /** The indexes of the right options in {@link #choices()}. */
    default Set<Integer> rightChoices() {
        List<Choice> options = choices();
        return IntStream.range(0, options.size())
                .filter(index -> options.get(index).correct())
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void demand(List<Choice> options, int fewest, int most, String kind) {
        if (options.size() < 2 || options.size() > 10) {
            throw new IllegalArgumentException(kind + " has " + options.size() + " options; give it 3 to 5");
        }
        long correct = options.stream().filter(Choice::correct).count();
        if (correct < fewest || correct > most) {
            throw new IllegalArgumentException(kind + " of " + options.size() + " options has " + correct
                    + " marked correct; it needs " + (fewest == most ? "exactly " + fewest : fewest + " to " + most));
        }
    }
}

package org.meshquiz.ability;

/**
 * How a question is answered, as far as luck is concerned.
 *
 * @param kind what the answer is made of
 * @param options number of options shown: 2 to 30 for the kinds with options, 0 for a typed answer
 */
public record Format(Kind kind, int options) {
    /** One of several options, some of several, or typed text. */
    public enum Kind {
        SINGLE,
        SEVERAL,
        TYPED
    }

    private static final int MOST_OPTIONS = 30;
    private static final double TYPED_LUCK = 0.02;

    public Format {
        if (kind == Kind.TYPED && options != 0) {
            throw new IllegalArgumentException("A typed question has no options, not " + options + "; pass 0");
        }
        if (kind != Kind.TYPED && (options < 2 || options > MOST_OPTIONS)) {
            throw new IllegalArgumentException(
                    "A question with options has 2 to " + MOST_OPTIONS + " of them, not " + options);
        }
    }

    public static Format single(int options) {
        return new Format(Kind.SINGLE, options);
    }

    public static Format several(int options) {
        return new Format(Kind.SEVERAL, options);
    }

    public static Format typed() {
        return new Format(Kind.TYPED, 0);
    }

    /** The chance of a right answer from someone who does not know it; an empty selection is never an answer. */
    public double guessing() {
        return switch (kind) {
            case SINGLE -> 1.0 / options;
            case SEVERAL -> 1.0 / ((1L << options) - 1);
            case TYPED -> TYPED_LUCK;
        };
    }
}

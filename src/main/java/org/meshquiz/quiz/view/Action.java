package org.meshquiz.quiz.view;

import java.util.Locale;
import java.util.Optional;

/** What a button does. Kept in the database under the button's token; never sent to a platform. */
public sealed interface Action {

    /** The form that is stored. */
    String stored();

    /**
     * The same as writing a command.
     *
     * @param text the command with its arguments: {@code /quiz istio}
     */
    record Command(String text) implements Action {
        @Override
        public String stored() {
            return text;
        }
    }

    /**
     * Choosing an option, or ticking it where several are right.
     *
     * @param option as the question counts it, from 0
     */
    record Choose(int option) implements Action {
        @Override
        public String stored() {
            return "choose " + option;
        }
    }

    /** Writing an answer into a field. */
    record Write() implements Action {
        @Override
        public String stored() {
            return "write";
        }
    }

    /** Handing in the ticked options. */
    record Done() implements Action {
        @Override
        public String stored() {
            return "done";
        }
    }

    /** Saying that one does not know. */
    record DontKnow() implements Action {
        @Override
        public String stored() {
            return "dont-know";
        }
    }

    /**
     * A word about an answer already given.
     *
     * @param confidence how it felt
     */
    record Tap(Confidence confidence) implements Action {
        @Override
        public String stored() {
            return "tap " + confidence.key();
        }
    }

    /** Deleting everything about oneself, after having been asked. */
    record Forget() implements Action {
        @Override
        public String stored() {
            return "forget";
        }
    }

    /** How a right answer felt. */
    enum Confidence {
        GUESSED,
        EASY;

        /** The word that the log keeps. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads a stored form; empty for one that this version does not know. */
    static Optional<Action> of(String stored) {
        if (stored.startsWith("/")) {
            return Optional.of(new Command(stored));
        }
        return switch (stored) {
            case "write" -> Optional.of(new Write());
            case "done" -> Optional.of(new Done());
            case "dont-know" -> Optional.of(new DontKnow());
            case "forget" -> Optional.of(new Forget());
            case "tap guessed" -> Optional.of(new Tap(Confidence.GUESSED));
            case "tap easy" -> Optional.of(new Tap(Confidence.EASY));
            default ->
                stored.matches("choose \\d")
                        ? Optional.of(new Choose(Integer.parseInt(stored.substring(7))))
                        : Optional.empty();
        };
    }
}

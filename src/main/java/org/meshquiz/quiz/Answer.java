package org.meshquiz.quiz;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.meshquiz.question.Key;

/** What a person gave as their answer. */
sealed interface Answer {

    /** Whether it is right for that key. */
    boolean isRight(Key key);

    /** The form that the log keeps. */
    String response();

    /** The options chosen, as the question counts them. */
    default Set<Integer> chosen() {
        return Set.of();
    }

    /**
     * Options: one of them, or all that were ticked.
     *
     * @param options as the question counts them
     */
    record Options(Set<Integer> options) implements Answer {
        public Options {
            options = Set.copyOf(options);
        }

        @Override
        public boolean isRight(Key key) {
            return !(key instanceof Key.Typed) && options.equals(key.rightChoices());
        }

        @Override
        public String response() {
            return new TreeSet<>(options).stream().map(String::valueOf).collect(Collectors.joining(","));
        }

        @Override
        public Set<Integer> chosen() {
            return options;
        }
    }

    /**
     * Words.
     *
     * @param text as written
     */
    record Words(String text) implements Answer {
        @Override
        public boolean isRight(Key key) {
            return key instanceof Key.Typed typed && typed.accepts(text);
        }

        @Override
        public String response() {
            return text;
        }
    }

    /** "I don't know." */
    record Unknown() implements Answer {
        @Override
        public boolean isRight(Key key) {
            return false;
        }

        @Override
        public String response() {
            return "";
        }
    }

    /** Reads the form that the log keeps. */
    static Answer of(Key key, String response) {
        if (response.isEmpty()) {
            return new Unknown();
        }
        if (key instanceof Key.Typed) {
            return new Words(response);
        }
        return new Options(
                Arrays.stream(response.split(",")).map(Integer::valueOf).collect(Collectors.toUnmodifiableSet()));
    }
}

package org.meshquiz.commands;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meshquiz.memory.Fsrs;
import org.meshquiz.memory.Parameters;
import org.meshquiz.memory.Rating;
import org.meshquiz.memory.Scheduler;
import org.meshquiz.memory.Steps;

/**
 * A line that {@code memory replay} reads: a history of ratings, and what to schedule it with.
 *
 * @param id whatever names the history: a text, a number or nothing
 * @param fsrs the model
 * @param scheduler with the settings of the line
 * @param reviews oldest first
 */
record ReplayLine(@Nullable Object id, Fsrs fsrs, Scheduler scheduler, List<Rated> reviews) {

    /** Reads the object that the parser stands on. Settings left out are the usual ones, fields unknown are skipped. */
    static ReplayLine read(JsonParser parser) throws IOException {
        LineFields.enterObject(parser, "a line");
        Fields fields = new Fields();
        while (LineFields.next(parser)) {
            fields.read(parser);
        }
        return fields.line();
    }

    /**
     * A review with its rating.
     *
     * @param seconds since a moment that is the same in the whole history
     */
    record Rated(double seconds, Rating rating) {

        static Rated read(JsonParser parser) throws IOException {
            LineFields.enterObject(parser, "a step");
            Double seconds = null;
            Rating rating = null;
            while (LineFields.next(parser)) {
                switch (parser.currentName()) {
                    case "t" -> seconds = LineFields.number(parser);
                    case "g" -> rating = Rating.ofGrade(LineFields.integer(parser));
                    default -> parser.skipChildren();
                }
            }
            return new Rated(LineFields.given(seconds, "t"), LineFields.given(rating, "g"));
        }
    }

    /** The fields as they are met, in any order. */
    private static final class Fields {
        private @Nullable Object id;
        private Parameters parameters = Parameters.DEFAULT;
        private double retention = 0.9;
        private int maximum = 36_500;
        private Steps steps = Steps.DEFAULT;
        private @Nullable List<Rated> reviews;

        void read(JsonParser parser) throws IOException {
            switch (parser.currentName()) {
                case "id" -> id = name(parser);
                case "w" -> parameters = Parameters.of(LineFields.numbers(parser));
                case "dr" -> retention = LineFields.number(parser);
                case "max" -> maximum = LineFields.integer(parser);
                case "learn" -> steps = new Steps(waits(parser), steps.relearning());
                case "relearn" -> steps = new Steps(steps.learning(), waits(parser));
                case "steps" -> reviews = reviews(parser);
                default -> parser.skipChildren();
            }
        }

        ReplayLine line() {
            Fsrs fsrs = new Fsrs(parameters);
            Scheduler scheduler = new Scheduler(fsrs, retention, maximum, steps);
            return new ReplayLine(id, fsrs, scheduler, LineFields.given(reviews, "steps"));
        }

        private static @Nullable Object name(JsonParser parser) throws IOException {
            if (parser.currentToken() == JsonToken.VALUE_NULL) {
                return null;
            }
            return parser.currentToken().isNumeric() ? parser.getNumberValue() : LineFields.text(parser);
        }

        private static List<Duration> waits(JsonParser parser) throws IOException {
            return Arrays.stream(LineFields.numbers(parser))
                    .mapToObj(seconds -> Duration.ofMillis(Math.round(seconds * 1000)))
                    .toList();
        }

        private static List<Rated> reviews(JsonParser parser) throws IOException {
            LineFields.enterList(parser);
            List<Rated> reviews = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                reviews.add(Rated.read(parser));
            }
            return reviews;
        }
    }
}

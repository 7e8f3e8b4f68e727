package org.meshquiz.commands;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meshquiz.memory.Parameters;
import org.meshquiz.memory.Rating;
import org.meshquiz.memory.Steps;

/**
 * A line that {@code memory replay} reads: a history of ratings and the settings to schedule it with. Settings left out
 * are the usual ones, fields unknown are skipped.
 */
final class ReplayLine {
    /** Whatever names the history: a text, a number or nothing. */
    @Nullable
    Object id;

    Parameters parameters = Parameters.DEFAULT;
    double retention = 0.9;
    int maximum = 36_500;
    Steps steps = Steps.DEFAULT;
    List<Rated> reviews = List.of();

    private ReplayLine() {}

    /** Reads the object that the parser stands on. */
    static ReplayLine read(JsonParser parser) throws IOException {
        LineFields.enterObject(parser, "a line");
        ReplayLine line = new ReplayLine();
        List<Rated> reviews = null;
        while (LineFields.next(parser)) {
            if (parser.currentName().equals("steps")) {
                reviews = reviews(parser);
            } else {
                line.setting(parser);
            }
        }
        line.reviews = LineFields.given(reviews, "steps");
        return line;
    }

    private void setting(JsonParser parser) throws IOException {
        switch (parser.currentName()) {
            case "id" -> id = parser.currentToken().isNumeric() ? parser.getNumberValue() : textOrNothing(parser);
            case "w" -> parameters = Parameters.of(LineFields.numbers(parser));
            case "dr" -> retention = LineFields.number(parser);
            case "max" -> maximum = LineFields.integer(parser);
            case "learn" -> steps = new Steps(waits(parser), steps.relearning());
            case "relearn" -> steps = new Steps(steps.learning(), waits(parser));
            default -> parser.skipChildren();
        }
    }

    private static @Nullable String textOrNothing(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_NULL ? null : LineFields.text(parser);
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
            LineFields.enterObject(parser, "a step");
            reviews.add(review(parser));
        }
        return reviews;
    }

    private static Rated review(JsonParser parser) throws IOException {
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

    /**
     * A review with its rating.
     *
     * @param seconds since a moment that is the same in the whole history
     */
    record Rated(double seconds, Rating rating) {}
}

package org.meshquiz.commands;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.meshquiz.memory.ChatAnswer;
import org.meshquiz.memory.ChatAnswer.Confidence;
import org.meshquiz.memory.Review;

/**
 * A line that {@code memory fit} reads: an answer from the review log.
 *
 * @param learner who answered
 * @param question to what
 * @param zone where the learner lives, which decides what a day is; UTC if the line does not say
 */
record LogLine(String learner, String question, ZoneId zone, Review review) {

    /** Reads the object that the parser stands on; fields unknown are skipped. */
    static LogLine read(JsonParser parser) throws IOException {
        LineFields.enterObject(parser, "a line");
        Fields fields = new Fields();
        while (LineFields.next(parser)) {
            fields.read(parser);
        }
        return fields.line();
    }

    /** The fields as they are met, in any order. */
    private static final class Fields {
        private @Nullable String learner;
        private @Nullable String question;
        private @Nullable Instant at;
        private @Nullable Boolean correct;
        private @Nullable Integer options;
        private boolean guessed;
        private boolean easy;
        private ZoneId zone = ZoneOffset.UTC;

        void read(JsonParser parser) throws IOException {
            switch (parser.currentName()) {
                case "learner" -> learner = name(parser);
                case "question" -> question = name(parser);
                case "at" -> at = instant(LineFields.text(parser));
                case "correct" -> correct = LineFields.truth(parser);
                case "options" -> options = LineFields.integer(parser);
                case "guessed" -> guessed = LineFields.truth(parser);
                case "easy" -> easy = LineFields.truth(parser);
                case "zone" -> zone = zone(LineFields.text(parser));
                default -> parser.skipChildren();
            }
        }

        LogLine line() {
            ChatAnswer answer = new ChatAnswer(
                    LineFields.given(correct, "correct"), luck(LineFields.given(options, "options")), confidence());
            return new LogLine(
                    LineFields.given(learner, "learner"),
                    LineFields.given(question, "question"),
                    zone,
                    new Review(LineFields.given(at, "at"), answer));
        }

        private Confidence confidence() {
            if (guessed) {
                return Confidence.GUESSED;
            }
            return easy ? Confidence.EASY : Confidence.PLAIN;
        }

        /** People and questions may be numbered or named. */
        private static String name(JsonParser parser) throws IOException {
            return parser.currentToken().isNumeric() ? parser.getText() : LineFields.text(parser);
        }

        private static double luck(int options) {
            if (options < 0 || options == 1) {
                throw new IllegalArgumentException(
                        "'options' is " + options + "; give 2 or more to choose from, or 0 for a typed answer");
            }
            return options == 0 ? 0 : 1.0 / options;
        }

        private static Instant instant(String text) {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        "'at' is '" + text + "'; give an instant like 2026-01-31T09:30:00Z", e);
            }
        }

        private static ZoneId zone(String text) {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("'zone' is '" + text + "'; give one like Europe/Berlin", e);
            }
        }
    }
}

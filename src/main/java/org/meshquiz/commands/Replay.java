package org.meshquiz.commands;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meshquiz.commands.ReplayLine.Rated;
import org.meshquiz.memory.Card;
import org.meshquiz.memory.Phase;
import org.meshquiz.memory.Rating;
import org.meshquiz.memory.Scheduler.Scheduled;

/**
 * A history run through the scheduler.
 *
 * @param id whatever names the history: a text, a number or nothing
 * @param steps what came of each review
 */
record Replay(@Nullable Object id, List<Step> steps) {
    private static final double SECONDS_A_DAY = 86_400;

    static Replay of(ReplayLine line) {
        List<Step> steps = new ArrayList<>(line.reviews().size());
        Step last = null;
        double before = 0;
        for (Rated review : line.reviews()) {
            last = last == null
                    ? new Step(null, line.scheduler().first(review.rating()))
                    : next(line, last.after().card(), wholeDays(review.seconds() - before), review.rating());
            steps.add(last);
            before = review.seconds();
        }
        return new Replay(line.id(), steps);
    }

    private static Step next(ReplayLine line, Card card, int days, Rating rating) {
        double recall = line.fsrs().retrievability(days, card.memory().stability());
        return new Step(recall, line.scheduler().next(card, days, rating));
    }

    /** Full days of 24 hours; none if time ran backwards. */
    private static int wholeDays(double seconds) {
        return (int) Math.max(0, Math.floor(seconds / SECONDS_A_DAY));
    }

    void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeFieldName("id");
        if (id instanceof Number number) {
            out.writeNumber(number.toString());
        } else {
            out.writeString((String) id);
        }
        out.writeArrayFieldStart("steps");
        for (Step step : steps) {
            step.write(out);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    /**
     * What came of a review.
     *
     * @param recall chance of recall just before; nothing at the first review
     * @param after the card and its return
     */
    record Step(@Nullable Double recall, Scheduled after) {
        private void write(JsonGenerator out) throws IOException {
            Card card = after.card();
            out.writeStartObject();
            out.writeNumberField("s", card.memory().stability());
            out.writeNumberField("d", card.memory().difficulty());
            if (recall == null) {
                out.writeNullField("r");
            } else {
                out.writeNumberField("r", recall);
            }
            out.writeStringField("st", code(card.phase()));
            if (card.phase() == Phase.REVIEW) {
                out.writeNullField("step");
            } else {
                out.writeNumberField("step", card.step());
            }
            writeSeconds(out, after.due());
            out.writeEndObject();
        }

        private static void writeSeconds(JsonGenerator out, Duration due) throws IOException {
            long millis = due.toMillis();
            if (millis % 1000 == 0) {
                out.writeNumberField("due", millis / 1000);
            } else {
                out.writeNumberField("due", millis / 1000.0);
            }
        }

        private static String code(Phase phase) {
            return switch (phase) {
                case LEARNING -> "LEA";
                case REVIEW -> "REV";
                case RELEARNING -> "REL";
            };
        }
    }
}

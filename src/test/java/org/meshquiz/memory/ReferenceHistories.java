package org.meshquiz.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

/**
 * 1,600 histories that the reference releases py-fsrs 6.3.1, fsrs-rs 6.6.1 and ts-fsrs 5.4.2 were run through, without
 * fuzz. Each line has parameters {@code w}, wished retention {@code dr}, {@code learn} and {@code relearn} steps in
 * seconds, longest interval {@code max} in days, and steps: {@code t} seconds since the first, grade {@code g},
 * {@code r} recall just before, {@code s} and {@code d} after, {@code st} phase, {@code step} in it and {@code due}
 * seconds until due.
 */
final class ReferenceHistories {
    private ReferenceHistories() {}

    /** The lines as they are. */
    static List<String> lines() {
        InputStream packed =
                Objects.requireNonNull(ReferenceHistories.class.getResourceAsStream("/fsrs/vectors.jsonl.gz"));
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines, read. */
    static List<JsonNode> all() {
        ObjectMapper mapper = new ObjectMapper();
        return lines().stream()
                .map(line -> {
                    try {
                        return mapper.readTree(line);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    /** The model that a history was made with. */
    static Fsrs fsrs(JsonNode history) {
        double[] weights = StreamSupport.stream(history.get("w").spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
        return new Fsrs(Parameters.of(weights));
    }

    /** The scheduler that a history was made with. */
    static Scheduler scheduler(JsonNode history) {
        return new Scheduler(
                fsrs(history),
                history.get("dr").asDouble(),
                history.get("max").asInt(),
                new Steps(waits(history.get("learn")), waits(history.get("relearn"))));
    }

    private static List<Duration> waits(JsonNode seconds) {
        return StreamSupport.stream(seconds.spliterator(), false)
                .map(wait -> Duration.ofSeconds(wait.asLong()))
                .toList();
    }
}

package org.meshquiz.commands;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * JSON objects that come in and go out one a line, in UTF-8. Blank lines are skipped. Closing it writes out what is
 * left and leaves both streams open.
 */
final class JsonLines implements AutoCloseable {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final BufferedReader in;
    private final JsonGenerator out;

    JsonLines(InputStream in, OutputStream out) throws IOException {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = JSON.createGenerator(out).setRootValueSeparator(null);
    }

    /**
     * Reads all lines. One that cannot be read is answered by an object with the field {@code error} that names it.
     *
     * @param reading makes something of the object on a line
     * @param taking gets it once the whole line is known to be right
     * @return whether every line could be read
     */
    <T> boolean each(Reading<T> reading, Taking<T> taking) throws IOException {
        boolean fine = true;
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            try {
                if (!line.isBlank()) {
                    taking.take(read(line, reading));
                }
            } catch (JsonProcessingException e) {
                fine = false;
                writeError(number, e.getOriginalMessage());
            } catch (IllegalArgumentException e) {
                fine = false;
                writeError(number, String.valueOf(e.getMessage()));
            }
            if (!in.ready()) {
                // Whoever waits for an answer before the next line gets it; a whole file is not slowed down.
                out.flush();
            }
        }
        return fine;
    }

    private static <T> T read(String line, Reading<T> reading) throws IOException {
        try (JsonParser parser = JSON.createParser(line)) {
            parser.nextToken();
            T object = reading.read(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("something follows the object; put one object on a line");
            }
            return object;
        }
    }

    /** Writes an object on a line of its own. */
    void write(Writing writing) throws IOException {
        writing.write(out);
        out.writeRaw('\n');
    }

    private void writeError(int number, String fault) throws IOException {
        write(json -> {
            json.writeStartObject();
            json.writeStringField("error", "line " + number + ": " + fault);
            json.writeEndObject();
        });
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** Makes something of the object that a parser stands on. */
    @FunctionalInterface
    interface Reading<T> {
        /** Reads to the end of the object; an {@link IllegalArgumentException} says what is wrong with it. */
        T read(JsonParser parser) throws IOException;
    }

    /** Does something with what was read. */
    @FunctionalInterface
    interface Taking<T> {
        void take(T object) throws IOException;
    }

    /** Puts out one object. */
    @FunctionalInterface
    interface Writing {
        void write(JsonGenerator out) throws IOException;
    }
}

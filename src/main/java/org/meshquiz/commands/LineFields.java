package org.meshquiz.commands;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a line, and says in a sentence what is wrong with one that does not fit, as an
 * {@link IllegalArgumentException}.
 */
final class LineFields {
    private LineFields() {}

    /** Whether the present object has another field; then the parser stands on its value. */
    static boolean next(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.FIELD_NAME) {
            return false;
        }
        parser.nextToken();
        return true;
    }

    /** Goes into an object. */
    static void enterObject(JsonParser parser, String what) {
        demand(parser.currentToken() == JsonToken.START_OBJECT, what, "an object in braces");
    }

    /** Goes into a list. */
    static void enterList(JsonParser parser) throws IOException {
        demand(parser.currentToken() == JsonToken.START_ARRAY, name(parser), "a list in brackets");
    }

    static double number(JsonParser parser) throws IOException {
        demand(parser.currentToken().isNumeric(), name(parser), "a number");
        double number = parser.getDoubleValue();
        demand(Double.isFinite(number), name(parser), "a number that a double can hold");
        return number;
    }

    static int integer(JsonParser parser) throws IOException {
        double number = number(parser);
        demand(number == (int) number, name(parser), "a whole number up to " + Integer.MAX_VALUE);
        return (int) number;
    }

    static boolean truth(JsonParser parser) throws IOException {
        demand(parser.currentToken().isBoolean(), name(parser), "true or false");
        return parser.getBooleanValue();
    }

    static String text(JsonParser parser) throws IOException {
        demand(parser.currentToken() == JsonToken.VALUE_STRING, name(parser), "a text in quotes");
        return parser.getText();
    }

    static double[] numbers(JsonParser parser) throws IOException {
        enterList(parser);
        DoubleStream.Builder numbers = DoubleStream.builder();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            numbers.add(number(parser));
        }
        return numbers.build().toArray();
    }

    /** The value of a field that a line must have. */
    static <T> T given(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException("'" + field + "' is missing; add it");
        }
        return value;
    }

    /** The field that the parser stands in, in quotes; inside a list, that of the list. */
    private static String name(JsonParser parser) throws IOException {
        String own = parser.currentName();
        return "'" + (own == null ? parser.getParsingContext().getParent().getCurrentName() : own) + "'";
    }

    private static void demand(boolean fine, String what, String kind) {
        if (!fine) {
            throw new IllegalArgumentException(what + " must be " + kind);
        }
    }
}

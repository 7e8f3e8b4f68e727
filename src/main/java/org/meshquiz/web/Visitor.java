package org.meshquiz.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meshquiz.chat.Inbound;

/** Who sends a request, as far as the request tells. */
final class Visitor {
    private static final Pattern PERSON = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private Visitor() {}

    /**
     * The person that the path names.
     *
     * @throws Refusal when that is no name of a person
     */
    static String person(Context ctx) {
        String person = ctx.pathParam("person");
        if (!PERSON.matcher(person).matches()) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST,
                    "the person's name in the path has to be 1 to 64 letters A-Z, digits, _ or -; choose such a name");
        }
        return person;
    }

    /** The person with what their browser says about language and time zone. */
    static Inbound.From from(Context ctx) {
        return new Inbound.From(
                LocalMessenger.chat(person(ctx)),
                language(ctx.header("Accept-Language")),
                zone(ctx.header("Time-Zone")));
    }

    private static Locale language(@Nullable String accepted) {
        if (accepted == null) {
            return Locale.ENGLISH;
        }
        try {
            return Locale.LanguageRange.parse(accepted).stream()
                    .map(Locale.LanguageRange::getRange)
                    .filter(range -> !range.startsWith("*"))
                    .findFirst()
                    .map(Locale::forLanguageTag)
                    .orElse(Locale.ENGLISH);
        } catch (IllegalArgumentException malformed) {
            return Locale.ENGLISH;
        }
    }

    private static @Nullable ZoneId zone(@Nullable String told) {
        try {
            return told == null ? null : ZoneId.of(told);
        } catch (DateTimeException unknown) {
            return null;
        }
    }
}

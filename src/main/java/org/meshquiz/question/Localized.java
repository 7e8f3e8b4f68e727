package org.meshquiz.question;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One text in the languages it exists in. At least one is present; a reader of the other gets that one.
 *
 * @param en the English text, or null
 * @param ru the Russian text, or null
 */
public record Localized(@Nullable String en, @Nullable String ru) {
    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    /** The languages that people can choose. */
    public static final List<Locale> LANGUAGES = List.of(ENGLISH, RUSSIAN);

    private static final List<Locale> ONLY_ENGLISH = List.of(ENGLISH);
    private static final List<Locale> ONLY_RUSSIAN = List.of(RUSSIAN);

    public Localized {
        if (en == null && ru == null) {
            throw new IllegalArgumentException("a text needs at least one language; give en or ru");
        }
    }

    /** The same text for both languages: code, names, commands. */
    public static Localized both(String text) {
        return new Localized(text, text);
    }

    /** A text in one language alone. */
    public static Localized only(Locale language, String text) {
        return isRussian(language) ? new Localized(null, text) : new Localized(text, null);
    }

    /** The text for a reader of that language; the other language where it is missing. */
    public String in(Locale language) {
        boolean russian = isRussian(language);
        String wanted = russian ? ru : en;
        return wanted != null ? wanted : Objects.requireNonNull(russian ? en : ru);
    }

    /** The text in exactly that language. */
    public Optional<String> exactly(Locale language) {
        return Optional.ofNullable(isRussian(language) ? ru : en);
    }

    /** The languages that this text exists in. */
    public List<Locale> languages() {
        if (en == null) {
            return ONLY_RUSSIAN;
        }
        return ru == null ? ONLY_ENGLISH : LANGUAGES;
    }

    /** Each present text changed by the function. */
    public Localized map(UnaryOperator<String> change) {
        return new Localized(en == null ? null : change.apply(en), ru == null ? null : change.apply(ru));
    }

    private static boolean isRussian(Locale language) {
        return "ru".equals(language.getLanguage());
    }
}

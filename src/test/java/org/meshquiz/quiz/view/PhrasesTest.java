package org.meshquiz.quiz.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    private static final Phrases EN = Phrases.in(Locale.ENGLISH);
    private static final Phrases RU = Phrases.in(Locale.forLanguageTag("ru"));

    @Test
    void everySentenceExistsInBothLanguages() {
        assertThat(EN.keys()).isEqualTo(RU.keys());
    }

    @Test
    void bothLanguagesUseTheSameArguments() {
        for (String key : EN.keys()) {
            assertThat(new MessageFormat(RU.pattern(key)).getArgumentNames())
                    .as(key)
                    .isEqualTo(new MessageFormat(EN.pattern(key)).getArgumentNames());
        }
    }

    @Test
    void russianSentencesAreRussian() {
        Pattern cyrillic = Pattern.compile("[а-яё]", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        assertThat(RU.keys())
                .filteredOn(key -> RU.pattern(key).replaceAll("\\{[^}]*}", "").matches("(?s).*\\p{L}{3}.*"))
                .allMatch(key -> cyrillic.matcher(RU.pattern(key)).find());
    }

    @Test
    void russianCountsHaveTheirThreeForms() {
        assertThat(RU.say("session.daily", "count", 1)).contains("1 вопрос.");
        assertThat(RU.say("session.daily", "count", 3)).contains("3 вопроса.");
        assertThat(RU.say("session.daily", "count", 5)).contains("5 вопросов.");
        assertThat(RU.say("session.daily", "count", 21)).contains("21 вопрос.");
    }

    @Test
    void whatSomebodyWroteIsFilledInAsItIs() {
        String hostile = "{0} '' {x, plural, other{#}} <b>";
        assertThat(EN.say("pause.bad", Map.of("words", hostile))).contains(hostile);
    }
}

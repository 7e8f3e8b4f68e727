package org.meshquiz.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshquiz.question.Choice;
import org.meshquiz.question.Key;
import org.meshquiz.question.Level;
import org.meshquiz.question.Localized;
import org.meshquiz.question.Question;
import org.meshquiz.question.QuestionId;
import org.meshquiz.question.Section;

/** The two forms of a question in JSON. */
class QuestionJsonTest {
    private static final Question AUTHORED = new Question(
            new QuestionId("istio-probe"),
            new Question.Topic("istio", "security", Level.MIDDLE),
            new Question.Prompt(
                    new Localized("What does \"X\" say?", "Что говорит «X»?"), new Question.Code("a: 1\nb: 2", "yaml")),
            new Key.Single(List.of(
                    new Choice(new Localized("This", "Это"), true, null),
                    new Choice(new Localized("That", "То"), false, new Localized("No", "Нет")),
                    new Choice(Localized.both("`a`"), false, null))),
            new Localized("Because", "Потому"),
            new Question.Source(
                    Question.Origin.AUTHORED,
                    true,
                    new Question.NoteSection("Istio", Section.TROUBLESHOOTING),
                    new Question.Reference(URI.create("https://istio.io/latest/docs/"), "Istio 1.28"),
                    2));

    private static final Question DERIVED_IN_RUSSIAN = new Question(
            new QuestionId("istio.tools.istioctl.name"),
            new Question.Topic("istio", "tools", Level.JUNIOR),
            new Question.Prompt(new Localized(null, "Какой командой?"), null),
            new Key.Typed(List.of("istioctl analyze", "istioctl x")),
            new Localized(null, "Такой"),
            new Question.Source(
                    Question.Origin.DERIVED,
                    false,
                    new Question.NoteSection("Istio", Section.TOOLS),
                    Question.Reference.NONE,
                    1));

    private static final Question SEVERAL = new Question(
            new QuestionId("istio-several"),
            AUTHORED.topic(),
            AUTHORED.prompt(),
            new Key.Several(List.of(
                    new Choice(Localized.both("a"), true, null),
                    new Choice(Localized.both("b"), false, Localized.both("w")),
                    new Choice(Localized.both("c"), true, null),
                    new Choice(Localized.both("d"), false, Localized.both("w")))),
            AUTHORED.explanation(),
            AUTHORED.source());

    static Stream<Question> questions() {
        return Stream.of(AUTHORED, DERIVED_IN_RUSSIAN, SEVERAL);
    }

    @Test
    void theExportedFormIsOneLineWithItsKeysInOrder() {
        assertThat(QuestionJson.writeExported(AUTHORED, "Траблшутинг"))
                .isEqualTo("{\"id\":\"istio-probe\",\"skill\":\"istio\",\"domain\":\"security\",\"level\":\"middle\","
                        + "\"kind\":\"single\",\"measures\":true,\"origin\":\"authored\","
                        + "\"note\":\"Istio#Траблшутинг\","
                        + "\"ask\":{\"en\":\"What does \\\"X\\\" say?\",\"ru\":\"Что говорит «X»?\"},"
                        + "\"code\":\"a: 1\\nb: 2\","
                        + "\"options\":[{\"en\":\"This\",\"ru\":\"Это\",\"correct\":true},"
                        + "{\"en\":\"That\",\"ru\":\"То\",\"correct\":false},"
                        + "{\"en\":\"`a`\",\"ru\":\"`a`\",\"correct\":false}],"
                        + "\"accept\":[],\"explain\":{\"en\":\"Because\",\"ru\":\"Потому\"},"
                        + "\"docs\":\"https://istio.io/latest/docs/\",\"version\":\"Istio 1.28\"}");
    }

    @Test
    void aQuestionInOneLanguageLeavesTheOtherOut() {
        assertThat(QuestionJson.writeExported(DERIVED_IN_RUSSIAN, "Инструменты"))
                .contains("\"ask\":{\"ru\":\"Какой командой?\"}")
                .contains("\"code\":null")
                .contains("\"options\":[],\"accept\":[\"istioctl analyze\",\"istioctl x\"]")
                .endsWith("\"docs\":null,\"version\":null}");
    }

    @ParameterizedTest
    @MethodSource("questions")
    void theStoredFormKeepsEverything(Question question) {
        assertThat(QuestionJson.read(QuestionJson.writeStored(question))).isEqualTo(question);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{}", "not json", "{\"id\":1}", "{\"id\":\"A B\"}", "{\"id\":\"a\",\"skill\":null}"})
    void whatIsNoStoredQuestionIsRefused(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> QuestionJson.read(json));
    }

    @Test
    void anUnknownKindOfANewerVersionIsNamed() {
        String newer = QuestionJson.writeStored(AUTHORED).replace("\"single\"", "\"ordering\"");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuestionJson.read(newer))
                .withMessage("a stored question cannot be read: 'ordering' is no kind;"
                        + " was it written by a newer version?");
    }
}

package org.meshquiz.bank.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshquiz.question.Choice;
import org.meshquiz.question.Key;
import org.meshquiz.question.Localized;
import org.meshquiz.question.Question;

/** The rules that a question keeps by itself. */
class QuestionChecksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "All of the above",
                "None of these",
                "Both of them",
                "Both A and B",
                "Neither of the options",
                "Все перечисленные варианты",
                "Всё вышеперечисленное",
                "Ни один из этих вариантов",
                "Ничего из перечисленного",
                "Ответы А и Б",
            })
    void anOptionThatSpeaksAboutOtherOptionsIsRefused(String option) {
        assertThat(AllOfTheAbove.complaints(Sample.single("q", "?", "a", "b", option)))
                .singleElement()
                .satisfies(complaint -> assertThat(complaint.what()).contains(option));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"All pods of the namespace", "Both sidecars restart", "Все поды перезапустятся", "Оба прокси"})
    void anOptionAboutManyThingsIsNoSuchOption(String option) {
        assertThat(AllOfTheAbove.complaints(Sample.single("q", "?", "a", "b", option)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Which of these is not a proxy? | Что из этого не прокси?",
                "Which field does not exist? | Какое из этих полей не существует?",
                "All of these except one work. Which? | Все, кроме одного, работают. Какой вариант неверный?",
            })
    void aNegativeQuestionSaysSoInCapitals(String en, String ru) {
        Question quiet = asking(en, ru);
        Question loud = asking(
                en.replace("not", "NOT").replace("except", "EXCEPT"),
                ru.replace(" не ", " НЕ ").replace("кроме", "КРОМЕ"));

        assertThat(Negatives.complaints(quiet)).hasSize(2);
        assertThat(Negatives.complaints(loud)).isEmpty();
        assertThat(Negatives.share(List.of(new Item(loud, Sample.EN), new Item(asking("Why?", "Почему?"), Sample.EN)))
                        .orElseThrow()
                        .value())
                .isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The pod does not start. Why? | Под не стартует. Почему?",
                "Which of these belongs here and not there? | Что из этого задают здесь, а не там?",
                "What happens when a certificate is not renewed? | Что будет, если сертификат не обновить?",
            })
    void aQuestionAboutSomethingThatFailsIsNotNegative(String en, String ru) {
        assertThat(Negatives.complaints(asking(en, ru))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"One way | one  way.", "`a` | a", "«Да» | да", "`get  pods` | `get pods`"})
    void optionsThatDifferInMarksAloneAreTheSame(String one, String other) {
        assertThat(DistinctOptions.complaints(Sample.single("q", "?", one, other, "else")))
                .isNotEmpty();
    }

    @Test
    void inCodeLettersKeepTheirCase() {
        assertThat(DistinctOptions.complaints(Sample.single("q", "?", "`strict`", "`STRICT`", "`Strict`")))
                .isEmpty();
    }

    @Test
    void threeToFiveOptionsAreFine() {
        assertThat(OptionNumber.complaints(Sample.single("q", "?", "a", "b"))).hasSize(1);
        assertThat(OptionNumber.complaints(Sample.single("q", "?", "a", "b", "c")))
                .isEmpty();
        assertThat(OptionNumber.complaints(Sample.single("q", "?", "a", "b", "c", "d", "e")))
                .isEmpty();
        assertThat(OptionNumber.complaints(Sample.single("q", "?", "a", "b", "c", "d", "e", "f")))
                .hasSize(1);
    }

    @Test
    void optionsAreAllCodeOrNone() {
        assertThat(Homogeneity.complaints(Sample.single("q", "?", "`a`", "`b`", "set `c`")))
                .hasSize(1);
        assertThat(Homogeneity.complaints(Sample.single("q", "?", "`a`", "`b`", "`c`")))
                .isEmpty();
        assertThat(Homogeneity.complaints(Sample.single("q", "?", "set `a` to `b`", "`b` and `c`", "c")))
                .isEmpty();
    }

    @Test
    void anAuthoredQuestionNamesItsPageAndVersionAndADerivedOneNeedNot() {
        Key key = new Key.Single(Sample.choices("a", "b", "c"));
        Localized text = Localized.both("t");

        assertThat(Provenance.complaints(Sample.question(
                        "q", text, key, text, Sample.source(Question.Origin.AUTHORED, Question.Reference.NONE))))
                .extracting(Complaint::what)
                .containsExactly("names no documentation page", "names no product version");
        assertThat(Provenance.complaints(Sample.question(
                        "q", text, key, text, Sample.source(Question.Origin.DERIVED, Question.Reference.NONE))))
                .isEmpty();
    }

    @Test
    void aTextThatWasNotTranslatedIsFound() {
        assertThat(Translation.complaints(asking("What is this thing?", "What is this thing?")))
                .extracting(Complaint::what)
                .containsExactly("is not translated in 'What is this thing?'");
        assertThat(Translation.complaints(asking("What is это?", "Что это?")))
                .extracting(Complaint::what)
                .containsExactly("has Cyrillic letters in the English 'What is это?'");
        assertThat(Translation.complaints(asking("`kubectl get pods of all`", "`kubectl get pods of all`")))
                .isEmpty();
        assertThat(Translation.complaints(asking("istioctl dashboard kiali", "istioctl dashboard kiali")))
                .isEmpty();
    }

    @Test
    void aLanguageThatIsMissingIsAFaultOfAnAuthoredQuestionAlone() {
        Localized russian = Localized.only(Sample.RU, "Текст");
        Key key = new Key.Typed(List.of("x"));
        Question.Source derived = Sample.source(Question.Origin.DERIVED, Question.Reference.NONE);

        assertThat(Translation.complaints(Sample.question("q", russian, key, russian, Sample.authored())))
                .hasSize(2);
        assertThat(Translation.complaints(Sample.question("q", russian, key, russian, derived)))
                .isEmpty();
    }

    @Test
    void codeIsTheSameInBothLanguagesButPlaceholdersMayBeTranslated() {
        assertThat(Translation.complaints(asking("Set `a` and `b`", "Задать `a` и `c`")))
                .hasSize(1);
        assertThat(Translation.complaints(asking("Set `a` and `b`", "Задать `a`")))
                .hasSize(1);
        assertThat(Translation.complaints(asking("Set `key=value`", "Задать `ключ=значение`")))
                .isEmpty();
    }

    @Test
    void backticksComeInPairsAndNoOtherMarkIsThere() {
        assertThat(Stream.of("a `b", "a ``b``", "a **b**").flatMap(text -> Marks.complaints(asking(text, "Хорошо"))))
                .hasSize(3);
        assertThat(Marks.complaints(asking("`a/**` and *b*", "Хорошо"))).isEmpty();
    }

    @Test
    void aQuestionThatNoChatCanShowWholeIsRefused() {
        assertThat(ChatLimits.complaints(Sample.single("q", "x".repeat(1_700), "a", "b", "c")))
                .isEmpty();
        assertThat(ChatLimits.complaints(Sample.single("q", "x".repeat(4_000), "a", "b", "c")))
                .extracting(Complaint::what)
                .first()
                .asString()
                .contains("Telegram takes 4096");
        assertThat(ChatLimits.complaints(Sample.single("q", "&".repeat(700), "a", "b", "c")))
                .extracting(Complaint::what)
                .containsExactly(
                        "makes a section of 3500 characters in the question, Slack takes 3000",
                        "makes a section of 3500 characters in the outcome, Slack takes 3000");
    }

    @Test
    void everyCheckSeesTheTextsOfEveryOption() {
        Key key = new Key.Single(List.of(
                new Choice(Localized.both("a"), true, null),
                new Choice(Localized.both("b"), false, Localized.both("it `is")),
                new Choice(Localized.both("c"), false, new Localized("this is not so", "this is not so"))));
        Question question = Sample.question("q", new Localized("Why?", "Почему?"), key);

        assertThat(Marks.complaints(question)).hasSize(2);
        assertThat(Translation.complaints(question)).hasSize(1);
    }

    private static Question asking(String en, String ru) {
        return Sample.question(
                "q", new Localized(en, ru), new Key.Typed(List.of("x")), new Localized("So", "Так"), Sample.authored());
    }
}

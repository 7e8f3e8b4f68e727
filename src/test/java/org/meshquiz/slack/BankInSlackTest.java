package org.meshquiz.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.util.json.GsonFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meshquiz.bank.Bank;
import org.meshquiz.bank.BankReader;
import org.meshquiz.chat.Button;
import org.meshquiz.chat.Card;
import org.meshquiz.question.Question;
import org.meshquiz.quiz.view.Draft;
import org.meshquiz.quiz.view.OutcomeView;
import org.meshquiz.quiz.view.OutcomeView.Outcome;
import org.meshquiz.quiz.view.Phrases;
import org.meshquiz.quiz.view.QuestionView;
import org.meshquiz.quiz.view.QuestionView.Place;
import org.meshquiz.slack.fake.BlockKit;
import org.meshquiz.slack.fake.Json;

/** Every question of the bank, as Slack gets it. */
class BankInSlackTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 31);

    @Test
    void everyQuestionAndEveryOutcomeIsOneMessageThatSlackTakes() throws IOException {
        Bank bank = BankReader.read(Path.of("questions")).bank();
        assertThat(bank.questions()).hasSizeGreaterThan(100);
        for (Question question : bank.questions()) {
            for (String language : List.of("en", "ru")) {
                Phrases phrases = Phrases.in(Locale.forLanguageTag(language));
                List<Integer> order = IntStream.range(
                                0, question.key().choices().size())
                        .boxed()
                        .toList();
                Set<Integer> all = Set.copyOf(order);
                check(QuestionView.draft(question, new Place(10, 10, "Kubernetes"), order, all, phrases), question);
                for (boolean correct : List.of(true, false)) {
                    Outcome outcome =
                            new Outcome(correct, order, all, null, null, DAY, DAY, "Kubernetes › Troubleshooting", 7);
                    check(OutcomeView.draft(question, outcome, phrases), question);
                }
            }
        }
    }

    private static void check(Draft draft, Question question) {
        List<List<Button>> rows = new ArrayList<>();
        for (List<Draft.Option> row : draft.rows()) {
            List<Button> buttons = new ArrayList<>();
            for (Draft.Option option : row) {
                buttons.add(new Button(
                        option.label(), "0123456789012345678901." + rows.size() + buttons.size(), option.kind()));
            }
            rows.add(buttons);
        }
        Card card = new Card(draft.blocks(), rows, draft.file());
        List<SlackBlocks.Message> messages = SlackBlocks.of(card);
        assertThat(messages).as(question.id().value()).hasSize(1);
        String json = GsonFactory.createSnakeCase().toJson(messages.get(0).blocks());
        BlockKit.checkMessage(Json.read(json));
        // Every character is there, and none was taken for a mark.
        assertThat(BlockKit.visible(Json.read(json))).as(question.id().value()).isEqualTo(card.plain());
        assertThat(messages.get(0).fallback()).isNotBlank().doesNotContain("<");
    }
}

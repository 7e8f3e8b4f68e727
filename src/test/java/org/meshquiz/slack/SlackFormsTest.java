package org.meshquiz.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meshquiz.question.Key;
import org.meshquiz.slack.fake.FakeSlack;
import org.meshquiz.slack.fake.Fault;
import org.meshquiz.slack.fake.Member;
import org.meshquiz.store.TestDatabase;

/** Answers that are more than a press: boxes that are ticked, and words that are written into a field. */
class SlackFormsTest {
    private static ServedApp served(Class<? extends Key> kind) {
        return new ServedApp(
                FakeSlack.APP_TOKEN,
                question -> question.topic().skill().equals("istio") && kind.isInstance(question.key()));
    }

    private static Member begin(ServedApp app) {
        Member ann = app.slack.member("U0ANN", "en-US", "Europe/Berlin");
        ann.command("istio 5");
        return ann;
    }

    @Test
    void boxesAreTickedWithoutAWordAndHandedInTogether() {
        try (ServedApp app = served(Key.Several.class)) {
            Member ann = begin(app);
            JsonNode question = ann.awaitText("1 of 5");
            List<String> labels = boxes(question);
            assertThat(labels).hasSizeGreaterThan(3).startsWith("A", "B");
            ann.tick(question, "A");
            ann.tick(question, "A", "C");
            ann.press(question, "Done");
            ann.awaitText("2 of 5");

            assertThat(TestDatabase.count(app.database, "review")).isEqualTo(1);
            assertThat(TestDatabase.number(app.database, "select length(response) from review"))
                    .isEqualTo(3);
            // Ticking costs Slack nothing: the one edit is the outcome.
            assertThat(app.slack.calls("chat.update")).isEmpty();
            assertThat(app.slack.calls("response_url")).hasSize(1);
        }
    }

    @Test
    void nothingTickedIsNoAnswer() {
        try (ServedApp app = served(Key.Several.class)) {
            Member ann = begin(app);
            JsonNode question = ann.awaitText("1 of 5");
            ann.press(question, "Done");
            ann.awaitEphemeral("Tick");
            assertThat(TestDatabase.count(app.database, "review")).isZero();
            ann.press(question, "I don’t know");
            ann.awaitText("2 of 5");
            assertThat(TestDatabase.count(app.database, "review")).isEqualTo(1);
        }
    }

    @Test
    void anAnswerIsWrittenIntoAFieldThatShowsTheQuestion() {
        try (ServedApp app = served(Key.Typed.class)) {
            Member ann = begin(app);
            JsonNode question = ann.awaitText("1 of 5");
            ann.press(question, "Write the answer");
            app.slack.awaitCall(call -> call.method().equals("views.open"));
            assertThat(app.slack.openedView().toString()).contains("1 of 5");
            ann.submit("  istioctl something ");
            ann.awaitText("2 of 5");
            assertThat(TestDatabase.number(
                            app.database, "select count(*) from review where response like '%istioctl%'"))
                    .isOne();
            // The window of a question that has been answered changes nothing any more.
            long handled = TestDatabase.count(app.database, "inbox");
            ann.submit("again");
            app.await("select count(*) from inbox where handled_at is not null", handled + 1.0);
            assertThat(TestDatabase.count(app.database, "review")).isEqualTo(1);
        }
    }

    @Test
    void whereTheFieldCannotBeOpenedAMessageIsAskedForAndTaken() {
        try (ServedApp app = served(Key.Typed.class)) {
            Member ann = begin(app);
            JsonNode question = ann.awaitText("1 of 5");
            app.slack.fail("views.open", new Fault.Refusal("expired_trigger_id"));
            ann.press(question, "Write the answer");
            ann.awaitEphemeral("as a message");
            ann.write("istioctl something");
            ann.awaitText("2 of 5");
            assertThat(TestDatabase.count(app.database, "review")).isEqualTo(1);
        }
    }

    @Test
    void boxesOfAnotherMessageAreNotTaken() {
        try (ServedApp app = served(Key.Several.class)) {
            Member ann = begin(app);
            JsonNode first = ann.awaitText("1 of 5");
            ann.tick(first, "A");
            ann.press(first, "Done");
            JsonNode second = ann.awaitText("2 of 5");
            // The labels are the same, and what they carry is not.
            ann.tick(second, "no such label");
            ann.press(second, "Done");
            ann.awaitEphemeral("Tick");
            assertThat(TestDatabase.count(app.database, "review")).isEqualTo(1);
        }
    }

    private static List<String> boxes(JsonNode message) {
        List<String> labels = new ArrayList<>();
        for (JsonNode block : message.path("blocks")) {
            for (JsonNode element : block.path("elements")) {
                element.path("options")
                        .forEach(option ->
                                labels.add(option.path("text").path("text").asText()));
            }
        }
        return labels;
    }
}

package org.meshquiz.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meshquiz.slack.fake.FakeSlack;
import org.meshquiz.slack.fake.Member;
import org.meshquiz.store.TestDatabase;

class SlackChannelTest {
    private static final String CHANNEL = "C0TEAM";

    private ServedApp app;
    private Member lead;
    private Member ann;

    @BeforeEach
    void start() {
        app = new ServedApp(FakeSlack.APP_TOKEN);
        app.slack.channel(CHANNEL);
        lead = app.slack.member("U0LEAD", "en-US", "Europe/Berlin");
        app.slack.makeAdministrator(lead);
        ann = app.slack.member("U0ANN", "en-US", "Europe/Berlin");
        ann.command("istio 1");
        ann.awaitText("1 of 1");
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private JsonNode posted(String words) {
        return awaited(words, "text", () -> app.slack.posted(CHANNEL));
    }

    private void told(String words) {
        awaited(words, "text", () -> app.slack.ephemeral(CHANNEL));
    }

    private static JsonNode awaited(String words, String field, Supplier<List<ObjectNode>> place) {
        for (int i = 0; i < 4_000; i++) {
            for (JsonNode message : place.get()) {
                if (message.path(field).asText().contains(words)) {
                    return message;
                }
            }
            LockSupport.parkNanos(5_000_000);
        }
        throw new AssertionError("nothing with '" + words + "' in " + place.get());
    }

    private JsonNode questionOfTheDay() {
        lead.command("team 10", CHANNEL);
        posted("The question of the day comes here at");
        app.pass(Duration.ofHours(25));
        return posted("Question of the day");
    }

    @Test
    void onlyAdministratorsOfTheWorkspaceSetTheQuestionOfTheDay() {
        ann.command("team 10", CHANNEL);
        posted("Only administrators");
        lead.command("team", CHANNEL);
        JsonNode panel = posted("nobody has joined yet");
        lead.press(CHANNEL, panel, "Hour");
        JsonNode hours = posted("At which hour");
        assertThat(hours.path("ts")).isEqualTo(panel.path("ts"));
        ann.press(CHANNEL, hours, "10:00");
        told("Only administrators");
        lead.press(CHANNEL, hours, "14:00");
        posted("The question of the day comes here at 14:00");
        assertThat(TestDatabase.number(app.database, "select count(*) from team_chat where next_post_at is not null"))
                .isEqualTo(1);
    }

    @Test
    void eachAnswersOnceAndIsToldAlone() {
        JsonNode question = questionOfTheDay();
        ann.press(CHANNEL, question, "A");
        app.await("select count(*) from group_answer", 1);
        ann.press(CHANNEL, question, "B");
        told("Your first answer counts");
        lead.press(CHANNEL, question, "B");
        told("Say hello to me");
        assertThat(TestDatabase.count(app.database, "group_answer")).isEqualTo(1);
    }

    @Test
    void theAnswerComesWhenItClosesAndTheStandingsWhenAsked() {
        JsonNode question = questionOfTheDay();
        ann.press(CHANNEL, question, "A");
        app.await("select count(*) from group_answer", 1);
        app.pass(Duration.ofHours(25));
        JsonNode closed = posted("That was the question");
        assertThat(closed.path("ts")).isEqualTo(question.path("ts"));
        assertThat(Member.text(closed)).contains("One person has answered");
        ann.command("leaderboard", CHANNEL);
        posted("Nobody has joined this team yet");
    }

    @Test
    void howManyHaveAnsweredIsShownAtMostEachFiveSeconds() {
        JsonNode question = questionOfTheDay();
        Member bob = app.slack.member("U0BOB", "en-US", "Europe/Berlin");
        bob.write("help");
        bob.awaitText("/quiz");
        ann.press(CHANNEL, question, "A");
        app.await("select count(*) from group_answer", 1);
        bob.press(CHANNEL, question, "B");
        app.await("select count(*) from group_answer", 2);
        // Both answers wait in one edit, which goes five seconds after the message before it.
        assertThat(TestDatabase.number(
                        app.database, "select count(*) from outbox where chat = '" + CHANNEL + "' and edits"))
                .isOne();
        JsonNode counted = posted("2 people have answered so far");
        assertThat(counted.path("ts")).isEqualTo(question.path("ts"));
    }

    @Test
    void theAnswerAndWhoChoseWhatStandInTheThreadOfTheQuestion() {
        JsonNode question = questionOfTheDay();
        ann.press(CHANNEL, question, "C");
        app.await("select count(*) from group_answer", 1);
        app.pass(Duration.ofHours(25));
        JsonNode spread = posted("The answer is");
        assertThat(spread.path("thread_ts")).isEqualTo(question.path("ts"));
        assertThat(Member.text(spread)).contains("C ▇▇▇▇▇▇▇▇▇▇▇▇ 1").contains("A  0");
    }

    @Test
    void theStandingsOfTheWeekComeOnFridaysAsAPictureWhereSomebodyOnTheBoardHasPointsAndCanBeEnded() {
        JsonNode question = questionOfTheDay();
        lead.command("team", CHANNEL);
        ann.press(CHANNEL, posted("nobody has joined yet"), "Join with my name");
        told("on the board as Somebody U0ANN");
        assertThat(posted("1 person has joined").path("text").asText()).doesNotContain("U0ANN");
        ann.press(CHANNEL, question, "A");
        app.await("select count(*) from group_answer", 1);
        TestDatabase.execute(app.database, "update skill_day set points = 7");
        assertThat(app.weekly()).isZero();
        // It is Tuesday the 24th now; on Friday at 16:00 they are due, once.
        app.pass(Duration.ofHours(80));
        assertThat(app.weekly()).isEqualTo(1);
        assertThat(app.weekly()).isZero();
        assertThat(posted("Points of the last 7 days").path("text").asText()).contains("1. Somebody U0ANN — 7 points");
        JsonNode picture = awaited("Points of the last 7 days", "file", () -> app.slack.posted(CHANNEL));
        // The bytes were read as text; three of the four that a PNG begins with are letters.
        assertThat(picture.path("content").asText()).matches(content -> content.startsWith("PNG", 1));
        // Nobody has answered in the week after it.
        app.pass(Duration.ofDays(7));
        assertThat(app.weekly()).isZero();
        lead.command("team board off", CHANNEL);
        posted("No standings come here by themselves");
        assertThat(TestDatabase.number(app.database, "select count(*) from team_chat where next_board_at is not null"))
                .isZero();
    }

    @Test
    void aCommandInAChannelWithoutTheAppTellsHowToInviteIt() {
        lead.command("team 10", CHANNEL);
        told("/invite @MeshQuiz");
    }
}

package org.meshquiz.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meshquiz.store.TestDatabase;
import org.meshquiz.telegram.fake.Group;
import org.meshquiz.telegram.fake.Person;

class TelegramGroupTest {
    private static final AtomicLong PEOPLE = new AtomicLong(440_000_000_000L);

    private ServedBot bot;
    private Group group;
    private Person ann;

    @BeforeEach
    void start() {
        bot = new ServedBot();
        group = bot.fake.group(-1_000_000_000_440L);
        ann = acquainted();
    }

    @AfterEach
    void stop() {
        bot.close();
    }

    private Person acquainted() {
        Person person = bot.fake.person(PEOPLE.incrementAndGet(), "en");
        person.write("/start");
        person.awaitText("Hello!");
        return person;
    }

    private JsonNode awaitText(String words) {
        return group.await(message -> message.path("text").asText().contains(words));
    }

    private String toastAfterPress(Person person, JsonNode message, String label) {
        int before = bot.fake.calls("answerCallbackQuery").size();
        person.press(message, label);
        bot.fake.awaitCall(call -> bot.fake.calls("answerCallbackQuery").size() > before);
        return bot.fake.calls("answerCallbackQuery").get(before).text("text");
    }

    @Test
    void aQuestionForEverybodyCountsEachPersonsFirstAnswer() {
        group.write(ann, "/quiz@MeshQuizBot istio");
        JsonNode question = awaitText("A question for everybody");
        assertThat(question.path("text").asText()).contains("Istio");
        Person stranger = bot.fake.person(PEOPLE.incrementAndGet(), "ru");
        assertThat(toastAfterPress(stranger, question, "A")).contains("Сначала напишите мне");
        assertThat(toastAfterPress(ann, question, "A")).matches("✅ Right!|❌ Not this time.*");
        assertThat(toastAfterPress(ann, question, "B")).startsWith("Your first answer counts");
        bot.await("select count(*) from review", 1);
        bot.await("select count(*) from memory_card", 1);
        bot.await("select count(*) from group_answer", 1);
        bot.pass(Duration.ofHours(2));
        JsonNode over = awaitText("That was the question");
        assertThat(over.path("message_id")).isEqualTo(question.path("message_id"));
        assertThat(over.path("text").asText()).contains("✅").contains("One person has answered");
        assertThat(toastAfterPress(acquainted(), question, "A")).contains("closed");
    }

    @Test
    void commandsForOtherBotsAndPlainWordsAreLeftAlone() {
        group.write(ann, "/quiz@AnotherBot istio");
        group.write(ann, "hello everybody");
        group.write(ann, "/quiz klingon");
        awaitText("no question about that");
        assertThat(group.received()).hasSize(1);
    }

    @Test
    void onlyAdministratorsSetTheQuestionOfTheDay() {
        group.write(ann, "/team 10");
        awaitText("Only administrators");
        group.makeAdministrator(ann);
        group.write(ann, "/team");
        JsonNode panel = awaitText("nobody has joined yet");
        ann.press(panel, "Hour");
        JsonNode offer = awaitText("At which hour");
        assertThat(offer.path("message_id")).isEqualTo(panel.path("message_id"));
        Person bob = acquainted();
        assertThat(toastAfterPress(bob, offer, "10:00")).contains("Only administrators");
        bot.await("select count(*) from team_chat where next_post_at is not null", 0);
        ann.press(offer, "10:00");
        awaitText("comes here at 10:00");
        ann.press(awaitText("comes here at 10:00"), "Days");
        ann.press(awaitText("On which days"), "Sat");
        ann.press(group.await(message -> message.toString().contains("✓ Sat")), "Back");
        awaitText("Mon, Tue, Wed, Thu, Fri, Sat");
        ann.press(awaitText("nobody has joined"), "Русский");
        awaitText("пока никого");
    }

    @Test
    void peopleJoinWithOnePressAndTheBoardNamesOnlyThoseWhoWantIt() {
        group.write(ann, "/team");
        JsonNode panel = awaitText("nobody has joined yet");
        assertThat(toastAfterPress(ann, panel, "Join with my name")).contains("on the board as Somebody");
        Person bob = acquainted();
        assertThat(toastAfterPress(bob, awaitText("1 person has joined"), "Join without a name"))
                .contains("Nobody sees your name");
        awaitText("2 people have joined");
        bot.await("select count(*) from team_member where name = 'Somebody'", 1);
        group.write(ann, "/quiz istio");
        JsonNode question = awaitText("A question for everybody");
        for (Person person : new Person[] {ann, bob}) {
            toastAfterPress(person, question, "A");
        }
        bot.await("select count(*) from group_answer", 2);
        TestDatabase.execute(bot.database, "update skill_day set points = 12.4");
        group.write(ann, "/leaderboard@MeshQuizBot");
        JsonNode board = group.await(message -> message.has("photo"));
        assertThat(board.path("caption").asText())
                .contains("Points of the last 7 days", "1. Somebody — 12 points", "not for staffing")
                .doesNotContain("2.");
        ann.press(board, "Team");
        group.await(message -> message.path("text").asText().contains("What the team can do")
                || message.path("caption").asText().contains("What the team can do"));
    }

    private JsonNode daily() {
        group.makeAdministrator(ann);
        group.write(ann, "/team 9", 0);
        awaitText("comes here at 09:00");
        for (int day = 0; day < 10; day++) {
            int asked = group.received().size();
            bot.pass(Duration.ofHours(25));
            group.await(message -> group.received().size() > asked);
            JsonNode newest = group.received().get(group.received().size() - 1);
            if (newest.has("poll")) {
                return newest;
            }
        }
        throw new AssertionError("no question of ten days fitted into a poll: " + group.received());
    }

    @Test
    void theQuestionOfTheDayIsAPollWhoseVotesCount() {
        JsonNode message = daily();
        JsonNode poll = message.path("poll");
        assertThat(poll.path("is_anonymous").asBoolean()).isFalse();
        assertThat(poll.path("type").asText()).isEqualTo("quiz");
        int right = poll.path("correct_option_ids").path(0).asInt();
        group.vote(ann, message, right);
        bot.await("select count(*) from group_answer where correct", 1);
        Person bob = acquainted();
        group.vote(bob, message, (right + 1) % poll.path("options").size());
        bot.await("select count(*) from group_answer where not correct", 1);
        group.vote(bob, message);
        bot.awaitAllHandled();
        bot.await("select count(*) from group_answer", 2);
        bot.await("select count(*) from review", 2);
        // Telegram counts, closes and solves a poll by itself: there is nothing to edit.
        bot.pass(Duration.ofHours(25));
        bot.await("select count(*) from outbox where outcome is null", 0);
        bot.await("select count(*) from outbox where outcome <> 'sent'", 0);
    }

    @Test
    void aGroupThatBecomesASupergroupKeepsItsQuestionOfTheDay() {
        group = bot.fake.group(-441);
        group.makeAdministrator(ann);
        group.write(ann, "/team 9");
        awaitText("comes here at 09:00");
        Group moved = group.migrate(-1_000_000_000_441L);
        bot.await("select count(*) from team_chat where chat = '-1000000000441' and place = chat", 1);
        bot.pass(Duration.ofHours(25));
        moved.await(
                message -> message.has("poll") || message.path("text").asText().contains("Question of the day"));
    }

    @Test
    void aMoveThatNobodyToldIsFoundAtTheNextMessage() {
        group = bot.fake.group(-442);
        group.makeAdministrator(ann);
        group.write(ann, "/team 9");
        awaitText("comes here at 09:00");
        Group moved = group.migrateSilently(-1_000_000_000_442L);
        bot.pass(Duration.ofHours(25));
        moved.await(
                message -> message.has("poll") || message.path("text").asText().contains("Question of the day"));
        bot.await("select count(*) from team_chat where chat = '-1000000000442'", 1);
    }

    @Test
    void aBotThatIsRemovedIsSilentUntilItIsBack() {
        group.makeAdministrator(ann);
        group.write(ann, "/team 9");
        awaitText("comes here at 09:00");
        group.removeBot(ann);
        bot.await("select count(*) from team_chat where next_post_at is null", 1);
        bot.pass(Duration.ofHours(25));
        assertThat(group.received()).hasSize(1);
        group.addBot(ann);
        bot.await("select count(*) from team_chat where next_post_at is not null", 1);
        group.restrictBot(ann);
        bot.await("select count(*) from team_chat where next_post_at is null", 1);
    }

    @Test
    void inATopicTheAnswerStaysInTheTopic() {
        group.write(ann, "/quiz istio", 17);
        JsonNode question = awaitText("A question for everybody");
        assertThat(question.path("message_thread_id").asLong()).isEqualTo(17);
        bot.pass(Duration.ofHours(2));
        awaitText("That was the question");
    }
}

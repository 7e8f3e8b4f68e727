package org.meshquiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meshquiz.LocalChatClient.last;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshquiz.LocalChatClient.Message;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;
import org.meshquiz.telegram.BotToken;
import org.meshquiz.telegram.TelegramBot;
import org.meshquiz.telegram.fake.FakeBotApi;
import org.meshquiz.telegram.fake.Person;

/** Somebody with the local chat and Telegram joins the two. */
class TelegramLinkTest {
    private static final Pattern LINK = Pattern.compile("https://t\\.me/\\w+\\?start=([A-Za-z0-9_-]{1,64})\\b");
    private static final Pattern CODE = Pattern.compile("/link [0-9A-Z]{4}-[0-9A-Z]{4}");

    @TempDir
    private Path home;

    private FakeBotApi api;
    private Program program;
    private Database database;
    private LocalChatClient local;
    private Person phone;

    @BeforeEach
    void start() {
        TestDatabase.Address address = TestDatabase.address();
        api = FakeBotApi.start();
        TelegramBot.Settings telegram =
                new TelegramBot.Settings(new BotToken(FakeBotApi.TOKEN), URI.create(api.url()), null);
        Config.Server server = new Config.Server(address.url(), address.user(), address.password());
        program = Program.start(
                new Config(home, 0, server, null, new Platforms(telegram, null, true)), InstantSource.system());
        database = Database.open(address.url(), address.user(), address.password());
        local = new LocalChatClient(program.port(), "ann");
        phone = api.person(500_000_000_001L, "en");
    }

    @AfterEach
    void stop() {
        database.close();
        program.close();
        api.close();
    }

    @Test
    void aTapOnTheLinkOfTheLocalChatJoinsTelegramToIt() {
        phone.write("/help");
        phone.awaitText("What I understand");
        Message question = last(local.write("/quiz istio 1"));
        local.press(question.button("I don’t know"));
        Message code = last(local.write("/link"));
        Matcher link = LINK.matcher(local.get("/api/chat/ann/messages?after=0").body());
        assertThat(link.find()).as(code.text()).isTrue();

        phone.write("/start " + link.group(1));
        JsonNode asked = phone.awaitText("This code was shown in: local chat, to somebody with 1 answer.");
        phone.press(asked, "It is me");
        phone.awaitText("Now confirm in the other chat: local chat");
        Message confirm = awaitLocal("Somebody wrote your code in: Telegram");
        assertThat(last(local.press(confirm.button("It is me"))).text()).contains("Your accounts are one");

        phone.awaitText("the daily quiz comes to: local chat");
        assertThat(TestDatabase.count(database, "learner")).isEqualTo(1);
        phone.write("/me");
        phone.awaitText("Istio");
    }

    @Test
    void aCodeOfTelegramWrittenInTheLocalChatJoinsThemToo() {
        phone.write("/link");
        JsonNode shown = phone.awaitText("write within ten minutes");
        Matcher code = CODE.matcher(shown.path("text").asText());
        assertThat(code.find()).isTrue();
        assertThat(shown.toString()).doesNotContain("https://t.me/");

        Message asked = last(local.write(code.group()));
        assertThat(asked.text()).contains("This code was shown in: Telegram");
        local.press(asked.button("It is me"));
        phone.press(phone.awaitText("Somebody wrote your code in: local chat"), "It is me");
        phone.awaitText("Your accounts are one");
        awaitLocal("the daily quiz comes to: Telegram");
        assertThat(TestDatabase.count(database, "learner")).isEqualTo(1);
    }

    private Message awaitLocal(String words) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < until) {
            for (Message message : local.after(0)) {
                if (message.text().contains(words)) {
                    return message;
                }
            }
            LockSupport.parkNanos(2_000_000);
        }
        throw new AssertionError("no such message in the local chat: " + words);
    }
}

package org.meshquiz.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.meshquiz.bank.BankReader;
import org.meshquiz.quiz.Application;
import org.meshquiz.quiz.BankHistory;
import org.meshquiz.quiz.Catalog;
import org.meshquiz.quiz.Intake;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;
import org.meshquiz.telegram.fake.FakeBotApi;
import org.meshquiz.telegram.fake.Group;
import org.meshquiz.telegram.fake.Json;
import org.meshquiz.telegram.fake.Person;

class UpdateFuzzTest {
    private static final int UPDATES = Integer.getInteger("telegram.fuzz", 20_000);

    @Test
    void ofTwentyThousandBrokenUpdatesNoneStopsTheQueueAndNoneIsLost() throws IOException {
        try (Database database = TestDatabase.migrated();
                FakeBotApi fake = FakeBotApi.start();
                TelegramBot bot = bot(database, fake)) {
            fake.forgetCalls();
            List<ObjectNode> seeds = seeds(fake);
            Mutations mutations = new Mutations(20_260_101);
            Random random = new Random(7);
            for (int i = 0; i < UPDATES; i++) {
                ObjectNode mutated = mutations.of(seeds.get(random.nextInt(seeds.size())));
                fake.rawUpdate(mutated.put("update_id", fake.takeUpdateId()));
            }
            bot.start(() -> {});
            Person last = fake.person(430_000_999_999L, "en");
            last.write("/start");
            long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
            while (System.nanoTime() < until && (fake.unconfirmed() > 0 || waiting(database) > 0)) {
                LockSupport.parkNanos(50_000_000);
            }
            assertThat(fake.unconfirmed()).isZero();
            assertThat(waiting(database)).isZero();
            assertThat(TestDatabase.count(database, "inbox")).isEqualTo(UPDATES + 1);
            assertThat(TestDatabase.number(database, "select count(*) from chat_address where chat = '430000999999'"))
                    .isEqualTo(1);
            assertThat(TestDatabase.number(database, "select count(*) from inbox where fault like 'not handled%'"))
                    .isZero();
            assertThat(TestDatabase.number(
                            database, "select count(*) from outbox where card::text like '%Something went wrong%'"))
                    .isZero();
        }
    }

    private static long waiting(Database database) {
        return (long) TestDatabase.number(database, "select count(*) from inbox where handled_at is null");
    }

    private static TelegramBot bot(Database database, FakeBotApi fake) throws IOException {
        InstantSource clock = InstantSource.system();
        Catalog catalog = new Catalog(new BankHistory(database, clock)
                .record(BankReader.read(Path.of("questions")).bank()));
        Application application = Application.of(database, clock, catalog, new Random(3));
        BotToken token = new BotToken(FakeBotApi.TOKEN);
        return new TelegramBot(
                new TelegramBot.Settings(token, URI.create(fake.url()), null),
                new Intake(database, clock, TelegramBot.PLATFORM, token.botId()),
                application.conversation());
    }

    private static List<ObjectNode> seeds(FakeBotApi fake) {
        List<ObjectNode> seeds = new ArrayList<>();
        Group group = fake.group(-1_000_000_000_077L);
        for (int i = 0; i < 40; i++) {
            Person person = fake.person(430_000_000_000L + i, i % 2 == 0 ? "ru" : "en");
            for (String text : List.of("/start", "/quiz istio 3", "A", "/me", "/settings hour 9", "/skill istio")) {
                seeds.add(person.writing(text));
            }
            ObjectNode message = Json.object().put("message_id", 5);
            message.putObject("chat").put("id", person.id()).put("type", "private");
            seeds.add(person.pressing(message, "0123456789012345678901.0"));
            ObjectNode shared = Json.object().put("message_id", 6);
            shared.putObject("chat").put("id", group.id()).put("type", "supergroup");
            seeds.add(person.pressing(shared, "0123456789012345678901.0"));
            ObjectNode command = person.writing("/quiz@MeshQuizBot istio");
            ((ObjectNode) command.path("message")).set("chat", shared.path("chat"));
            seeds.add(command);
            ObjectNode vote = Json.object();
            vote.putObject("poll_answer").put("poll_id", "77").set("user", person.user());
            vote.withObject("/poll_answer").putArray("option_ids").add(0);
            seeds.add(vote);
        }
        return seeds;
    }
}

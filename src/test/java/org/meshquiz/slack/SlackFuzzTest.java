package org.meshquiz.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.meshquiz.slack.fake.FakeSlack;
import org.meshquiz.slack.fake.Member;
import org.meshquiz.slack.fake.SignedRequests;
import org.meshquiz.slack.fake.Update;
import org.meshquiz.store.TestDatabase;
import org.meshquiz.telegram.Mutations;

class SlackFuzzTest {
    private static final int REQUESTS = Integer.getInteger("slack.fuzz", 4_000);
    private static final long NOW = ServedApp.BEGINNING.getEpochSecond();

    private final SignedRequests signer =
            new SignedRequests(URI.create("http://127.0.0.1:1/"), FakeSlack.SIGNING_SECRET);

    @Test
    void noBrokenRequestIsTakenUnsignedOrStopsTheQueue() throws InterruptedException {
        try (ServedApp app = new ServedApp(null)) {
            Member ann = app.slack.member("U0ANN", "en-US", "Europe/Berlin");
            app.slack.channel("C0TEAM");
            begin(app, ann);
            List<Update> seeds = seeds(ann);
            Mutations mutations = new Mutations(20_260_102);
            Random random = new Random(11);
            Set<String> bodies = new HashSet<>();
            int taken = 0;
            for (int i = 0; i < REQUESTS; i++) {
                Update seed = seeds.get(random.nextInt(seeds.size()));
                ObjectNode payload = mutations.of(fresh(seed.payload(), i));
                boolean signed = random.nextInt(4) > 0;
                Update update = new Update(seed.type(), payload);
                int status = send(app, update, signed);
                boolean first = !signed || bodies.add(update.body());
                assertThat(status).isIn(signed && first ? List.of(200, 400) : List.of(401));
                taken += status == 200 ? 1 : 0;
            }
            assertThat(taken).isGreaterThan(REQUESTS / 2);
            Member last = app.slack.member("U0LAST", "en-US", "Europe/Berlin");
            assertThat(send(app, last.commanding("help", "D0LAST"), true)).isEqualTo(200);
            app.await("select count(*) from inbox where handled_at is null", 0);
            assertThat(TestDatabase.number(app.database, "select count(*) from chat_address where chat = 'U0LAST'"))
                    .isEqualTo(1);
            assertThat(TestDatabase.number(app.database, "select count(*) from inbox where fault like 'not handled%'"))
                    .isZero();
            assertThat(TestDatabase.number(
                            app.database, "select count(*) from outbox where card::text like '%Something went wrong%'"))
                    .isZero();
        }
    }

    private void begin(ServedApp app, Member ann) throws InterruptedException {
        while (send(app, ann.commanding("istio 2", "D0ANN"), true) == 503) {
            LockSupport.parkNanos(20_000_000);
        }
        ann.awaitText("1 of 2");
    }

    private static List<Update> seeds(Member ann) {
        JsonNode question = ann.received().get(ann.received().size() - 1);
        return List.of(
                ann.writing("quiz istio"),
                ann.writing("settings hour 9"),
                ann.commanding("", "D0ANN"),
                ann.commanding("me", "C0TEAM"),
                ann.commanding("team 9", "C0TEAM"),
                ann.pressing(question, Member.button(question, "I don’t know")));
    }

    /** Each is an update of its own, as long as nothing has happened to its id. */
    private static ObjectNode fresh(ObjectNode payload, int number) {
        ObjectNode fresh = payload.deepCopy();
        return fresh.put(fresh.has("event_id") ? "event_id" : "trigger_id", "fuzz." + number);
    }

    private int send(ServedApp app, Update update, boolean signed) throws InterruptedException {
        String signature = signer.signature(signed ? update.body() : update.body() + " ", NOW);
        return app.bot
                .receive(new SignedRequest(update.contentType(), Long.toString(NOW), signature, update.body()))
                .status();
    }
}

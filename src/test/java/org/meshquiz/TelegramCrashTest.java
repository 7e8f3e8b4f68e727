package org.meshquiz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshquiz.telegram.fake.FakeBotApi;
import org.meshquiz.telegram.fake.Person;

/** The program with a bot, killed while people answer. */
class TelegramCrashTest {
    private static final int PEOPLE = 12;

    @Test
    void everyTapCountsOnceAlthoughTheProgramIsKilled(@TempDir Path home) throws Exception {
        try (FakeBotApi api = FakeBotApi.start()) {
            Map<String, String> settings =
                    Map.of("MESHQUIZ_TELEGRAM_TOKEN", FakeBotApi.TOKEN, "MESHQUIZ_TELEGRAM_API_URL", api.url());
            List<Person> people = new ArrayList<>();
            try (ProgramProcess program = ProgramProcess.start(home, settings)) {
                for (int i = 0; i < PEOPLE; i++) {
                    people.add(api.person(460_000_000_000L + i, "en"));
                }
                people.forEach(person -> person.write("/quiz istio 2"));
                List<JsonNode> questions = people.stream()
                        .map(person -> person.awaitText("1 of 2"))
                        .toList();
                for (int i = 0; i < PEOPLE; i++) {
                    people.get(i).press(questions.get(i), "I don’t know");
                }
                LockSupport.parkNanos(120_000_000);
                program.kill();
            }
            try (ProgramProcess program = ProgramProcess.start(home, settings)) {
                assertThat(program.port()).isPositive();
                for (Person person : people) {
                    person.awaitText("2 of 2");
                    person.write("/export");
                    JsonNode export = person.await(message ->
                            message.path("document").path("content").asText().contains("review"));
                    assertThat(reviews(export)).isEqualTo(1);
                }
            }
        }
    }

    private static int reviews(JsonNode export) throws Exception {
        return JsonMapper.builder()
                .build()
                .readTree(export.path("document").path("content").asText())
                .path("review")
                .size();
    }
}

package org.meshquiz.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meshquiz.quiz.Chatter.last;
import static org.meshquiz.quiz.Chatter.option;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.meshquiz.chat.Inbound;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

/** Many answers of one person at the same moment, from many threads, as after a platform's outage. */
class AnswersAtOnceTest {
    private static final int THREADS = 16;

    /** Set {@code -Danswers=8000} to measure. */
    private static final int ANSWERS = Integer.getInteger("answers", 300);

    @Test
    void everyOneIsCountedInTheLogTheCardsAndTheLevel() throws Exception {
        try (Database database = TestDatabase.migrated()) {
            Chatter ann = new Chatter(database, SampleBank.of(SampleBank.singles("istio", ANSWERS)));
            List<Inbound> presses = new ArrayList<>();
            for (int question = 0; question < ANSWERS; question++) {
                presses.add(ann.pressUpdate(
                        option(last(ann.write("/quiz istio 1")), "option 0").token()));
            }

            handleAll(ann, presses);

            assertThat(TestDatabase.count(database, "review")).isEqualTo(ANSWERS);
            assertThat(TestDatabase.number(database, "select sum(repetitions) from memory_card"))
                    .isEqualTo(ANSWERS);
            assertThat(TestDatabase.number(database, "select sum(answers) from ability"))
                    .isEqualTo(ANSWERS);
        }
    }

    /** Each press twice, from many threads. */
    private static void handleAll(Chatter ann, List<Inbound> presses) throws Exception {
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int time = 0; time < 2; time++) {
            for (Inbound press : presses) {
                work.add(() -> {
                    ann.application.conversation().handle(press);
                    return true;
                });
            }
        }
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            for (var done : pool.invokeAll(work)) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }
    }
}

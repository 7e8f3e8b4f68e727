package org.meshquiz.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.meshquiz.memory.ChatAnswer.Confidence;

/** Review logs of simulated people whose memory follows known parameters, asked by a scheduler that does not know them. */
final class SimulatedLog {
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private final Fsrs truth;
    private final double luck;
    private final SplittableRandom random;

    /**
     * @param truth what memory follows
     * @param luck chance of a right answer without knowledge
     */
    SimulatedLog(Parameters truth, double luck, long seed) {
        this.truth = new Fsrs(truth);
        this.luck = luck;
        this.random = new SplittableRandom(seed);
    }

    /** Histories of that many questions, each met on a random day of the first half. */
    List<History> histories(int questions, int days) {
        List<History> histories = new ArrayList<>();
        for (int i = 0; i < questions; i++) {
            histories.add(history(random.nextInt(days / 2), days));
        }
        return histories;
    }

    private History history(int met, int days) {
        Fsrs usual = new Fsrs(Parameters.DEFAULT);
        ChatMemory scheduler = new ChatMemory(usual);
        List<Review> reviews = new ArrayList<>();
        boolean known = random.nextDouble() < ChatMemory.FIRST_RECALL;
        SimulatedMemory memory = SimulatedMemory.met(truth, random, met, known);
        ChatAnswer answer = answer(known);
        MemoryState believed = scheduler.first(answer);
        reviews.add(new Review(moment(met), answer));
        int wait = usual.interval(believed.stability(), 0.9, 365);
        for (int day = met + wait; day < days; day += wait) {
            answer = answer(memory.review(day));
            believed = scheduler.next(believed, wait, answer);
            reviews.add(new Review(moment(day), answer));
            wait = usual.interval(believed.stability(), 0.9, 365);
        }
        return new History(reviews, ZoneOffset.UTC);
    }

    private ChatAnswer answer(boolean known) {
        return new ChatAnswer(known || random.nextDouble() < luck, luck, Confidence.PLAIN);
    }

    private static Instant moment(int day) {
        return START.plus(Duration.ofDays(day));
    }
}

package org.meshquiz.quiz;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meshquiz.quiz.view.Draft;
import org.meshquiz.quiz.view.Draft.Option;
import org.meshquiz.store.Deliveries.Delivery;
import org.meshquiz.store.QuestionReports.Report;

/** {@code /flag}: what somebody finds wrong with a question that they were asked. */
final class FlagCommand {
    private static final List<String> KINDS = List.of("wrong", "outdated", "ambiguous", "typo");
    private static final int LONGEST = 500;

    /** {@code /flag [delivery] [kind or words]}; without a number, of the question answered last. */
    void flag(Talk talk, String words) {
        String[] parts = words.strip().split("\\s+", 2);
        boolean numbered = parts[0].matches("\\d{1,18}");
        String said = numbered ? (parts.length > 1 ? parts[1] : "") : words.strip();
        Optional<Delivery> delivery = numbered
                ? talk.tx().deliveries().find(talk.learner().id(), Long.parseLong(parts[0]))
                : talk.tx().deliveries().lastSettled(talk.learner().id());
        if (delivery.isEmpty()) {
            talk.note(talk.phrases().say("report.nothing"));
        } else if (said.isEmpty()) {
            talk.say(kinds(talk, delivery.get()));
        } else if (KINDS.contains(said)) {
            write(talk, delivery.get(), said, null);
        } else {
            write(talk, delivery.get(), "other", said.length() > LONGEST ? said.substring(0, LONGEST) : said);
        }
    }

    private static Draft kinds(Talk talk, Delivery delivery) {
        return Draft.builder()
                .text(talk.phrases().say("report.ask", "number", Long.toString(delivery.id())))
                .rows(
                        KINDS.stream()
                                .map(kind -> Option.command(
                                        talk.phrases().say("report." + kind), "/flag " + delivery.id() + " " + kind))
                                .toList(),
                        2)
                .build();
    }

    private static void write(Talk talk, Delivery delivery, String kind, @Nullable String words) {
        talk.tx()
                .questionReports()
                .add(talk.learner().id(), new Report(delivery.question(), delivery.version(), kind, words, talk.now()));
        talk.note(talk.phrases().say("report.thanks"));
    }
}

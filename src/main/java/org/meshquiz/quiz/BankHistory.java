package org.meshquiz.quiz;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meshquiz.bank.Bank;
import org.meshquiz.bank.QuestionJson;
import org.meshquiz.question.Question;
import org.meshquiz.question.Question.Origin;
import org.meshquiz.store.Database;
import org.meshquiz.store.Questions;
import org.meshquiz.store.Questions.Known;
import org.meshquiz.store.Questions.Snapshot;
import org.meshquiz.store.Transaction;

/**
 * Brings the stored history of the bank up to date: a new question is version 1, a changed text a new version, a changed
 * note section marks its authored questions for review, and what has gone is retired. Doing it twice changes nothing.
 */
public final class BankHistory {
    private final Database database;
    private final InstantSource clock;

    public BankHistory(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Stores what is new about the bank and returns it with the version of each question. */
    public Catalog.Edition record(Bank bank) {
        List<Snapshot> snapshots = bank.questions().parallelStream()
                .map(question -> snapshot(bank, question))
                .toList();
        return database.write(tx -> record(tx, bank, snapshots));
    }

    private Catalog.Edition record(Transaction tx, Bank bank, List<Snapshot> snapshots) {
        Questions table = tx.questions();
        table.lock();
        Changes changes = new Changes(table.known());
        snapshots.forEach(changes::look);
        Instant now = clock.instant();
        table.add(changes.added, now);
        table.change(changes.changed, now);
        table.bringBack(changes.returned, now);
        table.needReview(changes.toReview, now);
        table.retire(changes.gone(), now);
        return new Catalog.Edition(bank, table.versions());
    }

    private static Snapshot snapshot(Bank bank, Question question) {
        String content = QuestionJson.writeStored(question);
        String section = question.source().origin() == Origin.AUTHORED
                ? bank.sectionText(question.source().note())
                        .map(BankHistory::hash)
                        .orElse(null)
                : null;
        return new Snapshot(
                question.id().value(),
                question.topic().skill(),
                question.source().revision(),
                hash(content),
                section,
                content);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What differs between the table and the bank. */
    private static final class Changes {
        private final Map<String, Known> known;
        private final Set<String> seen = new HashSet<>();
        private final List<Snapshot> added = new ArrayList<>();
        private final List<Snapshot> changed = new ArrayList<>();
        private final List<Snapshot> returned = new ArrayList<>();
        private final List<Snapshot> toReview = new ArrayList<>();

        Changes(Map<String, Known> known) {
            this.known = known;
        }

        void look(Snapshot now) {
            seen.add(now.id());
            @Nullable Known before = known.get(now.id());
            if (before == null) {
                added.add(now);
            } else if (!before.contentHash().equals(now.contentHash())) {
                changed.add(now);
            } else {
                if (before.retired()) {
                    returned.add(now);
                }
                if (!Objects.equals(before.sectionHash(), now.sectionHash())) {
                    toReview.add(now);
                }
            }
        }

        List<String> gone() {
            return known.entrySet().stream()
                    .filter(entry ->
                            !seen.contains(entry.getKey()) && !entry.getValue().retired())
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }
}

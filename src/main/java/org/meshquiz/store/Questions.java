package org.meshquiz.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The bank's history: which version of a question somebody was asked, and which questions have gone. */
public final class Questions {
    private final Handle handle;

    Questions(Handle handle) {
        this.handle = handle;
    }

    /**
     * A question as the bank holds it now.
     *
     * @param id its stable id
     * @param skill the skill's id
     * @param revision its author's count of changes of meaning
     * @param contentHash changes when any of its text changes
     * @param sectionHash changes when the note section it is tied to changes; null when there is none
     * @param content the whole question as JSON
     */
    public record Snapshot(
            String id,
            String skill,
            int revision,
            String contentHash,
            @Nullable String sectionHash,
            String content) {}

    /**
     * What the table holds of a question.
     *
     * @param version its number of texts so far, from 1
     * @param contentHash of the newest text
     * @param sectionHash of the note section when the question was last looked at
     * @param retired whether it is out of the bank
     * @param needsReview whether its note section has changed since its author looked at it
     */
    public record Known(
            int version, String contentHash, @Nullable String sectionHash, boolean retired, boolean needsReview) {}

    /** Keeps other nodes from bringing the bank up to date at the same time. */
    public void lock() {
        handle.execute("lock table question in share row exclusive mode");
    }

    /** Everything that was ever in the bank, by id. */
    public Map<String, Known> known() {
        Map<String, Known> known = new HashMap<>();
        handle.createQuery("""
                        select q.question_id, q.version, v.content_hash, q.section_hash, q.retired_at is not null,
                          q.needs_review
                        from question q join question_version v using (question_id, version)
                        """)
                .map((row, context) -> Map.entry(
                        row.getString(1),
                        new Known(
                                row.getInt(2),
                                row.getString(3),
                                row.getString(4),
                                row.getBoolean(5),
                                row.getBoolean(6))))
                .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
        return known;
    }

    /** The stored JSON of one version of a question. */
    public Optional<String> content(String id, int version) {
        return handle.createQuery("select content from question_version where question_id = :id and version = :version")
                .bind("id", id)
                .bind("version", version)
                .mapTo(String.class)
                .findOne();
    }

    /** Adds questions that were never there before, as version 1. */
    public void add(List<Snapshot> questions, Instant now) {
        batch("""
                insert into question (question_id, skill, version, revision, section_hash)
                values (:id, :skill, 1, :revision, :sectionHash)
                """, questions, now);
        batch("""
                insert into question_version (question_id, version, content_hash, content, since)
                values (:id, 1, :contentHash, cast(:content as jsonb), :now)
                """, questions, now);
    }

    /** Gives questions a new version: their text has changed. A look at the text is a look at the note, too. */
    public void change(List<Snapshot> questions, Instant now) {
        batch("""
                update question set version = version + 1, revision = :revision, skill = :skill,
                  section_hash = :sectionHash, needs_review = false, retired_at = null
                where question_id = :id
                """, questions, now);
        batch("""
                insert into question_version (question_id, version, content_hash, content, since)
                select question_id, version, :contentHash, cast(:content as jsonb), :now
                from question where question_id = :id
                """, questions, now);
    }

    /** Marks questions whose note section has changed under them. */
    public void needReview(List<Snapshot> questions, Instant now) {
        batch(
                "update question set needs_review = true, section_hash = :sectionHash where question_id = :id",
                questions,
                now);
    }

    /** Brings back questions that had gone, unchanged. */
    public void bringBack(List<Snapshot> questions, Instant now) {
        batch("update question set retired_at = null where question_id = :id", questions, now);
    }

    /** Takes questions out of the bank; their history stays. */
    public void retire(List<String> ids, Instant now) {
        if (!ids.isEmpty()) {
            handle.createUpdate("update question set retired_at = :now where question_id = any(:ids)")
                    .bind("now", now)
                    .bindArray("ids", String.class, ids)
                    .execute();
        }
    }

    /** The present text of each question of a skill that is in the bank, as JSON. */
    public List<String> contentsOf(String skill) {
        return handle.createQuery("""
                        select v.content::text from question q join question_version v using (question_id, version)
                        where q.skill = :skill and q.retired_at is null
                        """).bind("skill", skill).mapTo(String.class).list();
    }

    /** The version now served of every question that is in the bank. */
    public Map<String, Integer> versions() {
        Map<String, Integer> versions = new HashMap<>();
        handle.createQuery("select question_id, version from question where retired_at is null")
                .map((row, context) -> Map.entry(row.getString(1), row.getInt(2)))
                .forEach(entry -> versions.put(entry.getKey(), entry.getValue()));
        return versions;
    }

    private void batch(String sql, List<Snapshot> questions, Instant now) {
        if (questions.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(sql);
        for (Snapshot question : questions) {
            batch.bindMethods(question).bind("now", now).add();
        }
        batch.execute();
    }
}

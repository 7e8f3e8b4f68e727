package org.meshquiz.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.meshquiz.learner.LearnerId;

/** What people find wrong with questions. */
public final class QuestionReports {
    /** So many people who find a question wrong take it out of measuring. */
    public static final int TO_DOUBT = 3;

    private final Handle handle;

    QuestionReports(Handle handle) {
        this.handle = handle;
    }

    /**
     * A report.
     *
     * @param question the question's id
     * @param version of its text
     * @param kind wrong, outdated, ambiguous, typo or other
     * @param words what the person wrote, or null
     * @param madeAt when
     */
    public record Report(
            String question,
            int version,
            String kind,
            @Nullable String words,
            Instant madeAt) {}

    /** Writes down a report; one of the same person about the same text is replaced, and is to be looked at again. */
    public void add(LearnerId learner, Report report) {
        handle.createUpdate("""
                        insert into question_report (learner_id, question_id, question_version, kind, words, made_at)
                        values (:learner, :question, :version, :kind, :words, :madeAt)
                        on conflict (learner_id, question_id, question_version) do update set kind = excluded.kind,
                          words = coalesce(excluded.words, question_report.words), made_at = excluded.made_at,
                          settled_at = null
                        """)
                .bind("learner", learner.value())
                .bindMethods(report)
                .execute();
        handle.createUpdate("""
                        update question q set doubted_version = :version
                        where question_id = :question and doubted_version is distinct from :version
                          and (select count(*) from question_report r where r.question_id = :question
                            and r.question_version = :version and r.settled_at is null) >= :enough
                        """).bindMethods(report).bind("enough", TO_DOUBT).execute();
    }

    /** Ids of the questions whose present text is out of measuring. */
    public Set<String> doubted() {
        return new HashSet<>(handle.createQuery("select question_id from question where doubted_version = version")
                .mapTo(String.class)
                .list());
    }

    /** The reports of the present texts that nobody has looked at yet, the newest first. */
    public List<Report> open() {
        return handle.createQuery("""
                        select r.* from question_report r join question q using (question_id)
                        where r.settled_at is null and r.question_version = q.version and q.retired_at is null
                        order by r.made_at desc
                        """)
                .map((row, context) -> new Report(
                        row.getString("question_id"),
                        row.getInt("question_version"),
                        row.getString("kind"),
                        row.getString("words"),
                        row.getTimestamp("made_at").toInstant()))
                .list();
    }

    /** Somebody has looked at the reports of a question: it measures again. */
    public void settle(String question, Instant now) {
        handle.createUpdate("""
                        update question_report set settled_at = :now where question_id = :question and settled_at is null
                        """).bind("question", question).bind("now", now).execute();
        handle.createUpdate("update question set doubted_version = null where question_id = :question")
                .bind("question", question)
                .execute();
    }
}

package org.meshquiz.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.meshquiz.learner.LearnerId;

/** Everything kept about a person, for them to read. */
public final class PersonalData {
    /** Tables of personal data; all have the column learner_id. A test compares them with the schema. */
    static final List<String> TABLES = List.of(
            "learner",
            "learner_skill",
            "chat_address",
            "quiz_session",
            "daily_push",
            "delivery",
            "review",
            "confidence_tap",
            "memory_card",
            "learner_parameters",
            "ability",
            "keyboard",
            "group_answer",
            "team_member",
            "skill_day",
            "question_report",
            "page_link",
            "page_session");

    private final Handle handle;

    PersonalData(Handle handle) {
        this.handle = handle;
    }

    /** All rows about the person as JSON arrays, by table. Button tokens are left out: they are keys, not knowledge. */
    public Map<String, String> export(LearnerId learner) {
        Map<String, String> rows = new LinkedHashMap<>();
        for (String table : TABLES) {
            rows.put(
                    table,
                    handle.createQuery("""
                                    select coalesce(jsonb_agg(to_jsonb(t) - 'learner_id' - 'token'), '[]')::text
                                    from <table> t where learner_id = :learner
                                    """)
                            .define("table", table)
                            .bind("learner", learner.value())
                            .mapTo(String.class)
                            .one());
        }
        return rows;
    }
}

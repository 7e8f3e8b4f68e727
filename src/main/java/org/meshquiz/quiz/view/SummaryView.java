package org.meshquiz.quiz.view;

import java.util.List;
import java.util.Map;
import org.meshquiz.quiz.view.Draft.Option;

/** The end of a session: how it went, what to read again, and the levels as they stand. */
public final class SummaryView {
    private SummaryView() {}

    /**
     * A session looked back upon.
     *
     * @param right answered right at the first try
     * @param asked questions asked
     * @param again what to look at again, one line each
     * @param levels the level of each skill that the session was about, one line each
     * @param tomorrow how many questions come back tomorrow
     */
    public record Summary(int right, int asked, List<String> again, List<String> levels, int tomorrow) {}

    public static Draft draft(Summary summary, Phrases phrases) {
        Draft.Builder draft = Draft.builder()
                .text(phrases.say("summary.title", Map.of("right", summary.right(), "asked", summary.asked())));
        if (summary.again().isEmpty()) {
            draft.text(phrases.say("summary.all-right"));
        } else {
            draft.text(phrases.say("summary.look") + "\n• " + String.join("\n• ", summary.again()));
        }
        draft.text(String.join("\n", summary.levels()));
        if (summary.tomorrow() > 0) {
            draft.text(phrases.say("summary.return", "count", summary.tomorrow()));
        }
        return draft.row(
                        Option.command(phrases.say("button.more", "count", summary.asked()), "/quiz"),
                        Option.command(phrases.say("button.me"), "/me"))
                .build();
    }
}

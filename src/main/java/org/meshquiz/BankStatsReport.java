package org.meshquiz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintStream;
import org.meshquiz.question.Level;
import org.meshquiz.quiz.BankStats;

/** {@code bank stats} as people and machines read it. */
final class BankStatsReport {
    private final PrintStream out;

    BankStatsReport(PrintStream out) {
        this.out = out;
    }

    void json(BankStats stats) {
        try {
            out.println(JsonMapper.builder().build().writeValueAsString(stats));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("records of numbers and ids can always be written", impossible);
        }
    }

    void text(BankStats stats) {
        out.printf(
                "%-14s %8s %7s %7s   right at the first meeting, by level%n",
                "skill", "authored", "derived", "retired");
        stats.skills().forEach((name, skill) -> {
            out.printf("%-14s %8d %7d %7d  ", name, skill.authored(), skill.derived(), skill.retired());
            for (Level level : Level.values()) {
                BankStats.Answers answers = skill.levels().getOrDefault(level, new BankStats.Answers(0, 0));
                out.printf(" %s %s", level.key(), share(answers));
            }
            out.println();
        });
        stats.skills().forEach((name, skill) -> {
            skill.toReview()
                    .forEach(id -> out.println(id + ": its note section has changed; read it again and save it"));
            skill.doubtful().forEach(id -> out.println(id + ": fewer people are right than by chance; check its key"));
            skill.mislabelled()
                    .forEach(question -> out.printf(
                            "%s: %d first answers say that it is %s and not %s; change its level, or what makes it so%n",
                            question.id(),
                            question.answers(),
                            question.suggested().key(),
                            question.level().key()));
        });
    }

    private static String share(BankStats.Answers answers) {
        return answers.asked() == 0
                ? "-"
                : Math.round(100.0 * answers.right() / answers.asked()) + " % of " + answers.asked();
    }
}

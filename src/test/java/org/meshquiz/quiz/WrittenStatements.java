package org.meshquiz.quiz;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.meshquiz.ability.Posterior;

/** The statements of one person's answer, as written down with their values, for other people in pgbench's language. */
final class WrittenStatements {
    /** The driver does not write out a level that it sends as numbers; this one has as many. */
    private static final String LEVEL = Arrays.stream(Posterior.prior().masses())
            .mapToObj(Double::toString)
            .collect(Collectors.joining(",", "'{", "}'::float8[]"));

    private final List<String> statements;
    private final int person;

    private WrittenStatements(List<String> statements, int person) {
        this.statements = statements;
        this.person = person;
    }

    /**
     * The statements of an answer.
     *
     * @param person whose answer it was
     */
    static WrittenStatements of(List<String> statements, int person) {
        return new WrittenStatements(statements, person);
    }

    /**
     * A script that sends them in one transaction, each time for another person. It wants two variables: {@code n}, 0 at the
     * beginning, and {@code round}, how often the script was run before.
     *
     * @param first the first of the people, whose numbers follow each other
     * @param clients clients at once
     * @param each how many people a client answers for
     * @param variables lines that set further variables, each ended; they may use {@code person}
     */
    String script(int first, int clients, int each, String variables) {
        String all = statements.stream().map(this::line).collect(Collectors.joining());
        return """
                \\set person %d + (:round * %d + :client_id) * %d + :n
                \\set n :n + 1
                %sbegin;
                %scommit;
                """.formatted(first, clients, each, variables, all);
    }

    private String line(String statement) {
        String line = statement
                .replaceAll("\\s+", " ")
                .strip()
                // What follows a colon would be taken for a variable.
                .replace("\":", "\": ")
                .replace("('{}')", "('{}'::text[])")
                .replace(", ?,", ", " + LEVEL + ",")
                .replaceAll("\\('" + person + "'::int8\\)", ":person")
                .replaceAll("\\('c" + person + "'\\)", "('c' || :person)")
                .replaceAll("\\('u" + person + "'\\)", "('u' || :person)")
                .replaceAll("\\('t" + person + "-+'\\)", "(rpad('t' || :person, 22, '-'))")
                .replaceAll(
                        "((?:values \\(:person|select learner_id), )\\('[A-Za-z0-9_-]{22}'\\)", "$1md5(random()::text)")
                .replaceAll("\\('2\\d{7}'::int8\\)", ":session_id");
        line = line.replaceAll("\\('1\\d{7}'::int8\\)", ":delivery_id")
                .replaceAll("\\('3\\d{7}'::int8\\)", ":message_id");
        return line + (line.contains("as shown_in") ? " \\gset\n" : ";\n");
    }
}

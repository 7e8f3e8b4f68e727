package org.meshquiz.bank;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meshquiz.question.Choice;
import org.meshquiz.question.Key;
import org.meshquiz.question.Localized;
import org.meshquiz.question.Question;
import org.meshquiz.question.Question.Code;
import org.meshquiz.question.Question.Reference;

/** Writes question files. */
public final class QuestionYaml {
    private final StringBuilder text = new StringBuilder();

    private QuestionYaml() {}

    /**
     * The files that hold these authored questions, by path below the bank's folder: {@code istio/security.yaml}.
     *
     * @throws IllegalArgumentException where questions of one file name two notes
     */
    public static Map<String, String> write(Collection<Question> questions) {
        Map<String, List<Question>> files = questions.stream()
                .sorted(Comparator.comparing(Question::id))
                .collect(Collectors.groupingBy(
                        question -> question.topic().skill() + "/"
                                + question.topic().domain() + ".yaml",
                        TreeMap::new,
                        Collectors.toList()));
        Map<String, String> texts = new TreeMap<>();
        files.forEach((path, own) -> texts.put(path, file(path, own)));
        return texts;
    }

    private static String file(String path, List<Question> questions) {
        Question first = questions.get(0);
        String note = first.source().note().note();
        if (questions.stream()
                .anyMatch(question -> !question.source().note().note().equals(note))) {
            throw new IllegalArgumentException(
                    "the questions of " + path + " belong to two notes; give them domains of their own");
        }
        @Nullable String version = first.source().reference().version();
        QuestionYaml file = new QuestionYaml();
        file.line("", "skill", first.topic().skill());
        file.line("", "domain", first.topic().domain());
        file.line("", "note", note);
        file.line("", "version", version);
        file.text.append("questions:\n");
        questions.forEach(question -> file.question(question, version));
        return file.text.toString();
    }

    private void question(Question question, @Nullable String fileVersion) {
        Reference reference = question.source().reference();
        line("  - ", "id", question.id().value());
        line("    ", "level", question.topic().level().key());
        line("    ", "kind", question.key().kind());
        line("    ", "section", question.source().note().section().key());
        line("    ", "docs", Objects.toString(reference.docs(), null));
        if (!Objects.equals(reference.version(), fileVersion)) {
            line("    ", "version", reference.version());
        }
        if (question.source().revision() > 1) {
            text.append("    revision: ").append(question.source().revision()).append('\n');
        }
        languages("    ", "ask", question.prompt().ask());
        question.code().ifPresent(this::code);
        key(question.key());
        languages("    ", "explain", question.explanation());
    }

    private void code(Code code) {
        line("    ", "code", code.text());
        line("    ", "language", code.language());
    }

    private void key(Key key) {
        if (key instanceof Key.Typed typed) {
            List<String> forms = new ArrayList<>(typed.accept());
            forms.replaceAll(QuestionYaml::quoted);
            text.append("    accept: [").append(String.join(", ", forms)).append("]\n");
            return;
        }
        text.append("    options:\n");
        key.choices().forEach(this::option);
    }

    private void option(Choice choice) {
        String en = choice.text().en();
        String ru = choice.text().ru();
        if (en != null && en.equals(ru)) {
            line("      - ", "both", en);
        } else {
            line("      - ", "en", en);
            line("        ", "ru", ru);
        }
        if (choice.correct()) {
            text.append("        correct: true\n");
        }
        Localized why = choice.why();
        if (why != null) {
            languages("        ", "why", why);
        }
    }

    private void languages(String indent, String key, Localized value) {
        text.append(indent).append(key).append(":\n");
        line(indent + "  ", "en", value.en());
        line(indent + "  ", "ru", value.ru());
    }

    private void line(String indent, String key, @Nullable String value) {
        if (value != null) {
            text.append(indent).append(key).append(": ").append(quoted(value)).append('\n');
        }
    }

    /** In double quotes, as YAML and JSON both have them. */
    private static String quoted(String value) {
        String escaped = value.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
        return '"' + escaped + '"';
    }
}

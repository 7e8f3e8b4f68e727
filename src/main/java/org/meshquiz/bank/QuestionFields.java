package org.meshquiz.bank;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.meshquiz.question.Key;
import org.meshquiz.question.Level;
import org.meshquiz.question.Localized;
import org.meshquiz.question.Question;
import org.meshquiz.question.Question.Code;
import org.meshquiz.question.Question.NoteSection;
import org.meshquiz.question.Question.Origin;
import org.meshquiz.question.Question.Prompt;
import org.meshquiz.question.Question.Reference;
import org.meshquiz.question.Question.Source;
import org.meshquiz.question.Question.Topic;
import org.meshquiz.question.QuestionId;
import org.meshquiz.question.Section;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one question of a file. */
final class QuestionFields {
    static final List<String> LANGUAGES = List.of("yaml", "bash", "promql", "text", "json", "go", "dockerfile");

    private static final Fields.Shape QUESTION = new Fields.Shape(
            "a question",
            List.of(
                    "id",
                    "level",
                    "kind",
                    "section",
                    "docs",
                    "version",
                    "revision",
                    "ask",
                    "code",
                    "language",
                    "options",
                    "accept",
                    "explain"));
    private static final List<String> LEVELS =
            Arrays.stream(Level.values()).map(Level::key).toList();
    private static final List<String> SECTIONS =
            Arrays.stream(Section.values()).map(Section::key).toList();

    private final Fields fields;
    private final FileHead head;
    private final Faults faults;
    private final TextFields texts;

    private QuestionFields(Fields fields, FileHead head, Faults faults) {
        this.fields = fields;
        this.head = head;
        this.faults = faults;
        this.texts = new TextFields(faults);
    }

    /** The question; nothing where it has faults. */
    static Optional<PlacedQuestion> read(Node node, FileHead head, Faults faults) {
        return Fields.of(node, QUESTION, faults)
                .flatMap(fields -> new QuestionFields(fields, head, faults).question())
                .map(question -> new PlacedQuestion(question, YamlTree.line(node)));
    }

    private Optional<Question> question() {
        int before = faults.count();
        Optional<QuestionId> id = fields.neededText("id").flatMap(this::id);
        Optional<Level> level = word("level", LEVELS, Level::named);
        Optional<Section> section = word("section", SECTIONS, Section::withKey);
        Optional<Prompt> prompt = prompt();
        Optional<Key> key = new KeyFields(fields, name(), faults).read();
        Optional<Localized> explanation = texts.needed(fields, "explain", Limits.EXPLAIN);
        Optional<URI> docs = fields.neededText("docs").flatMap(this::docs);
        Optional<String> version = version();
        int revision = fields.text("revision").map(this::revision).orElse(1);
        if (faults.count() > before) {
            return Optional.empty();
        }
        return Optional.of(new Question(
                id.orElseThrow(),
                new Topic(head.skill(), head.domain(), level.orElseThrow()),
                prompt.orElseThrow(),
                key.orElseThrow(),
                explanation.orElseThrow(),
                new Source(
                        Origin.AUTHORED,
                        true,
                        new NoteSection(head.note(), section.orElseThrow()),
                        new Reference(docs.orElseThrow(), version.orElseThrow()),
                        revision)));
    }

    /** What faults call the question: its id in quotes. */
    private String name() {
        return fields.node("id")
                .flatMap(Fields::plain)
                .map(id -> "'" + Fields.shortened(id.text()) + "'")
                .orElse("the question");
    }

    private Optional<QuestionId> id(Fields.Value value) {
        try {
            return Optional.of(new QuestionId(value.text()));
        } catch (IllegalArgumentException e) {
            faults.add(value.line(), e);
            return Optional.empty();
        }
    }

    private <T> Optional<T> word(String key, List<String> allowed, Function<String, Optional<T>> meaning) {
        Optional<Fields.Value> value = fields.neededText(key);
        Optional<T> found =
                value.map(Fields.Value::text).filter(allowed::contains).flatMap(meaning);
        if (value.isPresent() && found.isEmpty()) {
            String word = value.get().text();
            faults.add(
                    value.get().line(), "'" + Fields.shortened(word) + "' is no " + key, Fields.nearest(word, allowed));
        }
        return found;
    }

    private Optional<Prompt> prompt() {
        Optional<Localized> ask = texts.needed(fields, "ask", Limits.ASK);
        if (!fields.has("code")) {
            fields.refuse("language", "stands without a code block", "add 'code' or delete it");
            return ask.map(text -> new Prompt(text, null));
        }
        Optional<String> language = word("language", LANGUAGES, Optional::of);
        Optional<String> lines = code();
        return ask.flatMap(text ->
                lines.flatMap(block -> language.map(name -> new Prompt(text, new Code(block, name)))));
    }

    private Optional<String> code() {
        Optional<Fields.Block> block = fields.block("code");
        block.ifPresent(code -> {
            long lines = code.text().lines().count();
            if (Limits.length(code.text()) > Limits.CODE) {
                String size = "'code' has " + Limits.length(code.text()) + " characters, " + Limits.CODE + " fit";
                faults.add(code.line(), size, "cut it to what the question needs");
            } else if (lines > Limits.CODE_LINES) {
                String size = "'code' has " + lines + " lines, " + Limits.CODE_LINES + " fit";
                faults.add(code.line(), size, "cut it to what the question needs");
            }
        });
        return block.map(Fields.Block::text);
    }

    private Optional<URI> docs(Fields.Value value) {
        try {
            URI page = new URI(value.text());
            if ("https".equals(page.getScheme()) && page.getHost() != null) {
                return Optional.of(page);
            }
        } catch (URISyntaxException e) {
            // The same fault as for an address of another kind.
        }
        faults.add(value.line(), "'docs' is not an https address", "name the product's documentation page");
        return Optional.empty();
    }

    private Optional<String> version() {
        Optional<String> own = texts.fitting(fields.text("version"), "version", FileHead.LONGEST);
        if (own.isEmpty() && head.version().isEmpty() && !fields.has("version")) {
            faults.add(
                    fields.line(),
                    name() + " names no product version",
                    "add 'version' at the top of the file or to the question");
        }
        return own.or(head::version);
    }

    private int revision(Fields.Value value) {
        if (value.text().matches("[1-9]\\d{0,4}")) {
            return Integer.parseInt(value.text());
        }
        faults.add(value.line(), "'revision' is no count of changes", "write a whole number from 1");
        return 1;
    }
}

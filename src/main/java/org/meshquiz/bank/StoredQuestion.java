package org.meshquiz.bank;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.meshquiz.question.Choice;
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

/** Reads the stored form of a question. */
final class StoredQuestion {
    private final JsonNode root;

    StoredQuestion(JsonNode root) {
        this.root = root;
    }

    Question question() {
        return new Question(
                new QuestionId(word(root, "id")),
                new Topic(word(root, "skill"), word(root, "domain"), known(root, "level", Level::named)),
                new Prompt(text(root, "ask"), code()),
                key(),
                text(root, "explain"),
                source());
    }

    private Source source() {
        JsonNode note = needed(root, "note");
        Origin origin = known(root, "origin", StoredQuestion::origin);
        NoteSection section = new NoteSection(word(note, "name"), known(note, "section", Section::withKey));
        String docs = wordOrNull("docs");
        Reference reference = new Reference(docs == null ? null : URI.create(docs), wordOrNull("version"));
        return new Source(origin, needed(root, "measures").asBoolean(), section, reference, revision());
    }

    private int revision() {
        return needed(root, "revision").asInt();
    }

    private @Nullable Code code() {
        JsonNode code = root.path("code");
        return code.isObject() ? new Code(word(code, "text"), word(code, "language")) : null;
    }

    private Key key() {
        return known(root, "kind", kind -> switch (kind) {
            case "single" -> Optional.of(new Key.Single(choices()));
            case "several" -> Optional.of(new Key.Several(choices()));
            case "typed" -> Optional.of(new Key.Typed(accepted()));
            default -> Optional.<Key>empty();
        });
    }

    private List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        for (JsonNode option : needed(root, "options")) {
            Localized why = option.has("why") ? text(option, "why") : null;
            choices.add(new Choice(languages(option), needed(option, "correct").asBoolean(), why));
        }
        return choices;
    }

    private List<String> accepted() {
        List<String> forms = new ArrayList<>();
        needed(root, "accept").forEach(form -> forms.add(form.asText()));
        return forms;
    }

    private @Nullable String wordOrNull(String key) {
        return root.path(key).isTextual() ? root.path(key).textValue() : null;
    }

    private static Optional<Origin> origin(String word) {
        return List.of(Origin.values()).stream()
                .filter(origin -> origin.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    private static Localized text(JsonNode node, String key) {
        return languages(needed(node, key));
    }

    private static Localized languages(JsonNode node) {
        return new Localized(node.path("en").textValue(), node.path("ru").textValue());
    }

    private static <T> T known(JsonNode node, String key, Function<String, Optional<T>> meaning) {
        String word = word(node, key);
        return meaning.apply(word).orElseThrow(() -> unreadable("'" + word + "' is no " + key));
    }

    private static String word(JsonNode node, String key) {
        JsonNode value = needed(node, key);
        if (!value.isTextual()) {
            throw unreadable("'" + key + "' is no text");
        }
        return value.textValue();
    }

    private static JsonNode needed(JsonNode node, String key) {
        if (!node.hasNonNull(key)) {
            throw unreadable("there is no '" + key + "'");
        }
        return node.get(key);
    }

    private static IllegalArgumentException unreadable(String what) {
        return new IllegalArgumentException(
                "a stored question cannot be read: " + what + "; was it written by a newer version?");
    }
}

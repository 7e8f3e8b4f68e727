package org.meshquiz.bank;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meshquiz.question.Choice;
import org.meshquiz.question.Key;
import org.meshquiz.question.Localized;
import org.meshquiz.question.Question;
import org.meshquiz.question.Question.Code;
import org.meshquiz.question.Question.Reference;

/**
 * Questions as one line of JSON each, in two forms: the exported one for other tools, and the stored one, which keeps
 * everything, so that a version of a question can be shown long after its file has changed.
 */
public final class QuestionJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private QuestionJson() {}

    /**
     * The exported form. A language that the question lacks has no key; {@code code}, {@code docs} and {@code version}
     * are null where there is none.
     *
     * @param noteHeading the section of the note as the note heads it, for {@code note}: {@code Istio#Troubleshooting}
     */
    public static String writeExported(Question question, String noteHeading) {
        ObjectNode line = head(question);
        line.put("note", question.source().note().note() + "#" + noteHeading);
        line.set("ask", text(question.prompt().ask()));
        line.put("code", question.code().map(Code::text).orElse(null));
        putKey(line, question.key(), false);
        line.set("explain", text(question.explanation()));
        putReference(line, question.source().reference());
        return write(line);
    }

    /** The stored form; {@link #read} reads it. Equal questions give equal lines. */
    public static String writeStored(Question question) {
        ObjectNode line = head(question);
        line.put("revision", question.source().revision());
        line.putObject("note")
                .put("name", question.source().note().note())
                .put("section", question.source().note().section().key());
        line.set("ask", text(question.prompt().ask()));
        ObjectNode code = question.code()
                .map(block -> JSON.createObjectNode().put("text", block.text()).put("language", block.language()))
                .orElse(null);
        line.set("code", code);
        putKey(line, question.key(), true);
        line.set("explain", text(question.explanation()));
        putReference(line, question.source().reference());
        return write(line);
    }

    /**
     * Reads the stored form.
     *
     * @throws IllegalArgumentException where the text is not a question in that form
     */
    public static Question read(String json) {
        try {
            return new StoredQuestion(JSON.readTree(json)).question();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a stored question is no JSON; restore its table from a backup", e);
        }
    }

    private static ObjectNode head(Question question) {
        return JSON.createObjectNode()
                .put("id", question.id().value())
                .put("skill", question.topic().skill())
                .put("domain", question.topic().domain())
                .put("level", question.topic().level().key())
                .put("kind", question.key().kind())
                .put("measures", question.source().measures())
                .put("origin", question.source().origin().name().toLowerCase(Locale.ROOT));
    }

    private static void putKey(ObjectNode line, Key key, boolean reasons) {
        ArrayNode options = line.putArray("options");
        for (Choice choice : key.choices()) {
            ObjectNode option = text(choice.text()).put("correct", choice.correct());
            @Nullable Localized why = choice.why();
            if (reasons && why != null) {
                option.set("why", text(why));
            }
            options.add(option);
        }
        ArrayNode accept = line.putArray("accept");
        if (key instanceof Key.Typed typed) {
            typed.accept().forEach(accept::add);
        }
    }

    private static void putReference(ObjectNode line, Reference reference) {
        line.put("docs", reference.docs() == null ? null : reference.docs().toString());
        line.put("version", reference.version());
    }

    private static ObjectNode text(Localized text) {
        ObjectNode languages = JSON.createObjectNode();
        text.languages().forEach(language -> languages.put(language.getLanguage(), text.in(language)));
        return languages;
    }

    private static String write(JsonNode line) {
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.meshquiz.bank;

import java.util.List;
import java.util.Optional;
import org.meshquiz.question.Localized;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads texts that exist in two languages. */
final class TextFields {
    private static final Fields.Shape SHAPE = new Fields.Shape("a text in two languages", List.of("en", "ru"));

    private final Faults faults;

    TextFields(Faults faults) {
        this.faults = faults;
    }

    /** The text under a key that has to be there, in both languages and at most that long in each. */
    Optional<Localized> needed(Fields fields, String key, int longest) {
        return fields.needed(key).flatMap(node -> read(node, key, longest));
    }

    /** The text under a key; a fault where it is there but wrong. */
    Optional<Localized> read(Node node, String key, int longest) {
        return Fields.of(node, SHAPE, faults).flatMap(languages -> read(languages, key, longest));
    }

    /** The text whose languages are keys of that mapping. */
    Optional<Localized> read(Fields languages, String name, int longest) {
        Optional<String> en = fitting(languages.neededText("en"), name, longest);
        Optional<String> ru = fitting(languages.neededText("ru"), name, longest);
        return en.flatMap(english -> ru.map(russian -> new Localized(english, russian)));
    }

    /** The text when it is short enough; a fault where it is not. */
    Optional<String> fitting(Optional<Fields.Value> value, String name, int longest) {
        value.filter(text -> Limits.length(text.text()) > longest)
                .ifPresent(text -> faults.add(
                        text.line(),
                        "'" + name + "' has " + Limits.length(text.text()) + " characters, " + longest + " fit",
                        "shorten it"));
        return value.map(Fields.Value::text).filter(text -> Limits.length(text) <= longest);
    }
}

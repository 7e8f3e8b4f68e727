package org.meshquiz.bank.exchange;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meshquiz.question.Level;
import org.meshquiz.question.Question;
import org.meshquiz.question.Question.Code;
import org.meshquiz.question.Question.NoteSection;
import org.meshquiz.question.Question.Origin;
import org.meshquiz.question.Question.Reference;
import org.meshquiz.question.Question.Source;
import org.meshquiz.question.Question.Topic;
import org.meshquiz.question.Section;

/**
 * What the other tools have no field for, as tags like {@code level::middle}: they keep tags, and people can filter by
 * them. What a tag cannot hold in a value is percent-encoded.
 */
final class Tags {
    private static final String JOINT = "::";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*+");

    private final Map<String, String> values = new LinkedHashMap<>();

    /** Reads tags; those without a value are nobody's but the other tool's. */
    Tags(List<String> tags) {
        for (String tag : tags) {
            int joint = tag.indexOf(JOINT);
            if (joint > 0) {
                values.put(tag.substring(0, joint), decode(tag.substring(joint + JOINT.length())));
            }
        }
    }

    /** The tags of a question. */
    static List<String> of(Question question) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        values.put("skill", question.topic().skill());
        values.put("domain", question.topic().domain());
        values.put("level", question.topic().level().key());
        values.put("note", question.source().note().note());
        values.put("section", question.source().note().section().key());
        Reference reference = question.source().reference();
        values.put("docs", reference.docs() == null ? null : reference.docs().toString());
        values.put("version", reference.version());
        values.put("revision", String.valueOf(question.source().revision()));
        values.put("language", question.code().map(Code::language).orElse(null));
        List<String> tags = new ArrayList<>();
        values.forEach((key, value) -> {
            if (value != null) {
                tags.add(key + JOINT + encode(value));
            }
        });
        return tags;
    }

    Topic topic() {
        return new Topic(name("skill"), name("domain"), known("level", Level::named));
    }

    Source source() {
        String docs = values.get("docs");
        return new Source(
                Origin.AUTHORED,
                true,
                new NoteSection(needed("note"), known("section", Section::withKey)),
                new Reference(docs == null ? null : URI.create(docs), values.get("version")),
                Integer.parseInt(values.getOrDefault("revision", "1")));
    }

    /** The language of the question's code block. */
    String codeLanguage() {
        return values.getOrDefault("language", "text");
    }

    /** A name that becomes part of a file's path. */
    private String name(String key) {
        String value = needed(key);
        if (!NAME.matcher(value).matches()) {
            throw new IllegalArgumentException("the tag '" + key + JOINT
                    + "…' is no name of small Latin letters, digits and hyphens; mend it in the other tool");
        }
        return value;
    }

    private String needed(String key) {
        return Optional.ofNullable(values.get(key))
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no tag '" + key + JOINT + "…'; add it to the question in the other tool"));
    }

    private <T> T known(String key, Function<String, Optional<T>> meaning) {
        String value = needed(key);
        return meaning.apply(value)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the tag '" + key + JOINT + value + "' is unknown; use one that README.md of the bank lists"));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A%2F%2F", "://")
                .replace("%2F", "/");
    }

    private static String decode(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}

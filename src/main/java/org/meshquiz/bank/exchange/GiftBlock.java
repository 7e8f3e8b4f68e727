package org.meshquiz.bank.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meshquiz.bank.exchange.Exchanged.Option;
import org.meshquiz.question.Question;

/**
 * One question of a GIFT file: the lines up to the next blank one.
 *
 * @param line where it starts, from 1
 * @param tags of the comment above it
 * @param body from its name to its closing brace
 */
record GiftBlock(int line, List<String> tags, String body) {
    private static final Pattern TAG = Pattern.compile("\\[tag:([^\\]]*+)\\]");
    private static final Pattern NAME = Pattern.compile("::((?:[^:\\\\]|\\\\.)*+)::(?:\\[\\w++\\])?+", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("(?:[^\\\\{]|\\\\.)*+", Pattern.DOTALL);
    private static final Pattern OTHER_KIND = Pattern.compile("(?i)(?:T|TRUE|F|FALSE)\\s*+}|#");
    private static final Pattern ANSWER = Pattern.compile(
            "\\s*+(####|[=~])((?:%-?[\\d.]++%)?+)((?:[^\\\\=~#}]|\\\\.)*+)(?:#(?!#)((?:[^\\\\=~#}]|\\\\.)*+))?+",
            Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("(.*?)\\n\\n```[^\\n]*+\\n(.*)\\n```", Pattern.DOTALL);

    GiftBlock {
        tags = List.copyOf(tags);
    }

    /** The questions of a file; lines of categories are not needed, tags say the same. */
    static List<GiftBlock> split(String text) {
        List<GiftBlock> blocks = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        int start = 0;
        int number = 0;
        for (String line : (text + "\n\n").split("\\R", -1)) {
            number++;
            if (line.isBlank()) {
                if (!body.isEmpty()) {
                    blocks.add(new GiftBlock(start, tags, body.toString()));
                    tags.clear();
                    body.setLength(0);
                }
            } else if (line.startsWith("//")) {
                TAG.matcher(line).results().forEach(tag -> tags.add(tag.group(1)));
            } else if (!line.startsWith("$CATEGORY")) {
                start = body.isEmpty() ? number : start;
                body.append(line).append('\n');
            }
        }
        return blocks;
    }

    /**
     * The question in the block.
     *
     * @throws IllegalArgumentException where it is none, with the remedy
     */
    Question question(Locale language) {
        Matcher name = NAME.matcher(body);
        if (!name.lookingAt()) {
            throw new IllegalArgumentException("the question has no name; begin with ::its-id::");
        }
        Matcher text = TEXT.matcher(body).region(name.end(), body.length());
        boolean read = text.lookingAt();
        if (!read || text.end() == body.length()) {
            throw new IllegalArgumentException("the question has no answers; write them between { and }");
        }
        return question(language, plain(name.group(1)), plain(text.group()), text.end() + 1);
    }

    private Question question(Locale language, String id, String prompt, int answersFrom) {
        Answers answers = answers(answersFrom);
        Matcher code = CODE.matcher(prompt);
        boolean hasCode = code.matches();
        @Nullable String block = hasCode ? code.group(2) : null;
        return new Exchanged(
                        id,
                        hasCode ? code.group(1) : prompt,
                        block,
                        answers.options(),
                        answers.accept(),
                        answers.explanation())
                .question(language, answers.weighted(), new Tags(tags));
    }

    /**
     * The part in braces.
     *
     * @param weighted whether several options may be chosen
     */
    private record Answers(List<Option> options, List<String> accept, String explanation, boolean weighted) {}

    private Answers answers(int from) {
        List<Option> options = new ArrayList<>();
        String explanation = "";
        boolean weighted = false;
        boolean choice = false;
        Matcher answer = ANSWER.matcher(body).region(from, body.length());
        int end = from;
        while (answer.lookingAt()) {
            String weight = answer.group(2);
            String text = plain(answer.group(3)).strip();
            if (answer.group(1).equals("####")) {
                explanation = text;
            } else {
                weighted |= !weight.isEmpty();
                choice |= answer.group(1).equals("~");
                boolean correct = weight.isEmpty() ? answer.group(1).equals("=") : !weight.startsWith("%-");
                String why =
                        answer.group(4) == null ? "" : plain(answer.group(4)).strip();
                options.add(new Option(text, correct, why));
            }
            end = answer.end();
            answer.region(end, body.length());
        }
        String rest = body.substring(end).strip();
        if (OTHER_KIND.matcher(rest).lookingAt()) {
            throw new IllegalArgumentException(
                    "it is a true-or-false or a number question; give it options, or texts that count");
        }
        if (!rest.equals("}")) {
            throw new IllegalArgumentException("the answers end without }; escape = ~ # { } in texts with a backslash");
        }
        List<String> accept = options.stream().map(Option::text).toList();
        return new Answers(choice ? options : List.of(), choice ? List.of() : accept, explanation, weighted);
    }

    /** The text without GIFT's escapes. */
    private static String plain(String escaped) {
        StringBuilder plain = new StringBuilder();
        for (int at = 0; at < escaped.length(); at++) {
            char sign = escaped.charAt(at);
            if (sign == '\\' && at + 1 < escaped.length()) {
                at++;
                sign = escaped.charAt(at) == 'n' ? '\n' : escaped.charAt(at);
            }
            plain.append(sign);
        }
        return plain.toString();
    }
}

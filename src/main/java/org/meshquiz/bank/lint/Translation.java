package org.meshquiz.bank.lint;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.meshquiz.question.Localized;
import org.meshquiz.question.Question;
import org.meshquiz.question.Question.Origin;

/** Both languages say the same: every text exists in both, is translated, and holds the same code. */
final class Translation {
    /** Names, units and commands stay as they are; a phrase has some words and one that only joins others. */
    private static final int PHRASE = 3;

    private static final Pattern JOINING =
            Pattern.compile("\\b(?:the|an?|of|to|is|are|was|in|on|at|and|or|for|with|it|its"
                    + "|not|by|from|that|this|which|what|how|why|when|as|into|does|has|have)\\b");
    private static final Pattern SMALL_WORD = Pattern.compile("(?<![\\w.-])[a-z]{2,}(?![\\w.-])");
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");

    private Translation() {}

    static Stream<Complaint> complaints(Question question) {
        Stream<Localized> shown = Stream.concat(
                Stream.of(question.prompt().ask()),
                question.key().choices().stream().map(choice -> choice.text()));
        Stream<Localized> told = Stream.concat(
                Stream.of(question.explanation()),
                question.key().choices().stream().map(choice -> choice.why()).filter(Objects::nonNull));
        return Stream.concat(
                        shown.flatMap(text -> Stream.concat(faults(text, question), otherCode(text))),
                        told.flatMap(text -> faults(text, question)))
                .map(fault -> new Complaint(question.id(), fault, "make both languages say the same"));
    }

    private static Stream<String> faults(Localized text, Question question) {
        String en = text.en();
        String ru = text.ru();
        if (en == null || ru == null) {
            boolean authored = question.source().origin() == Origin.AUTHORED;
            return authored ? Stream.of("lacks a language in '" + some(text) + "'") : Stream.empty();
        }
        if (CYRILLIC.matcher(Words.prose(en)).find()) {
            return Stream.of("has Cyrillic letters in the English '" + some(text) + "'");
        }
        boolean untranslated =
                isPhrase(Words.prose(en)) && !CYRILLIC.matcher(Words.prose(ru)).find();
        return untranslated ? Stream.of("is not translated in '" + some(text) + "'") : Stream.empty();
    }

    private static boolean isPhrase(String english) {
        return JOINING.matcher(english).find()
                && SMALL_WORD.matcher(english).results().count() >= PHRASE;
    }

    /** Placeholders in code are translated, names are not. */
    private static Stream<String> otherCode(Localized text) {
        if (text.languages().size() < 2) {
            return Stream.empty();
        }
        Set<String> english = Words.code(text.in(Localized.ENGLISH));
        Set<String> russian = Words.code(text.in(Localized.RUSSIAN));
        Set<String> names =
                russian.stream().filter(code -> !CYRILLIC.matcher(code).find()).collect(Collectors.toSet());
        boolean same = english.size() == russian.size() && english.containsAll(names);
        return same ? Stream.empty() : Stream.of("has other code in the Russian of '" + some(text) + "'");
    }

    private static String some(Localized text) {
        String all = text.in(Localized.ENGLISH);
        return all.length() <= 40 ? all : all.substring(0, 40) + "…";
    }
}

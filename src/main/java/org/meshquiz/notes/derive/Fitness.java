package org.meshquiz.notes.derive;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.meshquiz.question.Localized;

/** Says what keeps a draft from being a good question, whatever its options. */
final class Fitness {
    private static final int LONGEST_ASK = 300;
    static final int LONGEST_OPTION = 100;
    /** A statement of fewer words is true of more than one thing. */
    static final int FEWEST_WORDS = 3;

    private static final int FEWEST_WORDS_OF_PROBLEM = 2;
    private static final int MOST_TYPED_WORDS = 3;
    private static final double LEAST_LEFT = 0.5;
    private static final Pattern EXAMPLE =
            Pattern.compile("(?iu)(?:например|к примеру|e\\.g\\.|for example|such as)[^.]*___");
    private static final Pattern VAGUE = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:проблем|ошибк|сбо[йия]|сложност|трудност|problem|issue|error|failure|trouble)\\p{L}*+");
    private static final Pattern PART_OF_A_WORD = Pattern.compile("___-\\p{L}|\\p{L}-___");
    private static final Pattern FILLED_IN = Pattern.compile("[<>{}\\[\\]$*/=\"']|\\.\\p{L}");

    private final Words words;

    Fitness(Words words) {
        this.words = words;
    }

    /** What is wrong with a draft, in any of its languages. */
    Optional<String> fault(Draft draft) {
        for (Locale language : draft.languages()) {
            String given = draft.given().in(language);
            Optional<String> fault = thing(draft.fact(), language)
                    .or(() -> length(draft, language))
                    .or(() ->
                            draft.kind().asksForStatement() ? statement(draft, language) : cue(draft, given, language));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return draft.kind() == Kind.TYPED ? typed(draft.fact()) : Optional.empty();
    }

    /** Whether the thing is one that can be asked about at all. */
    private Optional<String> thing(Fact fact, Locale language) {
        String thing = fact.thing().in(language);
        return switch (fact.home().family()) {
            case TOOL, TERM ->
                fact.home().twin().names().stream()
                                .anyMatch(name -> words.of(name).equals(words.of(thing)))
                        ? Optional.of("it is the skill itself")
                        : Optional.empty();
            case RELATION ->
                Breadth.isField(thing)
                        ? Optional.of("it is a whole field, and most statements fit a field")
                        : Optional.empty();
            case PROBLEM ->
                isVague(words, thing)
                        ? Optional.of("the problem is named too vaguely to tell its remedy from others")
                        : Optional.empty();
            case SKILL, COMMAND, LEVEL, CARD -> Optional.empty();
        };
    }

    /** Whether a problem is named so widely that the remedies of others fit it too. */
    static boolean isVague(Words words, String problem) {
        return words.of(VAGUE.matcher(problem).replaceAll(" ")).size() < FEWEST_WORDS_OF_PROBLEM;
    }

    private static Optional<String> length(Draft draft, Locale language) {
        int ask = draft.ask(true).in(language).length();
        if (ask > LONGEST_ASK) {
            return Optional.of("the question would have " + ask + " characters, " + LONGEST_ASK + " fit");
        }
        int option = draft.right().in(language).length();
        return option > LONGEST_OPTION
                ? Optional.of("the answer has " + option + " characters, " + LONGEST_OPTION + " fit")
                : Optional.empty();
    }

    private Optional<String> statement(Draft draft, Locale language) {
        boolean tooShort = words.of(draft.right().in(language)).size() < FEWEST_WORDS;
        return tooShort && draft.kind() != Kind.CARD
                ? Optional.of("what the note says of it is too short to tell it from others")
                : Optional.empty();
    }

    private Optional<String> cue(Draft draft, String given, Locale language) {
        boolean command = draft.fact().home().family() == Family.COMMAND;
        if (PART_OF_A_WORD.matcher(given).find()) {
            return Optional.of(
                    "the name is part of another word there, and what is left of it tells it or means nothing");
        }
        int left = words.of(given).size();
        int before = words.of(draft.fact().said().in(language)).size();
        if (command && EXAMPLE.matcher(given).find()) {
            return Optional.of("the command is only an example there");
        }
        if (left < FEWEST_WORDS) {
            return Optional.of("what the note says of it is too short to tell it from others");
        }
        return left < LEAST_LEFT * before
                ? Optional.of("too little is left of the text once the name is hidden in it")
                : Optional.empty();
    }

    private static Optional<String> typed(Fact fact) {
        String command = fact.thing().in(Localized.ENGLISH).replace("`", "");
        boolean open = FILLED_IN.matcher(command).find() || command.split(" ").length > MOST_TYPED_WORDS;
        return open ? Optional.of("the command has parts that can be written in more than one way") : Optional.empty();
    }
}

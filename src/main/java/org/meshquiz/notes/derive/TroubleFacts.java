package org.meshquiz.notes.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.meshquiz.notes.Unit;
import org.meshquiz.question.Localized;

/** What a unit of the troubleshooting section gives: its problem with the remedy, and the commands that it names. */
final class TroubleFacts {
    private static final Pattern COMMAND = Pattern.compile("[a-z][a-z0-9_.-]*+( [^\\s`]++){1,8}");
    private static final int LONGEST_COMMAND = 70;

    private TroubleFacts() {}

    /** What is written alike in both languages. */
    static String key(Unit.Trouble trouble) {
        return String.join(" ", Sentences.code(advice(trouble)));
    }

    /**
     * The facts of a unit.
     *
     * @param place where it stands; its slug and family are not used
     */
    static List<Fact> of(Fact.Home place, Pair<Unit.Trouble> pair) {
        List<Fact> facts = new ArrayList<>();
        pair.where(trouble -> !trouble.problem().isEmpty() && !trouble.remedy().isEmpty())
                .ifPresent(useful -> facts.add(problem(place, useful)));
        for (String command : commands(pair)) {
            Fact.Home home = home(place, Family.COMMAND, Slug.of(command));
            Localized said = pair.text(gapped(command));
            facts.add(new Fact(
                    home, said.map(text -> "`" + command + "`"), said, pair.text(TroubleFacts::advice), List.of()));
        }
        return facts;
    }

    private static Fact problem(Fact.Home place, Pair<Unit.Trouble> pair) {
        Fact.Home home =
                home(place, Family.PROBLEM, Slug.of(pair.first().problem().text()));
        Localized problem =
                pair.text(trouble -> Sentences.bare(trouble.problem().text()));
        Localized remedy = pair.text(trouble -> Sentences.first(trouble.remedy().text()));
        return new Fact(home, problem, remedy, pair.text(TroubleFacts::advice), List.of());
    }

    private static Fact.Home home(Fact.Home place, Family family, String slug) {
        return new Fact.Home(place.twin(), family, place.section(), slug, place.spot());
    }

    private static String advice(Unit.Trouble trouble) {
        return trouble.wordings().stream()
                .map(words -> words.text())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(Facts.DASH));
    }

    /** The commands that the unit names in every language that it has. */
    private static List<String> commands(Pair<Unit.Trouble> pair) {
        Localized advice = pair.text(TroubleFacts::advice);
        List<Set<String>> code = advice.languages().stream()
                .map(language -> Set.copyOf(Sentences.code(advice.in(language))))
                .toList();
        return Sentences.code(advice(pair.first())).stream()
                .filter(TroubleFacts::isCommand)
                .filter(command -> code.stream().allMatch(all -> all.contains(command)))
                .toList();
    }

    /** The sentence that a command stands in, with a gap for it. */
    private static Function<Unit.Trouble, String> gapped(String command) {
        return trouble -> Sentences.bare(advice(trouble).replace("`" + command + "`", Masking.GAP));
    }

    /** Whether code is a command with something behind it, and not a file, a flag or a setting. */
    private static boolean isCommand(String code) {
        return code.length() <= LONGEST_COMMAND && COMMAND.matcher(code).matches() && !code.contains(" = ");
    }
}

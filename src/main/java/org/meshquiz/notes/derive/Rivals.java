package org.meshquiz.notes.derive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which facts may give wrong options to a question about another: near it, of its kind, and certainly not true. Safe for several threads. */
final class Rivals {
    /** Statements that share more of their words than this may both be true. */
    private static final double TOO_LIKE = 0.25;

    private static final double ONE_AND_THE_SAME = 0.7;
    private static final int MOST_OF_A_TIER = 32;
    private static final Pattern VERB_ENDING =
            Pattern.compile("(?iu)(?:.*(?:(йте|ьте|ите|йтесь|итесь)|(ть|ти|чь|ться|тись)))");

    private final Map<String, List<Fact>> bySkill = new HashMap<>();
    private final List<Fact> skills;
    private final Map<String, String> forms = new ConcurrentHashMap<>();
    private final Map<String, Boolean> vague = new ConcurrentHashMap<>();
    private final Neighbours neighbours;
    private final Words words;

    Rivals(List<Fact> facts, Neighbours neighbours, Words words) {
        facts.forEach(fact -> bySkill.computeIfAbsent(
                        key(fact.home().family(), fact.home().skill()), key -> new ArrayList<>())
                .add(fact));
        this.skills = facts.stream()
                .filter(fact -> fact.home().family() == Family.SKILL)
                .toList();
        this.neighbours = neighbours;
        this.words = words;
    }

    /**
     * The facts that may be taken, the nearest group first: those of the note itself, its other things, the notes near it.
     * A large group is represented by some of its facts, others for each question.
     */
    List<List<Fact>> tiers(Kind kind, Fact fact) {
        Fact.Home home = fact.home();
        List<List<Fact>> tiers = new ArrayList<>();
        tiers.add(of(home.family(), home.skill()));
        boolean ownNoteOnly = kind == Kind.LEVEL || kind == Kind.PROBLEM || kind == Kind.CARD;
        if (kind == Kind.NAME || kind == Kind.MEANING) {
            tiers.add(of(home.family() == Family.TOOL ? Family.TERM : Family.TOOL, home.skill()));
        }
        if (!ownNoteOnly) {
            tiers.add(neighbours.of(home.twin()).stream()
                    .flatMap(skill -> of(home.family(), skill).stream())
                    .toList());
        }
        if (kind == Kind.SKILL) {
            tiers.add(skills);
        }
        return tiers.stream().map(tier -> some(tier, fact)).toList();
    }

    /**
     * Whether another fact's option would be wrong beyond doubt, and not out of place.
     *
     * @param given what the question shows
     */
    boolean fits(Kind kind, Fact fact, Fact other, String given, Locale language) {
        if (other.home().isSame(fact.home())) {
            return false;
        }
        String said = fact.said().in(language);
        String otherSaid = other.said().in(language);
        if (kind == Kind.LEVEL || kind == Kind.CARD) {
            return words.likeness(said, otherSaid) < ONE_AND_THE_SAME;
        }
        boolean alike = words.likeness(said, otherSaid) >= TOO_LIKE || words.sameKind(said, otherSaid);
        if (alike || sameThing(fact, other, language)) {
            return false;
        }
        return kind.asksForStatement() ? statementFits(fact, other, language) : thingFits(fact, other, given, language);
    }

    private boolean statementFits(Fact fact, Fact other, Locale language) {
        String said = other.said().in(language);
        return words.of(said).size() >= Fitness.FEWEST_WORDS
                && !words.within(fact.thing().in(language), said)
                && (isNear(fact, other) || form(said).equals(form(fact.said().in(language))));
    }

    private boolean thingFits(Fact fact, Fact other, String given, Locale language) {
        String thing = other.thing().in(language);
        boolean fits = switch (fact.home().family()) {
            case RELATION -> !Breadth.isField(thing) && !isSkill(fact, thing);
            case PROBLEM -> !isVague(thing) && words.shared(given, thing) == 0;
            case COMMAND ->
                isNear(fact, other)
                        || program(thing).equals(program(fact.thing().in(language)));
            case SKILL, TOOL, TERM, LEVEL, CARD -> true;
        };
        return fits && !words.within(thing, given);
    }

    private boolean isVague(String problem) {
        return vague.computeIfAbsent(problem, name -> Fitness.isVague(words, name));
    }

    private boolean isSkill(Fact fact, String thing) {
        return fact.home().twin().names().stream().anyMatch(name -> words.overlap(name, thing));
    }

    private static boolean isNear(Fact fact, Fact other) {
        return fact.home().skill().equals(other.home().skill());
    }

    private static String program(String command) {
        return command.split(" ", 2)[0];
    }

    /** Whether two things are one, or one a kind of the other, under any of their names. */
    private boolean sameThing(Fact fact, Fact other, Locale language) {
        String thing = fact.thing().in(language);
        String second = other.thing().in(language);
        return words.overlap(thing, second)
                || Breadth.overlap(thing, second)
                || words.soundAlike(thing, second)
                || isAcronym(second, thing)
                || isAcronym(thing, second)
                || fact.otherNames().stream().anyMatch(name -> words.overlap(name, second))
                || other.otherNames().stream().anyMatch(name -> words.overlap(name, thing));
    }

    private static List<Fact> some(List<Fact> tier, Fact fact) {
        if (tier.size() <= MOST_OF_A_TIER) {
            return tier;
        }
        int start = Math.floorMod(Chance.of(fact.home().skill() + fact.home().slug()), tier.size());
        List<Fact> some = new ArrayList<>();
        for (int step = 0; step < MOST_OF_A_TIER; step++) {
            some.add(tier.get((start + step) % tier.size()));
        }
        return some;
    }

    private List<Fact> of(Family family, String skill) {
        return bySkill.getOrDefault(key(family, skill), List.of());
    }

    private static String key(Family family, String skill) {
        return family + " " + skill;
    }

    private static boolean isAcronym(String acronym, String name) {
        boolean small = acronym.isEmpty() || Character.isLowerCase(acronym.charAt(0));
        if (small || acronym.indexOf(' ') >= 0 || name.indexOf(' ') < 0) {
            return false;
        }
        String initials = Words.WORD
                .matcher(name)
                .results()
                .map(word -> word.group().substring(0, 1).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
        return initials.equals(acronym);
    }

    /** Whether a Russian statement commands, names an action, or is neither: options of one question are of one form. */
    private String form(String statement) {
        return forms.computeIfAbsent(statement, Rivals::formOf);
    }

    private static String formOf(String statement) {
        int end = statement.indexOf(' ');
        var verb = VERB_ENDING.matcher(end < 0 ? statement : statement.substring(0, end));
        if (!verb.matches()) {
            return "noun";
        }
        return verb.group(1) == null ? "infinitive" : "imperative";
    }
}

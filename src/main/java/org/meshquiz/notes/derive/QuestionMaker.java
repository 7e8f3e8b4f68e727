package org.meshquiz.notes.derive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meshquiz.question.Choice;
import org.meshquiz.question.Key;
import org.meshquiz.question.Localized;
import org.meshquiz.question.Question;
import org.meshquiz.question.QuestionId;

/** Makes a question of one kind from a fact, or says why there can be none. */
final class QuestionMaker {
    private static final int LONGEST_WHY = 200;
    private static final int LONGEST_EXPLANATION = 600;
    private static final int MOST_TYPED_WORDS = 2;
    /** A right statement that is this many times as long as the others stands out. */
    private static final double STANDING_OUT = 1.6;

    private final Rivals rivals;
    private final Words words;
    private final Fitness fitness;

    QuestionMaker(Rivals rivals, Words words) {
        this.rivals = rivals;
        this.words = words;
        this.fitness = new Fitness(words);
    }

    /**
     * What came of a try.
     *
     * @param question null where there is none
     * @param refusal why there is none; empty where there is one
     */
    record Attempt(@Nullable Question question, String refusal) {}

    /**
     * Makes the question in all of the languages, or not at all.
     *
     * @param id its last part tells the kind
     * @param measures whether it may count for a level, as long as its options are from its own note
     */
    Attempt make(Kind kind, Fact fact, List<Locale> languages, String id, boolean measures) {
        Localized given = Draft.localized(languages, language -> given(kind, fact, language));
        Localized right = Draft.localized(languages, language -> Draft.answer(kind, fact, language));
        Draft draft = new Draft(kind, fact, languages, id, given, right);
        Optional<String> fault = fitness.fault(draft);
        if (fault.isPresent()) {
            return new Attempt(null, fault.get());
        }
        return kind == Kind.TYPED || isShortCard(draft) ? typed(draft) : choice(draft, measures);
    }

    /** What the question shows; the asked thing is hidden in it, the note's own skill is not. */
    private static String given(Kind kind, Fact fact, Locale language) {
        if (kind.asksForStatement()) {
            return fact.thing().in(language);
        }
        String said = fact.said().in(language);
        if (kind == Kind.PROBLEM || fact.home().family() == Family.COMMAND) {
            return said;
        }
        List<String> names = new ArrayList<>(fact.otherNames());
        names.add(fact.thing().in(language));
        List<String> kept = kind == Kind.SKILL ? List.of() : fact.home().twin().names();
        return new Masking(names, kept).hide(said);
    }

    /** Whether the back of a flash card is a word or a command, which a person can write. */
    private static boolean isShortCard(Draft draft) {
        return draft.kind() == Kind.CARD
                && draft.languages().stream()
                        .map(draft.right()::in)
                        .allMatch(back -> back.startsWith("`") || back.split(" ").length <= MOST_TYPED_WORDS);
    }

    private static Attempt typed(Draft draft) {
        List<String> accepted = draft.languages().stream()
                .map(language -> draft.right().in(language).replace("`", ""))
                .distinct()
                .toList();
        return new Attempt(question(draft, draft.ask(true), new Key.Typed(accepted), false), "");
    }

    private Attempt choice(Draft draft, boolean measures) {
        Options options = new Options(words, draft.languages());
        Optional<List<Options.Wrong>> chosen = options.choose(draft.id(), draft.right(), tiers(draft));
        if (chosen.isEmpty()) {
            return new Attempt(null, "fewer than " + Options.WRONG + " wrong options fit");
        }
        for (boolean named : draft.kind().standsAlone() ? List.of(true, false) : List.of(true)) {
            Localized ask = draft.ask(named);
            List<Options.Wrong> wrong = chosen.get();
            if (options.givesAway(ask, draft.right(), wrong)) {
                wrong = options.mended(ask, draft.right(), wrong, tiers(draft)).orElse(List.of());
            }
            if (!wrong.isEmpty() && draft.kind().asksForStatement() && standsOut(draft, wrong)) {
                return new Attempt(null, "the right option would be much longer than the others");
            }
            if (!wrong.isEmpty()) {
                return new Attempt(choice(draft, ask, wrong, measures), "");
            }
        }
        return new Attempt(null, "the right option alone would repeat words of the question");
    }

    private static boolean standsOut(Draft draft, List<Options.Wrong> wrong) {
        return draft.languages().stream().anyMatch(language -> {
            double mean = wrong.stream()
                    .mapToInt(option -> option.text().in(language).length())
                    .average()
                    .orElse(0);
            return draft.right().in(language).length() > STANDING_OUT * mean;
        });
    }

    private Stream<List<Options.Wrong>> tiers(Draft draft) {
        return rivals.tiers(draft.kind(), draft.fact()).stream()
                .map(tier -> tier.stream()
                        .filter(other -> fits(draft, other))
                        .map(other -> new Options.Wrong(draft.option(other), other))
                        .toList());
    }

    private boolean fits(Draft draft, Fact other) {
        return other.speaks(draft.languages())
                && draft.languages().stream()
                        .allMatch(language ->
                                Draft.answer(draft.kind(), other, language).length() <= Fitness.LONGEST_OPTION
                                        && rivals.fits(
                                                draft.kind(),
                                                draft.fact(),
                                                other,
                                                draft.given().in(language),
                                                language));
    }

    private static Question choice(Draft draft, Localized ask, List<Options.Wrong> wrong, boolean measures) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(draft.right(), true, null));
        wrong.forEach(option -> choices.add(new Choice(option.text(), false, why(draft, option.fact()))));
        choices.sort(Comparator.comparingInt(
                choice -> Chance.of(draft.id() + choice.text().in(Localized.ENGLISH))));
        Fact.Home home = draft.fact().home();
        boolean ownNote = wrong.stream()
                .map(option -> option.fact().home())
                .allMatch(other -> other.skill().equals(home.skill()) && other.family() == home.family());
        return question(draft, ask, new Key.Single(choices), measures && ownNote);
    }

    /** A wrong option is told apart by what it is true of. */
    private static @Nullable Localized why(Draft draft, Fact other) {
        Localized full =
                Draft.localized(draft.languages(), language -> other.full().in(language));
        boolean fits = draft.languages().stream()
                .allMatch(language -> full.in(language).length() <= LONGEST_WHY);
        return fits ? full : null;
    }

    private static Question question(Draft draft, Localized ask, Key key, boolean measures) {
        Fact fact = draft.fact();
        Fact.Home home = fact.home();
        Localized explanation = Draft.localized(draft.languages(), language -> explanation(fact, language));
        Question.NoteSection section =
                new Question.NoteSection(home.twin().first().face().name(), home.section());
        return new Question(
                new QuestionId(draft.id()),
                new Question.Topic(
                        home.skill(), home.section().key(), draft.kind().level()),
                new Question.Prompt(ask, null),
                key,
                explanation,
                new Question.Source(Question.Origin.DERIVED, measures, section, Question.Reference.NONE, 1));
    }

    private static String explanation(Fact fact, Locale language) {
        String full = fact.full().in(language);
        return full.length() <= LONGEST_EXPLANATION
                ? full
                : fact.thing().in(language) + Facts.DASH + fact.said().in(language);
    }
}

package org.meshquiz.notes.derive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meshquiz.notes.Vault;
import org.meshquiz.question.Question;

/**
 * Makes questions of a vault's notes. Where the notes in both languages say the same, it is one question; what stands in
 * one language alone is asked in that one.
 */
public final class Derivation {
    /** A thing that a note explains twice in nearly the same words is asked about once. */
    private static final double SAME = 0.6;

    /** The questions that the notes give; the same notes always give the same questions. */
    public Derived derive(Vault vault) {
        List<Twin> twins = Twin.of(vault);
        List<Fact> facts = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        for (Twin twin : twins) {
            Facts found = Facts.of(twin);
            facts.addAll(found.all());
            skipped.addAll(found.skipped());
        }
        Words words = new Words();
        Set<Fact> repeated = repeated(facts, words, skipped);
        facts.removeIf(repeated::contains);
        QuestionMaker maker = new QuestionMaker(new Rivals(facts, new Neighbours(twins), words), words);
        Run run = new Run(skipped);
        // Facts do not depend on each other; what they give is taken in their order, whichever is worked out first.
        facts.parallelStream().map(fact -> made(maker, fact)).toList().forEach(all -> all.forEach(run::keep));
        twins.forEach(twin -> new CheckLists(twin).questions().forEach(run::keep));
        return new Derived(run.questions, skipped);
    }

    /** The facts that an earlier one of the same note has told already; each is reported. */
    private static Set<Fact> repeated(List<Fact> facts, Words words, List<Skipped> skipped) {
        Map<String, Fact> told = new HashMap<>();
        Set<Fact> repeated = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Fact fact : facts) {
            Locale language = fact.thing().languages().get(0);
            String name = fact.home().skill() + " " + fact.thing().in(language).toLowerCase(Locale.ROOT);
            Fact first = told.putIfAbsent(name, fact);
            boolean same = first != null
                    && words.likeness(first.said().in(language), fact.said().in(language)) >= SAME;
            if (same) {
                repeated.add(fact);
                skipped.add(Skipped.anyKind(
                        fact.home(), "line " + first.home().spot().line() + " says the same of it"));
            }
        }
        return repeated;
    }

    /**
     * What came of a fact and a kind of question.
     *
     * @param question null where there is none
     * @param skipped why there is none; null where there is one
     */
    private record Made(
            Kind kind,
            Fact fact,
            @Nullable Question question,
            @Nullable Skipped skipped) {}

    /** All that a fact gives, one measuring question at most. */
    private static List<Made> made(QuestionMaker maker, Fact fact) {
        List<Made> all = new ArrayList<>();
        boolean measured = false;
        for (Kind kind : Kind.of(fact.home().family())) {
            for (Made made : made(maker, kind, fact, kind.measuring() && !measured)) {
                measured |= made.question() != null && made.question().source().measures();
                all.add(made);
            }
        }
        return all;
    }

    /** The question in all the fact's languages; if that cannot be, one for each language that can. */
    private static List<Made> made(QuestionMaker maker, Kind kind, Fact fact, boolean measures) {
        List<Locale> all = fact.thing().languages();
        String id = fact.home().id() + "." + kind.key();
        QuestionMaker.Attempt whole = maker.make(kind, fact, all, id, measures);
        if (whole.question() != null) {
            return List.of(new Made(kind, fact, whole.question(), null));
        }
        List<Made> single = new ArrayList<>();
        for (Locale language : all.size() > 1 ? all : List.<Locale>of()) {
            String own = single.isEmpty() ? id : id + "-" + language.getLanguage();
            Question question =
                    maker.make(kind, fact, List.of(language), own, measures).question();
            if (question != null) {
                single.add(new Made(kind, fact, question, null));
            }
        }
        return single.isEmpty() ? List.of(new Made(kind, fact, null, Skipped.of(fact, kind, whole.refusal()))) : single;
    }

    /** One derivation on its way: the first question of an id is kept. */
    private static final class Run {
        private final List<Skipped> skipped;
        private final List<Question> questions = new ArrayList<>();
        private final Set<String> ids = new HashSet<>();

        Run(List<Skipped> skipped) {
            this.skipped = skipped;
        }

        boolean keep(Question question) {
            return ids.add(question.id().value()) && questions.add(question);
        }

        void keep(Made made) {
            if (made.skipped() != null) {
                skipped.add(made.skipped());
            } else if (made.question() != null && !keep(made.question())) {
                String why =
                        "another unit gives the question " + made.question().id();
                skipped.add(Skipped.of(made.fact(), made.kind(), why));
            }
        }
    }
}

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
        Run run = new Run(new QuestionMaker(new Rivals(facts, new Neighbours(twins), words), words), skipped);
        facts.forEach(run::add);
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

    /** One derivation on its way. */
    private static final class Run {
        private final QuestionMaker maker;
        private final List<Skipped> skipped;
        private final List<Question> questions = new ArrayList<>();
        private final Set<String> ids = new HashSet<>();

        Run(QuestionMaker maker, List<Skipped> skipped) {
            this.maker = maker;
            this.skipped = skipped;
        }

        void add(Fact fact) {
            boolean measured = false;
            for (Kind kind : Kind.of(fact.home().family())) {
                for (Question question : questions(kind, fact, kind.measuring() && !measured)) {
                    measured |= question.source().measures();
                    keep(kind, fact, question);
                }
            }
        }

        /** The question in all the fact's languages; if that cannot be, one for each language that can. */
        private List<Question> questions(Kind kind, Fact fact, boolean measures) {
            List<Locale> all = fact.thing().languages();
            String id = fact.home().id() + "." + kind.key();
            QuestionMaker.Attempt whole = maker.make(kind, fact, all, id, measures);
            if (whole.question() != null) {
                return List.of(whole.question());
            }
            List<Question> single = new ArrayList<>();
            for (Locale language : all.size() > 1 ? all : List.<Locale>of()) {
                String own = single.isEmpty() ? id : id + "-" + language.getLanguage();
                Question question =
                        maker.make(kind, fact, List.of(language), own, measures).question();
                if (question != null) {
                    single.add(question);
                }
            }
            if (single.isEmpty()) {
                skipped.add(Skipped.of(fact, kind, whole.refusal()));
            }
            return single;
        }

        void keep(Question question) {
            if (ids.add(question.id().value())) {
                questions.add(question);
            }
        }

        private void keep(Kind kind, Fact fact, Question question) {
            if (ids.add(question.id().value())) {
                questions.add(question);
            } else {
                skipped.add(Skipped.of(fact, kind, "another unit gives the question " + question.id()));
            }
        }
    }
}

package org.meshquiz.quiz;

import java.util.Map;
import java.util.Optional;
import org.meshquiz.bank.Bank;
import org.meshquiz.bank.QuestionJson;
import org.meshquiz.question.Question;
import org.meshquiz.store.Transaction;

/** The bank that is served now. A reload replaces all of it at once; work under way goes on with what it began with. */
public final class Catalog {
    private volatile Edition current;

    /**
     * A bank and the stored version of each of its questions.
     *
     * @param bank the questions and notes
     * @param versions by question id, counted from 1
     */
    public record Edition(Bank bank, Map<String, Integer> versions) {
        public Edition {
            versions = Map.copyOf(versions);
        }

        /** The version of a question's text; 1 for one that is not stored yet. */
        public int version(Question question) {
            return versions.getOrDefault(question.id().value(), 1);
        }
    }

    public Catalog(Edition first) {
        this.current = first;
    }

    public Edition current() {
        return current;
    }

    public Bank bank() {
        return current.bank();
    }

    public void replace(Edition edition) {
        current = edition;
    }

    /** The skill as people read it. */
    public String skillName(String id) {
        return bank().skill(id).map(skill -> skill.name()).orElse(id);
    }

    /** The question as it was put, in the bank's text or, where that has changed since, in the stored one. */
    public Question asPut(Transaction tx, String id, int version) {
        Edition edition = current;
        Optional<Question> served =
                edition.bank().question(id).filter(question -> edition.version(question) == version);
        return served.or(() -> tx.questions().content(id, version).map(QuestionJson::read))
                .orElseThrow(() -> new IllegalStateException("version " + version + " of '" + id + "' is not stored"));
    }
}

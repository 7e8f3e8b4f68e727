package org.meshquiz.notes.derive;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.meshquiz.question.Localized;

/** How a question of each kind is put, in Russian and English. */
final class Phrasing {
    private Phrasing() {}

    /**
     * The question about a fact.
     *
     * @param given what the question shows: a thing, or a statement with a gap
     * @param named whether the skill's name goes before it
     */
    static String ask(Kind kind, Fact fact, String given, Locale language, boolean named) {
        if (kind == Kind.CARD) {
            return given;
        }
        boolean russian = language.equals(Localized.RUSSIAN);
        String question = russian ? russian(kind, fact, "«" + given + "»") : english(kind, fact, "“" + given + "”");
        return named && kind != Kind.SKILL ? skill(fact, language) + ". " + question : question;
    }

    private static String skill(Fact fact, Locale language) {
        return fact.home()
                .twin()
                .in(language)
                .orElse(fact.home().twin().first())
                .skill()
                .name();
    }

    private static String russian(Kind kind, Fact fact, String given) {
        boolean tool = fact.home().family() == Family.TOOL;
        return switch (kind) {
            case NAME -> (tool ? "Какой инструмент описан так: " : "Какое понятие описано так: ") + given + "?";
            case MEANING -> "Какое описание подходит " + (tool ? "инструменту " : "понятию ") + given + "?";
            case SKILL -> "О какой технологии это сказано: " + given + "?";
            case LINK -> "О какой смежной технологии в заметке сказано: " + given + "?";
            case COMMAND -> "Какая команда пропущена: " + given + "?";
            case TYPED -> "Впишите пропущенную команду: " + given + " (" + hint(fact) + ").";
            case REMEDY -> "Ситуация: " + given + ". Что советует заметка?";
            case PROBLEM -> "Совет из заметки: " + given + ". В какой ситуации он помогает?";
            case LEVEL -> "Какой уровень описан в заметке так: " + given + "?";
            case CARD -> given;
        };
    }

    private static String english(Kind kind, Fact fact, String given) {
        boolean tool = fact.home().family() == Family.TOOL;
        return switch (kind) {
            case NAME -> "Which " + (tool ? "tool" : "term") + " is described as " + given + "?";
            case MEANING -> "Which description fits the " + (tool ? "tool " : "term ") + given + "?";
            case SKILL -> "Which technology is described as " + given + "?";
            case LINK -> "About which related technology does the note say " + given + "?";
            case COMMAND -> "Which command is missing in " + given + "?";
            case TYPED -> "Write the missing command: " + given + " (" + hint(fact) + ").";
            case REMEDY -> "Situation: " + given + ". What does the note advise?";
            case PROBLEM -> "The note advises: " + given + ". In which situation does it help?";
            case LEVEL -> "Which level does the note describe as " + given + "?";
            case CARD -> given;
        };
    }

    /** The command with all words but the first cut down to a letter, so that only one command fits. */
    private static String hint(Fact fact) {
        String[] words = fact.thing().in(Localized.ENGLISH).replace("`", "").split(" ");
        StringJoiner hint = new StringJoiner(" ", "`", "`");
        hint.add(words[0]);
        for (String word : List.of(words).subList(1, words.length)) {
            hint.add(word.charAt(0) + "…");
        }
        return hint.toString();
    }
}

package org.meshquiz.notes.derive;

import java.util.Locale;
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
            case LINK -> "О какой смежной технологии это сказано: " + given + "?";
            case COMMAND -> "Какая команда пропущена: " + given + "?";
            case TYPED -> "Впишите пропущенную команду: " + given + ". " + hint(fact, "Начало: ", ", всего слов: ");
            case REMEDY -> "Проблема: " + given + ". Что советует заметка?";
            case PROBLEM -> "Совет из заметки: " + given + ". От какой проблемы он?";
            case LEVEL -> "Какой уровень описан в заметке так: " + given + "?";
        };
    }

    private static String english(Kind kind, Fact fact, String given) {
        boolean tool = fact.home().family() == Family.TOOL;
        return switch (kind) {
            case NAME -> "Which " + (tool ? "tool" : "term") + " is described as " + given + "?";
            case MEANING -> "Which description fits the " + (tool ? "tool " : "term ") + given + "?";
            case SKILL -> "Which technology is described as " + given + "?";
            case LINK -> "Which related technology is this about: " + given + "?";
            case COMMAND -> "Which command is missing in " + given + "?";
            case TYPED ->
                "Write the missing command: " + given + ". " + hint(fact, "It begins with ", ", words in all: ");
            case REMEDY -> "Problem: " + given + ". What does the note advise?";
            case PROBLEM -> "The note advises: " + given + ". Against which problem?";
            case LEVEL -> "Which level does the note describe as " + given + "?";
        };
    }

    private static String hint(Fact fact, String start, String count) {
        String[] words = fact.thing().in(Localized.ENGLISH).replace("`", "").split(" ");
        return start + "`" + words[0] + "`" + count + words.length + ".";
    }
}

package org.meshquiz.bank.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meshquiz.question.Choice;
import org.meshquiz.question.Localized;
import org.meshquiz.question.Question;
import org.meshquiz.question.Question.Code;

/** A question and its outcome fit into one message of Telegram and into the sections of a Slack message, uncut. */
final class ChatLimits {
    /** Telegram counts the text of a message in UTF-16 units, without its markup. */
    private static final int TELEGRAM_MESSAGE = 4_096;

    /** Slack counts the text of a section, with its escapes. */
    private static final int SLACK_SECTION = 3_000;

    /** Room for the head line, the letters of the options, the due date and the addresses. */
    private static final int AROUND = 500;

    private ChatLimits() {}

    static Stream<Complaint> complaints(Question question) {
        return question.prompt().ask().languages().stream()
                .flatMap(language -> Stream.concat(
                        faults("question", asked(question, language)), faults("outcome", told(question, language))))
                .distinct()
                .map(fault -> new Complaint(question.id(), fault, "shorten it"));
    }

    private static Stream<String> faults(String message, List<String> sections) {
        int all = sections.stream().mapToInt(String::length).sum() + AROUND;
        if (all > TELEGRAM_MESSAGE) {
            return Stream.of("makes a " + message + " of " + all + " characters, Telegram takes " + TELEGRAM_MESSAGE);
        }
        return sections.stream()
                .mapToInt(ChatLimits::escapedLength)
                .filter(length -> length > SLACK_SECTION)
                .mapToObj(length -> "makes a section of " + length + " characters in the " + message + ", Slack takes "
                        + SLACK_SECTION);
    }

    private static List<String> asked(Question question, Locale language) {
        String options = question.key().choices().stream()
                .map(choice -> choice.text().in(language))
                .collect(Collectors.joining("\n"));
        return Stream.of(
                        question.prompt().ask().in(language),
                        question.code().map(Code::text).orElse(""),
                        options)
                .toList();
    }

    /** The question again with every reason, more than is ever told at once, and the explanation. */
    private static List<String> told(Question question, Locale language) {
        String reasons = question.key().choices().stream()
                .map(Choice::why)
                .map(why -> in(why, language))
                .collect(Collectors.joining("\n"));
        List<String> sections = new ArrayList<>(asked(question, language));
        sections.add(reasons);
        sections.add(question.explanation().in(language));
        return sections;
    }

    private static String in(@Nullable Localized text, Locale language) {
        return text == null ? "" : text.in(language);
    }

    private static int escapedLength(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .length();
    }
}

package org.meshquiz.quiz.view;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.meshquiz.chat.Span;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.quiz.view.Draft.Option;

/** Messages about joining accounts. */
public final class LinkView {
    private static final Map<String, String> BRANDS = Map.of("slack", "Slack", "telegram", "Telegram");

    private LinkView() {}

    /**
     * A new code and what to do with it.
     *
     * @param links addresses that carry the code, by platform
     * @param platforms where the person's chats are, this one included
     */
    public static Draft code(String code, Map<String, URI> links, List<String> platforms, Phrases phrases) {
        Draft.Builder draft =
                Draft.builder().text(phrases.say("link.code", "code", code)).text(phrases.say("link.code-care"));
        links.forEach((platform, link) -> draft.spans(
                List.of(Span.link(phrases.say("link.open", "platform", platform(platform, phrases)), link))));
        if (platforms.size() > 1) {
            draft.text(phrases.say("link.chats", "platforms", names(platforms, phrases)))
                    .row(Option.command(phrases.say("button.here"), "/link here"));
        }
        return draft.build();
    }

    /**
     * Asks whether this chat is to leave the account.
     *
     * @param others where the account's other chats are
     */
    public static Draft askToUnlink(List<String> others, Phrases phrases) {
        return Draft.builder()
                .text(phrases.say("unlink.ask", "platforms", names(others, phrases)))
                .row(Option.command(phrases.say("button.unlink"), "/unlink yes"))
                .build();
    }

    /**
     * This chat is on its own.
     *
     * @param others where the account goes on
     */
    public static Draft unlinked(List<String> others, Phrases phrases) {
        return Draft.of(phrases.say("unlink.done", "platforms", names(others, phrases)));
    }

    private static String names(List<String> platforms, Phrases phrases) {
        return platforms.stream().map(name -> platform(name, phrases)).collect(Collectors.joining(", "));
    }

    /** Asks one side whether they want to be joined. */
    public static Draft ask(String sentence, long request, Phrases phrases) {
        return Draft.builder()
                .text(sentence)
                .row(
                        Option.command(phrases.say("button.join"), "/link yes " + request),
                        Option.command(phrases.say("button.no"), "/link no " + request))
                .build();
    }

    /**
     * The accounts are one.
     *
     * @param answers in both together
     */
    public static Draft joined(int answers, Phrases phrases) {
        return Draft.builder()
                .text(phrases.say("link.joined", "answers", answers))
                .row(
                        Option.command(phrases.say("button.me"), "/me"),
                        Option.command(phrases.say("button.settings"), "/settings"))
                .build();
    }

    /** What people call the platform of that chat. */
    public static String platform(ChatAddress chat, Phrases phrases) {
        return platform(chat.platform(), phrases);
    }

    private static String platform(String platform, Phrases phrases) {
        return platform.equals("local") ? phrases.say("link.local-chat") : BRANDS.getOrDefault(platform, platform);
    }
}

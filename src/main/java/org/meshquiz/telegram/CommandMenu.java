package org.meshquiz.telegram;

import java.util.List;
import java.util.Locale;
import org.meshquiz.quiz.view.Phrases;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllChatAdministrators;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;

/** The commands that Telegram offers while somebody types, in their language. */
final class CommandMenu {
    private static final List<String> PRIVATE = List.of(
            "quiz",
            "placement",
            "next",
            "skills",
            "me",
            "leaderboard",
            "team",
            "dashboard",
            "settings",
            "pause",
            "resume",
            "language",
            "link",
            "help",
            "export",
            "forget");
    private static final List<String> GROUP = List.of("quiz", "leaderboard", "team");

    private CommandMenu() {}

    /** Registers them for every kind of chat, in Russian and, for everybody else, in English. */
    static void register(BotApi api) throws ApiFault {
        for (String language : List.of("", "ru")) {
            register(api, new BotCommandScopeAllPrivateChats(), language, PRIVATE);
            register(api, new BotCommandScopeAllGroupChats(), language, GROUP);
            register(api, new BotCommandScopeAllChatAdministrators(), language, GROUP);
        }
    }

    private static void register(BotApi api, BotCommandScope scope, String language, List<String> names)
            throws ApiFault {
        Phrases phrases = Phrases.in(Locale.forLanguageTag(language));
        List<BotCommand> commands = names.stream()
                .map(name -> new BotCommand(name, phrases.say("menu." + name)))
                .toList();
        api.call(SetMyCommands.builder()
                .commands(commands)
                .scope(scope)
                .languageCode(language.isEmpty() ? null : language)
                .build());
    }
}

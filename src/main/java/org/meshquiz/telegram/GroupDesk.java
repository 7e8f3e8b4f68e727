package org.meshquiz.telegram;

import java.util.Optional;
import java.util.Set;
import org.meshquiz.chat.Inbound;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.quiz.Intake;
import org.meshquiz.quiz.team.Groups;
import org.meshquiz.quiz.team.Groups.Act;
import org.meshquiz.quiz.team.Groups.Asker;
import org.meshquiz.quiz.team.Groups.Word;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChat;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;

/** What people do in groups, handed to the application; who administers a group is asked of Telegram each time. */
final class GroupDesk {
    private static final Set<String> ADMINISTRATORS = Set.of("creator", "administrator");

    private final BotApi api;
    private final Groups groups;
    private final Intake intake;
    private final Toasts toasts;
    private final String bot;

    GroupDesk(BotApi api, Groups groups, Intake intake, Toasts toasts) {
        this.api = api;
        this.groups = groups;
        this.intake = intake;
        this.toasts = toasts;
        this.bot = api.token().botId();
    }

    /** Does what an update asks for; what asks for nothing is noted as done. */
    void handle(Intake.Update update, Incoming incoming) {
        if (incoming instanceof Incoming.GroupCommand command) {
            command(update, act(command.person(), command.chat(), update.id()), command.name(), command.words());
        } else if (incoming instanceof Incoming.GroupPress press) {
            press(act(press.person(), press.chat(), update.id()), press.token(), press.callbackQuery());
        } else if (incoming instanceof Incoming.Vote vote && !vote.options().isEmpty()) {
            groups.vote(
                    vote.person(),
                    update.id(),
                    PollMessage.prefix(vote.poll()),
                    vote.options().get(0));
        } else if (incoming instanceof Incoming.Membership membership) {
            groups.membership(act(membership.person(), membership.chat(), update.id()), membership.mayWrite());
        } else if (incoming instanceof Incoming.Migration migration) {
            groups.move(
                    update.id(), migration.from().address(bot), migration.to().address(bot));
        } else {
            intake.done(update);
        }
    }

    private void command(Intake.Update update, Act act, String name, String words) {
        switch (name) {
            case "quiz" -> groups.quiz(act, words);
            case "team" -> groups.team(act, words, asker(act));
            case "leaderboard" -> groups.leaderboard(act, words);
            case "start", "help" -> groups.help(act);
            default -> intake.done(update);
        }
    }

    private void press(Act act, String token, String callbackQuery) {
        Word word = groups.isCommand(act.group(), token)
                ? groups.command(act, token, asker(act))
                : groups.press(act, token);
        toasts.show(callbackQuery, word.text(), word.startFirst());
    }

    /** Somebody of whom Telegram tells nothing has no name and no say. */
    private Asker asker(Act act) {
        Optional<ChatMember> member = member(act.group(), act.who().chat().chat());
        String name = member.map(known -> known.getUser().getFirstName()).orElse("");
        boolean administers = member.map(ChatMember::getStatus)
                .filter(ADMINISTRATORS::contains)
                .isPresent();
        return new Asker(name, administers, title(act.group()));
    }

    private String title(ChatAddress group) {
        try {
            return Optional.ofNullable(api.call(new GetChat(group.chat())).getTitle())
                    .orElse("");
        } catch (ApiFault fault) {
            return "";
        }
    }

    private Optional<ChatMember> member(ChatAddress group, String user) {
        try {
            return Optional.of(api.call(new GetChatMember(group.chat(), Long.valueOf(user))));
        } catch (ApiFault fault) {
            return Optional.empty();
        }
    }

    private Act act(Inbound.From who, TelegramChat chat, String updateId) {
        return new Act(who, new TelegramChat(chat.number(), null).address(bot), chat.address(bot), updateId);
    }
}

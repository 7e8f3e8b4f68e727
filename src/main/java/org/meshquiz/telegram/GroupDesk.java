package org.meshquiz.telegram;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.meshquiz.chat.Inbound;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.quiz.Groups;
import org.meshquiz.quiz.Groups.Act;
import org.meshquiz.quiz.Groups.Standing;
import org.meshquiz.quiz.Groups.Word;
import org.meshquiz.quiz.Intake;
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
            case "team" -> groups.team(act, words, isAdministrator(act));
            case "leaderboard" -> leaderboard(act);
            case "start", "help" -> groups.help(act);
            default -> intake.done(update);
        }
    }

    private void press(Act act, String token, String callbackQuery) {
        Optional<String> command = groups.command(act.group(), token);
        if (command.isEmpty()) {
            Word word = groups.press(act, token);
            toasts.show(callbackQuery, word.text(), word.startFirst());
        } else {
            groups.team(act, command.get().replaceFirst("^/team ", ""), isAdministrator(act));
            toasts.show(callbackQuery, "", false);
        }
    }

    private void leaderboard(Act act) {
        List<Standing> standings = groups.standings(act.group());
        List<String> names = standings.stream()
                .map(standing -> name(act.group(), standing.privateChat()))
                .toList();
        groups.leaderboard(act, standings, names);
    }

    /** What a group knows somebody by; a dash where Telegram does not tell. */
    String name(ChatAddress group, String person) {
        return member(group, person)
                .map(member -> member.getUser().getFirstName())
                .map(name -> name.replaceAll("[*`\\s]+", " ").strip())
                .filter(name -> !name.isEmpty())
                .orElse("—");
    }

    /** Somebody of whom Telegram tells nothing has no say. */
    private boolean isAdministrator(Act act) {
        return member(act.group(), act.who().chat().chat())
                .map(ChatMember::getStatus)
                .filter(ADMINISTRATORS::contains)
                .isPresent();
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

package org.meshquiz.slack;

import java.util.List;
import java.util.function.Function;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.Delivered;
import org.meshquiz.chat.Limit;
import org.meshquiz.chat.Messenger;
import org.meshquiz.learner.ChatAddress;

/** Sends to the workspace that an address is in. One that the app is not in, or not yet, is tried again later. */
final class WorkspaceMessenger implements Messenger {
    private static final Delivered ELSEWHERE = new Delivered.Unavailable("the app is not in that workspace");

    private final Workspaces workspaces;

    WorkspaceMessenger(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    @Override
    public Delivered send(ChatAddress to, Card card) {
        return with(to, messenger -> messenger.send(to, card));
    }

    @Override
    public Delivered edit(ChatAddress to, String messageId, Card card) {
        return with(to, messenger -> messenger.edit(to, messageId, card));
    }

    @Override
    public Delivered reply(ChatAddress to, String messageId, Card card) {
        return with(to, messenger -> messenger.reply(to, messageId, card));
    }

    @Override
    public List<Limit> limits(ChatAddress to, boolean edits) {
        return workspaces
                .find(to.bot())
                .map(workspace -> workspace.messenger().limits(to, edits))
                .orElse(List.of());
    }

    private Delivered with(ChatAddress to, Function<Messenger, Delivered> call) {
        return workspaces.find(to.bot()).map(Workspace::messenger).map(call).orElse(ELSEWHERE);
    }
}

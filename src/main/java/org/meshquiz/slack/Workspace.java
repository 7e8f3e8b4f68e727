package org.meshquiz.slack;

import org.meshquiz.chat.Messenger;

/**
 * A workspace that the app is in.
 *
 * @param team Slack's id of it
 * @param api requests with its token
 * @param messenger sends to its people and channels
 * @param desk takes in what they do
 */
record Workspace(String team, SlackApi api, Messenger messenger, Desk desk) implements AutoCloseable {
    @Override
    public void close() {
        desk.close();
        api.close();
    }
}

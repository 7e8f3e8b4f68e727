package org.meshquiz.slack;

import java.util.List;
import java.util.Optional;

/** Keeps the sealed tokens of the workspaces that have installed the app. Safe for several threads. */
public interface TokenStore {
    /** Keeps a workspace's token, new or another. */
    void save(String team, byte[] sealed);

    /** A workspace's token; empty where the app is not installed. */
    Optional<byte[]> find(String team);

    /** The workspaces, by Slack's ids. */
    List<String> teams();

    /** Forgets a workspace's token. */
    void remove(String team);
}

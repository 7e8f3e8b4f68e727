package org.meshquiz.slack;

import java.util.List;
import java.util.Optional;

/** For an app that nobody installs. */
enum NoTokens implements TokenStore {
    INSTANCE;

    @Override
    public void save(String team, byte[] sealed) {
        throw new IllegalStateException("nobody installs this app");
    }

    @Override
    public Optional<byte[]> find(String team) {
        return Optional.empty();
    }

    @Override
    public List<String> teams() {
        return List.of();
    }

    @Override
    public void remove(String team) {
        throw new IllegalStateException("nobody has installed this app");
    }
}

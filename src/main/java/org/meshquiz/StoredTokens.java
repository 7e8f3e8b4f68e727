package org.meshquiz;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.meshquiz.slack.TokenStore;
import org.meshquiz.store.Database;

/** Sealed tokens of Slack workspaces in the database. */
final class StoredTokens implements TokenStore {
    private final Database database;
    private final InstantSource clock;

    StoredTokens(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void save(String team, byte[] sealed) {
        database.write(tx -> {
            tx.slackInstallations().save(team, sealed, clock.instant());
            return true;
        });
    }

    @Override
    public Optional<byte[]> find(String team) {
        return database.single(tx -> tx.slackInstallations().find(team));
    }

    @Override
    public List<String> teams() {
        return database.single(tx -> tx.slackInstallations().teams());
    }

    @Override
    public void remove(String team) {
        database.write(tx -> {
            tx.slackInstallations().remove(team);
            return true;
        });
    }
}

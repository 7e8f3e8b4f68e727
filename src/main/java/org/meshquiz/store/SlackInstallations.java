package org.meshquiz.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Workspaces that have installed the app, each with its sealed token. */
public final class SlackInstallations {
    private final Handle handle;

    SlackInstallations(Handle handle) {
        this.handle = handle;
    }

    /** Writes a workspace's token, new or another. */
    public void save(String team, byte[] token, Instant now) {
        handle.createUpdate("""
                        insert into slack_installation (team, token, installed_at) values (:team, :token, :now)
                        on conflict (team) do update set token = excluded.token, installed_at = excluded.installed_at
                        """)
                .bind("team", team)
                .bind("token", token)
                .bind("now", now)
                .execute();
    }

    public Optional<byte[]> find(String team) {
        return handle.createQuery("select token from slack_installation where team = :team")
                .bind("team", team)
                .mapTo(byte[].class)
                .findOne();
    }

    /** All workspaces, by id. */
    public List<String> teams() {
        return handle.createQuery("select team from slack_installation order by team")
                .mapTo(String.class)
                .list();
    }

    public void remove(String team) {
        handle.createUpdate("delete from slack_installation where team = :team")
                .bind("team", team)
                .execute();
    }
}

package org.meshquiz.slack;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.meshquiz.quiz.Application;
import org.meshquiz.quiz.Intake;

/** The workspaces that the app is in; one that another node has taken in is found when something of it comes. */
final class Workspaces implements AutoCloseable {
    private final Map<String, Workspace> open = new ConcurrentHashMap<>();
    private final Queue<Workspace> left = new ConcurrentLinkedQueue<>();
    private final URI server;
    private final Function<String, Intake> intakes;
    private final Application application;
    private final InstantSource clock;
    private final Runnable outgoing;
    private volatile @Nullable Installation installation;

    Workspaces(
            URI server,
            Function<String, Intake> intakes,
            Application application,
            InstantSource clock,
            Runnable outgoing) {
        this.server = server;
        this.intakes = intakes;
        this.application = application;
        this.clock = clock;
        this.outgoing = outgoing;
    }

    /** From now on workspaces are also those that were installed there. */
    void installedBy(Installation by) {
        installation = by;
    }

    /** Opens all that have installed the app. */
    void openInstalled() {
        Installation by = installation;
        if (by != null) {
            by.teams().forEach(this::find);
        }
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** A workspace that the app is in; empty where it is not. */
    Optional<Workspace> find(String team) {
        Workspace known = open.get(team);
        Installation by = installation;
        if (known != null || by == null) {
            return Optional.ofNullable(known);
        }
        return by.token(team).map(token -> open(team, token));
    }

    /** Opens a workspace with a token; where it was open with another one, that one is let go. */
    synchronized Workspace open(String team, String token) {
        Workspace before = open.get(team);
        if (before != null && before.api().sendsWith(token)) {
            return before;
        }
        SlackApi api = new SlackApi(server, token);
        ResponseUrls urls = new ResponseUrls(clock);
        Desk desk = new Desk(
                api, team, intakes.apply(team), application, urls, new Desk.Surroundings(outgoing, this::leave));
        Workspace opened = new Workspace(team, api, new SlackMessenger(api, urls), desk);
        try {
            desk.start();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        open.put(team, opened);
        if (before != null) {
            left.add(before);
        }
        return opened;
    }

    /** The app was removed there: its token is forgotten. What is under way there ends with the program. */
    private void leave(String team) {
        Installation by = installation;
        if (by != null) {
            by.remove(team);
            Workspace gone = open.remove(team);
            if (gone != null) {
                left.add(gone);
            }
        }
    }

    @Override
    public void close() {
        open.values().forEach(Workspace::close);
        left.forEach(Workspace::close);
    }
}

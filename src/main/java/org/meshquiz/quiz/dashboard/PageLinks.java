package org.meshquiz.quiz.dashboard;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.meshquiz.chat.Span;
import org.meshquiz.quiz.Talk;
import org.meshquiz.quiz.view.Draft;

/** {@code /dashboard}: the way from a chat to one's pages. Where the pages are is known once the program serves them. */
public final class PageLinks {
    private final AtomicReference<@Nullable URI> local = new AtomicReference<>();
    private final AtomicReference<@Nullable URI> open = new AtomicReference<>();

    /**
     * Tells where the pages are.
     *
     * @param own address of this machine, for people of the local chat
     * @param known address by which everybody else reaches them, or null when there is none
     */
    public void serveAt(URI own, @Nullable URI known) {
        local.set(own);
        open.set(known);
    }

    /** {@code /dashboard}. */
    public void dashboard(Talk talk) {
        boolean here = talk.chat().platform().equals("local");
        URI base = here ? local.get() : open.get();
        if (base == null) {
            talk.say(talk.phrases().say("pages.nowhere"));
            return;
        }
        String path = here
                ? "/pages/local/" + talk.chat().chat()
                : "/pages/enter/" + PageAccess.link(talk.tx(), talk.learner().id(), talk.now());
        URI address = URI.create(base.toString().replaceFirst("/+$", "") + path);
        talk.say(Draft.builder()
                .spans(List.of(Span.link(talk.phrases().say("pages.open"), address)))
                .text(talk.phrases().say(here ? "pages.local" : "pages.once"))
                .build());
    }
}

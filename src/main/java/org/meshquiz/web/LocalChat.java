package org.meshquiz.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.meshquiz.chat.Inbound;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.quiz.Transcript;

/**
 * The local chat: its page, and the JSON interface that the page and scripts use. A person is whoever says so, hence it
 * answers to the person's own machine only.
 */
public final class LocalChat implements Routes {
    private static final String MESSAGES = "/api/chat/{person}/messages";

    private final Consumer<Inbound> conversation;
    private final Consumer<ChatAddress> delivery;
    private final Transcript transcript;
    private final InstantSource clock;
    private final Function<Duration, Instant> advance;
    private final PersonLocks locks = new PersonLocks();

    /**
     * @param conversation answers what a person did, by writing to the outbox
     * @param delivery sends what waits in the outbox for a chat; returns when it is sent
     * @param transcript what has been shown to each person
     * @param clock the time by which questions come back
     * @param advance moves that clock forward and returns the time it then shows; refuses a step with an
     *     {@link IllegalArgumentException} whose message tells the person why
     */
    public LocalChat(
            Consumer<Inbound> conversation,
            Consumer<ChatAddress> delivery,
            Transcript transcript,
            InstantSource clock,
            Function<Duration, Instant> advance) {
        this.conversation = conversation;
        this.delivery = delivery;
        this.transcript = transcript;
        this.clock = clock;
        this.advance = advance;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before(new LoopbackGuard());
        new Page().addTo(routes);
        routes.post(MESSAGES, ctx -> {
            String text = Json.field(ctx, "text");
            answer(ctx, new Inbound.Text(Visitor.from(ctx), updateId(), text));
        });
        routes.post("/api/chat/{person}/presses", ctx -> {
            String token = Json.field(ctx, "token");
            answer(ctx, new Inbound.Press(Visitor.from(ctx), updateId(), token));
        });
        routes.get(MESSAGES, this::news);
        routes.get("/api/chat/{person}/files/{name}", this::file);
        routes.get("/api/clock", ctx -> writeTime(ctx, clock.instant()));
        routes.post("/api/clock", this::moveClock);
    }

    private void answer(Context ctx, Inbound inbound) {
        ChatAddress chat = inbound.from().chat();
        writeMessages(ctx, locks.holding(chat.chat(), () -> {
            long before = transcript.last(chat.chat());
            conversation.accept(inbound);
            delivery.accept(chat);
            return transcript.after(chat.chat(), before);
        }));
    }

    private void news(Context ctx) {
        String person = Visitor.person(ctx);
        long after = after(ctx);
        writeMessages(ctx, locks.holding(person, () -> {
            delivery.accept(LocalMessenger.chat(person));
            return transcript.after(person, after);
        }));
    }

    private void file(Context ctx) {
        byte[] content = transcript
                .file(Visitor.person(ctx), ctx.pathParam("name"))
                .orElseThrow(() -> new Refusal(
                        HttpStatus.NOT_FOUND, "there is no such file in this chat; write /export to get a new one"));
        boolean picture = ctx.pathParam("name").endsWith(".png");
        ctx.header("Cache-Control", picture ? "private, max-age=86400" : "no-store")
                .header("Content-Disposition", picture ? "inline" : "attachment")
                .contentType(picture ? "image/png" : "application/octet-stream")
                .result(content);
    }

    private void moveClock(Context ctx) {
        String step = Json.field(ctx, "advance");
        try {
            writeTime(ctx, advance.apply(Duration.parse(step)));
        } catch (DateTimeParseException e) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST,
                    "\"advance\" is no ISO 8601 duration; send for example {\"advance\": \"PT24H\"}");
        } catch (IllegalArgumentException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private static long after(Context ctx) {
        String after = ctx.queryParam("after");
        if (after == null) {
            return 0;
        }
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST, "\"after\" is not a whole number; send the n of the last message, or 0");
        }
    }

    private static void writeMessages(Context ctx, List<Transcript.Entry> entries) {
        Json.write(
                ctx, Map.of("messages", entries.stream().map(ShownMessage::of).toList()));
    }

    private static void writeTime(Context ctx, Instant now) {
        Json.write(ctx, Map.of("now", now.toString()));
    }

    /** A browser sends every request once, so each is an update of its own. */
    private static String updateId() {
        return UUID.randomUUID().toString();
    }
}

package org.meshquiz.slack;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.Delivered;
import org.meshquiz.chat.Limit;
import org.meshquiz.chat.Messenger;
import org.meshquiz.learner.ChatAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends cards to Slack. An address names a person, whose direct messages Slack opens by itself, or a channel. */
final class SlackMessenger implements Messenger {
    private static final Logger LOG = LoggerFactory.getLogger(SlackMessenger.class);

    // Slack's guidance: one message a second in a channel with short bursts, 50 edits a minute in a workspace.
    private static final Limit CHAT = new Limit(Limit.Scope.CHAT, 3, Duration.ofSeconds(1));
    private static final Limit EDITS = new Limit(Limit.Scope.EDITS, 10, Duration.ofMillis(1_500));

    private static final Set<String> UNWANTED = Set.of(
            "account_inactive",
            "cannot_dm_bot",
            "channel_not_found",
            "is_archived",
            "is_inactive",
            "messages_tab_disabled",
            "not_in_channel",
            "restricted_action",
            "restricted_action_read_only_channel",
            "restricted_action_thread_only_channel",
            "team_access_not_granted",
            "user_disabled",
            "user_not_found",
            "user_not_visible");
    private static final Set<String> GONE = Set.of("message_not_found", "cant_update_message", "edit_window_closed");

    private final SlackApi api;
    private final Replies replies;
    private final ResponseUrls urls;

    /**
     * @param urls where pressed messages can be replaced
     */
    SlackMessenger(SlackApi api, ResponseUrls urls) {
        this.api = api;
        this.replies = new Replies(api);
        this.urls = urls;
    }

    @Override
    public Delivered send(ChatAddress to, Card card) {
        Posted posted = Posted.nothing(to.chat());
        try {
            for (SlackBlocks.Message message : SlackBlocks.of(card)) {
                posted = post(posted, message);
            }
            Card.Attachment file = card.file();
            if (file != null) {
                upload(
                        posted.channel(),
                        file.name(),
                        file.name(),
                        file.content().getBytes(StandardCharsets.UTF_8));
            }
            Card.Picture picture = card.picture();
            if (picture != null) {
                upload(posted.channel(), "picture.png", picture.name(), picture.bytes());
            }
            return new Delivered.Sent(posted.id());
        } catch (ApiFault fault) {
            // What has arrived would arrive again if the whole were repeated.
            return posted.messages().isEmpty()
                    ? delivered(fault, Limit.Scope.CHAT)
                    : new Delivered.Unknown(
                            "part " + (posted.messages().size() + 1) + " was not sent: " + fault.code());
        }
    }

    @Override
    public Delivered edit(ChatAddress to, String messageId, Card card) {
        Posted posted = Posted.of(messageId);
        List<SlackBlocks.Message> messages = SlackBlocks.of(card);
        if (messages.size() != posted.messages().size()) {
            return send(to, card);
        }
        if (messages.size() == 1) {
            Optional<Delivered> answered = replacedAsAnswer(messageId, messages.get(0));
            if (answered.isPresent()) {
                return answered.get();
            }
        }
        for (int i = 0; i < messages.size(); i++) {
            try {
                replace(posted.channel(), posted.messages().get(i), messages.get(i));
            } catch (ApiFault fault) {
                return GONE.contains(fault.code()) ? send(to, card) : afterEdit(fault);
            }
        }
        return new Delivered.Sent(messageId);
    }

    @Override
    public Delivered reply(ChatAddress to, String messageId, Card card) {
        Posted posted = Posted.of(messageId);
        SlackBlocks.Message message = SlackBlocks.of(card).get(0);
        try {
            ChatPostMessageResponse answer =
                    api.call(client -> client.chatPostMessage(request -> request.channel(posted.channel())
                            .threadTs(posted.messages().get(0))
                            .text(message.fallback())
                            .blocks(message.blocks())
                            .unfurlLinks(false)
                            .unfurlMedia(false)));
            return new Delivered.Sent(Posted.nothing(posted.channel())
                    .with(answer.getChannel(), answer.getTs())
                    .id());
        } catch (ApiFault fault) {
            return delivered(fault, Limit.Scope.CHAT);
        }
    }

    @Override
    public List<Limit> limits(ChatAddress to, boolean edits) {
        if (edits) {
            return urls.isPressed(to.chat()) ? List.of() : List.of(EDITS);
        }
        return List.of(CHAT);
    }

    /** Replaces a message by an address that came with a press on it; empty where there is none any more. */
    private Optional<Delivered> replacedAsAnswer(String messageId, SlackBlocks.Message message) {
        String url = urls.take(messageId).orElse(null);
        try {
            return url != null && replies.replace(url, message)
                    ? Optional.of(new Delivered.Sent(messageId))
                    : Optional.empty();
        } catch (IOException unanswered) {
            return Optional.of(new Delivered.Unavailable("the address of an answer"));
        }
    }

    private Posted post(Posted before, SlackBlocks.Message message) throws ApiFault {
        ChatPostMessageResponse answer =
                api.call(client -> client.chatPostMessage(request -> request.channel(before.channel())
                        .text(message.fallback())
                        .blocks(message.blocks())
                        .unfurlLinks(false)
                        .unfurlMedia(false)));
        return before.with(answer.getChannel(), answer.getTs());
    }

    private void replace(String channel, String ts, SlackBlocks.Message message) throws ApiFault {
        api.call(client -> client.chatUpdate(request ->
                request.channel(channel).ts(ts).text(message.fallback()).blocks(message.blocks())));
    }

    private void upload(String channel, String name, String title, byte[] content) throws ApiFault {
        api.call(client -> client.filesUploadV2(
                request -> request.channel(channel).filename(name).title(title).fileData(content)));
    }

    /** An edit can be repeated without harm, so an unknown outcome is worth another try. */
    private static Delivered afterEdit(ApiFault fault) {
        return fault.kind() == ApiFault.Kind.UNANSWERED
                ? new Delivered.Unavailable(fault.code())
                : delivered(fault, Limit.Scope.EDITS);
    }

    private static Delivered delivered(ApiFault fault, Limit.Scope scope) {
        return switch (fault.kind()) {
            case TOO_MANY -> new Delivered.RateLimited(fault.retryAfter(), scope);
            case NOT_DONE -> new Delivered.Unavailable(fault.code());
            case UNANSWERED -> new Delivered.Unknown(fault.code());
            case TOKEN_REFUSED -> {
                // The token is refused, not the message: it waits for a right one.
                LOG.error("{}", TokenFault.sentence(fault.code()));
                yield new Delivered.Unavailable(fault.code());
            }
            case REFUSED ->
                UNWANTED.contains(fault.code()) ? new Delivered.Blocked() : new Delivered.Rejected(fault.code());
        };
    }

    /**
     * Where messages stand: {@code D024BE91L:1355517523.000005}, several with commas between.
     *
     * @param channel the channel, or a person whose channel is not known yet
     * @param messages Slack's {@code ts} of each
     */
    private record Posted(String channel, List<String> messages) {
        static Posted nothing(String channel) {
            return new Posted(channel, List.of());
        }

        static Posted of(String id) {
            int colon = id.indexOf(':');
            return new Posted(
                    id.substring(0, colon), List.of(id.substring(colon + 1).split(",")));
        }

        Posted with(String in, String ts) {
            List<String> more = new ArrayList<>(messages);
            more.add(ts);
            return new Posted(in, more);
        }

        String id() {
            return channel + ":" + String.join(",", messages);
        }
    }
}

package org.meshquiz.quiz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Map;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.CardJson;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.quiz.view.Action;
import org.meshquiz.quiz.view.Draft;
import org.meshquiz.quiz.view.Draft.Option;
import org.meshquiz.quiz.view.Phrases;
import org.meshquiz.store.Outbox.Outgoing;

/** {@code /export} and {@code /forget}: a person's own data, to take along or to delete. */
final class PrivacyCommands {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** {@code /export}: everything kept about the person, as a file. */
    void export(Talk talk) {
        Map<String, String> tables =
                talk.tx().personalData().export(talk.learner().id());
        talk.say(Draft.builder()
                .text(talk.phrases().say("export.done"))
                .file(new Card.Attachment("meshquiz-export.json", json(talk, tables)))
                .build());
    }

    /** {@code /forget}: asks first. */
    void askToForget(Talk talk) {
        talk.say(Draft.builder()
                .text(talk.phrases().say("forget.ask"))
                .row(
                        new Option(talk.phrases().say("button.forget"), new Action.Forget()),
                        Option.command(talk.phrases().say("button.keep"), "/forget no"))
                .build());
    }

    /** Deletes the person, their history and all that was said in their chats. */
    void forget(Talk talk) {
        Phrases phrases = talk.phrases();
        for (ChatAddress chat : talk.tx().chats().all(talk.learner().id())) {
            talk.tx().outbox().deleteAll(chat);
            if (chat.platform().equals("local")) {
                talk.tx().localChats().deleteAll(chat.chat());
            }
        }
        talk.tx().learners().delete(talk.learner().id());
        Card done = Card.builder().text(phrases.say("forget.done")).build();
        long message = talk.tx().outbox().nextMessage();
        talk.tx().outbox().add(Outgoing.of(talk.chat(), message, false, CardJson.write(done), null), true);
    }

    private static String json(Talk talk, Map<String, String> tables) {
        try {
            ObjectNode file = JSON.createObjectNode();
            file.put("exportedAt", talk.now().toString());
            for (Map.Entry<String, String> table : tables.entrySet()) {
                JsonNode rows = JSON.readTree(table.getValue());
                file.set(table.getKey(), rows);
            }
            return JSON.writeValueAsString(file);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.meshquiz.slack;

import com.slack.api.model.view.View;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.meshquiz.chat.Inbound;
import org.meshquiz.quiz.Application;
import org.meshquiz.quiz.Conversation;
import org.meshquiz.quiz.Intake;
import org.meshquiz.quiz.reception.Reception;
import org.meshquiz.quiz.view.Phrases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in what people of one workspace do, and hands it to the application. Safe for several threads. */
final class Desk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final SlackApi api;
    private final String team;
    private final Conversation conversation;
    private final Intake intake;
    private final People people;
    private final Replies replies;
    private final ResponseUrls urls;
    private final SlackHome home;
    private final ChannelDesk channels;
    private final Surroundings surroundings;
    private final Reception<Incoming> reception;

    /**
     * Who else is to know of what happens.
     *
     * @param outgoing is run when something may wait in the outbox
     * @param removed takes the workspace when the app was removed from it
     */
    record Surroundings(Runnable outgoing, Consumer<String> removed) {}

    /**
     * @param team Slack's id of the workspace
     * @param intake stores its updates
     * @param urls notes where pressed messages can be replaced
     * @param surroundings who else is to know
     */
    Desk(
            SlackApi api,
            String team,
            Intake intake,
            Application application,
            ResponseUrls urls,
            Surroundings surroundings) {
        this.api = api;
        this.team = team;
        this.conversation = application.conversation();
        this.intake = intake;
        this.people = new People(api, team);
        this.replies = new Replies(api);
        this.urls = urls;
        this.home = new SlackHome(api, application.homeTab());
        this.channels = new ChannelDesk(application.groups(), people, replies, urls, team);
        this.surroundings = surroundings;
        this.reception = new Reception<>("slack", intake, new Decoder(team), this::handle);
    }

    void start() throws InterruptedException {
        reception.start();
    }

    /** What the workspace calls somebody. */
    String name(String user) {
        return people.name(user);
    }

    /** Stores updates and sees to it that they are handled; when this throws, none is stored. */
    void receive(List<Intake.Update> updates) throws InterruptedException {
        reception.receive(updates);
    }

    @Override
    public void close() {
        reception.close();
        intake.close();
    }

    private void handle(Intake.Update update, Incoming incoming) {
        if (incoming instanceof Incoming.Said said) {
            said(update, said);
        } else if (incoming instanceof Incoming.Pressed pressed) {
            pressed(update, pressed);
        } else if (incoming instanceof Incoming.FieldWanted wanted) {
            open(wanted);
            intake.done(update);
        } else if (incoming instanceof Incoming.Written written) {
            conversation.handle(
                    new Inbound.Written(people.from(written.user()), update.id(), written.token(), written.text()));
            surroundings.outgoing().run();
        } else if (incoming instanceof Incoming.ChannelCommand command) {
            channels.command(update.id(), command);
            surroundings.outgoing().run();
        } else if (incoming instanceof Incoming.ChannelPressed pressed) {
            channels.press(update.id(), pressed);
            surroundings.outgoing().run();
        } else if (incoming instanceof Incoming.HomeOpened opened) {
            home.show(people.from(opened.user()));
            intake.done(update);
        } else if (incoming instanceof Incoming.Removed) {
            conversation.removed(SlackBot.PLATFORM, team, update.id());
            surroundings.removed().accept(team);
        } else {
            intake.done(update);
        }
    }

    private void said(Intake.Update update, Incoming.Said said) {
        Inbound.From person = people.from(said.user());
        conversation.handle(new Inbound.Text(person, update.id(), said.text()));
        surroundings.outgoing().run();
        String place = said.place();
        if (place != null) {
            replies.tell(place, Phrases.in(person.language()).say("home.elsewhere"));
        }
    }

    /** Opens a field to write in; where Slack has lost patience, words in a message do as well. */
    private void open(Incoming.FieldWanted wanted) {
        Inbound.From person = people.from(wanted.user());
        Phrases phrases = Phrases.in(person.language());
        View field = AnswerField.of(wanted.token(), wanted.question(), phrases);
        urls.pressed(wanted.user(), wanted.place().message(), wanted.place().replyTo());
        try {
            api.call(client -> client.viewsOpen(
                    request -> request.triggerId(wanted.trigger()).view(field)));
        } catch (ApiFault fault) {
            LOG.debug("A field was not opened: {}", fault.code());
            replies.tell(wanted.place().replyTo(), phrases.say("question.typed"));
        }
    }

    private void pressed(Intake.Update update, Incoming.Pressed pressed) {
        Inbound.From person = people.from(pressed.user());
        List<String> ticked = pressed.ticked();
        Inbound press = ticked == null
                ? new Inbound.Press(person, update.id(), pressed.token())
                : new Inbound.Ticked(person, update.id(), pressed.token(), ticked);
        Incoming.@Nullable Place place = pressed.place();
        if (place == null) {
            conversation.handle(press, null);
            surroundings.outgoing().run();
            home.show(person);
            return;
        }
        urls.pressed(pressed.user(), place.message(), place.replyTo());
        StringBuilder word = new StringBuilder();
        conversation.handle(press, word::append);
        surroundings.outgoing().run();
        if (!word.isEmpty()) {
            replies.tell(place.replyTo(), word.toString());
        }
    }
}

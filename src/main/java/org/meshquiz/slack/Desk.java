package org.meshquiz.slack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meshquiz.chat.Inbound;
import org.meshquiz.quiz.Application;
import org.meshquiz.quiz.Conversation;
import org.meshquiz.quiz.Intake;
import org.meshquiz.quiz.reception.Reception;
import org.meshquiz.quiz.view.Phrases;

/** Takes in what people of one workspace do, and hands it to the application. Safe for several threads. */
final class Desk implements AutoCloseable {
    private final String team;
    private final Conversation conversation;
    private final Intake intake;
    private final People people;
    private final Replies replies;
    private final ResponseUrls urls;
    private final SlackHome home;
    private final ChannelDesk channels;
    private final Runnable outgoing;
    private final Reception<Incoming> reception;

    /**
     * @param team Slack's id of the workspace
     * @param intake stores its updates
     * @param urls notes where pressed messages can be replaced
     * @param outgoing is run when something may wait in the outbox
     */
    Desk(SlackApi api, String team, Intake intake, Application application, ResponseUrls urls, Runnable outgoing) {
        this.team = team;
        this.conversation = application.conversation();
        this.intake = intake;
        this.people = new People(api, team);
        this.replies = new Replies(api);
        this.urls = urls;
        this.home = new SlackHome(api, application.homeTab());
        this.channels = new ChannelDesk(application.groups(), people, replies, urls, team);
        this.outgoing = outgoing;
        this.reception = new Reception<>("slack", intake, new Decoder(team), this::handle);
    }

    void start() throws InterruptedException {
        reception.start();
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
        } else if (incoming instanceof Incoming.ChannelCommand command) {
            channels.command(update.id(), command);
            outgoing.run();
        } else if (incoming instanceof Incoming.ChannelPressed pressed) {
            channels.press(update.id(), pressed);
            outgoing.run();
        } else if (incoming instanceof Incoming.HomeOpened opened) {
            home.show(people.from(opened.user()));
            intake.done(update);
        } else if (incoming instanceof Incoming.Removed) {
            conversation.removed(SlackBot.PLATFORM, team, update.id());
        } else {
            intake.done(update);
        }
    }

    private void said(Intake.Update update, Incoming.Said said) {
        Inbound.From person = people.from(said.user());
        conversation.handle(new Inbound.Text(person, update.id(), said.text()));
        outgoing.run();
        String place = said.place();
        if (place != null) {
            replies.tell(place, Phrases.in(person.language()).say("home.elsewhere"));
        }
    }

    private void pressed(Intake.Update update, Incoming.Pressed pressed) {
        Inbound.From person = people.from(pressed.user());
        Inbound press = new Inbound.Press(person, update.id(), pressed.token());
        Incoming.@Nullable Place place = pressed.place();
        if (place == null) {
            conversation.handle(press, null);
            outgoing.run();
            home.show(person);
            return;
        }
        urls.pressed(pressed.user(), place.message(), place.replyTo());
        StringBuilder word = new StringBuilder();
        conversation.handle(press, word::append);
        outgoing.run();
        if (!word.isEmpty()) {
            replies.tell(place.replyTo(), word.toString());
        }
    }
}

package org.meshquiz.slack;

import com.slack.api.model.view.View;
import java.util.List;
import org.meshquiz.chat.Inbound;
import org.meshquiz.quiz.HomeTab;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The app's home tab: the person's own page. */
final class SlackHome {
    private static final Logger LOG = LoggerFactory.getLogger(SlackHome.class);

    private final SlackApi api;
    private final HomeTab homeTab;

    SlackHome(SlackApi api, HomeTab homeTab) {
        this.api = api;
        this.homeTab = homeTab;
    }

    /** Shows it as it is now. What goes wrong mends itself when the person looks again. */
    void show(Inbound.From person) {
        List<SlackBlocks.Message> parts = SlackBlocks.of(homeTab.of(person.chat(), person.language()));
        // Levels and settings fit into one; what would not is at its end in the messages of /me and /settings.
        SlackBlocks.Message page = parts.get(parts.size() - 1);
        View view = View.builder().type("home").blocks(page.blocks()).build();
        try {
            api.call(client -> client.viewsPublish(
                    request -> request.userId(person.chat().chat()).view(view)));
        } catch (ApiFault fault) {
            LOG.warn("A home tab could not be shown: {}", fault.code());
        }
    }
}

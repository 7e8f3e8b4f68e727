package org.meshquiz.quiz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.learner.Learner;
import org.meshquiz.quiz.view.LinkView;
import org.meshquiz.store.LinkRequests;
import org.meshquiz.store.LinkRequests.LinkRequest;
import org.meshquiz.store.LinkRequests.Side;

/**
 * {@code /link}: joins the accounts that one person has on several platforms. A code is shown in one chat and written in
 * the other; then whoever wrote it confirms, and last whoever was shown it. So a code that somebody else has seen joins
 * nothing, and neither does one that somebody was talked into writing.
 */
final class LinkCommands {
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration COUNTED = Duration.ofHours(1);
    private static final int TRIES = 5;
    private static final Pattern VERDICT = Pattern.compile("(yes|no) (\\d{1,18})");

    private final Joining joining;
    private final StartLinks startLinks;

    LinkCommands(Joining joining, StartLinks startLinks) {
        this.joining = joining;
        this.startLinks = startLinks;
    }

    /** {@code /link [code]}; the buttons say {@code /link yes 7}, {@code /link no 7} and {@code /link here}. */
    void link(Talk talk, String words) {
        Matcher verdict = VERDICT.matcher(words);
        if (words.isEmpty()) {
            offer(talk);
        } else if (words.equals("here")) {
            talk.tx().chats().choose(talk.chat(), talk.now());
            talk.say(talk.phrases().say("link.here"));
        } else if (verdict.matches()) {
            decide(talk, verdict.group(1).equals("yes"), Long.parseLong(verdict.group(2)));
        } else {
            LinkCode.read(words)
                    .ifPresentOrElse(
                            code -> write(talk, code),
                            () -> talk.say(talk.phrases().say("link.no-code")));
        }
    }

    /** {@code /unlink}: takes this chat out of an account of several; the button says {@code /unlink yes}. */
    void unlink(Talk talk, String words) {
        List<ChatAddress> others =
                new ArrayList<>(talk.tx().chats().all(talk.learner().id()));
        others.remove(talk.chat());
        if (others.isEmpty()) {
            talk.say(talk.phrases().say("unlink.alone"));
        } else if (words.equals("yes")) {
            talk.say(LinkView.unlinked(platforms(others), talk.phrases()));
            talk.tx().chats().release(talk.chat());
        } else {
            talk.say(LinkView.askToUnlink(platforms(others), talk.phrases()));
        }
    }

    private static List<String> platforms(List<ChatAddress> chats) {
        return chats.stream().map(ChatAddress::platform).distinct().toList();
    }

    private void offer(Talk talk) {
        LinkCode code = LinkCode.random();
        requests(talk).open(side(talk), code.hash(), talk.now().plus(LIFE));
        List<ChatAddress> chats = talk.tx().chats().open(talk.learner().id());
        talk.say(LinkView.code(
                code.shown(),
                startLinks.elsewhere(talk.chat().platform(), "link-" + code.characters()),
                chats.stream().map(ChatAddress::platform).toList(),
                talk.phrases()));
    }

    private void write(Talk talk, LinkCode code) {
        LinkRequests requests = requests(talk);
        if (requests.owner(code.hash(), talk.now())
                .filter(talk.learner().id()::equals)
                .isPresent()) {
            talk.say(talk.phrases().say("link.own"));
            return;
        }
        if (requests.tries(talk.chat(), talk.now().minus(COUNTED)) >= TRIES) {
            talk.say(talk.phrases().say("link.too-many"));
            return;
        }
        Optional<LinkRequest> request = requests.take(code.hash(), side(talk), talk.now());
        if (request.isEmpty()) {
            requests.addTry(talk.chat(), talk.now());
            talk.say(talk.phrases().say("link.unknown"));
        } else {
            ask(talk, "link.ask", request.get(), request.get().owner());
        }
    }

    private void decide(Talk talk, boolean yes, long number) {
        Optional<LinkRequest> request =
                requests(talk).find(number, talk.learner().id(), talk.now());
        Side other = request.map(LinkRequest::other).orElse(null);
        if (request.isEmpty() || other == null) {
            talk.say(talk.phrases().say("link.gone"));
        } else if (!yes) {
            requests(talk).close(number);
            talk.say(talk.phrases().say("link.refused"));
        } else if (talk.learner().id().equals(other.learner())) {
            agree(talk, request.get());
        } else if (request.get().agreed()) {
            join(talk, request.get(), other);
        } else {
            talk.say(talk.phrases().say("link.other-first"));
        }
    }

    /** Whoever wrote the code has confirmed; now whoever was shown it is asked, once. */
    private void agree(Talk talk, LinkRequest request) {
        talk.say(talk.phrases().say("link.wait", "platform", platform(talk, request.owner())));
        if (request.agreed()) {
            return;
        }
        requests(talk).agree(request.id());
        talk.tx()
                .learners()
                .find(request.owner().learner())
                .map(owner -> new Talk(talk.tx(), owner, request.owner().chat(), talk.now()))
                .ifPresent(there -> ask(there, "link.confirm", request, side(talk)));
    }

    private void join(Talk talk, LinkRequest request, Side there) {
        Optional<Learner> other = talk.tx().learners().lock(there.learner());
        if (other.isEmpty() || !requests(talk).close(request.id())) {
            talk.say(talk.phrases().say("link.gone"));
            return;
        }
        boolean stays = answers(talk, side(talk)) >= answers(talk, there);
        Learner kept = stays ? talk.learner() : other.get();
        Talk here = new Talk(talk.tx(), kept, talk.chat(), talk.now());
        joining.join(here, stays ? other.get() : talk.learner(), talk.chat());
        int answers = here.tx().reviews().count(kept.id());
        here.say(LinkView.joined(answers, here.phrases()));
        new Talk(talk.tx(), here.learner(), there.chat(), talk.now())
                .say(here.phrases()
                        .say("link.joined-there", "platform", LinkView.platform(talk.chat(), here.phrases())));
    }

    private static void ask(Talk talk, String sentence, LinkRequest request, Side about) {
        Map<String, ?> arguments = Map.of("platform", platform(talk, about), "answers", answers(talk, about));
        talk.say(LinkView.ask(talk.phrases().say(sentence, arguments), request.id(), talk.phrases()));
    }

    private static int answers(Talk talk, Side side) {
        return talk.tx().reviews().count(side.learner());
    }

    private static String platform(Talk talk, Side side) {
        return LinkView.platform(side.chat(), talk.phrases());
    }

    private static Side side(Talk talk) {
        return new Side(talk.learner().id(), talk.chat());
    }

    private static LinkRequests requests(Talk talk) {
        return talk.tx().linkRequests();
    }
}

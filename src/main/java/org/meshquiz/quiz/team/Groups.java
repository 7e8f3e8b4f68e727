package org.meshquiz.quiz.team;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.Inbound.From;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.learner.Learner;
import org.meshquiz.question.Skill;
import org.meshquiz.quiz.Catalog;
import org.meshquiz.quiz.SkillNames;
import org.meshquiz.quiz.Talk;
import org.meshquiz.quiz.view.Phrases;
import org.meshquiz.store.Database;
import org.meshquiz.store.GroupChats.GroupChat;
import org.meshquiz.store.GroupQuestions.GroupQuestion;
import org.meshquiz.store.Learners.Caller;
import org.meshquiz.store.Transaction;

/**
 * What groups can do with the bot: a question for all of them, the question of the day, who is ahead. Each update is
 * handled once, in one transaction. Safe for several threads and nodes.
 */
public final class Groups {
    private static final Duration OPEN = Duration.ofHours(1);
    static final Pattern TOKEN = Pattern.compile("([A-Za-z0-9_-]{22})\\.(\\d{1,2})");

    private final Database database;
    private final InstantSource clock;
    private final SkillNames names;
    private final GroupQuiz quiz;
    private final DailyQuestion daily;
    private final TeamDesk teams;

    public Groups(Database database, InstantSource clock, Catalog catalog, SkillNames names, GroupQuiz quiz) {
        this.database = database;
        this.clock = clock;
        this.names = names;
        this.quiz = quiz;
        this.daily = new DailyQuestion(quiz);
        this.teams = new TeamDesk(catalog);
    }

    /**
     * Something done in a group.
     *
     * @param who did it; the address is their private chat
     * @param group the group
     * @param place where in it: a topic, or the group again
     * @param updateId the platform's id of the update
     */
    public record Act(From who, ChatAddress group, ChatAddress place, String updateId) {}

    /**
     * What to tell at a pressed button.
     *
     * @param text a short sentence
     * @param startFirst whether the person has yet to meet the bot, since answers of strangers count for nobody
     */
    public record Word(String text, boolean startFirst) {}

    static final Word NOTHING = new Word("", false);

    /**
     * What a platform says about who did something.
     *
     * @param name what the group knows them by, unchecked; may be empty
     * @param administers whether they administer the group
     * @param title what the group is called, unchecked; may be empty
     */
    public record Asker(String name, boolean administers, String title) {}

    /** {@code /quiz [skill]}: one question for everybody here. */
    public void quiz(Act act, String words) {
        ask(act, (tx, now) -> {
            Locale language = language(tx, act);
            Optional<Skill> skill = words.isBlank() ? Optional.empty() : names.find(words);
            GroupQuiz.Occasion occasion =
                    new GroupQuiz.Occasion(act.group(), act.place(), language, false, now.plus(OPEN));
            Set<String> skills = skill.map(found -> Set.of(found.id()))
                    .orElseGet(() -> tx.groupChats()
                            .find(act.group())
                            .map(team -> team.wishes().skills())
                            .orElse(Set.of()));
            boolean known = words.isBlank() || skill.isPresent();
            if (!known || !quiz.ask(tx, occasion, skills, now)) {
                GroupVoice.say(
                        tx,
                        act.place(),
                        Card.builder().text(Phrases.in(language).say("group.no-skill")));
            }
        });
    }

    /** {@code /team}, alone or with a change: a message in which people join, and administrators set how the team is asked. */
    public Word team(Act act, String words, Asker asker) {
        return database.write(tx -> {
            Instant now = clock.instant();
            return tx.inbox().take(act.group(), act.updateId(), now) && GroupVoice.mayAsk(tx, act.place())
                    ? teams.team(tx, act, words.strip(), asker, null, now)
                    : NOTHING;
        });
    }

    /** A button that stands for a command was pressed; its message shows what came of it. */
    public Word command(Act act, String token, Asker asker) {
        return database.write(tx -> {
            Instant now = clock.instant();
            return teams.command(tx, act, token, asker, now);
        });
    }

    /** Says what there is to do in a group. */
    public void help(Act act) {
        ask(
                act,
                (tx, now) -> GroupVoice.say(
                        tx,
                        act.place(),
                        Card.builder().text(Phrases.in(language(tx, act)).say("group.help"))));
    }

    /** Somebody pressed a letter under a question. */
    public Word press(Act act, String token) {
        return database.write(tx -> {
            Instant now = clock.instant();
            Phrases phrases = Phrases.in(act.who().language());
            if (!tx.inbox().take(act.group(), act.updateId(), now)) {
                return new Word("", false);
            }
            Matcher parts = TOKEN.matcher(token);
            Optional<GroupQuestion> asked =
                    parts.matches() ? tx.groupQuestions().find(act.group(), parts.group(1)) : Optional.empty();
            if (asked.isEmpty()) {
                return new Word(phrases.say("session.stale"), false);
            }
            return answer(tx, act.who(), asked.get(), Integer.parseInt(parts.group(2)), now);
        });
    }

    /**
     * Somebody voted in a poll.
     *
     * @param messageBegins how the platform's id of the poll's message begins
     * @param option the option, as shown from 0
     * @throws IllegalStateException when the poll may be one that has just gone out and is not yet known by its id: to be
     *     told once more a little later. A vote in a poll that is not ours, or is closed, asks for nothing
     */
    public Word vote(From who, String updateId, String messageBegins, int option) {
        return database.write(tx -> {
            Instant now = clock.instant();
            ChatAddress chat = who.chat();
            Optional<GroupQuestion> asked = tx.groupQuestions().ofMessage(chat.platform(), chat.bot(), messageBegins);
            if (asked.isEmpty() && tx.groupQuestions().pollOnItsWay(chat.platform(), chat.bot())) {
                throw new IllegalStateException("a vote in a poll that is not yet known");
            }
            boolean counts = tx.inbox().take(chat, updateId, now) && asked.isPresent();
            return counts ? answer(tx, who, asked.get(), option, now) : new Word("", false);
        });
    }

    /** Whether a button under a message in a group stands for a command. */
    public boolean isCommand(ChatAddress group, String token) {
        return database.write(tx -> TeamDesk.keyboard(tx, group, token)).isPresent();
    }

    /** {@code /leaderboard [board]}: who is ahead. */
    public void leaderboard(Act act, String words) {
        ask(act, (tx, now) -> teams.leaderboard(tx, act, words.strip(), now));
    }

    /** The bot may write to a group from now on, or no longer. */
    public void membership(Act act, boolean mayWrite) {
        take(act, (tx, now) -> {
            Optional<GroupChat> known = tx.groupChats().find(act.group());
            if (!mayWrite) {
                tx.groupChats().silence(act.group());
                tx.outboxOutcomes().block(act.group());
            } else if (known.isPresent()) {
                Teams.save(tx, known.get(), now);
            } else {
                GroupVoice.say(
                        tx,
                        act.place(),
                        Card.builder().text(Phrases.in(act.who().language()).say("group.help")));
            }
        });
    }

    /** A group goes on under another address. */
    public void move(String updateId, ChatAddress from, ChatAddress to) {
        database.write(tx -> {
            if (tx.inbox().take(from, updateId, clock.instant())) {
                tx.groupChats().move(from, to);
                tx.outboxOutcomes().move(from, to);
            }
            return true;
        });
    }

    /** Puts the questions of the day that are due, and closes what is over. */
    public void sweep() {
        boolean more = true;
        while (more) {
            more = database.write(tx -> quiz.closeNext(tx, clock.instant()));
        }
        more = true;
        while (more) {
            more = database.write(tx -> daily.postNext(tx, clock.instant()));
        }
    }

    private Word answer(Transaction tx, From who, GroupQuestion asked, int option, Instant now) {
        Learner learner = tx.learners().lock(who.chat()).map(Caller::learner).orElse(null);
        if (learner == null) {
            return new Word(Phrases.in(who.language()).say("group.start-first"), true);
        }
        return new Word(quiz.answer(new Talk(tx, learner, who.chat(), now), asked, option), false);
    }

    /** The language of a group; of one that is not known yet, that of whoever speaks. */
    static Locale language(Transaction tx, Act act) {
        Locale own = Phrases.in(act.who().language()).language();
        return tx.groupChats().find(act.group()).map(GroupChat::language).orElse(own);
    }

    /** Work inside a transaction. */
    private interface Work {
        void run(Transaction tx, Instant now);
    }

    /** Does what somebody asks for, unless the group has asked for more than can be sent. */
    private void ask(Act act, Work work) {
        take(act, (tx, now) -> {
            if (GroupVoice.mayAsk(tx, act.place())) {
                work.run(tx, now);
            }
        });
    }

    private void take(Act act, Work work) {
        database.write(tx -> {
            Instant now = clock.instant();
            if (tx.inbox().take(act.group(), act.updateId(), now)) {
                work.run(tx, now);
            }
            return true;
        });
    }
}

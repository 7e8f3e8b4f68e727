package org.meshquiz.quiz;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meshquiz.chat.Card;
import org.meshquiz.chat.Inbound.From;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.learner.Learner;
import org.meshquiz.question.Skill;
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
    private static final int HOURS_OF_DAY = 24;
    private static final Duration STANDINGS = Duration.ofDays(30);
    private static final int RANKS = 10;
    private static final Pattern TOKEN = Pattern.compile("([A-Za-z0-9_-]{22})\\.(\\d{1,2})");

    private final Database database;
    private final InstantSource clock;
    private final SkillNames names;
    private final GroupQuiz quiz;
    private final DailyQuestion daily;

    Groups(Database database, InstantSource clock, SkillNames names, GroupQuiz quiz) {
        this.database = database;
        this.clock = clock;
        this.names = names;
        this.quiz = quiz;
        this.daily = new DailyQuestion(quiz);
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

    /**
     * Somebody and how they do.
     *
     * @param privateChat the chat that they are known by
     * @param right right answers
     * @param answered all answers
     */
    public record Standing(String privateChat, int right, int answered) {}

    /** {@code /quiz [skill]}: one question for everybody here. */
    public void quiz(Act act, String words) {
        take(act, (tx, now) -> {
            Locale language = language(tx, act);
            Optional<Skill> skill = words.isBlank() ? Optional.empty() : names.find(words);
            GroupQuiz.Occasion occasion =
                    new GroupQuiz.Occasion(act.group(), act.place(), language, false, now.plus(OPEN));
            boolean known = words.isBlank() || skill.isPresent();
            if (!known || !quiz.ask(tx, occasion, skill.map(Skill::id).orElse(null), now)) {
                GroupVoice.say(
                        tx,
                        act.place(),
                        Card.builder().text(Phrases.in(language).say("group.no-skill")));
            }
        });
    }

    /**
     * {@code /team [hour|off|board on|board off]}: the question of the day and the standings of the week. The hour counts in the time zone of whoever sets it.
     *
     * @param administrator whether the person may say so
     */
    public void team(Act act, String words, boolean administrator) {
        take(act, (tx, now) -> {
            Phrases phrases = Phrases.in(language(tx, act));
            if (!administrator) {
                GroupVoice.say(tx, act.place(), Card.builder().text(phrases.say("group.administrators")));
            } else if (words.matches("\\d{1,2}") && Integer.parseInt(words) < HOURS_OF_DAY) {
                daily.set(tx, act, language(tx, act), LocalTime.of(Integer.parseInt(words), 0), now);
            } else if (words.equals("off")) {
                daily.set(tx, act, language(tx, act), null, now);
            } else if (words.matches("board (on|off)")) {
                daily.wantStandings(tx, act, phrases, words.endsWith("on"), now);
            } else {
                daily.offerHours(tx, act, phrases, now);
            }
        });
    }

    /** Says what there is to do in a group. */
    public void help(Act act) {
        take(
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

    /** The command that a button under a message in a group stands for; empty when it stands for none. */
    public Optional<String> command(ChatAddress group, String token) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        List<String> actions = database.write(tx -> tx.groupChats().keyboard(group, parts.group(1)));
        int index = Integer.parseInt(parts.group(2));
        return index < actions.size() ? Optional.of(actions.get(index)) : Optional.empty();
    }

    /** Who is ahead in the last thirty days, best first. */
    public List<Standing> standings(ChatAddress group) {
        Instant since = clock.instant().minus(STANDINGS);
        return database.write(tx -> standings(tx, group, since));
    }

    static List<Standing> standings(Transaction tx, ChatAddress group, Instant since) {
        return tx.groupQuestions().standings(group, since, RANKS).stream()
                .map(standing -> new Standing(standing.chat(), standing.right(), standing.answered()))
                .toList();
    }

    /** Shows who is ahead, each line with the name that the group knows them by. */
    public void leaderboard(Act act, List<Standing> standings, List<String> knownAs) {
        take(act, (tx, now) -> {
            Phrases phrases = Phrases.in(language(tx, act));
            String text = standings.isEmpty()
                    ? phrases.say("group.nobody")
                    : WeeklyStandings.lines(phrases.say("group.leaderboard"), standings, knownAs, phrases);
            GroupVoice.say(tx, act.place(), Card.builder().text(text));
        });
    }

    /** The bot may write to a group from now on, or no longer. */
    public void membership(Act act, boolean mayWrite) {
        take(act, (tx, now) -> {
            Optional<GroupChat> known = tx.groupChats().find(act.group());
            if (!mayWrite) {
                tx.groupChats().silence(act.group());
                tx.outboxOutcomes().block(act.group());
            } else if (known.isPresent()) {
                daily.save(tx, known.get(), now);
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

    private static Locale language(Transaction tx, Act act) {
        Locale own = Phrases.in(act.who().language()).language();
        return tx.groupChats().find(act.group()).map(GroupChat::language).orElse(own);
    }

    /** Work inside a transaction. */
    private interface Work {
        void run(Transaction tx, Instant now);
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

package org.meshquiz.store;

import org.jdbi.v3.core.Handle;

/** The tables as one transaction sees them. Not safe for several threads, and of no use after its work has returned. */
public final class Transaction {
    private static final String PART = "part";

    private final Handle handle;

    Transaction(Handle handle) {
        this.handle = handle;
    }

    /** Does some work; what a fault leaves of it is undone, and the transaction can go on. */
    public void undoingOnFault(Runnable work) {
        handle.savepoint(PART);
        try {
            work.run();
        } catch (RuntimeException fault) {
            handle.rollbackToSavepoint(PART);
            throw fault;
        }
        handle.releaseSavepoint(PART);
    }

    public Learners learners() {
        return new Learners(handle);
    }

    public DuePeople duePeople() {
        return new DuePeople(handle);
    }

    public Questions questions() {
        return new Questions(handle);
    }

    public QuestionStats questionStats() {
        return new QuestionStats(handle);
    }

    public InUse inUse() {
        return new InUse(handle);
    }

    public Prospects prospects() {
        return new Prospects(handle);
    }

    public PutQuestions putQuestions() {
        return new PutQuestions(handle);
    }

    public QuizSessions sessions() {
        return new QuizSessions(handle);
    }

    public Deliveries deliveries() {
        return new Deliveries(handle);
    }

    public Reviews reviews() {
        return new Reviews(handle);
    }

    public MarkedAnswers markedAnswers() {
        return new MarkedAnswers(handle);
    }

    public MemoryCards memoryCards() {
        return new MemoryCards(handle);
    }

    public MemoryParameters memoryParameters() {
        return new MemoryParameters(handle);
    }

    public ReviewHistories reviewHistories() {
        return new ReviewHistories(handle);
    }

    public OldRows oldRows() {
        return new OldRows(handle);
    }

    public SlackInstallations slackInstallations() {
        return new SlackInstallations(handle);
    }

    public Calibrations calibrations() {
        return new Calibrations(handle);
    }

    public Abilities abilities() {
        return new Abilities(handle);
    }

    public DailyPushes dailyPushes() {
        return new DailyPushes(handle);
    }

    public Keyboards keyboards() {
        return new Keyboards(handle);
    }

    public Inbox inbox() {
        return new Inbox(handle);
    }

    public Outbox outbox() {
        return new Outbox(handle);
    }

    public OutboxOutcomes outboxOutcomes() {
        return new OutboxOutcomes(handle);
    }

    public SentMessages sentMessages() {
        return new SentMessages(handle);
    }

    public RateBuckets rateBuckets() {
        return new RateBuckets(handle);
    }

    public Chats chats() {
        return new Chats(handle);
    }

    public GroupChats groupChats() {
        return new GroupChats(handle);
    }

    public QuestionReports questionReports() {
        return new QuestionReports(handle);
    }

    public PageTokens pageTokens() {
        return new PageTokens(handle);
    }

    public QuestionFigures questionFigures() {
        return new QuestionFigures(handle);
    }

    public TeamMembers teamMembers() {
        return new TeamMembers(handle);
    }

    public TeamAbilities teamAbilities() {
        return new TeamAbilities(handle);
    }

    public SkillDays skillDays() {
        return new SkillDays(handle);
    }

    public GroupQuestions groupQuestions() {
        return new GroupQuestions(handle);
    }

    public LinkRequests linkRequests() {
        return new LinkRequests(handle);
    }

    public Joins joins() {
        return new Joins(handle);
    }

    public LocalChats localChats() {
        return new LocalChats(handle);
    }

    public PersonalData personalData() {
        return new PersonalData(handle);
    }
}

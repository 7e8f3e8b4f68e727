package org.meshquiz.store;

import org.jdbi.v3.core.Handle;

/** The tables as one transaction sees them. Not safe for several threads, and of no use after its work has returned. */
public final class Transaction {
    private final Handle handle;

    Transaction(Handle handle) {
        this.handle = handle;
    }

    public Learners learners() {
        return new Learners(handle);
    }

    public Questions questions() {
        return new Questions(handle);
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

    public MemoryCards memoryCards() {
        return new MemoryCards(handle);
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

    public LocalChats localChats() {
        return new LocalChats(handle);
    }

    public PersonalData personalData() {
        return new PersonalData(handle);
    }
}

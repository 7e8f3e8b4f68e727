package org.meshquiz.ability;

import java.util.ArrayList;
import java.util.List;

/**
 * Learns from first meetings what the questions are really like and where the team stands. People and questions
 * exchange messages along their answers (expectation propagation on grids): what an answer tells about the question
 * is judged by all the other answers of the person, and the other way round, so that no answer confirms itself.
 */
public final class Calibration {
    private static final int SWEEPS = 6;
    private static final int FIRST = 300;
    private static final double GROWTH = 1.25;

    /** Prior weight of the reference population, in people. */
    private static final double PSEUDO_PEOPLE = 10;

    /** Prior weight of the usual discriminations, in questions. */
    private static final double PSEUDO_ITEMS = 30;

    private final List<Item> items;
    private final FirstMeetings meetings;
    private final Messages toPeople;
    private final Messages toItems;
    private final int[] meetingsOf;
    private Population team = Population.REFERENCE;
    private double[] discriminations = ParameterGrid.DISCRIMINATION_WEIGHTS.clone();

    private Calibration(List<Item> items, FirstMeetings meetings) {
        this.items = items;
        this.meetings = meetings;
        this.meetingsOf = new int[meetings.peopleCount()];
        for (int n = 0; n < meetings.size(); n++) {
            meetingsOf[meetings.person(n)]++;
        }
        this.toPeople = new Messages(meetings.size(), meetings.peopleCount(), Grid.SIZE);
        this.toItems = new Messages(meetings.size(), items.size(), ParameterGrid.SIZE);
    }

    /**
     * What was learned.
     *
     * @param items the items in the order given, each with its new parameters
     * @param team the people who answered, as one population
     */
    public record Outcome(List<Item> items, Population team) {}

    /** Learns from scratch: what the items' parameters were before plays no part, only their labels do. */
    public static Outcome of(List<Item> items, FirstMeetings meetings) {
        return new Calibration(items, meetings).run();
    }

    /**
     * Whether a calibration is worth its while: with 300 first meetings, and again with each quarter more.
     *
     * @param meetings how many there are
     * @param before how many there were at the last calibration, 0 before the first
     */
    public static boolean isDue(int meetings, int before) {
        return meetings >= Math.max(FIRST, GROWTH * before);
    }

    private Outcome run() {
        beginItems();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            tellPeople();
            refit();
            tellItems();
        }
        List<Item> learned = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            learned.add(items.get(i).with(Parameters.ofMasses(toItems.belief(i))));
        }
        return new Outcome(List.copyOf(learned), team);
    }

    private void beginItems() {
        for (int i = 0; i < items.size(); i++) {
            toItems.begin(i, ParameterGrid.prior(items.get(i).label(), discriminations));
        }
    }

    private void beginPeople() {
        double[] prior = Grid.normal(team);
        for (int i = 0; i < meetings.peopleCount(); i++) {
            toPeople.begin(i, prior);
        }
    }

    private void tellPeople() {
        beginPeople();
        for (int n = 0; n < meetings.size(); n++) {
            Item item = items.get(meetings.item(n));
            double[] knows = ParameterGrid.knows(toItems.without(n, meetings.item(n)));
            toPeople.tell(n, meetings.person(n), likelihood(knows, item.guessing(), meetings.correct(n)));
        }
    }

    private void tellItems() {
        beginPeopleAgain();
        beginItems();
        for (int n = 0; n < meetings.size(); n++) {
            Item item = items.get(meetings.item(n));
            double[] known = ParameterGrid.known(toPeople.without(n, meetings.person(n)));
            toItems.tell(n, meetings.item(n), likelihood(known, item.guessing(), meetings.correct(n)));
        }
    }

    private void beginPeopleAgain() {
        beginPeople();
        for (int n = 0; n < meetings.size(); n++) {
            toPeople.retell(n, meetings.person(n));
        }
    }

    private static double[] likelihood(double[] knows, double guessing, boolean correct) {
        double[] likelihood = new double[knows.length];
        for (int i = 0; i < knows.length; i++) {
            double right = knows[i] * (1 - Evidence.SLIP) + (1 - knows[i]) * guessing;
            likelihood[i] = correct ? right : 1 - right;
        }
        return likelihood;
    }

    private void refit() {
        team = refittedTeam();
        double[] sums = new double[ParameterGrid.DISCRIMINATIONS];
        for (int i = 0; i < items.size(); i++) {
            double[] belief = toItems.belief(i);
            for (int pair = 0; pair < belief.length; pair++) {
                sums[pair % sums.length] += belief[pair];
            }
        }
        for (int j = 0; j < sums.length; j++) {
            sums[j] += PSEUDO_ITEMS * ParameterGrid.DISCRIMINATION_WEIGHTS[j];
        }
        discriminations = Grid.normalized(sums);
    }

    private Population refittedTeam() {
        double count = PSEUDO_PEOPLE;
        double sum = 0;
        double squares = PSEUDO_PEOPLE;
        for (int person = 0; person < meetingsOf.length; person++) {
            if (meetingsOf[person] == 0) {
                continue;
            }
            double[] belief = toPeople.belief(person);
            count++;
            for (int i = 0; i < belief.length; i++) {
                sum += belief[i] * Grid.point(i);
                squares += belief[i] * Grid.point(i) * Grid.point(i);
            }
        }
        double mean = sum / count;
        return new Population(mean, Math.sqrt(squares / count - mean * mean));
    }
}

package org.meshquiz.ability;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Questions whose true difficulty and discrimination are known, and people who answer them as the model says. */
final class SimulatedBank {
    private static final int QUESTIONS = 120;
    private static final int TOPICS = 10;

    private final Random random;
    private final World world;
    private final List<Item> items = new ArrayList<>();
    private final double[] difficulty = new double[QUESTIONS];
    private final double[] discrimination = new double[QUESTIONS];

    /**
     * What a set of people and questions is like.
     *
     * @param wrongLabels share of the questions whose author is one level off
     * @param mixedKinds a third each of four options, several-of and typed; otherwise all have four options
     * @param team the people
     * @param slip chance of a wrong answer in spite of knowing
     */
    record World(double wrongLabels, boolean mixedKinds, Population team, double slip) {
        static final World USUAL = new World(0.1, false, Population.REFERENCE, Evidence.SLIP);
    }

    /**
     * Somebody.
     *
     * @param ability the true one
     * @param luck for each question the number below which a chance makes the answer right: the same question would be
     *     answered alike by the same person, whoever asks it
     */
    record Examinee(double ability, List<Double> luck) {}

    SimulatedBank(World world, long seed) {
        this.world = world;
        this.random = new Random(seed);
        for (int q = 0; q < QUESTIONS; q++) {
            int label = q % 4;
            int truth = random.nextDouble() < world.wrongLabels() ? neighbour(label) : label;
            difficulty[q] = Band.ofRank(truth).centre() + 0.5 * random.nextGaussian();
            discrimination[q] = 1.3 * Math.exp(0.3 * random.nextGaussian());
            items.add(Item.labelled("q" + q, Band.ofRank(label), format(), "t" + random.nextInt(TOPICS)));
        }
    }

    private int neighbour(int label) {
        return label == 0 ? 1 : label == 3 ? 2 : label + (random.nextBoolean() ? 1 : -1);
    }

    private Format format() {
        return switch (world.mixedKinds() ? random.nextInt(3) : 0) {
            case 1 -> Format.several(4);
            case 2 -> Format.typed();
            default -> Format.single(4);
        };
    }

    List<Item> items() {
        return items;
    }

    Random random() {
        return random;
    }

    double difficulty(int question) {
        return difficulty[question];
    }

    Examinee somebody() {
        List<Double> luck = random.doubles(QUESTIONS).boxed().toList();
        return new Examinee(world.team().mean() + world.team().sd() * random.nextGaussian(), luck);
    }

    boolean right(Examinee examinee, int question) {
        return examinee.luck().get(question) < right(examinee.ability(), question);
    }

    /** The chance that somebody of that ability knows a question. */
    double knows(double ability, int question) {
        return 1 / (1 + Math.exp(-discrimination[question] * (ability - difficulty[question])));
    }

    private double right(double ability, int question) {
        double knows = knows(ability, question);
        return knows * (1 - world.slip()) + (1 - knows) * items.get(question).guessing();
    }

    /** What these answers of somebody tell to whoever knows the questions and the team perfectly. */
    Posterior judge(Examinee examinee, List<Integer> questions) {
        double[] masses = Grid.normal(world.team());
        questions.forEach(question -> observe(masses, examinee, question));
        return Posterior.of(masses);
    }

    /** What can be known of somebody after so many answers by whoever knows the questions and the team perfectly. */
    Posterior oracle(Examinee examinee, int answers) {
        double[] masses = Grid.normal(world.team());
        List<Integer> left = new ArrayList<>();
        for (int q = 0; q < QUESTIONS; q++) {
            left.add(q);
        }
        for (int n = 0; n < answers; n++) {
            Integer best = mostTelling(masses, left);
            left.remove(best);
            observe(masses, examinee, best);
        }
        return Posterior.of(masses);
    }

    private void observe(double[] masses, Examinee examinee, int question) {
        for (int point = 0; point < Grid.SIZE; point++) {
            double right = right(Grid.point(point), question);
            masses[point] *= right(examinee, question) ? right : 1 - right;
        }
        Grid.normalized(masses);
    }

    private Integer mostTelling(double[] masses, List<Integer> left) {
        Integer best = left.get(0);
        double most = -1;
        for (Integer question : left) {
            double right = 0;
            double doubt = 0;
            for (int point = 0; point < Grid.SIZE; point++) {
                double here = right(Grid.point(point), question);
                right += masses[point] * here;
                doubt += masses[point] * BinaryEntropy.of(here);
            }
            double information = BinaryEntropy.of(right) - doubt;
            if (information > most) {
                most = information;
                best = question;
            }
        }
        return best;
    }
}

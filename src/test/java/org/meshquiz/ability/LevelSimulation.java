package org.meshquiz.ability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.meshquiz.ability.SimulatedBank.Examinee;
import org.meshquiz.ability.SimulatedBank.World;

/**
 * How well levels are named after 15 questions, for people whose true level is known: this engine, an oracle that knows
 * the questions perfectly (on the same answers, and where it chooses the questions itself), fixed percent thresholds and
 * Elo (the last two on random questions, as they choose none). Seeded:
 * the same arguments print the same table.
 *
 * <p>{@code mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.meshquiz.ability.LevelSimulation
 * -Dexec.args="3"}; the argument is the number of banks a set.
 */
public final class LevelSimulation {
    private static final int ANSWERS = 15;
    private static final int TRAINERS = 200;
    private static final int TRAINER_ANSWERS = 40;
    private static final int PEOPLE = 200;
    private static final int SMALL_TEAM = 12;
    private static final int REPEATED = 40;
    private static final int MEETINGS = 4;
    private static final String SKILL = "istio";
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final double[] PERCENT_CUTS = {0.45, 0.6, 0.75};
    private static final double ELO_STEP = 0.4;

    private final LevelScore engine = new LevelScore();
    private final LevelScore oracle = new LevelScore();
    private final LevelScore choosingOracle = new LevelScore();
    private final LevelScore percent = new LevelScore();
    private final LevelScore elo = new LevelScore();
    private int untilSure;
    private int sure;

    /** A set: what the people and questions are like, and how many people have answered before. */
    private record Setting(World world, int trainers, int people) {}

    public static void main(String[] arguments) {
        int banks = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        System.out.println(
                "set          exact  oracle  share  chooses  adjac.  rmse  ratio   bias  brier  stated-right  to .8"
                        + "   percent  Elo");
        LevelSimulation all = new LevelSimulation();
        settings().forEach((name, setting) -> {
            LevelSimulation set = new LevelSimulation();
            int repeats = setting.people() < PEOPLE ? banks * 5 : banks;
            IntStream.range(0, repeats).forEach(bank -> set.run(setting, 1000 + bank));
            set.print(name);
            all.add(set);
        });
        all.print("all");
        repeats(banks);
    }

    /** People who meet forty questions four times each and learn them: their ability is that of the first meetings. */
    private static void repeats(int banks) {
        LevelScore ours = new LevelScore();
        LevelScore firstOnly = new LevelScore();
        LevelScore naive = new LevelScore();
        for (int seed = 0; seed < banks; seed++) {
            SimulatedBank bank = new SimulatedBank(World.USUAL, 2000 + seed);
            for (int n = 0; n < PEOPLE; n++) {
                learn(bank, bank.somebody(), ours, firstOnly, naive);
            }
        }
        System.out.printf(
                "repeats: bias %+.3f, each answer counted in full %+.3f; exact .%03.0f and .%03.0f;"
                        + " rmse over that of first answers alone %.3f%n",
                ours.bias(), naive.bias(), 1000 * ours.exact(), 1000 * naive.exact(), ours.rmse() / firstOnly.rmse());
    }

    private static void learn(
            SimulatedBank bank, Examinee examinee, LevelScore ours, LevelScore firstOnly, LevelScore naive) {
        List<Integer> questions = randomQuestions(bank, REPEATED);
        Random random = bank.random();
        Set<Integer> known = new HashSet<>();
        questions.stream()
                .filter(question -> random.nextDouble() < bank.knows(examinee.ability(), question))
                .forEach(known::add);
        Map<Integer, Evidence> evidence = new HashMap<>();
        Posterior weighed = Posterior.prior();
        Posterior first = Posterior.prior();
        Posterior full = Posterior.prior();
        for (int meeting = 0; meeting < MEETINGS; meeting++) {
            // What was met once is remembered more and more often, as a scheduler foretells.
            double recall = meeting == 0 ? 0 : 1 - 0.4 / meeting;
            for (int question : questions) {
                Item item = bank.items().get(question);
                double lucky = recall + (1 - recall) * item.guessing();
                boolean right = random.nextDouble() < (known.contains(question) ? 1 - Evidence.SLIP : lucky);
                Estimator.Update update = Estimator.observe(
                        weighed, item, evidence.getOrDefault(question, Evidence.NONE), new Observation(right, recall));
                weighed = update.posterior();
                evidence.put(question, update.evidence());
                full = Estimator.observe(full, item, Evidence.NONE, Observation.first(right))
                        .posterior();
                first = meeting == 0
                        ? Estimator.observe(first, item, Evidence.NONE, Observation.first(right))
                                .posterior()
                        : first;
            }
        }
        ours.add(examinee.ability(), weighed);
        firstOnly.add(examinee.ability(), first);
        naive.add(examinee.ability(), full);
    }

    private static Map<String, Setting> settings() {
        World usual = World.USUAL;
        Map<String, Setting> sets = new LinkedHashMap<>();
        sets.put("cold", new Setting(usual, 0, PEOPLE));
        sets.put("calibrated", new Setting(usual, TRAINERS, PEOPLE));
        sets.put("team of 12", new Setting(usual, 0, SMALL_TEAM));
        sets.put("20 % labels", new Setting(new World(0.2, false, usual.team(), usual.slip()), TRAINERS, PEOPLE));
        sets.put("mixed kinds", new Setting(new World(0.1, true, usual.team(), usual.slip()), TRAINERS, PEOPLE));
        sets.put("strong team", new Setting(of(new Population(1, 1)), TRAINERS, PEOPLE));
        sets.put("weak team", new Setting(of(new Population(-1, 1)), TRAINERS, PEOPLE));
        sets.put("5 % slips", new Setting(new World(0.1, false, usual.team(), 0.05), TRAINERS, PEOPLE));
        return sets;
    }

    private static World of(Population team) {
        return new World(World.USUAL.wrongLabels(), false, team, World.USUAL.slip());
    }

    private void run(Setting setting, long seed) {
        SimulatedBank bank = new SimulatedBank(setting.world(), seed);
        Engine learned = new Engine();
        learned.reset(seed);
        bank.items().forEach(item -> learned.add(SKILL, item));
        for (int n = 0; n < setting.trainers(); n++) {
            Examinee trainer = bank.somebody();
            for (int question : randomQuestions(bank, TRAINER_ANSWERS)) {
                answer(learned, bank, "trainer" + n, trainer, question);
            }
        }
        learned.calibrate(SKILL);
        for (int n = 0; n < setting.people(); n++) {
            examine(learned, bank, "person" + n, bank.somebody());
        }
    }

    private void examine(Engine learned, SimulatedBank bank, String name, Examinee examinee) {
        boolean reached = false;
        List<Integer> asked = new ArrayList<>();
        for (int n = 0; n < ANSWERS; n++) {
            Next.Ask next = (Next.Ask) learned.next(name, SKILL, NOW, true);
            int question = Integer.parseInt(next.item().id().substring(1));
            asked.add(question);
            answer(learned, bank, name, examinee, question);
            reached |= reached(learned, name, n + 1, reached);
        }
        engine.add(examinee.ability(), learned.estimate(name, SKILL, NOW).posterior());
        oracle.add(examinee.ability(), bank.judge(examinee, asked));
        choosingOracle.add(examinee.ability(), bank.oracle(examinee, ANSWERS));
        rivals(bank, examinee);
    }

    private boolean reached(Engine learned, String name, int answers, boolean before) {
        Posterior now = learned.estimate(name, SKILL, NOW).posterior();
        boolean reached = !before && Verdict.of(now, answers) instanceof Verdict.Level;
        if (reached) {
            untilSure += answers;
            sure++;
        }
        return reached;
    }

    private void rivals(SimulatedBank bank, Examinee examinee) {
        int right = 0;
        double rating = 0;
        for (int question : randomQuestions(bank, ANSWERS)) {
            boolean correct = bank.right(examinee, question);
            right += correct ? 1 : 0;
            double expected =
                    1 / (1 + Math.exp(bank.items().get(question).label().centre() - rating));
            rating += ELO_STEP * ((correct ? 1 : 0) - expected);
        }
        int level = Band.at(examinee.ability()).rank();
        double share = (double) right / ANSWERS;
        percent.addLevel(level, (int) IntStream.range(0, PERCENT_CUTS.length)
                .filter(cut -> share >= PERCENT_CUTS[cut])
                .count());
        elo.addLevel(level, Band.at(rating).rank());
    }

    private static List<Integer> randomQuestions(SimulatedBank bank, int count) {
        List<Integer> all =
                new ArrayList<>(IntStream.range(0, bank.items().size()).boxed().toList());
        Collections.shuffle(all, bank.random());
        return all.subList(0, count);
    }

    private static void answer(Engine learned, SimulatedBank bank, String name, Examinee examinee, int question) {
        Observation observation = Observation.first(bank.right(examinee, question));
        learned.answer(name, "q" + question, observation, NOW);
    }

    private void add(LevelSimulation set) {
        engine.add(set.engine);
        oracle.add(set.oracle);
        choosingOracle.add(set.choosingOracle);
        percent.add(set.percent);
        elo.add(set.elo);
        untilSure += set.untilSure;
        sure += set.sure;
    }

    private void print(String name) {
        System.out.printf(
                "%-12s  .%03.0f    .%03.0f  %.3f     .%03.0f    .%03.0f  %.3f  %.3f  %+.3f  %.3f  %12.3f  %5.1f  %7.3f  %.3f%n",
                name,
                1000 * engine.exact(),
                1000 * oracle.exact(),
                engine.exact() / oracle.exact(),
                1000 * choosingOracle.exact(),
                1000 * engine.adjacent(),
                engine.rmse(),
                engine.rmse() / oracle.rmse(),
                engine.bias(),
                engine.brier(),
                engine.calibrationError(),
                sure == 0 ? 0 : (double) untilSure / sure,
                percent.exact(),
                elo.exact());
    }
}

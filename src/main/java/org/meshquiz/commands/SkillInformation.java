package org.meshquiz.commands;

import java.util.ArrayList;
import java.util.List;
import org.meshquiz.ability.Band;
import org.meshquiz.ability.Placement;
import org.meshquiz.ability.TestInformation;
import org.meshquiz.bank.Bank;
import org.meshquiz.question.Question;
import org.meshquiz.question.Skill;

/**
 * How well the questions of a skill can measure, from weak people to strong ones.
 *
 * @param skill the skill's id
 * @param points by ascending ability
 */
record SkillInformation(String skill, List<Point> points) {
    /** The middle of each level, the cuts between them, and half a level beyond both ends. */
    private static final double[] ABILITIES = {-1.7, -1.2, -0.7, -0.2, 0.3, 0.8, 1.3, 1.8, 2.3};

    SkillInformation {
        points = List.copyOf(points);
    }

    /**
     * How well it can measure at one ability.
     *
     * @param ability theta, in standard deviations of the reference population
     * @param information Fisher information of the questions that a placement would ask there
     */
    record Point(double ability, double information) {
        /** Whether a placement cannot even end with a pair of levels there. */
        boolean thin() {
            return information < TestInformation.neededForPair();
        }
    }

    /** All skills of a bank that have measuring questions. */
    static List<SkillInformation> of(Bank bank) {
        List<SkillInformation> skills = new ArrayList<>();
        for (Skill skill : bank.skills()) {
            List<TestInformation.Question> questions = bank.questionsOf(skill.id()).stream()
                    .filter(question -> question.source().measures())
                    .map(SkillInformation::asMeasured)
                    .toList();
            if (!questions.isEmpty()) {
                skills.add(of(skill.id(), questions));
            }
        }
        return skills;
    }

    private static SkillInformation of(String skill, List<TestInformation.Question> questions) {
        List<Point> points = new ArrayList<>();
        for (double ability : ABILITIES) {
            points.add(new Point(ability, TestInformation.ofBest(questions, Placement.MOST_QUESTIONS, ability)));
        }
        return new SkillInformation(skill, points);
    }

    private static TestInformation.Question asMeasured(Question question) {
        Band label = Band.valueOf(question.topic().level().name());
        return new TestInformation.Question(label, question.key().guessing());
    }
}

package org.meshquiz.quiz;

import java.time.InstantSource;
import java.util.Random;
import org.meshquiz.quiz.dashboard.Dashboards;
import org.meshquiz.quiz.dashboard.PageAccess;
import org.meshquiz.quiz.dashboard.PageLinks;
import org.meshquiz.quiz.team.GroupQuiz;
import org.meshquiz.quiz.team.Groups;
import org.meshquiz.quiz.team.WeeklyBoard;
import org.meshquiz.store.Database;

/**
 * The application, put together.
 *
 * @param conversation what adapters hand their updates to
 * @param dailyQuiz what the scheduler ticks each minute
 * @param groups what adapters hand the updates of groups to; ticked each minute as well
 * @param weeklyBoard likewise ticked each minute
 * @param homeTab each person's own page, for platforms that have a place for one
 * @param fitting what is ticked each night
 * @param calibrating likewise
 * @param cleanup likewise
 * @param pageAccess who may look at pages
 * @param pageLinks the way from a chat to one's pages
 * @param dashboards what pages show
 * @param startLinks takes the addresses by which adapters open a chat
 */
public record Application(
        Conversation conversation,
        DailyQuiz dailyQuiz,
        Groups groups,
        WeeklyBoard weeklyBoard,
        HomeTab homeTab,
        Fitting fitting,
        Calibrating calibrating,
        Cleanup cleanup,
        PageAccess pageAccess,
        PageLinks pageLinks,
        Dashboards dashboards,
        StartLinks startLinks) {

    /**
     * Wires the application.
     *
     * @param clock what time people live in
     * @param random order of options and choice among equal questions
     */
    public static Application of(Database database, InstantSource clock, Catalog catalog, Random random) {
        return of(database, clock, catalog, random, Watch.NONE);
    }

    /**
     * Wires the application.
     *
     * @param clock what time people live in
     * @param random order of options and choice among equal questions
     * @param watch is told what happens
     */
    public static Application of(Database database, InstantSource clock, Catalog catalog, Random random, Watch watch) {
        Repetition repetition = new Repetition();
        CalibratedSkills calibrated = new CalibratedSkills();
        LoggedLevels logged = new LoggedLevels(calibrated);
        Estimates estimates = new Estimates(calibrated, logged);
        Standings standings = new Standings(catalog, estimates, new Outlooks(catalog, estimates, logged, repetition));
        QuestionPicker picker = new QuestionPicker(catalog, repetition, new FreshQuestions(catalog, estimates, random));
        Quizzes quizzes = new Quizzes(
                catalog,
                picker,
                new Summaries(catalog, estimates, standings, new EarlierLevels(estimates, logged)),
                random);
        Answers answers = new Answers(catalog, quizzes, repetition, estimates, new Outcomes(catalog), watch);
        SkillNames names = new SkillNames(catalog);
        StartLinks startLinks = new StartLinks();
        PageLinks pageLinks = new PageLinks();
        PrivacyCommands privacy = new PrivacyCommands();
        SkillCommands skills = new SkillCommands(catalog, names, standings);
        SettingsCommands settings = new SettingsCommands(catalog);
        Texts texts = new Texts(
                catalog,
                answers,
                new Texts.Commands(
                        new QuizCommands(catalog, quizzes, names, picker),
                        new PlacementCommand(catalog, names, new Placements(catalog, quizzes, picker)),
                        skills,
                        settings,
                        privacy,
                        new TeamCommands(catalog),
                        new FlagCommand(),
                        pageLinks,
                        new LinkCommands(new Joining(repetition, logged), startLinks)));
        Conversation conversation =
                new Conversation(database, clock, texts, new Presses(answers, texts, privacy), watch);
        return new Application(
                conversation,
                new DailyQuiz(database, clock, new Push(clock, quizzes)),
                new Groups(database, clock, catalog, names, new GroupQuiz(catalog, answers, random)),
                new WeeklyBoard(database, clock, catalog),
                new HomeTab(database, clock, skills, settings),
                new Fitting(database, clock, new CardRebuild(database, repetition)),
                new Calibrating(database, clock, catalog, logged),
                new Cleanup(database, clock),
                new PageAccess(database, clock),
                pageLinks,
                new Dashboards(database, clock, catalog, new Histories(catalog, standings, logged, repetition)),
                startLinks);
    }
}

package org.meshquiz.quiz.dashboard;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.meshquiz.ability.Band;
import org.meshquiz.ability.Posterior;
import org.meshquiz.ability.Verdict;
import org.meshquiz.bank.QuestionJson;
import org.meshquiz.learner.ChatAddress;
import org.meshquiz.learner.Learner;
import org.meshquiz.learner.LearnerId;
import org.meshquiz.memory.StudyDay;
import org.meshquiz.picture.Chart.Moment;
import org.meshquiz.question.Choice;
import org.meshquiz.question.Level;
import org.meshquiz.question.Question;
import org.meshquiz.question.Skill;
import org.meshquiz.quiz.Catalog;
import org.meshquiz.quiz.Histories;
import org.meshquiz.quiz.SuggestedLevels;
import org.meshquiz.quiz.Talk;
import org.meshquiz.quiz.dashboard.PersonPage.Domain;
import org.meshquiz.quiz.dashboard.PersonPage.Panel;
import org.meshquiz.quiz.dashboard.PersonPage.TeamLink;
import org.meshquiz.quiz.dashboard.TeamPage.Shared;
import org.meshquiz.quiz.team.TeamLevels;
import org.meshquiz.quiz.team.Teams;
import org.meshquiz.quiz.view.LevelView;
import org.meshquiz.quiz.view.Phrases;
import org.meshquiz.store.Database;
import org.meshquiz.store.GroupChats.GroupChat;
import org.meshquiz.store.QuestionFigures;
import org.meshquiz.store.QuestionReports.Report;
import org.meshquiz.store.TeamAbilities.Held;
import org.meshquiz.store.TeamMembers.Member;
import org.meshquiz.store.Transaction;
import org.meshquiz.team.Discretion;

/**
 * Reads what pages show. A person's page is their own; a team's is for those who lead it, and the questions' for those who
 * lead any team; everybody in the local chat leads. Safe for several threads.
 */
public final class Dashboards {
    private static final int DAYS = 30;
    private static final int CURVE_DAYS = 60;

    private final Database database;
    private final InstantSource clock;
    private final Catalog catalog;
    private final Histories histories;

    public Dashboards(Database database, InstantSource clock, Catalog catalog, Histories histories) {
        this.database = database;
        this.clock = clock;
        this.catalog = catalog;
        this.histories = histories;
    }

    /** Somebody's own page; empty when they have been forgotten. */
    public Optional<PersonPage> person(LearnerId id) {
        return database.write(tx -> tx.learners().find(id).map(learner -> person(tx, learner)));
    }

    /** The page of a team; empty when there is none, or the reader does not lead it. */
    public Optional<TeamPage> team(LearnerId reader, long team) {
        return database.write(tx -> {
            Instant now = clock.instant();
            boolean leads = tx.teamMembers()
                    .find(reader, team)
                    .filter(member -> leads(tx, member, now))
                    .isPresent();
            return leads ? tx.groupChats().find(team).map(group -> team(tx, reader, group, now)) : Optional.empty();
        });
    }

    /**
     * The questions of a skill; empty when the reader may not look at them.
     *
     * @param skill its id; the first skill stands in for one that is unknown
     */
    public Optional<QuestionsPage> questions(LearnerId reader, String skill) {
        return database.write(tx ->
                authors(tx, reader, clock.instant()) ? Optional.of(questions(tx, reader, skill)) : Optional.empty());
    }

    /** Notes that somebody who may has looked at what people find wrong with a question; false when they may not. */
    public boolean looked(LearnerId reader, String question) {
        return database.write(tx -> {
            boolean may = authors(tx, reader, clock.instant());
            if (may) {
                tx.questionReports().settle(question, clock.instant());
            }
            return may;
        });
    }

    private PersonPage person(Transaction tx, Learner learner) {
        Instant now = clock.instant();
        Phrases phrases = Phrases.in(learner.language());
        Talk talk = new Talk(tx, learner, new ChatAddress("pages", "pages", "pages"), now);
        Map<String, List<Moment>> moments = histories.moments(talk);
        Map<String, List<Domain>> domains = histories.domains(talk);
        List<Panel> panels = new ArrayList<>();
        for (Skill skill : catalog.bank().skills()) {
            histories
                    .standing(talk, skill.id())
                    .ifPresent(standing -> panels.add(new Panel(
                            skill.id(),
                            skill.name(),
                            LevelView.say(standing.verdict(), phrases).replace("*", ""),
                            standing.answers(),
                            standing.progress().met(),
                            moments.getOrDefault(skill.id(), List.of()),
                            histories.recall(talk, skill.id(), CURVE_DAYS),
                            domains.getOrDefault(skill.id(), List.of()))));
        }
        LocalDate today = StudyDay.of(now, learner.zone());
        List<LocalDate> days = today.datesUntil(today.plusDays(DAYS)).toList();
        Map<LocalDate, Integer> load =
                tx.memoryCards().load(learner.id(), LocalDate.of(1, 1, 1), today.plusDays(DAYS), "");
        Map<LocalDate, Integer> due = new TreeMap<>();
        load.forEach((day, count) -> due.merge(day.isBefore(today) ? today : day, count, Integer::sum));
        List<TeamLink> teams = tx.teamMembers().teams(learner.id()).stream()
                .map(team -> new TeamLink(
                        team.team(),
                        title(tx, team, phrases),
                        tx.teamMembers()
                                .find(learner.id(), team.team())
                                .filter(member -> leads(tx, member, now))
                                .isPresent()))
                .toList();
        return new PersonPage(
                phrases,
                learner.zone(),
                panels,
                days,
                days.stream().map(day -> due.getOrDefault(day, 0)).toList(),
                teams,
                authors(tx, learner.id(), now));
    }

    private TeamPage team(Transaction tx, LearnerId reader, GroupChat group, Instant now) {
        Phrases phrases = phrases(tx, reader);
        Map<String, Map<LearnerId, Verdict>> skills = new TreeMap<>();
        for (Held held : tx.teamAbilities().of(group.team())) {
            boolean wanted =
                    group.wishes().skills().isEmpty() || group.wishes().skills().contains(held.skill());
            if (wanted) {
                Map<LearnerId, Verdict> people = skills.computeIfAbsent(held.skill(), skill -> new LinkedHashMap<>());
                TeamLevels.verdict(held, now).ifPresent(verdict -> people.put(held.learner(), verdict));
            }
        }
        List<TeamPage.Row> rows = new ArrayList<>();
        skills.forEach((skill, people) -> rows.add(row(catalog.skillName(skill), people)));
        List<Member> members = tx.teamMembers().all(group.team());
        List<Shared> shared = members.stream()
                .filter(Member::shares)
                .map(member -> new Shared(
                        member.name() == null ? phrases.say("pages.unnamed") : member.name(),
                        skills.values().stream()
                                .map(people -> level(people.get(member.learner()), phrases))
                                .toList()))
                .sorted(Comparator.comparing(Shared::name))
                .toList();
        return new TeamPage(phrases, group.team(), title(tx, group, phrases), members.size(), rows, shared);
    }

    private static TeamPage.Row row(String name, Map<LearnerId, Verdict> people) {
        int[] counts = new int[Band.values().length];
        people.values().forEach(verdict -> TeamLevels.atLeast(verdict).ifPresent(band -> counts[band.rank()]++));
        int known = Arrays.stream(counts).sum();
        int canCover = counts[Band.SENIOR.rank()] + counts[Band.EXPERT.rank()];
        return Discretion.allows(known)
                ? new TeamPage.Row(
                        name, true, known, Arrays.stream(counts).boxed().toList(), canCover)
                : new TeamPage.Row(name, false, 0, List.of(0, 0, 0, 0), 0);
    }

    private static String level(@Nullable Verdict verdict, Phrases phrases) {
        return verdict == null ? "" : LevelView.say(verdict, phrases).replace("*", "");
    }

    private QuestionsPage questions(Transaction tx, LearnerId reader, String wanted) {
        Phrases phrases = phrases(tx, reader);
        Map<String, String> skills = new LinkedHashMap<>();
        catalog.bank().skills().forEach(skill -> skills.put(skill.id(), skill.name()));
        String skill = skills.containsKey(wanted)
                ? wanted
                : skills.keySet().stream().findFirst().orElse("");
        Map<String, List<Report>> reports =
                tx.questionReports().open().stream().collect(Collectors.groupingBy(Report::question));
        Map<String, Level> suggested = SuggestedLevels.of(tx, skill);
        List<Double> cuts =
                Arrays.stream(Band.values()).skip(1).map(Band::lower).toList();
        List<QuestionsPage.Row> rows =
                tx.questionFigures().ofSkill(skill, cuts, Posterior.LEAST, Posterior.STEP).stream()
                        .map(row -> row(row, reports.getOrDefault(row.id(), List.of()), suggested, phrases))
                        .sorted(Comparator.comparing((QuestionsPage.Row row) -> !row.wantsLook())
                                .thenComparing(row -> -row.asked())
                                .thenComparing(QuestionsPage.Row::id))
                        .toList();
        return new QuestionsPage(phrases, skill, skills, rows);
    }

    private static QuestionsPage.Row row(
            QuestionFigures.Row row, List<Report> reports, Map<String, Level> suggested, Phrases phrases) {
        Question question = QuestionJson.read(row.content());
        Locale language = phrases.language();
        boolean enough = Discretion.allows(row.asked());
        Level other = suggested.get(row.id());
        return new QuestionsPage.Row(
                row.id(),
                question.prompt().ask().in(language),
                question.topic().level().title(),
                other == null || other == question.topic().level() ? null : other.title(),
                row.asked(),
                enough ? (Double) ((double) row.right() / row.asked()) : null,
                IntStream.range(0, Band.values().length)
                        .mapToObj(band ->
                                share(row.rightOfBand().get(band), row.ofBand().get(band)))
                        .toList(),
                enough ? row.discrimination() : null,
                enough ? error(question, row.commonError(), language) : null,
                reports.stream()
                        .map(report -> phrases.say("report." + report.kind())
                                + (report.words() == null ? "" : ": " + report.words()))
                        .toList(),
                row.needsReview(),
                row.doubted());
    }

    private static String share(int right, int asked) {
        return Discretion.allows(asked) ? Math.round(100.0 * right / asked) + " %" : "·";
    }

    private static @Nullable String error(Question question, @Nullable String response, Locale language) {
        List<Choice> choices = question.key().choices();
        if (response == null || !response.matches("\\d(,\\d)*") || choices.isEmpty()) {
            return null;
        }
        return Arrays.stream(response.split(","))
                .map(Integer::parseInt)
                .filter(option -> option < choices.size())
                .map(option -> choices.get(option).text().in(language))
                .collect(Collectors.joining(" + "));
    }

    private static boolean authors(Transaction tx, LearnerId reader, Instant now) {
        boolean local =
                tx.chats().all(reader).stream().anyMatch(chat -> chat.platform().equals("local"));
        return local
                || tx.teamMembers().teams(reader).stream()
                        .flatMap(team -> tx.teamMembers().find(reader, team.team()).stream())
                        .anyMatch(member -> member.leadsAt(now));
    }

    private static boolean leads(Transaction tx, Member member, Instant now) {
        return member.leadsAt(now)
                || tx.groupChats().find(member.team()).filter(Teams::isLocal).isPresent();
    }

    private static String title(Transaction tx, GroupChat team, Phrases phrases) {
        return Teams.isLocal(team)
                ? phrases.say("team.local")
                : tx.groupChats()
                        .title(team.team())
                        .orElseGet(() -> phrases.say("team.untitled", "number", Long.toString(team.team())));
    }

    private static Phrases phrases(Transaction tx, LearnerId reader) {
        return tx.learners()
                .find(reader)
                .map(learner -> Phrases.in(learner.language()))
                .orElseGet(() -> Phrases.in(Locale.ENGLISH));
    }
}

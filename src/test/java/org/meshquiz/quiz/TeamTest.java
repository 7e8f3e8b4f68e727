package org.meshquiz.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.meshquiz.quiz.Chatter.button;
import static org.meshquiz.quiz.Chatter.last;
import static org.meshquiz.quiz.Chatter.option;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meshquiz.chat.Card;
import org.meshquiz.store.Database;
import org.meshquiz.store.TestDatabase;

class TeamTest {
    private Database database;
    private Chatter phone;

    @BeforeEach
    void start() {
        database = TestDatabase.migrated();
        phone = new Chatter(database, SampleBank.of(SampleBank.singles("istio", 12)));
    }

    @AfterEach
    void stop() {
        database.close();
    }

    /** A group that everybody who is known so far is a member of, on the board under the name of their chat. */
    private void team() {
        TestDatabase.execute(database, """
                insert into team_chat (platform, bot, chat, place, language, time_zone, title)
                values ('test', 'bot', '-1', '-1', 'en', 'Europe/Berlin', 'Platform') on conflict do nothing""");
        TestDatabase.execute(database, """
                insert into team_member (learner_id, team_id, name, joined_at)
                select a.learner_id, t.team_id, initcap(a.chat), now() from chat_address a, team_chat t
                on conflict do nothing""");
    }

    private void meet(String... names) {
        for (String name : names) {
            phone.become(name);
            phone.write("/start");
        }
    }

    private void points(String name, double points, int daysAgo) {
        TestDatabase.execute(database, """
                insert into skill_day select learner_id, date '2026-11-23' - %d, 'istio', 0, 0.4, %s, 6, 6, 12
                from chat_address where chat = '%s'""".formatted(daysAgo, points, name));
    }

    private String board(String name, String words) {
        phone.become(name);
        return last(phone.write("/leaderboard" + words)).plain();
    }

    private double points() {
        return TestDatabase.number(database, "select coalesce(sum(points), 0) from skill_day");
    }

    /** Answers one question after the other, by what they begin with, and returns the points. */
    private double answered(String name, List<Integer> order, Duration apart) {
        phone.become(name);
        double before = points();
        for (int number : order) {
            Card card = last(phone.write("/quiz istio 1"));
            phone.press(option(card, "option " + number % 2));
            phone.pass(apart);
        }
        return points() - before;
    }

    @Test
    void aFirstRightAnswerBringsPointsByItsDifficultyAndAWrongOneNone() {
        double right = answered("ann", List.of(0), Duration.ofMinutes(1));
        assertThat(right).isBetween(2.0, 15.0);
        assertThat(answered("ann", List.of(1), Duration.ofMinutes(1))).isZero();
        assertThat(TestDatabase.number(database, "select counted from skill_day"))
                .isEqualTo(2);
    }

    /** Answers all twelve questions, two thirds of them right, in the order in which they come. */
    private double answerAll(String name, Duration apart) {
        phone.become(name);
        double before = points();
        for (int count = 0; count < 12; count++) {
            Card card = last(phone.write("/quiz istio 1"));
            double number = TestDatabase.number(database, """
                    select substr(question_id, 8)::int from delivery order by delivery_id desc limit 1""");
            phone.press(option(card, number % 3 == 0 ? "option 1" : "option 0"));
            phone.pass(apart);
        }
        return points() - before;
    }

    private String order(String name) {
        return TestDatabase.text(database, """
                select string_agg(question_id, ' ' order by review_id) from review join chat_address using (learner_id)
                where chat = '%s'""".formatted(name));
    }

    @Test
    void neitherTheOrderOfADaysAnswersNorTheHourMatters() {
        double points = answerAll("ann", Duration.ZERO);
        assertThat(points).isGreaterThan(40);
        for (String other : List.of("bob", "cid", "dan")) {
            assertThat(answerAll(other, Duration.ofMinutes(7))).isCloseTo(points, within(1e-9));
        }
        assertThat(List.of(order("ann"), order("bob"), order("cid"), order("dan")))
                .doesNotHaveDuplicates();
        assertThat(TestDatabase.number(database, "select count(distinct day) from skill_day"))
                .isEqualTo(1);
    }

    @Test
    void aSecondPressBringsNothing() {
        phone.become("ann");
        Card card = last(phone.write("/quiz istio 1"));
        phone.press(option(card, "option 0"));
        double once = points();
        phone.press(option(card, "option 0"));
        phone.press(option(card, "option 1"));
        assertThat(points()).isEqualTo(once);
    }

    @Test
    void aQuestionThatIsAskedAgainInItsSessionBringsNothing() {
        phone.become("ann");
        Card card = last(phone.write("/quiz istio 3"));
        for (int asked = 0; asked < 3; asked++) {
            card = last(phone.press(option(card, "option 1")));
        }
        for (int again = 0; again < 3 && card.plain().contains("option 0"); again++) {
            card = last(phone.press(option(card, "option 0")));
        }
        assertThat(TestDatabase.number(
                        database, "select count(*) from delivery where again and settled_at is not null"))
                .isPositive();
        assertThat(points()).isZero();
    }

    @Test
    void aRepeatThatIsDueBringsPointsAndBeingLateBringsNoMore() {
        phone = new Chatter(database, SampleBank.of(SampleBank.singles("istio", 1)));
        phone.become("ann");
        phone.press(option(last(phone.write("/quiz istio 1")), "option 0"));
        phone.become("bob");
        phone.press(option(last(phone.write("/quiz istio 1")), "option 0"));
        double before = points();
        phone.pass(Duration.ofDays(30));
        phone.become("ann");
        phone.press(option(last(phone.write("/quiz istio 1")), "option 0"));
        double after = points() - before;
        assertThat(after).isPositive();
        phone.pass(Duration.ofDays(60));
        before = points();
        phone.become("bob");
        phone.press(option(last(phone.write("/quiz istio 1")), "option 0"));
        assertThat(points() - before).isCloseTo(after, within(1e-9));
        assertThat(TestDatabase.number(database, "select max(longest_kept) from skill_day"))
                .isEqualTo(90);
    }

    @Test
    void theBoardHasPlacesForThoseWhoTookPartAndEvenPeopleShareOne() {
        meet("ann", "bob", "cid", "dan");
        team();
        points("ann", 30.2, 1);
        points("bob", 30.4, 2);
        points("cid", 12, 0);
        String board = board("cid", "");
        assertThat(board)
                .contains("1. Ann — 30 points\n1. Bob — 30 points\n3. Cid — 12 points", "You: place 3, 12 points.")
                .contains("not for staffing decisions")
                .doesNotContain("Dan", " 0 points");
        assertThat(last(phone.write("/leaderboard")).picture()).isNotNull();
        assertThat(board("dan", "")).doesNotContain("You: place");
    }

    @Test
    void aDayCountsSixtyPointsAtMostAndEightDaysAgoNoMore() {
        meet("ann", "bob");
        team();
        points("ann", 500, 0);
        points("ann", 20, 1);
        points("bob", 500, 7);
        assertThat(board("ann", "")).contains("1. Ann — 80 points").doesNotContain("Bob");
    }

    @Test
    void whoIsOffTheBoardIsSeenByNobodyAndSeesTheirOwnPlace() {
        meet("ann", "bob");
        team();
        points("ann", 10, 0);
        points("bob", 20, 0);
        phone.become("bob");
        Card mine = last(phone.write("/team"));
        assertThat(mine.plain()).contains("Platform", "On the board as Bob");
        assertThat(last(phone.press(button(mine, "Off the board"))).plain()).contains("nobody sees you");
        assertThat(board("bob", "")).contains("You (seen by you alone)", "You: place 1, 20 points.");
        assertThat(board("ann", "")).contains("1. Ann — 10 points").doesNotContain("20 points");
    }

    @Test
    void anAliasStandsOnTheBoardWithoutWhatDoesNotBelongThere() {
        meet("ann");
        team();
        points("ann", 10, 0);
        phone.become("ann");
        int team = (int) TestDatabase.number(database, "select team_id from team_chat");
        phone.write("/team name " + team + " **Falcon** \u202Eol");
        assertThat(board("ann", "")).contains("1. Falcon ol — 10 points");
        assertThat(last(phone.write("/team leave " + team)).plain()).contains("no team yet");
        assertThat(TestDatabase.count(database, "team_member")).isZero();
    }

    @Test
    void risesAndMemoryHaveBoardsOfTheirOwn() {
        meet("ann");
        team();
        points("ann", 10, 0);
        assertThat(board("ann", " gain")).contains("1. Ann — +0.40 of a level");
        assertThat(board("ann", " kept")).contains("1. Ann — 12 days");
        assertThat(board("ann", " coverage")).contains("No level in this team is known yet");
    }

    @Test
    void theTeamsLevelsAreToldOfFivePeopleOrMore() {
        for (int person = 0; person < 5; person++) {
            answered("p" + person, List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), Duration.ofSeconds(30));
            team();
            String told = board("p0", " coverage");
            assertThat(told).contains(person < 4 ? "fewer than 5 levels known" : "of 5 Middle+");
        }
    }

    @Test
    void forgettingReachesTheBoard() {
        meet("ann", "bob");
        team();
        points("ann", 10, 0);
        points("bob", 10, 0);
        phone.become("ann");
        phone.press(button(last(phone.write("/forget")), "Delete"));
        assertThat(board("bob", "")).doesNotContain("Ann").contains("1. Bob");
        assertThat(TestDatabase.count(database, "skill_day")).isEqualTo(1);
    }

    @Test
    void whoIsInNoTeamIsToldHowToJoinOne() {
        assertThat(board("ann", "")).contains("You are in no team yet", "Join");
    }

    @Test
    void someoneElsesTeamCannotBeChangedOrSeen() {
        meet("ann");
        team();
        int team = (int) TestDatabase.number(database, "select team_id from team_chat");
        phone.become("eve");
        phone.write("/team name " + team + " Eve");
        phone.write("/team share " + team);
        assertThat(board("eve", " week " + team)).contains("no team yet");
        assertThat(TestDatabase.count(database, "team_member")).isEqualTo(1);
        assertThat(TestDatabase.text(database, "select name from team_member")).isEqualTo("Ann");
    }
}

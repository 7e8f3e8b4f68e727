package org.meshquiz.bank.lint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.meshquiz.question.Localized;
import org.meshquiz.question.Question;
import org.meshquiz.question.Question.Origin;

/** Runs every check over a bank. The same questions always give the same report. */
public final class Lint {
    private static final List<QuestionCheck> EACH_QUESTION = List.of(
            OptionNumber::complaints,
            AllOfTheAbove::complaints,
            Negatives::complaints,
            DistinctOptions::complaints,
            Homogeneity::complaints,
            Provenance::complaints,
            Translation::complaints,
            Marks::complaints,
            ChatLimits::complaints);

    private static final List<ShareCheck> EACH_LANGUAGE = List.of(
            LongestOption::picked,
            LongestOption::stickingOut,
            SharedWords::picked,
            CueModel::picked,
            Absolutes::apart,
            Negatives::share,
            KeyPosition::picked,
            OptionNumber::three);

    private Lint() {}

    /** The report on these questions; authored and derived ones are measured apart, and each language by itself. */
    public static LintReport over(Collection<Question> questions) {
        List<Complaint> complaints = new ArrayList<>();
        questions.forEach(question ->
                EACH_QUESTION.forEach(check -> check.complaints(question).forEach(complaints::add)));
        List<LintReport.Group> groups = new ArrayList<>();
        for (Origin origin : Origin.values()) {
            for (Locale language : Localized.LANGUAGES) {
                List<Item> items = items(questions, origin, language);
                complaints.addAll(NearDuplicates.complaints(items));
                groups.add(new LintReport.Group(origin, language, items.size(), measures(items)));
            }
        }
        return new LintReport(complaints.stream().distinct().toList(), groups);
    }

    private static List<Measure> measures(List<Item> items) {
        return EACH_LANGUAGE.stream()
                .flatMap(check -> check.measure(items).stream())
                .toList();
    }

    private static List<Item> items(Collection<Question> questions, Origin origin, Locale language) {
        Stream<Question> present = questions.stream()
                .filter(question -> question.source().origin() == origin)
                .filter(question -> question.prompt().ask().exactly(language).isPresent());
        return present.map(question -> new Item(question, language)).toList();
    }
}

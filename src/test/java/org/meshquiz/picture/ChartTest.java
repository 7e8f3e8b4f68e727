package org.meshquiz.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meshquiz.picture.Chart.Moment;

class ChartTest {
    private static final Instant START = Instant.parse("2026-11-01T09:00:00Z");

    private static String text(byte[] svg) {
        return new String(svg, StandardCharsets.UTF_8);
    }

    /** Letters are drawn as outlines, so that what is written is looked at in the pages' screenshots. */
    private static int shapes(byte[] svg) {
        return text(svg).split("<path").length;
    }

    @ParameterizedTest
    @CsvSource({"false, false", "true, false", "false, true", "true, true"})
    void aLevelIsDrawnWithTheNamesOfAllBandsWhateverTheSize(boolean narrow, boolean dark) {
        Chart chart = new Chart(narrow, dark, Locale.ENGLISH);
        List<Moment> moments = IntStream.range(0, 40)
                .mapToObj(day -> new Moment(START.plus(Duration.ofDays(day)), day / 20.0 - 1, 1.5 - day / 40.0))
                .toList();
        byte[] named = chart.level(moments, List.of("Junior", "Middle", "Senior", "Expert"));
        assertThat(text(named)).isNotEqualTo(text(chart.level(moments, List.of("Junior", "Middle", "Senior", "X"))));
        assertThat(shapes(named)).isGreaterThanOrEqualTo(4 + 2);
        assertThat(text(named)).startsWith("<?xml").doesNotContain("<script", "href");
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void curvesAndDaysAreDrawn(boolean narrow) {
        Chart chart = new Chart(narrow, false, Locale.forLanguageTag("ru"));
        List<Double> curve = IntStream.rangeClosed(0, 60)
                .mapToObj(day -> 1 / (1 + day / 60.0))
                .toList();
        byte[] one = chart.recall(List.of("Istio"), List.of(curve));
        byte[] two = chart.recall(List.of("Istio", "A & <B>"), List.of(curve, curve));
        assertThat(text(two)).doesNotContain("<B>");
        assertThat(two.length).isGreaterThan(one.length);
        LocalDate first = LocalDate.of(2026, 11, 20);
        assertThat(text(chart.calendar(first.datesUntil(first.plusDays(30)).toList(), Collections.nCopies(30, 3))))
                .contains("<svg");
    }
}

package org.meshquiz.store;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Days of the week in a column: bit 0 is Monday. */
final class Weekdays {
    private Weekdays() {}

    static int bits(Set<DayOfWeek> days) {
        return days.stream().mapToInt(day -> 1 << (day.getValue() - 1)).sum();
    }

    static Set<DayOfWeek> of(int bits) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> (bits >> (day.getValue() - 1) & 1) == 1)
                .collect(Collectors.toUnmodifiableSet());
    }
}

package org.meshquiz.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class QuietHoursTest {

    @Test
    void aNightSpansMidnight() {
        assertThat(QuietHours.NIGHT.contains(LocalTime.of(23, 0))).isTrue();
        assertThat(QuietHours.NIGHT.contains(LocalTime.of(7, 59))).isTrue();
        assertThat(QuietHours.NIGHT.contains(LocalTime.of(8, 0))).isFalse();
        assertThat(QuietHours.NIGHT.contains(LocalTime.of(21, 59))).isFalse();
    }

    @Test
    void equalEndsMeanNoQuietHours() {
        QuietHours none = new QuietHours(LocalTime.NOON, LocalTime.NOON);
        assertThat(none.contains(LocalTime.NOON)).isFalse();
        assertThat(none.contains(LocalTime.MIDNIGHT)).isFalse();
    }
}

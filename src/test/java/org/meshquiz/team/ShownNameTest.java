package org.meshquiz.team;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownNameTest {

    @Test
    void whatHasNoPlaceInALineIsLeftOut() {
        assertThat(ShownName.of("  Ann\n\tLee  ")).contains("Ann Lee");
        assertThat(ShownName.of("a\u202Eb\u200Bc\u0007")).contains("abc");
        assertThat(ShownName.of("**bold** `code` <b>")).contains("bold code b");
        assertThat(ShownName.of("👩\u200D💻 Аня")).contains("👩\u200D💻 Аня");
    }

    @Test
    void aLongNameEndsInAnEllipsis() {
        String shown = ShownName.of("Я".repeat(300)).orElseThrow();
        assertThat(shown).hasSize(ShownName.LONGEST).endsWith("…");
        assertThat(ShownName.of("🎉".repeat(300)).orElseThrow().codePoints().count())
                .isEqualTo(ShownName.LONGEST);
    }

    @Test
    void aNameOfNothingIsNone() {
        assertThat(ShownName.of(" \u200B ")).isEmpty();
        assertThat(ShownName.of("")).isEmpty();
    }
}

package org.meshquiz.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {
    @Test
    void boldAndCodeAreRead() {
        assertThat(Span.marked("run `istioctl analyze` **now**"))
                .containsExactly(Span.plain("run "), Span.code("istioctl analyze"), Span.plain(" "), Span.bold("now"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a ` b", "a ** b", "``", "****", "`", "*", "5 * 3 ** 2", ""})
    void aMarkWithoutItsPartnerStaysAsItIs(String text) {
        assertThat(Span.marked(text).stream().map(Span::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }
}

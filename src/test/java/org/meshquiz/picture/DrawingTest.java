package org.meshquiz.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class DrawingTest {

    @Test
    void aJavaThatCannotDrawLeavesThePictureOut() {
        assertThat(Drawing.of(() -> {
                    throw new UnsatisfiedLinkError("libfreetype.so.6");
                }))
                .isEmpty();
        assertThat(Drawing.of(() -> {
                    throw new NoClassDefFoundError("Could not initialize class");
                }))
                .isEmpty();
        assertThat(Drawing.of(() -> {
                    RuntimeException fault = new RuntimeException("Fontconfig head is null");
                    fault.setStackTrace(new StackTraceElement[] {
                        new StackTraceElement("sun.awt.FontConfiguration", "getVersion", "FontConfiguration.java", 1262)
                    });
                    throw fault;
                }))
                .isEmpty();
        assertThat(Drawing.of(() -> new byte[] {1})).isPresent();
    }

    @Test
    void aFaultOfOurOwnIsNotHidden() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Drawing.of(() -> {
                    throw new IllegalStateException("the font is missing");
                }));
    }
}

package org.meshquiz;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the log looks like for people, and for programs that gather it. */
class LogTest {

    private static List<String> logged(String format) throws JoranException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("MESHQUIZ_LOG", format);
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(LogTest.class.getResource("/logback.xml"));
        ConsoleAppender<?> console =
                (ConsoleAppender<?>) context.getLogger("ROOT").getAppender("log");
        assertThat(console.getTarget()).isEqualTo("System.err");
        console.setOutputStream(written);
        Logger logger = context.getLogger("org.meshquiz.quiz.Sender");
        logger.info("Sent again after {} s", 3);
        logger.warn("Something \"odd\"\nin two lines", new IllegalStateException("gone"));
        context.getLogger("com.zaxxer.hikari").info("not of interest");

        context.stop();
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void eachEntryIsOneObjectOnOneLineWhereJsonIsWanted() throws IOException, JoranException {
        List<String> lines = logged("json");
        assertThat(lines).hasSize(2);
        JsonNode first = JsonMapper.builder().build().readTree(lines.get(0));
        assertThat(first.path("level").asText()).isEqualTo("INFO");
        assertThat(first.path("loggerName").asText()).isEqualTo("org.meshquiz.quiz.Sender");
        assertThat(first.path("formattedMessage").asText()).isEqualTo("Sent again after 3 s");
        assertThat(first.path("timestamp").asLong()).isPositive();
        JsonNode second = JsonMapper.builder().build().readTree(lines.get(1));
        assertThat(second.path("throwable").path("className").asText()).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void textIsForPeopleAndWhatLibrariesSayInPassingIsLeftOut() throws JoranException {
        assertThat(logged("text"))
                .anyMatch(line -> line.endsWith("INFO  Sender Sent again after 3 s"))
                .noneMatch(line -> line.contains("not of interest"));
    }
}

package org.meshquiz.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.meshquiz.picture.ProfilePicture.SkillLine;
import org.meshquiz.quiz.view.Phrases;

class ProfilePictureTest {
    private static final List<String> BANDS = List.of("Junior", "Middle", "Senior", "Expert");

    private static SkillLine line(String name, double low, double middle, double high, double before) {
        return new SkillLine(
                name,
                "Senior или Expert (вероятность 96 %), пока без одного уровня",
                List.of(0.25, 0.5, 0.75),
                low,
                middle,
                high,
                before,
                List.of("🧠 Помнится: сейчас около 93 %, через 30 дней без повторений 71 %"));
    }

    @Test
    void everyTextStandsInsideAndNoneTouchesAnother() throws IOException {
        List<SkillLine> lines = new ArrayList<>();
        for (String name : List.of("Istio", "Envoy", "Kubernetes", "Prometheus", "Очень длинное название навыка")) {
            lines.add(line(name, 0, 0.02 + lines.size() * 0.24, 1, lines.size() % 2 == 0 ? -1 : 0.4));
        }
        ProfilePicture profile =
                new ProfilePicture("📈 Ваши уровни", "Где вы, вероятно, есть", BANDS, lines, "Для учёбы.");
        Canvas canvas = profile.draw();
        Rectangle2D sheet = new Rectangle2D.Double(0, 0, canvas.width(), canvas.height());
        List<Canvas.Drawn> drawn = canvas.drawn();
        assertThat(drawn).hasSize(3 + 7 * lines.size());
        for (int i = 0; i < drawn.size(); i++) {
            assertThat(sheet.contains(drawn.get(i).bounds()))
                    .as(drawn.get(i).toString())
                    .isTrue();
            for (int j = i + 1; j < drawn.size(); j++) {
                assertThat(drawn.get(i).bounds().intersects(drawn.get(j).bounds()))
                        .as(drawn.get(i) + " and " + drawn.get(j))
                        .isFalse();
            }
        }
        assertThat(drawn.stream().map(Canvas.Drawn::text)).contains("Istio", "Junior", "Expert", "Ваши уровни");
        Files.createDirectories(Path.of("target/screenshots"));
        Files.write(Path.of("target/screenshots/profile.png"), profile.png());
    }

    @Test
    void whatIsSaidOfEverybodyStandsThereWhole() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.forLanguageTag("ru"))) {
            Phrases phrases = Phrases.in(language);
            String doubt = phrases.say("level.none", "more", 18);
            SkillLine skill = new SkillLine("Kubernetes", doubt, List.of(0.25, 0.5, 0.75), 0, 0.4, 1, -1, List.of());
            Canvas canvas = new ProfilePicture(
                            phrases.say("me.title"), phrases.say("me.picture"), BANDS, List.of(skill), "")
                    .draw();
            assertThat(canvas.drawn().stream().map(Canvas.Drawn::text))
                    .contains("Kubernetes", doubt, phrases.say("me.picture"));
        }
    }

    @Test
    void aScaleThatIsNotInOrderIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> line("Istio", 0.5, 0.4, 0.9, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> line("Istio", 0.5, 0.6, 1.1, -1));
    }
}

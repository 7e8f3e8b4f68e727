package org.meshquiz.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshquiz.picture.BoardPicture.Group;
import org.meshquiz.picture.BoardPicture.Row;

class BoardPictureTest {
    private static final List<String> NAMES = List.of(
            "Ann",
            "Константин Константинопольский-Рождественский младший",
            "🎉🦄 Zoë",
            "שרה כהן",
            "عبد الرحمن",
            "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
            "田中太郎");

    private static BoardPicture picture(int people) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            long points = 420L - 8L * i;
            rows.add(new Row(i + 1, NAMES.get(i % NAMES.size()), points + " очков", points / 420.0, i == 3));
        }
        return new BoardPicture(
                "🏆 Очки за 7 дней",
                "Платформа · 50 человек в команде",
                List.of(new Group("", rows)),
                "Оценки служат учёбе.");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 50})
    void everyRowIsWrittenInsideOfThePictureAndNoTextTouchesAnother(int people) throws IOException {
        BoardPicture board = picture(people);
        Canvas canvas = board.draw();
        Rectangle2D sheet = new Rectangle2D.Double(0, 0, canvas.width(), canvas.height());
        List<Canvas.Drawn> drawn = canvas.drawn();
        assertThat(drawn)
                .hasSize(3 + 3 * people)
                .allSatisfy(text -> assertThat(sheet.contains(text.bounds()))
                        .as(text.toString())
                        .isTrue());
        for (int i = 0; i < drawn.size(); i++) {
            for (int j = i + 1; j < drawn.size(); j++) {
                assertThat(drawn.get(i).bounds().intersects(drawn.get(j).bounds()))
                        .as(drawn.get(i) + " and " + drawn.get(j))
                        .isFalse();
            }
        }
        byte[] png = board.png();
        Files.createDirectories(Path.of("target/screenshots"));
        Files.write(Path.of("target/screenshots/board-" + people + ".png"), png);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(800);
        assertThat(png.length).isLessThan(400_000);
        // Telegram takes photos whose sides add up to 10,000 at most, none more than twenty times as long as the other.
        assertThat(image.getWidth() + image.getHeight()).isLessThan(10_000);
    }

    @Test
    void whatTheLettersCannotWriteIsLeftOutAndANameOfNothingElseIsADash() {
        List<String> texts =
                picture(7).draw().drawn().stream().map(Canvas.Drawn::text).toList();
        assertThat(texts).contains("Ann", "Очки за 7 дней", "שרה כהן", "420 очков", "—");
        assertThat(texts).anyMatch(text -> text.startsWith("Константин") && text.endsWith("…"));
        assertThat(texts).anyMatch(text -> text.endsWith("Zoë"));
    }

    @Test
    void aPictureOfNobodyHasItsTitle() {
        BoardPicture empty = new BoardPicture("Points", "", List.of(), "");
        assertThat(empty.draw().drawn().get(0).text()).isEqualTo("Points");
        assertThat(empty.png()).isNotEmpty();
    }
}

package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.queue.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Picture files made of picture files, with the real ffmpeg. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StillsTest {

    @TempDir
    static Path folder;

    private Studio studio;

    @BeforeAll
    void open() throws Exception {
        studio = new Studio(folder);
    }

    @AfterAll
    void close() {
        studio.close();
    }

    /** Blue and half transparent. */
    private Path glass(String name, String pixels) throws Exception {
        return studio.clip(name, "-f", "lavfi", "-i", "color=blue@0.5:s=120x80,format=rgba,format=" + pixels, "-frames:v", "1",
                "-update", "1", "-f", "image2");
    }

    private Path made(Path of, String step) throws Exception {
        return Studio.output(studio.run(of, step));
    }

    private void isNear(Path picture, int x, int y, int... rgb) throws Exception {
        int[] pixel = studio.pixel(picture, x, y);
        for (int i = 0; i < 3; i++) {
            assertThat(pixel[i]).as(picture + " channel " + i).isCloseTo(rgb[i], within(6));
        }
    }

    @Test
    void everyFormatIsWrittenAndReadBackInItsColours() throws Exception {
        Path red = studio.clip("red.png", "-f", "lavfi", "-i", "color=red:s=120x80,format=rgb24", "-frames:v", "1", "-c:v",
                "png", "-update", "1", "-f", "image2");
        for (String format : List.of("jpg", "png", "webp", "avif", "tiff", "bmp")) {
            Path out = made(red, "{'op':'convert-image','format':'" + format + "'}");
            assertThat(studio.look(out).video().orElseThrow().upright()).isEqualTo(new Size(120, 80));
            isNear(out, 60, 40, 254, 0, 0);
        }
    }

    @Test
    void aFilmOfTelevisionColoursGivesTheSameColoursInAStill() throws Exception {
        Path film = studio.clip("red.mp4", "-f", "lavfi", "-i",
                "color=red:s=120x80:d=1,format=gbrp,scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,setparams=colorspace=bt709:range=tv",
                "-c:v", "libx264", "-qp", "4");
        for (String format : List.of("jpg", "png", "webp", "tiff", "bmp")) {
            isNear(made(film, "{'op':'thumbnail','format':'" + format + "'}"), 60, 40, 254, 0, 0);
        }
    }

    @Test
    void transparencyIsKeptOrLaidOnItsBackground() throws Exception {
        Path glass = glass("glass.png", "rgba");
        isNear(made(glass, "{'op':'convert-image','background':'#00ff00'}"), 90, 40, 0, 127, 127);
        isNear(made(glass, "{'op':'convert-image'}"), 90, 40, 127, 127, 255);
        Path kept = made(glass, "{'op':'convert-image','format':'webp'}");
        assertThat(studio.look(kept).video().orElseThrow().pixels().alpha()).isTrue();
    }

    @Test
    void sixteenBitsStaySixteen() throws Exception {
        Path deep = glass("deep.png", "rgba64be");
        assertThat(studio.look(made(deep, "{'op':'convert-image','format':'tiff'}")).video().orElseThrow().pixels().bits())
                .isEqualTo(16);
        Path back = made(made(deep, "{'op':'convert-image','format':'tiff'}"), "{'op':'resize-image','width':60}");
        assertThat(studio.look(back).video().orElseThrow().pixels().bits()).isEqualTo(16);
        assertThat(studio.look(back).video().orElseThrow().upright()).isEqualTo(new Size(60, 40));
    }

    @Test
    void aTurnedPhotoIsWrittenUprightAndSaysSo() throws Exception {
        Path plain = studio.clip("lying.jpg", "-f", "lavfi", "-i", "color=red:s=120x80", "-frames:v", "1", "-update", "1", "-f",
                "image2");
        Path turned = Exifs.turned(plain, folder.resolve("turned.jpg"), 6);
        assertThat(studio.look(turned).video().orElseThrow().upright()).isEqualTo(new Size(80, 120));
        for (String format : List.of("jpg", "png", "webp", "tiff")) {
            Media out = studio.look(made(turned, "{'op':'convert-image','format':'" + format + "'}"));
            assertThat(out.video().orElseThrow().upright()).isEqualTo(new Size(80, 120));
            assertThat(out.video().orElseThrow().coded()).isEqualTo(new Size(80, 120));
            assertThat(out.video().orElseThrow().rotation()).isZero();
        }
    }

    @Test
    void cameraDataGoesIntoPngOrIsSaidToBeLost() throws Exception {
        Path plain = studio.clip("photo.jpg", "-f", "lavfi", "-i", "color=red:s=120x80", "-frames:v", "1", "-update", "1", "-f",
                "image2");
        Path photo = Exifs.made(plain, folder.resolve("made.jpg"), "Reelbench");
        assertThat(text(made(photo, "{'op':'convert-image','format':'png'}"))).contains("Reelbench");
        assertThat(text(made(photo, "{'op':'convert-image','format':'png','keep-metadata':false}"))).doesNotContain("Reelbench");
        Plan plan = studio.engine.plan(studio.recipe("{'op':'convert-image','format':'webp'}"), studio.look(photo)).plan()
                .orElseThrow();
        assertThat(plan.explanation().notes()).singleElement().asString().contains("camera").contains("WebP");
    }

    private static String text(Path file) throws Exception {
        return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    @Test
    void aMovingPictureGivesItsFirstFrame() throws Exception {
        Path gif = studio.clip("moves.gif", "-f", "lavfi", "-i", "color=red:s=64x48:r=10:d=1", "-f", "lavfi", "-i",
                "color=blue:s=64x48:r=10:d=1", "-filter_complex", "concat");
        Task task = studio.run(gif, "{'op':'convert-image','format':'png'}");
        isNear(Studio.output(task), 30, 20, 254, 0, 0);
    }

    @Test
    void anOddPictureStaysOddWhereTheFormatCan() throws Exception {
        Path odd = studio.clip("odd.png", "-f", "lavfi", "-i", "color=red:s=121x81,format=rgb24", "-frames:v", "1", "-c:v", "png",
                "-update",
                "1", "-f", "image2");
        assertThat(studio.look(made(odd, "{'op':'convert-image','format':'jpg'}")).video().orElseThrow().upright())
                .isEqualTo(new Size(121, 81));
        assertThat(studio.look(made(odd, "{'op':'convert-image','format':'avif'}")).video().orElseThrow().upright())
                .isEqualTo(new Size(120, 80));
    }
}

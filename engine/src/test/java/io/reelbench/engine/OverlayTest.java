package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelbench.engine.media.Size;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.queue.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Pictures over pictures: where, how strong, when, and that the rest stays as it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverlayTest {

    private static final String QUICK = "{'op':'transcode','preset':'ultrafast','crf':5}";
    private static final int[] RED = {255, 0, 0};
    private static final int[] GREY = {128, 128, 128};

    @TempDir
    static Path folder;

    private Studio studio;
    private Path film;

    @BeforeAll
    void open() throws Exception {
        studio = new Studio(folder);
        film = studio.clip("film.mp4", "-f", "lavfi", "-i", "color=0x808080:s=200x100:r=25:d=3", "-f", "lavfi", "-i",
                "sine=440:d=3", "-c:v", "libx264", "-crf", "5", "-pix_fmt", "yuv420p");
        studio.clip("logo.png", "-f", "lavfi", "-i", "color=red:s=40x20,format=rgba", "-frames:v", "1", "-update", "1");
        studio.clip("film.gif", "-f", "lavfi", "-i",
                "color=red:s=20x20:r=10:d=0.5[a];color=blue:s=20x20:r=10:d=0.5[b];[a][b]concat", "-loop", "0");
    }

    @AfterAll
    void close() {
        studio.close();
    }

    private Path made(String options) throws Exception {
        return Studio
                .output(studio.run(film, "{'op':'overlay','image':'" + folder.resolve("logo.png") + "'" + options + "}", QUICK));
    }

    private void shows(Path clip, double seconds, int x, int y, int[] colour) throws Exception {
        byte[] rgb = studio.raw(clip, "-vf", "trim=start=%s,format=rgb24,crop=1:1:%d:%d".formatted(seconds - 0.01, x, y),
                "-frames:v",
                "1", "-f", "rawvideo");
        for (int i = 0; i < 3; i++) {
            assertThat(rgb[i] & 0xFF).as("%s at %s, %d:%d of %s", i, seconds, x, y, clip).isCloseTo(colour[i], within(8));
        }
    }

    @Test
    void itLiesWhereItWasPut() throws Exception {
        Path right = made("");
        // the margin is 2 % of the shorter side
        shows(right, 1, 192, 92, RED);
        shows(right, 1, 164, 84, RED);
        shows(right, 1, 150, 88, GREY);
        shows(right, 1, 180, 70, GREY);
        assertThat(studio.look(right).video().orElseThrow().upright()).isEqualTo(new Size(200, 100));
        Path left = made(",'position':'tl','margin':10,'size':'10%'");
        shows(left, 1, 15, 14, RED);
        shows(left, 1, 25, 16, RED);
        shows(left, 1, 4, 12, GREY);
        shows(left, 1, 36, 12, GREY);
        shows(made(",'position':'center'"), 1, 100, 50, RED);
        Path free = made(",'at':'50%:10'");
        shows(free, 1, 110, 18, RED);
        shows(free, 1, 92, 14, GREY);
    }

    @Test
    void opacityAndTimeAreAsAsked() throws Exception {
        Path half = made(",'position':'center','opacity':0.5,'start':1,'end':2");
        shows(half, 0.96, 100, 50, GREY);
        shows(half, 1, 100, 50, new int[]{192, 64, 64});
        shows(half, 1.96, 100, 50, new int[]{192, 64, 64});
        shows(half, 2, 100, 50, GREY);
        Path fading = made(",'position':'center','start':1,'fade':0.4");
        shows(fading, 1, 100, 50, GREY);
        shows(fading, 1.2, 100, 50, new int[]{192, 64, 64});
        shows(fading, 2, 100, 50, RED);
    }

    @Test
    void itIsOnTheClockOfItsStep() throws Exception {
        Task task = studio.run(film, "{'op':'speed','factor':2}",
                "{'op':'overlay','image':'" + folder.resolve("logo.png") + "','position':'center','start':1}",
                "{'op':'trim','start':0.5}", QUICK);
        Path made = Studio.output(task);
        shows(made, 0.4, 100, 50, GREY);
        shows(made, 0.56, 100, 50, RED);
    }

    @Test
    void whatMovesRepeatsAndIsFoundByPattern() throws Exception {
        Path made = Studio.output(
                studio.run(film, "{'op':'overlay','image':'{dir}/{name}.gif','position':'left','margin':0,'size':20}", QUICK));
        shows(made, 0.2, 10, 50, RED);
        shows(made, 0.7, 10, 50, new int[]{0, 0, 255});
        shows(made, 1.2, 10, 50, RED);
        shows(made, 2.7, 10, 50, new int[]{0, 0, 255});
        assertThat(studio.look(made).lengthUs().orElseThrow()).isCloseTo(3_000_000, within(100_000L));
    }

    /** Red on the left and nothing on the right. */
    private Path half(String name, String... coding) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i",
                "color=red:s=40x40:r=25:d=0.4,format=rgba,geq=r=255:g=0:b=0:a='if(lt(X,20),255,0)'"));
        arguments.addAll(List.of(coding));
        return studio.clip(name, arguments.toArray(String[]::new));
    }

    private Path laid(Path mark, String options) throws Exception {
        return Studio.output(
                studio.run(film, "{'op':'overlay','image':'" + mark + "','position':'center'" + options + "}", QUICK));
    }

    @Test
    void whatIsTransparentShowsThePictureBelow() throws Exception {
        for (Path mark : List.of(half("half.png", "-frames:v", "1", "-update", "1"),
                half("half.mov", "-c:v", "prores_ks", "-pix_fmt", "yuva444p10le"), half("half.apng", "-plays", "0"))) {
            Path made = laid(mark, ",'size':'own'");
            shows(made, 1, 88, 50, RED);
            shows(made, 1, 112, 50, GREY);
        }
    }

    @Test
    void aFilmWhoseTransparencyWouldBeLostIsRefused() throws Exception {
        Path mark = half("half.webm", "-c:v", "libvpx-vp9", "-pix_fmt", "yuva420p");
        var planned = studio.engine.plan(studio.recipe("{'op':'overlay','image':'" + mark + "'}"), studio.look(film));
        assertThat(planned.problems().getFirst().text().toString()).contains("transparent").contains("ProRes 4444");
        Path opaque = studio.clip("opaque.webm", "-f", "lavfi", "-i", "color=red:s=40x40:r=25:d=0.4", "-c:v", "libvpx-vp9");
        shows(laid(opaque, ""), 1, 112, 50, RED);
    }

    @Test
    void eachClipOfABatchFindsItsOwn() throws Exception {
        Path other = studio.clip("other.mp4", "-f", "lavfi", "-i", "color=0x808080:s=200x100:r=25:d=1", "-c:v", "libx264", "-crf",
                "5");
        studio.clip("film mark.png", "-f", "lavfi", "-i", "color=red:s=40x20", "-frames:v", "1", "-update", "1");
        studio.clip("other mark.png", "-f", "lavfi", "-i", "color=blue:s=40x20", "-frames:v", "1", "-update", "1");
        String step = "{'op':'overlay','image':'{dir}/{name} mark.png','position':'center'}";
        OutputWish wish = new OutputWish().into(folder.resolve("batch"));
        List<Task> made = studio
                .awaited(List.of(studio.queued(film, wish, step, QUICK), studio.queued(other, wish, step, QUICK)));
        shows(Studio.output(made.get(0)), 0.4, 100, 50, RED);
        shows(Studio.output(made.get(1)), 0.4, 100, 50, new int[]{0, 0, 255});
    }

    @Test
    void aStillIsMarkedAndSoundIsCopied() throws Exception {
        Path photo = studio.clip("photo.png", "-f", "lavfi", "-i", "color=0x808080:s=200x100,format=rgb24", "-frames:v", "1",
                "-update",
                "1");
        Path made = Studio.output(studio.run(photo, "{'op':'overlay','image':'" + folder.resolve("logo.png") + "'}"));
        assertThat(studio.pixel(made, 180, 90)).containsExactly(255, 0, 0);
        assertThat(studio.pixel(made, 20, 20)).containsExactly(128, 128, 128);
        assertThat(studio.engine.plan(studio.recipe("{'op':'overlay','image':'" + folder.resolve("logo.png") + "'}"),
                studio.look(film)).plan().orElseThrow().steps().toString()).contains("-c:a:0, copy");
    }

    @Test
    void whatIsNoPictureIsRefusedBefore() throws Exception {
        Path list = java.nio.file.Files.writeString(folder.resolve("list.png"), "#EXTM3U\n/etc/passwd\n");
        for (String file : new String[]{list.toString(), folder.resolve("nothing.png").toString()}) {
            var planned = studio.engine.plan(studio.recipe("{'op':'overlay','image':'" + file + "'}"), studio.look(film));
            assertThat(planned.plan()).isEmpty();
            assertThat(planned.problems().getFirst().option()).isEqualTo("image");
        }
    }
}

package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The operations on the picture on real clips with the real ffmpeg. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PictureOperationsTest {

    @TempDir
    static Path folder;

    private Studio studio;
    /** Four quarters: red, green, blue, white; clockwise from the top left. */
    private Path quarters;

    @BeforeAll
    void open() throws Exception {
        studio = new Studio(folder);
        quarters = studio.clip("quarters.mp4", "-f", "lavfi", "-i",
                "color=red:s=160x90:r=25:d=2,drawbox=x=80:y=0:w=80:h=45:c=lime:t=fill,drawbox=x=80:y=45:w=80:h=45:c=blue:t=fill,"
                        + "drawbox=x=0:y=45:w=80:h=45:c=white:t=fill",
                "-c:v", "libx264", "-crf", "8", "-pix_fmt", "yuv420p");
    }

    @AfterAll
    void close() {
        studio.close();
    }

    private Path made(Path clip, String... steps) throws Exception {
        return Studio.output(studio.run(clip, steps));
    }

    private Track.Video video(Path file) throws Exception {
        Media media = studio.look(file);
        return media.video().orElseThrow();
    }

    private String colour(Path file, int x, int y) throws Exception {
        int[] rgb = studio.pixel(file, x, y);
        boolean red = rgb[0] > 128;
        boolean green = rgb[1] > 128;
        boolean blue = rgb[2] > 128;
        return red && green && blue ? "white" : red ? "red" : green ? "green" : blue ? "blue" : "black";
    }

    @Test
    void aCropKeepsItsRegion() throws Exception {
        Path green = made(quarters, "{'op':'crop','rect':'60:40:90:2'}");
        assertThat(video(green).upright()).isEqualTo(new Size(60, 40));
        assertThat(colour(green, 2, 2)).isEqualTo("green");
        assertThat(colour(green, 57, 37)).isEqualTo("green");
        Path tall = made(quarters, "{'op':'crop','aspect':'1:1','align':'left'}");
        assertThat(video(tall).upright()).isEqualTo(new Size(90, 90));
        assertThat(colour(tall, 2, 2)).isEqualTo("red");
    }

    @Test
    void blackBarsAreFoundAndCutOff() throws Exception {
        Path barred = studio.clip("barred.mp4", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=4,pad=400:300:40:60", "-c:v",
                "libx264", "-preset", "ultrafast", "-g", "10");
        assertThat(video(made(barred, "{'op':'crop'}")).upright()).isEqualTo(new Size(320, 180));
        // the first half is black, and there is one keyframe only
        Path dark = studio.clip("dark.mp4", "-f", "lavfi", "-i",
                "testsrc2=s=320x180:r=25:d=4,pad=320:240:0:30,fade=st=1.5:d=0.5", "-c:v", "libx264", "-preset", "ultrafast", "-g",
                "500");
        assertThat(video(made(dark, "{'op':'crop'}")).upright()).isEqualTo(new Size(320, 180));
    }

    @Test
    void aStillIsCroppedToThePixel() throws Exception {
        Path photo = studio.clip("photo.png", "-i", quarters.toString(), "-frames:v", "1", "-update", "1", "-f", "image2");
        Path cut = made(photo, "{'op':'crop','rect':'33:31:80:45'}");
        assertThat(cut.toString()).endsWith(".png");
        assertThat(video(cut).upright()).isEqualTo(new Size(33, 31));
        assertThat(colour(cut, 0, 0)).isEqualTo("blue");
    }
}

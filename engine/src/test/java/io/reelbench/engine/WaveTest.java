package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.queue.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Drawn sounds: where there is sound, how high, and the figures of the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaveTest {

    @TempDir
    static Path folder;

    private Studio studio;
    private Path halves;

    @BeforeAll
    void open() throws Exception {
        studio = new Studio(folder);
        // a second of a tone at half of full scale in the left channel, then a second of silence
        halves = studio.clip("halves.wav", "-f", "lavfi", "-i",
                "aevalsrc=0.5*sin(2*PI*440*t)*lt(t\\,1)|0:d=2:s=48000:c=stereo");
    }

    @AfterAll
    void close() {
        studio.close();
    }

    private Path made(String step) throws Exception {
        return Studio.output(studio.run(halves, step));
    }

    @Test
    void aDrawingIsAsHighAsTheSound() throws Exception {
        Path png = made("{'op':'waveform','width':200,'height':100,'colour':'#ff0000','background':'#000000','scale':'linear'}");
        Media media = studio.look(png);
        assertThat(media.video().orElseThrow().upright()).isEqualTo(new Size(200, 100));
        assertThat(studio.pixel(png, 50, 30)[0]).isEqualTo(255);
        assertThat(studio.pixel(png, 50, 20)[0]).isZero();
        assertThat(studio.pixel(png, 150, 30)[0]).isZero();
        // silence is a line
        assertThat(studio.pixel(png, 150, 50)[0]).isEqualTo(255);
    }

    @Test
    void itsGroundIsTransparentAndChannelsMayBeSplit() throws Exception {
        for (String format : new String[]{"png", "webp"}) {
            Path wave = made("{'op':'waveform','width':200,'height':100,'split-channels':true,'format':'" + format + "'}");
            byte[] pixels = studio.raw(wave, "-vf", "format=rgba", "-frames:v", "1", "-f", "rawvideo");
            assertThat(pixels).hasSize(200 * 100 * 4);
            // the left channel is loud in the upper lane, the right one silent in the lower
            assertThat(pixels[(25 * 200 + 50) * 4 + 3] & 0xFF).as(format).isEqualTo(255);
            assertThat(pixels[(10 * 200 + 50) * 4 + 3] & 0xFF).as(format).isEqualTo(255);
            assertThat(pixels[(60 * 200 + 50) * 4 + 3] & 0xFF).as(format).isZero();
        }
    }

    @Test
    void figuresAreThoseOfTheSound() throws Exception {
        JsonNode json = new JsonMapper()
                .readTree(Files.readString(made("{'op':'waveform','width':200,'format':'json','split-channels':true}")));
        assertThat(json.path("length").asInt()).isEqualTo(200);
        assertThat(json.path("samples_per_pixel").asInt()).isEqualTo(480);
        assertThat(json.path("channels").asInt()).isEqualTo(2);
        assertThat(json.path("data").size()).isEqualTo(800);
        assertThat(json.path("data").get(4 * 50 + 1).asInt()).isCloseTo(16_384, within(200));
        assertThat(json.path("data").get(4 * 50 + 3).asInt()).isZero();
        assertThat(json.path("data").get(4 * 150 + 1).asInt()).isZero();
    }

    @Test
    void aPartIsDrawnAloneAndBesideOthers() throws Exception {
        Task task = studio.run(halves, "{'op':'extract-audio','format':'flac'}",
                "{'op':'waveform','start':1,'width':100,'format':'json'}", "{'op':'waveform','width':100,'height':50}");
        assertThat(task.outcome().results()).hasSize(3);
        String silent = Files.readString(task.outcome().results().get(1).file());
        assertThat(silent).contains("\"length\":100").doesNotContain("16383");
    }
}

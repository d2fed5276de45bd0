package io.reelbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelbench.engine.ffmpeg.Clips;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.output.OutputWish;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Clips that are made alike, and stand-ins for editing, with the real ffmpeg. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlikeTest {

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

    @Test
    void differentClipsBecomeAlike() throws Exception {
        String small = "{'op':'normalize','width':320,'height':180,'preset':'ultrafast','fill-sound':true}";
        for (Path clip : java.util.List.of(
                Clips.film(folder.resolve("a.mkv"), Clips.Look.USUAL.sized("160x120").coded("libx264", "")),
                Clips.rotated(folder.resolve("b.mp4")), Clips.vfr(folder.resolve("c.mp4")))) {
            Media made = studio.look(Studio.output(studio.run(clip, small)));
            Track.Video video = made.video().orElseThrow();
            assertThat(video.upright()).isEqualTo(new Size(320, 180));
            assertThat(video.rate().orElseThrow()).hasToString("30");
            assertThat(video.variable()).isFalse();
            assertThat(made.audio().orElseThrow().sampleRate()).isEqualTo(48_000);
            assertThat(made.audio().orElseThrow().channels()).isEqualTo(2);
            double length = video.facts().lengthUs().orElseThrow() / 1e6;
            assertThat(made.audio().orElseThrow().facts().lengthUs().orElseThrow() / 1e6).isCloseTo(length, within(0.06));
        }
    }

    @Test
    void aProxyRelinks() throws Exception {
        Path clip = Clips.film(folder.resolve("A001C001.mov"),
                Clips.Look.USUAL.with("-timecode", "10:00:00:00", "-metadata:s:v:0", "reel_name=A001"));
        for (String codec : java.util.List.of("prores-proxy", "dnxhr-lb", "h264-intra")) {
            var task = studio.run(clip, new OutputWish().into(folder.resolve("out-" + codec)),
                    "{'op':'proxy','codec':'" + codec + "','resolution':'full'}");
            Path made = Studio.output(task);
            assertThat(made).isEqualTo(folder.resolve("out-" + codec).resolve("Proxy").resolve("A001C001.mov"));
            Media proxy = studio.look(made);
            assertThat(proxy.video().orElseThrow().timecode().orElseThrow()).hasToString("10:00:00:00");
            assertThat(proxy.video().orElseThrow().rate()).isEqualTo(studio.look(clip).video().orElseThrow().rate());
            assertThat(proxy.video().orElseThrow().facts().frames()).hasValue(50);
            assertThat(proxy.tracks().stream().map(t -> t.facts().tags().get("reel_name")).filter(java.util.Objects::nonNull))
                    .as(codec)
                    .containsExactly("A001");
            assertThat(task.outcome().notes()).isEmpty();
        }
    }
}

package io.reelbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clips that are made alike, and stand-ins for editing: the whole argument lists. */
class AlikePlanTest {

    private static final String H264 = "-c:v libx264 -preset medium -crf 23 -pix_fmt yuv420p -fps_mode cfr -r 30 ";
    private static final String AAC = "-c:a:0 aac -b:a:0 192000 ";
    private static final String MP4 = "-map_metadata 0 -map_chapters -1 -movflags +faststart -f mp4 OUT0";

    private static List<String> commands(Media media, String... steps) {
        Planned planned = Planning.plan(media, steps);
        assertThat(planned.plan()).as(planned.problems().toString()).isPresent();
        return Planning.commands(planned.plan().orElseThrow());
    }

    private static List<Problem> problems(Media media, String... steps) {
        Planned planned = Planning.plan(media, steps);
        assertThat(planned.plan()).isEmpty();
        return planned.problems();
    }

    @Test
    void oneSizeOneRateOneCodec() {
        Media small = Given.empty("c.mkv", "matroska,webm").video("vp9", new Size(640, 480), Given.PAL).audio("opus", 1, "eng")
                .media();
        assertThat(commands(small, "{'op':'normalize'}")).containsExactly("-i IN0 -map 0:0 -map 0:1 " + H264
                + "-filter:v:0 scale=1440:1080:flags=lanczos:interl=-1,setsar=1,pad=1920:1080:240:0:color=0x000000FF,fps=30 "
                + AAC + "-filter:a:0 pan=stereo|c0=c0|c1=c0 " + MP4);
    }

    @Test
    void theUsualBoxStandsUpWithThePhoneAndFewerFramesAreScaled() {
        Media tall = Given.empty("p.mp4", "mov,mp4,m4a,3gp,3g2,mj2").video("h264", new Size(1920, 1080), Fraction.ONE, 90,
                new io.reelbench.engine.media.Rate(60, 1), false, "yuv420p", 8, 420, false).audio("aac", 2, "eng").media();
        assertThat(commands(tall, "{'op':'normalize'}").getFirst()).contains("-filter:v:0 fps=30").doesNotContain("pad=");
        assertThat(commands(tall, "{'op':'normalize','width':1280,'height':720}").getFirst())
                .contains("-filter:v:0 fps=30,scale=406:720").contains("pad=1280:720");
    }

    @Test
    void aSilentClipGetsSilenceAndALoudOneIsLevelled() {
        Media silent = Given.empty("s.mp4", "mov,mp4,m4a,3gp,3g2,mj2")
                .video("h264", new Size(1920, 1080), new io.reelbench.engine.media.Rate(30, 1))
                .seconds(60).media();
        assertThat(commands(silent, "{'op':'normalize','fill-sound':true}")).containsExactly(
                "-i IN0 -filter_complex anullsrc=r=48000:cl=stereo:d=60[a0] -map 0:0 -map [a0] " + H264 + AAC + MP4);
        assertThat(commands(silent, "{'op':'normalize'}").getFirst()).doesNotContain("anullsrc", "-c:a");
        assertThat(commands(Given.film().media(), "{'op':'normalize','loudness':'streaming'}").getFirst())
                .startsWith("measure measured-1: ").contains("loudnorm=I=-14:TP=-1:LRA=11:print_format=json");
    }

    @Test
    void aProxyIsHalfAsLargeAndKeepsFramesTimecodeAndTracks() {
        Media film = Given.film().timecoded("01:00:00:00").audio("pcm_s24le", 6, "deu").media();
        Planned planned = Planning.plan(film, "{'op':'proxy'}");
        assertThat(Planning.commands(planned.plan().orElseThrow())).containsExactly("-i IN0 -map 0:0 -map 0:1 -map 0:2"
                + " -c:v prores_ks -pix_fmt yuv422p10le -profile:v proxy -vendor apl0 -fps_mode cfr -r 25"
                + " -filter:v:0 scale=960:540:flags=lanczos:interl=-1,setsar=1 -c:a:0 pcm_s16le -c:a:1 pcm_s16le -metadata:s:a:1 language=ger"
                + " -map_metadata 0 -map_chapters -1 -movflags +faststart -f mov OUT0");
        assertThat(planned.plan().orElseThrow().products()).singleElement()
                .satisfies(p -> assertThat(p.folder()).isEqualTo("Proxy"));
        assertThat(commands(film, "{'op':'proxy','codec':'dnxhr-lb','resolution':'720p'}").getFirst())
                .contains("-c:v dnxhd", "-profile:v dnxhr_lb", "scale=1280:720", "-f mov");
        assertThat(commands(film, "{'op':'proxy','codec':'h264-intra','resolution':'full','audio':'pcm'}").getFirst())
                .contains("-c:v libx264", "-g 1 ", "-c:a:0 pcm_s16le", "-f mov").doesNotContain("scale=");
    }

    @Test
    void whatWouldNoLongerRelinkIsRefused() {
        assertThat(problems(Given.film().media(), "{'op':'trim','start':5}", "{'op':'proxy'}")).extracting(Problem::code)
                .containsExactly(Code.NOT_AVAILABLE);
        assertThat(problems(Given.film().media(), "{'op':'frame-rate','rate':30}", "{'op':'proxy'}"))
                .extracting(Problem::toString)
                .containsExactly(
                        "a stand-in of other frames than clip.mp4 has would no longer relink; no trim, speed or frame rate may stand above it");
    }
}

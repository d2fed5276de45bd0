package io.reelbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelbench.engine.media.Colour;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plans of drawn sounds, and the drawing itself. */
class WavePlanTest {

    private static List<String> commands(Media media, String... steps) {
        Planned planned = Planning.plan(media, steps);
        assertThat(planned.plan()).as(planned.problems().toString()).isPresent();
        return Planning.commands(planned.plan().orElseThrow());
    }

    @Test
    void peaksAreMeasuredAndDrawn() {
        assertThat(commands(Given.film().media(), "{'op':'waveform'}")).containsExactly(
                "-i IN0 -map 0:1 -filter:a:0 aformat=sample_fmts=fltp,asetnsamples=n=1500:p=0,"
                        + "astats=metadata=1:reset=1:measure_perchannel=Min_level+Max_level:measure_overall=none,ametadata=mode=print:file=peaks0.txt -f null -",
                "own Draw[list=peaks0.txt, channels=2, sampleRate=48000, samples=1500, form=WaveForm[width=1920, height=240, colour=#4FA3FF, background=#00000000, "
                        + "splitChannels=false, scale=SQRT, format=PNG], into=Scratch[name=wave0.rgba]]",
                "-f rawvideo -pixel_format rgba -video_size 1920x240 -framerate 1 -i wave0.rgba -map 0:0 -frames:v 1 -c:v png -pix_fmt rgba -update 1 -f image2 OUT0");
    }

    @Test
    void aPartIsReadAloneAndAllTracksMayBeDrawn() {
        assertThat(commands(Given.film().media(), "{'op':'waveform','start':10,'duration':5,'format':'json'}").getFirst())
                .startsWith("-ss 9.98 -t 5.02 -i IN0 -map 0:1 -filter:a:0 atrim=start=0.02,asetpts=PTS-0.02/TB,aformat");
        List<String> both = commands(Given.film().audio("ac3", 6, "deu").media(),
                "{'op':'waveform','tracks':'all','format':'json'}");
        assertThat(both).hasSize(3);
        assertThat(both.getFirst()).contains("file=peaks0.txt").contains("-map 0:2").contains("file=peaks1.txt");
        assertThat(Planning.plan(Given.film().media(), "{'op':'waveform','tracks':'3'}").problems()).extracting(Problem::code)
                .containsExactly(Code.NO_SUCH_TRACK);
    }

    @Test
    void peaksAreReadAndWrittenAsPlayersWantThem() {
        List<String> printed = List.of("frame:0    pts:0       pts_time:0", "lavfi.astats.1.Min_level=-0.500000",
                "lavfi.astats.1.Max_level=0.250000", "lavfi.astats.2.Min_level=-1.000000", "lavfi.astats.2.Max_level=1.000000",
                "frame:1    pts:4", "lavfi.astats.1.Min_level=-nan", "lavfi.astats.1.Max_level=0.000000",
                "lavfi.astats.2.Min_level=0.000000", "lavfi.astats.2.Max_level=0.500000", "lavfi.astats.1.Min_level=-0.1");
        Peaks peaks = Peaks.read(printed, 2);
        assertThat(peaks.count()).isEqualTo(2);
        assertThat(peaks.json(48_000, 4, true)).isEqualTo(
                "{\"version\":2,\"channels\":2,\"sample_rate\":48000,\"samples_per_pixel\":4,\"bits\":16,\"length\":2,\"data\":[-16383,8192,-32767,32767,0,0,0,16384]}\n");
        assertThat(peaks.json(48_000, 4, false)).contains("\"channels\":1").contains("[-32767,32767,0,16384]");
    }

    @Test
    void loudnessBecomesHeight() {
        assertThat(WaveForm.Scale.LINEAR.height(0.25)).isEqualTo(0.25);
        assertThat(WaveForm.Scale.SQRT.height(0.25)).isEqualTo(0.5);
        assertThat(WaveForm.Scale.CBRT.height(0.125)).isEqualTo(0.5, within(1e-9));
        assertThat(WaveForm.Scale.LOG.height(0.001)).isZero();
        assertThat(WaveForm.Scale.LOG.height(1)).isEqualTo(1);
        Peaks loudThenSilent = new Peaks(1, List.of(-1f, 1f, 0f, 0f));
        WaveForm small = new WaveForm(16, 20, Colour.WHITE, Colour.BLACK, false, WaveForm.Scale.LINEAR, WaveForm.Format.PNG);
        byte[] drawn = loudThenSilent.drawn(small);
        assertThat(lit(drawn, small, 2)).isEqualTo(20);
        assertThat(lit(drawn, small, 12)).isBetween(1, 2);
    }

    private static int lit(byte[] drawn, WaveForm form, int x) {
        int lit = 0;
        for (int y = 0; y < form.height(); y++) {
            lit += drawn[(y * form.width() + x) * 4] == -1 ? 1 : 0;
        }
        return lit;
    }
}

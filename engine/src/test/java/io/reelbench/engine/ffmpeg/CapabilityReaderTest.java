package io.reelbench.engine.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.plan.Capabilities;
import io.reelbench.engine.plan.Guarded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapabilityReaderTest {

    @TempDir
    Path dir;

    @Test
    void whatTheBundledFfmpegCanDo() throws Exception {
        CapabilityReader.Said said = new CapabilityReader(Clips.binaries(), Clips.launcher(), dir).read();
        Capabilities can = said.can();

        assertThat(can.encoders()).containsKeys("libx264", "libx265", "libsvtav1", "libvpx-vp9", "prores_ks", "dnxhd", "aac",
                "libopus", "libmp3lame",
                "flac", "gif", "libwebp", "mov_text");
        assertThat(can.encoders().get("libx264").pixelFormats()).startsWith("yuv420p").contains("yuv420p10le");
        assertThat(can.encoders().get("libopus").sampleRates()).containsExactly(48000, 24000, 16000, 12000, 8000);
        assertThat(can.encoders().get("libmp3lame").layouts()).containsExactly("mono", "stereo");
        assertThat(can.encoders().get("aac").sampleFormats()).isEqualTo(List.of("fltp"));
        assertThat(can.encoders().get("libx264").hardware()).isFalse();
        assertThat(can.decoders()).contains("h264", "hevc", "av1", "vvc", "subrip", "mp3").doesNotContain("libx264", "=");
        assertThat(can.filters()).contains("scale", "zscale", "drawtext", "loudnorm", "xfade", "testsrc2", "aevalsrc");
        assertThat(can.muxers()).contains("mp4", "matroska", "webm", "null", "image2").doesNotContain("=");
        assertThat(can.demuxers()).contains("mov", "mp4", "matroska", "webm", "png_pipe");
        assertThat(can.encoders().values()).as("a device is offered only once it was tried")
                .noneMatch(Capabilities.Encoder::hardware);
        assertThat(said.devices()).allMatch(Capabilities.Encoder::hardware).noneMatch(e -> can.canEncode(e.name()));
        assertThat(can.version()).isEqualTo(Clips.binaries().version());
    }

    @Test
    void theAnswerIsKept() throws Exception {
        CapabilityReader reader = new CapabilityReader(Clips.binaries(), Clips.launcher(), dir);
        CapabilityReader.Said first = reader.read();
        Launcher closed = new Launcher();
        closed.close();
        assertThat(new CapabilityReader(Clips.binaries(), closed, dir).read()).as("without asking again").isEqualTo(first);

        for (String damaged : List.of("{ broken", "{}", "{\"can\":{\"version\":\"1\",\"encoders\":3},\"devices\":[]}")) {
            try (var all = Files.list(dir)) {
                Files.writeString(all.findFirst().orElseThrow(), damaged);
            }
            assertThat(reader.read()).as(damaged).isEqualTo(first);
        }
    }

    @Test
    void theAllowListNamesDemuxersAndNothingThatOpensOtherFiles() throws Exception {
        Set<String> known = new CapabilityReader(Clips.binaries(), Clips.launcher(), dir).read().can().demuxers();

        assertThat(Guarded.DEMUXERS.split(",")).doesNotContain("concat", "hls", "dash", "lavfi", "tee", "ffmetadata", "imf",
                "sdp", "rtsp", "v4l2");
        List<String> unknown = java.util.stream.Stream.of(Guarded.DEMUXERS.split(",")).filter(d -> !known.contains(d)).toList();
        System.out.println("not in this ffmpeg: " + unknown);
    }
}

package io.reelbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The scale of quality. */
class QualityScaleTest {

    @Test
    void h264IsItsDefinitionAndTheOthersAreAsMeasured() {
        assertThat(QualityScale.crf(VideoCodec.H264, 75)).isEqualTo(21);
        assertThat(QualityScale.crf(VideoCodec.H265, 75)).isEqualTo(20.5);
        assertThat(QualityScale.crf(VideoCodec.H265, 82.5)).as("between two points").isEqualTo(17);
        assertThat(QualityScale.crf(VideoCodec.AV1, 75)).as("whole numbers").isEqualTo(17);
    }

    @Test
    void betterIsNeverWorseAndAlwaysAllowed() {
        for (VideoCodec codec : List.of(VideoCodec.H264, VideoCodec.H265, VideoCodec.AV1, VideoCodec.VP9)) {
            double before = Encoders.mostCrf(codec).orElseThrow();
            for (int quality = 0; quality <= 100; quality++) {
                double crf = QualityScale.crf(codec, quality);
                assertThat(crf).as("%s at %d", codec, quality).isBetween(0.0, before);
                before = crf;
            }
        }
    }
}

package io.reelbench.engine.plan;

import io.reelbench.engine.media.Bitrate;
import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.schema.Ask;
import io.reelbench.engine.schema.Called;

/** What an encoder aims at; exactly one. */
@Called("Aim for")
public sealed interface Goal {

    /** Looks the same whatever the codec, see {@link Quality}. */
    record EqualQuality(
            @Ask(value = "Quality", help = "How good the picture looks; the same number looks alike with every codec.", min = 0, max = 100, from = 40, to = 95) double quality)
            implements
                Goal {
    }

    /** The encoder's own constant rate factor. */
    record Crf(
            @Ask(value = "CRF", help = "The encoder's own quality number: lower is better (0 to 51 for H.264 and H.265, 0 to 63 for AV1 and VP9).", min = 0, max = 63, from = 14, to = 40, advanced = true) double crf)
            implements
                Goal {
    }

    /** An average bit rate of the picture. */
    record Average(
            @Ask(value = "Bit rate", help = "Average bit rate of the picture.", unit = "bit/s", min = 1000, max = 2e9, from = 2e5, to = 1e8) Bitrate bitrate)
            implements
                Goal {
    }

    /** A size that the whole file stays under. */
    @Called("Size")
    record Under(
            @Ask(value = "Target size", help = "The whole file stays under this size.", unit = "B", min = 10_000, from = 1e6, to = 4e9) Bytes targetSize)
            implements
                Goal {
    }

    /** A measured likeness to the original, in the unit of {@link RateControl#metric()}. */
    @Called("Score")
    record Score(
            @Ask(value = "Target score", help = "Finds the crf whose measured likeness to the original is this: XPSNR in dB, SSIM from 0 to 1, VMAF from 0 to 100.", min = 0, max = 100, from = 30, to = 48, advanced = true) double targetScore)
            implements
                Goal {
    }

    /** Nothing is lost. */
    record Lossless(
            @Ask(value = "Lossless", help = "Every pixel is kept; the file gets large.", advanced = true) boolean lossless)
            implements
                Goal {
    }
}

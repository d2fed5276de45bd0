package io.reelbench.engine.preview.decoder;

import io.reelbench.engine.media.Size;
import io.reelbench.engine.preview.wire.Answer;
import io.reelbench.engine.preview.wire.Answer.Caveat;
import io.reelbench.engine.preview.wire.Making;
import io.reelbench.engine.preview.wire.Request;
import io.reelbench.engine.preview.wire.Source;
import io.reelbench.engine.preview.wire.Source.Light;
import io.reelbench.engine.preview.wire.Spot;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;

/** Shows what filters and an encoder make of one frame. */
final class Result {

    private final Display display;
    private final Canvas canvas;
    private final List<Caveat> caveats = new ArrayList<>();
    private long encodedBytes = -1;

    Result(Display display, Canvas canvas) {
        this.display = display;
        this.canvas = canvas;
    }

    Answer show(Job job, Request.Result request, Reel reel, Size within) throws Unable, Job.Unwanted {
        Making making = request.making();
        Held held = reel.find(Spot.AT, request.us(), job);
        long length = reel.lengthUs(held);
        long us = held.us();
        boolean key = held.key();
        job.goesOn();
        AVFrame filtered = new Run(reel, job, request.source(), making).frame(held);
        AVFrame made = null;
        AVFrame shown = null;
        try {
            job.goesOn();
            made = encoded(filtered, making);
            job.goesOn();
            shown = display.show(made == null ? filtered : made, lie(filtered), light(filtered, request.source()), within);
            return new Answer.Shown(job.id(), canvas.lay(shown), us, length, key, encodedBytes, List.copyOf(caveats));
        } finally {
            avutil.av_frame_free(filtered);
            if (made != null) {
                avutil.av_frame_free(made);
            }
            if (shown != null) {
                avutil.av_frame_free(shown);
            }
        }
    }

    /** Null when it is not encoded. */
    private AVFrame encoded(AVFrame filtered, Making making) throws Unable {
        if (making.encoder().isEmpty()) {
            return null;
        }
        try (OneFrame coder = new OneFrame(filtered, making)) {
            AVFrame made = coder.made();
            encodedBytes = coder.bytes();
            return made;
        } catch (OneFrame.NoEncoder none) {
            caveats.add(Caveat.NOT_ENCODED);
            return null;
        }
    }

    private static Display.Lie lie(AVFrame filtered) {
        AVRational shape = filtered.sample_aspect_ratio();
        return shape.num() > 0 && shape.den() > 0 ? new Display.Lie(0, false, shape.num(), shape.den()) : Display.Lie.UPRIGHT;
    }

    /** Filters may have made plain video of it. */
    private static Light light(AVFrame filtered, Source source) {
        return switch (filtered.color_trc()) {
            case avutil.AVCOL_TRC_UNSPECIFIED, avutil.AVCOL_TRC_SMPTE2084, avutil.AVCOL_TRC_ARIB_STD_B67 -> source.light();
            default -> Light.USUAL;
        };
    }
}

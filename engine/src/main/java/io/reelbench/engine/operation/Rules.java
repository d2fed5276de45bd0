package io.reelbench.engine.operation;

import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Chain;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Filter;
import io.reelbench.engine.plan.Goal;
import io.reelbench.engine.plan.RateControl;
import io.reelbench.engine.plan.Resize;
import io.reelbench.engine.plan.Scaling;
import io.reelbench.engine.plan.Step;
import io.reelbench.engine.plan.TrackSelection;
import io.reelbench.engine.plan.VideoCoding;
import io.reelbench.engine.problem.Code;
import java.util.List;

/** Rules between options that several operations share. */
final class Rules {

    private Rules() {}

    static void coding(VideoCoding video, RateControl rate, Problems problems) {
        boolean three = video.bitDepth() != VideoCoding.BitDepth.AUTO || video.chroma() != VideoCoding.ChromaChoice.AUTO
                || video.alpha() != VideoCoding.Alpha.KEEP;
        if (video.pixelFormat().isPresent() && three) {
            problems.add("pixel-format", Code.CHOOSE_ONE, OperationWords.FORMAT_ONE);
        }
        Goal goal = rate.goal().orElse(RateControl.USUAL);
        if (rate.metric() != Step.Metric.XPSNR && !(goal instanceof Goal.Score)) {
            problems.add("metric", Code.NEEDS_OTHER, OperationWords.METRIC_ALONE);
        }
        boolean bits = goal instanceof Goal.Average || goal instanceof Goal.Under;
        if (rate.twoPass() == RateControl.TwoPass.YES && !bits) {
            problems.add("two-pass", Code.CHOOSE_ONE, OperationWords.TWO_PASS_QUALITY);
        }
        if (goal instanceof Goal.Lossless(boolean yes) && !yes) {
            problems.add("lossless", Code.BAD_SYNTAX, OperationWords.LOSSLESS_YES);
        }
        if (goal instanceof Goal.Score(double score) && rate.metric() == Step.Metric.SSIM && score > 1) {
            problems.add("target-score", Code.OUT_OF_RANGE, OperationWords.SCORE_RANGE, score, "0 to 1", "ssim");
        }
    }

    static void tracks(TrackSelection tracks, Edit edit, Problems problems) {
        Needs.tracks("video-track", tracks.videoTrack(), Track.Video.class, edit, problems);
        Needs.tracks("audio-tracks", tracks.audioTracks(), Track.Audio.class, edit, problems);
        Needs.tracks("subtitle-tracks", tracks.subtitleTracks(), Track.Subtitle.class, edit, problems);
    }

    /** The filters of a new size, for the edit as it is here. */
    static List<Filter> resize(Resize resize, Edit edit, boolean still, Problems problems) {
        if (resize.box().isEmpty() || edit.size().isEmpty()) {
            return List.of();
        }
        Size now = edit.size().get();
        Scaling.problem(resize, now, still).ifPresent(problems::add);
        return Scaling.filters(resize, now, edit.hasSquarePixels(), still);
    }

    static Chain picture(List<Filter> filters) {
        return new Chain(filters);
    }
}

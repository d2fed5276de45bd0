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
import io.reelbench.engine.problem.Fix;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Rules between options that several operations share. */
final class Rules {

    private Rules() {}

    static void coding(VideoCoding video, RateControl rate, Problems problems) {
        boolean three = video.bitDepth() != VideoCoding.BitDepth.AUTO || video.chroma() != VideoCoding.ChromaChoice.AUTO
                || video.alpha() != VideoCoding.Alpha.KEEP;
        if (video.pixelFormat().isPresent() && three) {
            problems.add("pixel-format", Code.CHOOSE_ONE, OperationWords.FORMAT_ONE.with(), without("pixel-format"),
                    without("bit-depth", "chroma", "alpha"));
        }
        Goal goal = rate.goal().orElse(RateControl.USUAL);
        if (rate.metric() != Step.Metric.XPSNR && !(goal instanceof Goal.Score)) {
            problems.add("metric", Code.NEEDS_OTHER, OperationWords.METRIC_ALONE.with(), without("metric"));
        }
        boolean bits = goal instanceof Goal.Average || goal instanceof Goal.Under;
        if (rate.twoPass() == RateControl.TwoPass.YES && !bits) {
            problems.add("two-pass", Code.CHOOSE_ONE, OperationWords.TWO_PASS_QUALITY.with(), without("two-pass"));
        }
        if (goal instanceof Goal.Lossless(boolean yes) && !yes) {
            problems.add("lossless", Code.BAD_SYNTAX, OperationWords.LOSSLESS_YES.with(), without("lossless"));
        }
        if (goal instanceof Goal.Score(double score) && rate.metric() == Step.Metric.SSIM && score > 1) {
            problems.add("target-score", Code.OUT_OF_RANGE, OperationWords.SCORE_RANGE.with(score, "0 to 1", "ssim"),
                    without("metric"));
        }
    }

    /** These options go back to their defaults. */
    static Fix without(String... options) {
        return new Fix.Choose(OperationWords.LEAVE.with(String.join(", ", options)), OptionalInt.empty(),
                Arrays.stream(options).collect(Collectors.toMap(option -> option, _ -> List.of())));
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

package io.reelbench.engine.plan;

import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.problem.Text;
import java.util.List;
import java.util.OptionalLong;

/** How long and how large the outputs of a plan will be: a range, since what an encoder needs depends on the picture. */
final class Estimates {

    private Estimates() {}

    static Plan.Estimate of(List<SinkPlan> plans) {
        OptionalLong length = plans.stream().map(SinkPlan::lengthUs).filter(OptionalLong::isPresent).findFirst()
                .orElse(OptionalLong.empty());
        return new Plan.Estimate(length, plans.stream().mapToLong(p -> p.bytes().least()).sum(),
                plans.stream().mapToLong(p -> p.bytes().most()).sum(), 0);
    }

    /** Of a film or sound file. */
    static SinkPlan.Bytes of(Edit edit, FilePlan file) {
        Media media = edit.first();
        double seconds = file.lengthUs().orElse(media.lengthUs().orElse(60 * Time.SECOND)) / 1e6;
        double sound = file.sounds.stream().mapToLong(SoundOut::bitrate).sum() / 8.0 * seconds;
        if (file.picture.isEmpty()) {
            return new SinkPlan.Bytes((long) (sound * 0.7), (long) (sound * 1.1) + 10_000);
        } else if (file.picture.get().isCopy()) {
            double share = media.lengthUs().isPresent() && media.lengthUs().getAsLong() > 0
                    ? seconds * 1e6 / media.lengthUs().getAsLong()
                    : 1;
            double all = media.bytes() * Math.min(1, share);
            return new SinkPlan.Bytes((long) (all * 0.6), (long) (all * 1.05) + 50_000);
        }
        double picture = picture(file, seconds);
        boolean sure = file.sink.rate().goal().filter(g -> g instanceof Goal.Under || g instanceof Goal.Average).isPresent();
        return new SinkPlan.Bytes((long) (picture * (sure ? 0.9 : 0.3) + sound),
                (long) (picture * (sure ? 1.05 : 2.5) + sound) + 20_000);
    }

    /** Bytes of the picture. Film at crf 23 takes x264 about 0.07 bits a pixel; six steps of crf double it. */
    private static double picture(FilePlan file, double seconds) {
        Goal goal = file.sink.rate().goal().orElse(RateControl.USUAL);
        Size size = file.picture.get().encode().size();
        double pixels = size.pixels()
                * file.picture.get().here().rate().map(r -> Math.min(120, r.perSecond().approximate())).orElse(25.0) * seconds;
        VideoCodec codec = VideoCodec.of(file.picture.get().codec()).orElse(VideoCodec.H264);
        return switch (goal) {
            case Goal.Average(var bitrate) -> bitrate.bitsPerSecond() / 8.0 * seconds;
            case Goal.Under(var bytes) -> bytes.count();
            case Goal.Lossless _ -> pixels * 4 / 8;
            case Goal.EqualQuality(double quality) -> pixels * bits(codec, 51 - 0.4 * quality) / 8;
            case Goal.Crf(double crf) ->
                pixels * bits(codec, codec == VideoCodec.AV1 || codec == VideoCodec.VP9 ? crf * 0.8 : crf) / 8;
            case Goal.Score _ -> pixels * bits(codec, 23) / 8;
        };
    }

    private static double bits(VideoCodec codec, double crf) {
        double x264 = 0.07 * Math.pow(2, (23 - crf) / 6);
        return switch (codec) {
            case H265, VP9 -> x264 * 0.65;
            case AV1 -> x264 * 0.55;
            case PRORES -> 3.5;
            case DNXHR -> 3.5;
            case FFV1 -> 6;
            case MPEG2, MJPEG -> 0.6;
            default -> x264;
        };
    }

    /** The plan in one line: what happens to each kind of track, how long, how large. */
    static Text line(Draft draft, Plan.Estimate estimate) {
        List<String> parts = new java.util.ArrayList<>();
        draft.reasons.stream().filter(r -> !r.subject().key().endsWith("subtitles")).limit(4)
                .forEach(r -> parts.add(r.subject() + " " + r.verdict()));
        estimate.lengthUs().ifPresent(us -> parts.add(Time.spoken(us)));
        parts.add(PlanWords.SIZE_RANGE.with(new Bytes(estimate.leastBytes()).spoken(), new Bytes(estimate.mostBytes()).spoken())
                .toString());
        return PlanWords.LINE.with(String.join(" · ", parts));
    }
}

package io.reelbench.engine.plan;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Time;

/** How large a film or sound file becomes by formula: from its pixels, how good it is to be, and how much there is to see in the clip. */
final class FilmBytes {

    private static final double UNKNOWN_LENGTH = 60;
    /** What containers add. */
    private static final long HEADERS = 6000;
    /** Half of the bits for four times the pixels: neighbours are more alike. */
    private static final double DENSER = 0.25;

    /** By what factor each may be off either way. */
    private static final double DOUBT = 2.6;
    private static final double DOUBT_COPIED = 1.35;
    private static final double DOUBT_AIMED = 1.12;

    private final Media media;
    private final FilePlan file;
    private final double seconds;

    FilmBytes(Media media, FilePlan file) {
        this.media = media;
        this.file = file;
        this.seconds = file.lengthUs().orElse(media.lengthUs().orElse((long) (UNKNOWN_LENGTH * Time.SECOND)))
                / (double) Time.SECOND;
    }

    SinkPlan.Bytes range() {
        double sound = file.sounds.stream().mapToLong(SoundOut::bitrate).sum() / 8.0 * seconds;
        if (file.picture.isEmpty()) {
            return off(sound, DOUBT_COPIED);
        } else if (file.picture.get().isCopy()) {
            return file.splice().map(this::spliced).orElseGet(() -> off(copied(), DOUBT_COPIED));
        }
        return switch (file.sink.rate().goal().orElse(RateControl.USUAL)) {
            case Goal.Under(var bytes) -> new SinkPlan.Bytes((long) (bytes.count() / DOUBT_AIMED), bytes.count());
            case Goal.Average(var bitrate) -> off(bitrate.bitsPerSecond() / 8.0 * seconds + sound, DOUBT_AIMED);
            case Goal goal -> off(picture(goal) + sound, DOUBT);
        };
    }

    private double copied() {
        double whole = media.lengthUs().orElse(0) / (double) Time.SECOND;
        return media.bytes() * (whole > 0 ? Math.min(1, seconds / whole) : 1);
    }

    /** Frames at cuts are encoded so well that they may be several times as large as those that they stand for. */
    private SinkPlan.Bytes spliced(Splice splice) {
        PictureOut picture = file.picture.get();
        double share = (double) splice.encoded() / Math.max(1, splice.frames());
        SinkPlan.Bytes copied = off(copied() * (1 - share), DOUBT_COPIED);
        SinkPlan.Bytes encoded = off(splice.encoded() * picture.track().coded().pixels()
                * LikeCoder.bits(picture.track()) / Byte.SIZE * Costs.busy(media), DOUBT);
        return new SinkPlan.Bytes(copied.least() + encoded.least(), copied.most() + encoded.most());
    }

    private static SinkPlan.Bytes off(double bytes, double doubt) {
        return new SinkPlan.Bytes((long) (bytes / doubt), (long) (bytes * doubt) + HEADERS);
    }

    private double picture(Goal goal) {
        PictureOut picture = file.picture.get();
        Size size = picture.encode().size();
        double rate = Costs.rate(picture.here());
        String encoder = picture.encode().encoder();
        VideoCodec codec = VideoCodec.of(picture.codec()).orElse(VideoCodec.H264);
        boolean free = Encoders.mostCrf(codec).isEmpty();
        double bits = switch (goal) {
            case Goal.Lossless _ -> Costs.bits("ffv1");
            case Goal.EqualQuality(double quality) when !free -> Costs.bits(encoder, QualityScale.crf(codec, quality));
            case Goal.Crf(double crf) -> Costs.bits(encoder, crf);
            default -> Costs.bits(encoder);
        };
        double busy = Costs.busy(media);
        double denser = Math.pow((double) picture.track().coded().pixels() / size.pixels(), DENSER);
        // codecs that keep nearly all need nearly the same for every picture
        return size.pixels() * rate * seconds * bits / 8 * Math.clamp(denser, 0.5, 2) * (bits > 1 ? Math.cbrt(busy) : busy);
    }
}

package io.reelbench.engine.cloud.provider;

import io.reelbench.engine.media.Bitrate;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Moment;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Side;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.operation.Excerpt;
import io.reelbench.engine.operation.Trim;
import io.reelbench.engine.plan.Expect.TrackExpected.Kind;
import io.reelbench.engine.plan.Goal;
import io.reelbench.engine.plan.RateControl;
import io.reelbench.engine.plan.StillForm;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Fix;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What several services want to know alike. */
final class Common {

    private Common() {}

    /** A part of the clip in seconds. */
    record Part(BigDecimal from, BigDecimal to) {
        OptionalLong lengthUs() {
            return OptionalLong.of(Math.max(0, Draft.us(to.subtract(from))));
        }
    }

    static Part part(Trim op, Draft draft) {
        if (op.parts() instanceof Trim.One(Moment start, Optional<Trim.Until> until)) {
            return part(new Excerpt(start, until), draft);
        }
        String option = op.parts() instanceof Trim.Keep ? "keep" : "remove";
        notTold(draft, option);
        return new Part(BigDecimal.ZERO, BigDecimal.ONE);
    }

    /** From and to, never past the clip's end. */
    static Part part(Excerpt excerpt, Draft draft) {
        BigDecimal from = draft.seconds("start", excerpt.start());
        Optional<BigDecimal> end = Optional.empty();
        if (draft.lengthUs().isPresent()) {
            end = Optional.of(Draft.seconds(draft.lengthUs().getAsLong()));
        }
        BigDecimal to = switch (excerpt.until().orElse(null)) {
            case Trim.End(Moment moment) -> draft.seconds("end", moment);
            case Trim.For(var length) -> from.add(draft.seconds("duration", length));
            case null -> end.orElse(from);
        };
        if (to.compareTo(from) <= 0) {
            draft.cannot("end", Code.NEEDS_OTHER, ProviderWords.NEEDS_LENGTH.with(draft.service()));
        }
        BigDecimal last = to;
        return new Part(from, end.filter(e -> e.compareTo(last) < 0).orElse(to));
    }

    /** A whole crf, where the goal is a quality; empty for other goals, which are then told as problems unless a bit rate is meant. */
    static Optional<Long> rate(RateControl rate, Draft draft, String least, String most) {
        return switch (rate.goal().orElse(new Goal.EqualQuality(60))) {
            // the scale is defined by the crf of H.264
            case Goal.EqualQuality(double quality) -> Optional.of(crf("quality", 51 - 0.4 * quality, draft, least, most));
            case Goal.Crf(double crf) -> Optional.of(crf("crf", crf, draft, least, most));
            default -> Optional.empty();
        };
    }

    private static long crf(String option, double crf, Draft draft, String least, String most) {
        BigDecimal whole = BigDecimal.valueOf(Math.round(crf));
        if (option.equals("crf")) {
            draft.within(option, whole, least, most);
        } else if (whole.compareTo(new BigDecimal(least)) < 0 || whole.compareTo(new BigDecimal(most)) > 0) {
            BigDecimal best = new BigDecimal(51).subtract(new BigDecimal(least)).divide(new BigDecimal("0.4"), 0,
                    RoundingMode.FLOOR);
            BigDecimal worst = new BigDecimal(51).subtract(new BigDecimal(most)).divide(new BigDecimal("0.4"), 0,
                    RoundingMode.CEILING);
            draft.within(option, BigDecimal.valueOf((51 - whole.longValue()) / 0.4), worst.toPlainString(), best.toPlainString());
        }
        return whole.longValue();
    }

    /** A bit rate as {@code 1500k}; empty when none is asked for. */
    static Optional<String> bitrate(RateControl rate, Draft draft, long least, long most) {
        if (rate.goal().orElse(null) instanceof Goal.Average(Bitrate average)) {
            draft.within("bitrate", BigDecimal.valueOf(average.bitsPerSecond()), Long.toString(least), Long.toString(most));
            return Optional.of(average.bitsPerSecond() / 1000 + "k");
        }
        return Optional.empty();
    }

    static BigDecimal rounded(Rate rate) {
        return BigDecimal.valueOf(rate.perSecond().round());
    }

    /** The width that comes out here, which is never larger than the clip's unless that was asked for. */
    static BigDecimal width(Side side, Draft draft) {
        return size(draft).map(s -> BigDecimal.valueOf(s.width()))
                .orElseGet(() -> pixels(side, source(draft).map(Size::width).orElse(1280)));
    }

    static BigDecimal pixels(Side side, int whole) {
        return switch (side) {
            case Side.Pixels(int pixels) -> BigDecimal.valueOf(pixels);
            case Side.Percent(int points) -> BigDecimal.valueOf(Math.round(whole * (points / 10_000.0)));
        };
    }

    static int shortSide(Draft draft) {
        return source(draft).map(Size::shortSide).orElse(720);
    }

    /** The size of the clip's upright picture. */
    static Optional<Size> source(Draft draft) {
        return draft.clip().video().map(Track.Video::upright);
    }

    /** The size that comes out here. */
    static Optional<Size> size(Draft draft) {
        return draft.film().flatMap(f -> f.size());
    }

    static Optional<String> firstPicture(Draft draft) {
        return draft.clip().video().map(v -> v.codec());
    }

    static Optional<String> firstSound(Draft draft) {
        return draft.clip().audio().map(a -> a.codec());
    }

    /** A codec, where the clip has such a track at all. */
    static Optional<String> has(Draft draft, Kind kind, String codec) {
        boolean there = kind == Kind.VIDEO ? draft.clip().video().isPresent() : draft.clip().audio().isPresent();
        return there ? Optional.of(codec) : Optional.empty();
    }

    /** The codec of the picture that comes out here in the service's word; a problem when it has none for it. */
    static String picture(Draft draft, List<String> theirs, String nearest) {
        String word = draft.codec(Kind.VIDEO).map(c -> c.equals("hevc") ? "h265" : c).orElse(nearest);
        draft.oneOf("video-codec", word, theirs, nearest);
        return word;
    }

    static String still(StillForm form, Draft draft, List<String> theirs) {
        String word = draft.extension().equals("jpeg") ? "jpg" : form.format().name().toLowerCase(Locale.ROOT);
        String plain = word.equals("same") ? draft.extension() : word;
        draft.oneOf("format", plain, theirs, theirs.getFirst());
        return plain;
    }

    /** ffmpeg's name of what a sound file of an ending holds. */
    static String codecOf(String ending) {
        return switch (ending) {
            case "mp3" -> "mp3";
            case "wav" -> "pcm_s16le";
            case "flac" -> "flac";
            case "ogg" -> "vorbis";
            case "opus" -> "opus";
            default -> "aac";
        };
    }

    static void notTold(Draft draft, String option) {
        draft.cannot(option, Code.NOT_AVAILABLE, ProviderWords.NOT_TOLD.with(draft.service()),
                new Fix.Choose(ProviderWords.AS_USUAL.with(option), OptionalInt.empty(), Map.of(option, List.of())));
    }

    static OptionalLong sum(Draft draft) {
        long all = 0;
        for (Media each : draft.clips()) {
            OptionalLong us = each.playedUs().isPresent() ? each.playedUs() : each.lengthUs();
            if (us.isEmpty()) {
                return us;
            }
            all += us.getAsLong();
        }
        return OptionalLong.of(all);
    }

    /** Clips that can be joined without being encoded. */
    static void alike(Draft draft, int least, int most) {
        int count = draft.clips().size();
        if (count < least || count > most) {
            draft.cannot("", Code.TOO_MANY, ProviderWords.TOO_MANY.with(draft.service(), least, most, count));
        }
        Media first = draft.clips().getFirst();
        boolean same = draft.clips().stream().allMatch(c -> looks(c).equals(looks(first)));
        if (!same) {
            draft.cannot("", Code.CODEC_CONTAINER, ProviderWords.ALIKE.with(draft.service()));
        }
    }

    private static String looks(Media media) {
        return media.video().map(v -> v.codec() + v.upright()).orElse("-") + media.audio().map(a -> a.codec()).orElse("-");
    }
}

package io.reelbench.engine.plan;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The filters that make time run faster or slower. */
public final class Pace {

    /**
     * Faster pictures fall between the frames of the output; where one falls just on the middle, rounding would take now the one and now
     * the other. This share of a frame, which no usual speed hits, decides for all of them alike.
     */
    private static final Fraction BESIDE_THE_MIDDLE = new Fraction(11, 100);
    /** {@code atempo} leaves samples out above this, so that faster ones are chained. */
    private static final Fraction FASTEST = new Fraction(2, 1);
    private static final Fraction SLOWEST = new Fraction(1, 2);
    /** {@code atempo} and {@code asetrate} count samples: a track must begin at zero, and gaps must be filled. */
    private static final String COUNTED = "aresample=async=1:first_pts=0";
    /** Good for a tenth of a millisecond in two hours. */
    private static final double EXACT = 1e-8;
    private static final long MOTION_LOOKS_BACK = 2_000_000;
    private static final long FINE = 10_000;
    private static final long RATE_LOOKS_BACK = 500_000;

    private Pace() {}

    /** Where new frames come from when the picture is slowed. */
    public enum Between {
        NONE, BLEND, MOTION
    }

    /**
     * The picture at another speed and the same frame rate; frames of variable rate keep their uneven lengths.
     *
     * @param lengthUs of the picture before, in microseconds; empty when nobody knows
     */
    public static List<Filter> picture(Fraction pace, Between between, Track.Video here, OptionalLong lengthUs) {
        boolean made = between != Between.NONE && pace.compareTo(Fraction.ONE) < 0;
        Optional<Rate> rate = here.rate().filter(_ -> !here.variable() || made);
        Effect effect = Effect.NONE.paced(pace);
        String retimed = "settb=AVTB,setpts=" + times(pace);
        if (rate.isEmpty()) {
            return List.of(Filter.of(retimed, effect));
        } else if (!made) {
            long shift = BESIDE_THE_MIDDLE.times(Fraction.of(rate.get().frameLength())).round();
            return List.of(Filter.of("%s+%d,fps=%s".formatted(retimed, shift, rate.get()), effect.timed(rate.get()))
                    .lookingBack(RATE_LOOKS_BACK));
        }
        // frames are placed by the clock and not by the first one that is seen, so that a run may begin anywhere
        String how = between == Between.BLEND ? "blend" : "mci:mc_mode=aobmc:me_mode=bidir:vsbmc=1";
        Filter moved = Filter.of(retimed + ",minterpolate=fps=%s:mi_mode=%s".formatted(rate.get(), how), effect.timed(rate.get()))
                .lookingBack(MOTION_LOOKS_BACK);
        if (lengthUs.isEmpty()) {
            return List.of(moved);
        }
        // it needs frames behind the last one, which are then cut off again
        String end = Time.seconds(Fraction.of(lengthUs.getAsLong()).over(pace).round() - rate.get().frameLength() / 2);
        return List.of(Filter.of("tpad=stop_mode=clone:stop=3"), moved, Filter.of("trim=end=" + end).onClock());
    }

    /** Every frame kept, and shown at another rate. */
    public static Filter conformed(Rate from, Rate to) {
        Fraction pace = to.perSecond().over(from.perSecond());
        long ticks = ticks(to);
        long step = ticks / to.num() * to.den();
        String grid = "round(%%s*%s/%d)*%d".formatted(from, ticks, step);
        String packets = "setts=time_base=1/%d:prescale=1:pts=%s:dts=%s:duration=%d".formatted(ticks, grid.formatted("PTS"),
                grid.formatted("DTS"), step);
        return Filter.of("settb=AVTB,setpts=" + times(pace), Effect.NONE.paced(pace).timed(to)).orPackets(packets);
    }

    /** A unit of time in which packets of this rate lie on whole numbers, as its denominator. */
    static long ticks(Rate rate) {
        return rate.num() < FINE ? rate.num() * 1000 : rate.num();
    }

    private static String times(Fraction pace) {
        return "PTS*%d/%d".formatted(pace.den(), pace.num());
    }

    /** What moves the packets of subtitles along. */
    static String subtitles(Fraction pace) {
        return "setts=pts=%1$s:dts=%2$s:duration=%3$s".formatted(times(pace), times(pace).replace("PTS", "DTS"),
                times(pace).replace("PTS", "DURATION"));
    }

    /**
     * The sound at another speed.
     *
     * @param keepPitch whether it sounds as high as before; else as a tape does
     */
    public static Filter sound(Fraction pace, boolean keepPitch, int sampleRate) {
        String filters = keepPitch ? tempo(pace, sampleRate) : tape(pace, sampleRate);
        return Filter.of(COUNTED + "," + filters, Effect.NONE.paced(pace));
    }

    /**
     * {@code atempo} hands its sound over half a window too early, and that much is missing in the end: measured 9 to 50 ms. Its window is a
     * 24th of a second, rounded up to a power of two.
     */
    private static String tempo(Fraction pace, int sampleRate) {
        int window = Integer.highestOneBit(Math.max(1, sampleRate / 24 - 1)) * 2;
        String before = "adelay=%dS:all=1,atempo=".formatted(window / 2);
        List<String> chain = new ArrayList<>();
        Fraction rest = pace;
        while (rest.compareTo(FASTEST) > 0) {
            chain.add(before + "2");
            rest = rest.over(FASTEST);
        }
        while (rest.compareTo(SLOWEST) < 0) {
            chain.add(before + "0.5");
            rest = rest.over(SLOWEST);
        }
        chain.add(before + rest.decimal(12));
        return String.join(",", chain);
    }

    /** Sample rates are whole numbers, and a rounded one would be seconds off in the end: a pair of rates is looked for that is exact. */
    private static String tape(Fraction pace, int sampleRate) {
        double factor = pace.approximate();
        long before = sampleRate;
        double off = off(before, factor);
        for (long rate = sampleRate + 1; off > EXACT && rate <= 2L * sampleRate; rate++) {
            double now = off(rate, factor);
            if (now < off) {
                before = rate;
                off = now;
            }
        }
        String first = before == sampleRate ? "" : "aresample=" + before + ",";
        return first + "asetrate=" + Math.round(before * factor) + ",aresample=" + sampleRate;
    }

    private static double off(long rate, double factor) {
        double wanted = rate * factor;
        return Math.abs(Math.round(wanted) - wanted) / wanted;
    }
}

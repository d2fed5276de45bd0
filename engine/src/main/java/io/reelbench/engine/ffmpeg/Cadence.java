package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Rate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The rhythm of pictures, from the times of the first few hundred. ffprobe's two rates alone mislead: they differ for interlaced
 * films and for clips that were cut, and agree for some films of variable rate. A rate is constant when every frame stands on a
 * grid of equal steps, give or take the rounding to the container's ticks.
 *
 * @param rate     frames per second; the average where it varies
 * @param variable whether frames are shown for different lengths
 */
record Cadence(Optional<Rate> rate, boolean variable) {

    /** Frames may be off the grid by this share of a step: what cameras do to a constant rate, and nobody can see. */
    private static final int JITTER = 50;
    /** Fewer frames than this say nothing of a rhythm. */
    private static final int ENOUGH = 4;
    private static final Rate FASTEST = new Rate(1000, 1);

    private static final List<Rate> USUAL = Stream
            .of("24000/1001", "24", "25", "30000/1001", "30", "48", "50", "60000/1001", "60",
                    "15", "15000/1001", "12", "10", "100", "120000/1001", "120", "240")
            .map(Cadence::usual).toList();

    /**
     * What is known of a track.
     *
     * @param pts       times of shown frames in ticks, in file order
     * @param gaps      whether other frames have no time in the file
     * @param whole     whether these are all frames of the track
     * @param reorder   how many frames later than decoded a frame may be shown
     * @param timebase  a tick, in seconds
     * @param nominal   ffprobe's {@code r_frame_rate}
     * @param average   ffprobe's {@code avg_frame_rate}
     * @param frames    how many the container says there are
     * @param lengthUs  of the track
     * @param interlaced whether two fields make a frame
     */
    record Sample(List<Long> pts, boolean gaps, boolean whole, int reorder, Fraction timebase, Optional<Rate> nominal,
            Optional<Rate> average,
            OptionalLong frames, OptionalLong lengthUs, boolean interlaced) {
    }

    static Cadence of(Sample sample) {
        List<Long> times = inOrder(sample);
        Optional<Rate> counted = counted(sample);
        if (times.size() < ENOUGH) {
            return new Cadence(sample.average.or(() -> sample.nominal).or(() -> counted), false);
        }
        Rate measured = measured(times, sample.timebase);
        Optional<Rate> grid = candidates(sample, measured)
                .filter(r -> standOnGrid(times, sample, r) || standOnGrid(afterFirst(times), sample, r)).findFirst();
        if (grid.isEmpty()) {
            return new Cadence(Optional.of(average(sample, counted, measured)), true);
        }
        Rate found = frameRate(grid.get(), sample);
        boolean laterDiffers = !sample.whole && counted.isPresent() && !sample.interlaced
                && framesApart(counted.get(), found, sample) > 2 && !hidesFrames(sample, counted.get(), found);
        return laterDiffers ? new Cadence(counted, true) : new Cadence(Optional.of(found), false);
    }

    /** A clip that was cut without encoding counts frames that its edit list hides; its average is still that of the grid. */
    private static boolean hidesFrames(Sample sample, Rate counted, Rate found) {
        return counted.compareTo(found) > 0 && sample.average.filter(a -> distance(a, found) < 0.00002).isPresent();
    }

    /** Shown order, without the end of an unfinished read, where frames that are shown earlier are still to come. */
    private static List<Long> inOrder(Sample sample) {
        List<Long> shown = shown(sample.pts);
        int unsure = sample.reorder > 0 && !sample.whole ? 2 * sample.reorder + 1 : 0;
        return shown.subList(0, Math.max(Math.min(ENOUGH, shown.size()), shown.size() - unsure));
    }

    /**
     * The times at which pictures are shown, in order. Some VP9 files hold a hidden reference picture just before the one it is for; it
     * has a time of its own but is never shown.
     */
    static List<Long> shown(List<Long> pts) {
        List<Long> sorted = pts.stream().sorted().toList();
        List<Long> steps = new ArrayList<>();
        for (int i = 1; i < sorted.size(); i++) {
            steps.add(sorted.get(i) - sorted.get(i - 1));
        }
        long usual = steps.stream().sorted().skip(steps.size() / 2).findFirst().orElse(0L);
        List<Long> times = new ArrayList<>();
        for (long time : sorted) {
            if (!times.isEmpty() && (time - times.getLast()) * 10 <= usual) {
                times.removeLast();
            }
            times.add(time);
        }
        return times;
    }

    private static Rate measured(List<Long> times, Fraction timebase) {
        long span = Math.max(1, times.getLast() - times.getFirst());
        return Rate.of(Fraction.of(Math.max(1, times.size() - 1)).over(Fraction.of(span).times(timebase)));
    }

    /** The rate of the whole track: all its frames over all its length. */
    private static Optional<Rate> counted(Sample sample) {
        if (sample.frames.orElse(0) < 2 || sample.lengthUs.orElse(0) <= 0) {
            return Optional.empty();
        }
        return Optional
                .of(Rate.of(Fraction.of(sample.frames.getAsLong()).over(new Fraction(sample.lengthUs.getAsLong(), 1_000_000))));
    }

    /** ffprobe's own average has the rounder numbers, but is nonsense for some containers. */
    private static Rate average(Sample sample, Optional<Rate> counted, Rate measured) {
        Rate known = counted.orElse(measured);
        return sample.average.filter(a -> distance(a, known) < 0.02).orElse(known);
    }

    private static Stream<Rate> candidates(Sample sample, Rate measured) {
        Stream<Rate> said = Stream.concat(sample.nominal.stream(), sample.average.stream()).map(Cadence::rounded);
        Stream<Rate> near = USUAL.stream().sorted(Comparator.comparingDouble(r -> distance(r, measured))).limit(2);
        return Stream.concat(said, Stream.concat(near, Stream.of(measured))).filter(r -> r.compareTo(FASTEST) < 0);
    }

    /** Matroska keeps a frame's length in nanoseconds, which makes 19001/317 of 60000/1001. */
    private static Rate rounded(Rate rate) {
        return USUAL.stream().filter(r -> distance(r, rate) < 0.00002).findFirst().orElse(rate);
    }

    private static double distance(Rate a, Rate b) {
        return Math.abs(Math.log(a.perSecond().approximate() / b.perSecond().approximate()));
    }

    /**
     * Whether frame n stands at n steps from some start, for every n. Where a step is many ticks, rounding may move a frame by one tick
     * and a second rounding by another; where it is one or two, a frame that is off is off.
     */
    private static boolean standOnGrid(List<Long> times, Sample sample, Rate rate) {
        double step = rate.perSecond().inverse().over(sample.timebase).approximate();
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (int n = 0; n < times.size(); n++) {
            long since = times.get(n) - times.getFirst();
            double off = since - step * (sample.gaps ? Math.round(since / step) : n);
            least = Math.min(least, off);
            most = Math.max(most, off);
        }
        return most - least <= Math.max(step / JITTER, Math.min(2.01, step / 4));
    }

    /** A first frame that is held longer than the others, as AVI and captured streams have it, makes no variable rate. */
    private static List<Long> afterFirst(List<Long> times) {
        boolean held = times.size() > 2 * ENOUGH && times.get(1) - times.get(0) <= 4 * (times.get(2) - times.get(1));
        return held ? times.subList(1, times.size()) : times;
    }

    /** Some films hold one field a packet: twice as many packets as frames. */
    private static Rate frameRate(Rate grid, Sample sample) {
        boolean fields = sample.interlaced && sample.average.isPresent()
                && Rate.of(sample.average.get().perSecond().times(Fraction.of(2))).equals(grid);
        return fields ? sample.average.get() : grid;
    }

    private static long framesApart(Rate a, Rate b, Sample sample) {
        return Math.abs(a.framesIn(sample.lengthUs.orElse(0)) - b.framesIn(sample.lengthUs.orElse(0)));
    }

    private static Rate usual(String text) {
        String[] parts = text.split("/");
        return new Rate(Long.parseLong(parts[0]), parts.length == 1 ? 1 : Long.parseLong(parts[1]));
    }
}

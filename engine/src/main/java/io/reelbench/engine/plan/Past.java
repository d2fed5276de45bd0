package io.reelbench.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was done on this machine, to tell from it how long and how large the next will be. It keeps by what factor each figure differed
 * from its formula; see {@link Forecast} for what it makes of them. A value: what is added makes another one.
 */
public final class Past {

    /** How many of the newest count. */
    public static final int MOST = 3000;

    /** Nothing was done yet, on a common machine. */
    public static final Past NONE = new Past(4, List.of());

    /**
     * One finished piece of work.
     *
     * @param work    what it was
     * @param seconds that it took, as if it had run alone
     * @param bytes   of each product, in the order of {@link Work#sizes()}
     */
    public record Done(Work work, double seconds, List<Long> bytes) {
    }

    private final int cores;
    private final List<Done> done;
    private final Forecast times;
    private final Forecast sizes;

    /**
     * @param cores of this machine
     * @param done  the oldest first
     */
    public Past(int cores, List<Done> done) {
        this.cores = cores;
        this.done = List.copyOf(done.subList(Math.max(0, done.size() - MOST), done.size()));
        this.times = new Forecast(Forecast.TIMES, this.done.stream().flatMap(Past::time).toList());
        this.sizes = new Forecast(Forecast.SIZES, this.done.stream().flatMap(Past::sizes).toList());
    }

    private static Stream<Forecast.Seen> time(Done one) {
        return one.seconds > 0 ? Stream.of(new Forecast.Seen(one.work.time(), one.seconds)) : Stream.empty();
    }

    private static Stream<Forecast.Seen> sizes(Done one) {
        List<Forecast.Seen> seen = new ArrayList<>();
        for (int i = 0; i < Math.min(one.bytes.size(), one.work.sizes().size()); i++) {
            if (one.bytes.get(i) > 0) {
                seen.add(new Forecast.Seen(one.work.sizes().get(i), one.bytes.get(i)));
            }
        }
        return seen.stream();
    }

    public Past with(Done one) {
        return new Past(cores, Stream.concat(done.stream(), Stream.of(one)).toList());
    }

    public int cores() {
        return cores;
    }

    /** All of it, the oldest first. */
    public List<Done> done() {
        return done;
    }

    /** What is expected by all that is known now; the estimate of a plan is of when it was made. */
    public Plan.Estimate of(Plan.Estimate earlier) {
        return Estimates.of(earlier.work(), earlier.lengthUs(), earlier.seconds().isEmpty(), earlier.ceiling(), this);
    }

    /** Seconds on this machine when nothing else runs. */
    public Likely time(Work work) {
        return times.of(work.time());
    }

    /** Bytes of all products of a plan together, as is known now. */
    public Likely size(Plan.Estimate earlier) {
        Plan.Estimate now = of(earlier);
        return new Likely(now.leastBytes(), now.mostBytes(), size(now.work()).learnt());
    }

    /** The same by what there is to do alone, whatever holds it back. */
    public Likely size(Work work) {
        return Likely.sum(work.sizes().stream().map(sizes::of).toList());
    }
}

package io.reelbench.engine.plan;

import io.reelbench.engine.plan.Work.Rough;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * From formulas and what came out to ranges. A figure is off by a factor; its logarithm is taken as a sum of differences, one for each
 * kind from the broadest to the narrowest (this machine, this encoder, this speed, this camera) and one of the clip itself. What was seen
 * of a kind moves the middle and narrows the doubt that this kind contributes (a Kalman filter down the kinds); what was seen only of its
 * broader kinds narrows only theirs. So the first result of a batch helps the rest much, and one of another encoder a little.
 */
final class Forecast {

    /** Of the normal distribution: four of five lie within so many deviations. */
    private static final double FOUR_OF_FIVE = 1.2816;
    /**
     * Which part of the doubt (its variance) lies in each kind, and last in the clip itself. Machines and encoders decide of times, what is to
     * be seen of sizes: on the clips of the formulas two clips of one encoder lay a factor of 1.4 apart in time, and of 2.3 in size.
     */
    static final List<Double> TIMES = List.of(0.35, 0.15, 0.15, 0.2, 0.15);
    static final List<Double> SIZES = List.of(0.05, 0.1, 0.1, 0.45, 0.3);
    /** How many observations the formula's own doubt counts for when the spread is measured. */
    private static final double BELIEF = 3;
    private static final double FAR = 2.5;
    /** However much was seen, the next may differ by this factor. */
    private static final double LEAST_DOUBT = 1.08;

    /** A figure by formula, and what came out. */
    record Seen(Rough rough, double real) {

        double off() {
            return Math.log(real / rough.value());
        }
    }

    private record Asked(List<String> kinds, double doubt) {
    }

    private record Off(double middle, double deviation, boolean learnt) {
    }

    private final List<Double> shares;
    private final Map<String, List<Seen>> byKind = new HashMap<>();
    private final Map<Asked, Off> known = new ConcurrentHashMap<>();

    /** @param shares of the doubt, of as many kinds as figures have and one more */
    Forecast(List<Double> shares, List<Seen> seen) {
        this.shares = shares;
        seen.forEach(s -> s.rough.kinds().forEach(kind -> byKind.computeIfAbsent(kind, _ -> new ArrayList<>()).add(s)));
    }

    Likely of(Rough rough) {
        Off off = known.computeIfAbsent(new Asked(rough.kinds(), rough.doubt()), this::off);
        double factor = Math.exp(FOUR_OF_FIVE * off.deviation);
        double middle = rough.value() * Math.exp(off.middle);
        return new Likely(middle / factor, middle * factor, off.learnt);
    }

    private Off off(Asked asked) {
        double whole = square(Math.log(asked.doubt) / FOUR_OF_FIVE);
        double below = whole;
        double middle = 0;
        double unsure = 0;
        double own = whole * shares.getLast();
        boolean learnt = false;
        for (int level = 0; level < asked.kinds.size(); level++) {
            below -= whole * shares.get(level);
            unsure += whole * shares.get(level);
            List<Double> others = others(asked.kinds, level);
            if (others.isEmpty()) {
                continue;
            }
            learnt |= level > 0;
            List<Double> tamed = tamed(others, below);
            double mean = mean(tamed);
            double spread = spread(tamed, mean, below);
            double gain = unsure / (unsure + spread / others.size());
            middle += gain * (mean - middle);
            unsure *= 1 - gain;
            own = level == asked.kinds.size() - 1 ? spread : own;
        }
        double least = Math.log(LEAST_DOUBT) / FOUR_OF_FIVE;
        return new Off(middle, Math.max(least, Math.sqrt(unsure + own)), learnt);
    }

    /** What was seen of this kind but not of the next narrower one: one figure for each of its other narrower kinds, else for each clip. */
    private List<Double> others(List<String> kinds, int level) {
        List<Seen> seen = byKind.getOrDefault(kinds.get(level), List.of());
        if (level == kinds.size() - 1) {
            return seen.stream().map(Seen::off).toList();
        }
        Map<String, List<Double>> groups = new HashMap<>();
        for (Seen one : seen) {
            Optional<String> narrower = one.rough.kinds().stream().skip(level + 1L).findFirst();
            if (narrower.isPresent() && !narrower.get().equals(kinds.get(level + 1))) {
                groups.computeIfAbsent(narrower.get(), _ -> new ArrayList<>()).add(one.off());
            }
        }
        return groups.values().stream().map(g -> g.stream().mapToDouble(Double::doubleValue).average().orElseThrow()).toList();
    }

    /** One that is far off (a machine that slept, a black clip) counts only so far. */
    private static List<Double> tamed(List<Double> others, double expected) {
        List<Double> sorted = others.stream().sorted().toList();
        double centre = (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
        double most = FAR * Math.sqrt(expected);
        return others.stream().map(o -> Math.clamp(o, centre - most, centre + most)).toList();
    }

    private static double mean(List<Double> others) {
        return others.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** Their variance: what the formula says of it, corrected by what is seen. */
    private static double spread(List<Double> others, double mean, double expected) {
        double seen = others.stream().mapToDouble(o -> square(o - mean)).sum();
        return (BELIEF * expected + seen) / (BELIEF + others.size() - 1);
    }

    private static double square(double x) {
        return x * x;
    }
}

package io.reelbench.app.queue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How far the whole queue is.
 *
 * @param done     tasks that went well
 * @param total    all tasks that count
 * @param fraction by size of the clips, 0 to 1
 * @param left     how long it will still take; empty as long as nothing sensible can be said
 */
public record Overall(int done, int total, double fraction, Optional<Left> left) {

    public static final Overall NOTHING = new Overall(0, 0, 0, Optional.empty());

    /** Time in microseconds, at least and at most. */
    public record Left(long leastUs, long mostUs) {
    }

    /** Where a task is. */
    public enum Phase {
        WAITING, RUNNING, DONE, FAILED
    }

    /**
     * One task.
     *
     * @param recipe   tasks of one recipe take alike for each byte
     * @param weight   how large its clip is
     * @param fraction how far it is, when it runs
     * @param etaUs    what it still needs, when it runs
     * @param tookUs   what it needed, when it is done
     */
    public record Part(Phase phase, String recipe, double weight, OptionalDouble fraction, OptionalLong etaUs,
            OptionalLong tookUs) {
    }

    private static final double UNSURE = 0.15;
    private static final int ENOUGH = 30;

    /**
     * @param slots how many run at once
     */
    public static Overall of(List<Part> parts, int slots) {
        double whole = 0;
        double made = 0;
        int done = 0;
        boolean open = false;
        for (Part part : parts) {
            whole += part.weight;
            made += switch (part.phase) {
                case DONE -> part.weight;
                case RUNNING -> part.weight * part.fraction.orElse(0);
                case WAITING, FAILED -> 0;
            };
            done += part.phase == Phase.DONE ? 1 : 0;
            open |= part.phase == Phase.WAITING || part.phase == Phase.RUNNING;
        }
        return new Overall(done, parts.size(), whole == 0 ? 0 : made / whole, open ? left(parts, slots) : Optional.empty());
    }

    private static Optional<Left> left(List<Part> parts, int slots) {
        Map<String, List<Double>> paces = paces(parts);
        List<Double> anyPace = paces.values().stream().flatMap(List::stream).toList();
        double least = 0;
        double most = 0;
        double longestLeast = 0;
        double longestMost = 0;
        int open = 0;
        for (Part part : parts) {
            if (part.phase != Phase.WAITING && part.phase != Phase.RUNNING) {
                continue;
            }
            open++;
            double low;
            double high;
            if (part.etaUs.isPresent()) {
                low = part.etaUs.getAsLong() * (1 - UNSURE);
                high = part.etaUs.getAsLong() * (1 + UNSURE);
            } else {
                List<Double> pace = paces.getOrDefault(part.recipe, anyPace);
                if (pace.isEmpty()) {
                    return Optional.empty();
                }
                double rest = part.weight * (1 - part.fraction.orElse(0));
                low = rest * pace.stream().mapToDouble(p -> p).min().orElseThrow() * (1 - UNSURE);
                high = rest * pace.stream().mapToDouble(p -> p).max().orElseThrow() * (1 + UNSURE);
            }
            least += low;
            most += high;
            longestLeast = Math.max(longestLeast, low);
            longestMost = Math.max(longestMost, high);
        }
        int atOnce = Math.max(1, Math.min(slots, open));
        return Optional.of(new Left(Math.round(Math.max(longestLeast, least / atOnce)),
                Math.round(Math.max(longestMost, most / atOnce))));
    }

    /** Microseconds for each unit of weight, as measured: the last ones that were done, and those that run. */
    private static Map<String, List<Double>> paces(List<Part> parts) {
        Map<String, List<Double>> paces = new HashMap<>();
        for (int i = parts.size() - 1; i >= 0; i--) {
            Part part = parts.get(i);
            OptionalDouble whole = wholeUs(part);
            if (whole.isPresent() && part.weight > 0) {
                List<Double> known = paces.computeIfAbsent(part.recipe, _ -> new ArrayList<>());
                if (known.size() < ENOUGH) {
                    known.add(whole.getAsDouble() / part.weight);
                }
            }
        }
        return paces;
    }

    private static OptionalDouble wholeUs(Part part) {
        if (part.phase == Phase.DONE && part.tookUs.isPresent()) {
            return OptionalDouble.of(part.tookUs.getAsLong());
        }
        double fraction = part.fraction.orElse(0);
        boolean measured = part.phase == Phase.RUNNING && part.etaUs.isPresent() && fraction > 0.02 && fraction < 1;
        return measured ? OptionalDouble.of(part.etaUs.getAsLong() / (1 - fraction)) : OptionalDouble.empty();
    }
}

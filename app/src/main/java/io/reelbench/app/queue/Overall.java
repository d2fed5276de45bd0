package io.reelbench.app.queue;

import io.reelbench.engine.plan.Likely;
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
     * @param expected seconds that it needs alone, by what was learnt before
     */
    public record Part(Phase phase, String recipe, double weight, OptionalDouble fraction, OptionalLong etaUs,
            OptionalLong tookUs, Optional<Likely> expected) {
    }

    /** However well it is measured, the rest may differ by so much. */
    private static final double LEAST_DOUBT = 0.15;
    private static final double MOST_DOUBT = 0.6;
    private static final int ENOUGH = 30;
    private static final double SECOND = 1e6;

    /** How long a task took, or will have taken. */
    private record Measured(double us, double weight) {
    }

    /**
     * How long tasks of one recipe take of which nothing is expected, such as those of an earlier session. Clips of one camera take alike for each byte; a ProRes clip among H.264 ones does not, and then
     * clips of about one length take about one time. Whichever fitted better so far is foretold.
     *
     * @param us     microseconds for each unit of weight, or for each task
     * @param byTask which of both
     * @param doubt  how far single ones lie from it, as a share of it
     */
    private record Pace(double us, boolean byTask, double doubt) {

        static Pace of(List<Measured> measured) {
            double all = measured.stream().mapToDouble(Measured::us).sum();
            double perByte = all / measured.stream().mapToDouble(Measured::weight).sum();
            double perTask = all / measured.size();
            double bytes = measured.stream().mapToDouble(m -> Math.abs(m.us / m.weight - perByte) / perByte).average()
                    .orElseThrow();
            double tasks = measured.stream().mapToDouble(m -> Math.abs(m.us - perTask) / perTask).average().orElseThrow();
            boolean byTask = tasks < bytes;
            // one alone tells nothing of how much they differ
            double doubt = measured.size() == 1 ? MOST_DOUBT / 2 : Math.min(tasks, bytes);
            return new Pace(byTask ? perTask : perByte, byTask, doubt);
        }

        double whole(Part part) {
            return byTask ? us : us * part.weight;
        }
    }

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
        Map<String, List<Measured>> measured = measured(parts);
        List<Measured> anything = measured.values().stream().flatMap(List::stream).toList();
        Map<String, Pace> paces = new HashMap<>();
        List<Part> left = parts.stream().filter(p -> p.phase == Phase.WAITING || p.phase == Phase.RUNNING).toList();
        double slower = slower(parts, slots) * Math.min(slots, left.size()) / slots;
        double whole = 0;
        double longest = 0;
        double doubt = 0;
        for (Part part : left) {
            List<Measured> known = measured.getOrDefault(part.recipe, anything);
            double us;
            if (part.etaUs.isPresent()) {
                us = part.etaUs.getAsLong();
            } else if (part.expected.isPresent()) {
                Likely seconds = part.expected.get().times(SECOND * Math.max(1, slower) * (1 - part.fraction.orElse(0)));
                us = (seconds.least() + seconds.most()) / 2;
                doubt += (seconds.most() - seconds.least()) / 2;
            } else if (known.isEmpty()) {
                return Optional.empty();
            } else {
                Pace pace = paces.computeIfAbsent(part.recipe, _ -> Pace.of(known));
                us = pace.whole(part) * (1 - part.fraction.orElse(0));
                doubt += us * pace.doubt;
            }
            whole += us;
            longest = Math.max(longest, us);
        }
        double us = Math.max(longest, whole / Math.max(1, Math.min(slots, left.size())));
        // what is too much here is too little there: of many, less of the doubt remains
        double share = whole == 0 ? 0 : doubt / whole / Math.sqrt(left.size());
        double unsure = Math.clamp(share, LEAST_DOUBT, MOST_DOUBT);
        return Optional.of(new Left(Math.round(us * (1 - unsure)), Math.round(us * (1 + unsure))));
    }

    /**
     * By how much tasks take longer side by side than each alone: as was measured, else as on a machine that one of them fills. One that
     * has just begun is measured badly and counts as little as it has done.
     */
    private static double slower(List<Part> parts, int slots) {
        double real = 0;
        double alone = 0;
        for (Part part : parts) {
            OptionalDouble whole = wholeUs(part);
            if (whole.isPresent() && part.expected.isPresent()) {
                double expected = SECOND * (part.expected.get().least() + part.expected.get().most()) / 2;
                double sure = part.phase == Phase.DONE ? 1 : part.fraction.orElse(0);
                real += sure * whole.getAsDouble() + (1 - sure) * expected * slots;
                alone += expected;
            }
        }
        return alone > 0 ? real / alone : slots;
    }

    /** The last ones that were done, and those that run. */
    private static Map<String, List<Measured>> measured(List<Part> parts) {
        Map<String, List<Measured>> paces = new HashMap<>();
        for (int i = parts.size() - 1; i >= 0; i--) {
            Part part = parts.get(i);
            OptionalDouble whole = wholeUs(part);
            if (whole.isPresent() && part.weight > 0) {
                List<Measured> known = paces.computeIfAbsent(part.recipe, _ -> new ArrayList<>());
                if (known.size() < ENOUGH) {
                    known.add(new Measured(whole.getAsDouble(), part.weight));
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

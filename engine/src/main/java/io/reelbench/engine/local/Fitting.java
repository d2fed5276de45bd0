package io.reelbench.engine.local;

import io.reelbench.engine.problem.FailedException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the bit rate at which a file comes out just under a size. What a file holds beside its picture stays the same, and the picture
 * follows its bit rate nearly in a line: after one try the next is in proportion, after two it is on the line through them.
 */
final class Fitting {

    /** A file this near to the size is near enough: not more than 5 % are given away. */
    private static final double NEAR = 0.95;
    /** Where a further try aims. */
    private static final double AIM = 0.98;
    private static final int TRIES = 4;
    /** What grows by less than this although it was given more has all that it can use. */
    private static final double GROWS = 1.005;
    private static final long MOST_GROWTH = 3;

    /** Makes the file at a bit rate and says how large it is. */
    interface Make {
        long at(long bitrate) throws FailedException, InterruptedException;
    }

    private final long least;
    private final long maxBytes;
    private final long fixed;
    private final Make make;
    private final TreeMap<Long, Long> sizes = new TreeMap<>();

    /**
     * @param least    no bit rate below this is tried
     * @param maxBytes the size that must not be passed
     * @param fixed    about what it holds beside the picture
     */
    Fitting(long least, long maxBytes, long fixed, Make make) {
        this.least = least;
        this.maxBytes = maxBytes;
        this.fixed = fixed;
        this.make = make;
    }

    /** The size of the file that stands there in the end; more than asked for only when nothing fits. */
    long fit(long start) throws FailedException, InterruptedException {
        long value = start;
        for (int tries = 0; tries < TRIES && !sizes.containsKey(value); tries++) {
            sizes.put(value, make.at(value));
            if (isNear(sizes.get(value)) || isFull(value)) {
                return sizes.get(value);
            }
            long last = value;
            value = next(value);
            if (value == last) {
                return sizes.get(value);
            }
        }
        long made = sizes.keySet().stream().filter(v -> sizes.get(v) <= maxBytes).max(Long::compare).orElse(sizes.firstKey());
        return make.at(made);
    }

    private boolean isNear(long size) {
        return size <= maxBytes && size >= NEAR * maxBytes;
    }

    /** Whether more bits made it no larger. */
    private boolean isFull(long value) {
        Map.Entry<Long, Long> lower = sizes.lowerEntry(value);
        return lower != null && sizes.get(value) <= maxBytes && sizes.get(value) < lower.getValue() * GROWS;
    }

    private long next(long value) {
        Map.Entry<Long, Long> under = null;
        Map.Entry<Long, Long> over = null;
        for (Map.Entry<Long, Long> tried : sizes.entrySet()) {
            if (tried.getValue() <= maxBytes) {
                under = tried;
            } else if (over == null) {
                over = tried;
            }
        }
        double aim = AIM * maxBytes;
        long wanted;
        if (under != null && over != null && over.getKey() > under.getKey()) {
            double share = (aim - under.getValue()) / (over.getValue() - under.getValue());
            wanted = under.getKey() + Math.round((over.getKey() - under.getKey()) * Math.clamp(share, 0.05, 0.95));
        } else {
            double picture = Math.max(1, sizes.get(value) - fixed);
            wanted = Math.round(value * Math.max(0.02, (aim - fixed) / picture));
        }
        return Math.clamp(wanted, least, MOST_GROWTH * value);
    }
}

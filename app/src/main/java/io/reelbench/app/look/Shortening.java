package io.reelbench.app.look;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What remains of words when there is less room than they want. */
public final class Shortening {

    private static final String GONE = "…";
    private static final int TAIL = 4;

    private Shortening() {}

    /** A name without its middle, since start and ending tell most: {@code sintel_d…late.mxf}. */
    public static String middle(String name, double width, ToDoubleFunction<String> measure) {
        if (measure.applyAsDouble(name) <= width) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        int ending = dot > 0 && name.length() - dot <= 6 ? name.length() - dot : 0;
        int fits = 1;
        int tooMany = name.length();
        while (tooMany - fits > 1) {
            int middle = (fits + tooMany) / 2;
            if (measure.applyAsDouble(without(name, middle, ending)) <= width) {
                fits = middle;
            } else {
                tooMany = middle;
            }
        }
        return without(name, fits, ending);
    }

    private static String without(String name, int kept, int ending) {
        int tail = Math.min(kept / 2, ending + TAIL);
        int head = kept - tail;
        if (head > 0 && Character.isHighSurrogate(name.charAt(head - 1))) {
            head--;
        }
        int from = name.length() - tail;
        if (from < name.length() && Character.isLowSurrogate(name.charAt(from))) {
            from++;
        }
        return name.substring(0, head) + GONE + name.substring(from);
    }

    /** As many whole facts from the left as fit; the first one always stands. */
    public static String facts(List<String> facts, double width, ToDoubleFunction<String> measure) {
        for (int count = facts.size(); count > 1; count--) {
            String joined = joined(facts.subList(0, count));
            if (measure.applyAsDouble(joined) <= width) {
                return joined;
            }
        }
        return facts.isEmpty() ? "" : facts.getFirst();
    }

    /** {@code 1080p 29.97 · H.264 · 2 audio}. */
    public static String joined(List<String> facts) {
        return String.join(" · ", facts);
    }
}

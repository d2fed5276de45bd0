package io.reelbench.engine.plan;

import java.util.List;

/**
 * What a plan gives this machine to do, in few figures and without any name or path: what can be remembered of it, and compared.
 *
 * @param mediaSeconds how long the film or sound is that is written
 * @param megapixels   of all frames that are decoded and encoded, in millions; 0 when nothing is
 * @param time         seconds that it may take when nothing else runs
 * @param sizes        bytes of each product, in the plan's order
 */
public record Work(double mediaSeconds, double megapixels, Rough time, List<Rough> sizes) {

    /**
     * A figure by formula, and what it is like.
     *
     * @param kinds what else came out alike, from the broadest kind to the narrowest
     * @param value by formula; more than 0
     * @param doubt by what factor it may be off either way where nothing was learnt; at least 1
     */
    public record Rough(List<String> kinds, double value, double doubt) {
    }
}

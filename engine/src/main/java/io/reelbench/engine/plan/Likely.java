package io.reelbench.engine.plan;

import java.util.Collection;

/**
 * What is to be expected of a figure: in four of five cases it lies between these.
 *
 * @param least  seconds or bytes
 * @param most   in the same unit
 * @param learnt whether anything like it was done before; else it is a formula's word
 */
public record Likely(double least, double most, boolean learnt) {

    public static final Likely NONE = new Likely(0, 0, true);

    /** All together. What single ones are off evens out in part where it was measured; a formula may be off for all of them alike. */
    public static Likely sum(Collection<Likely> all) {
        double middle = all.stream().mapToDouble(each -> (each.least + each.most) / 2).sum();
        double alike = all.stream().mapToDouble(Likely::half).sum();
        double apart = Math.sqrt(all.stream().mapToDouble(each -> each.half() * each.half()).sum());
        boolean learnt = all.stream().allMatch(Likely::learnt);
        double half = learnt ? (alike + apart) / 2 : alike;
        return new Likely(Math.max(0, middle - half), middle + half, learnt);
    }

    private double half() {
        return (most - least) / 2;
    }

    /** The same of a part of it. */
    public Likely times(double share) {
        return new Likely(least * share, most * share, learnt);
    }
}

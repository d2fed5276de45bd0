package io.reelbench.engine.plan;

/**
 * One file that a plan makes.
 *
 * @param extension without a dot, for example {@code mp4}; empty for a folder
 * @param label     what tells it from other products of the same plan, for a name ({@code thumbnail}, {@code eng}); empty for the only one
 * @param expect    what it must be
 */
public record Product(String extension, String label, Expect expect) {

    /** Whether it is a folder. */
    public boolean isFolder() {
        return expect instanceof Expect.Pictures pictures && pictures.packing() == Packing.NONE;
    }
}

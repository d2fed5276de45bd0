package io.reelbench.engine.plan;

/**
 * One file that a plan makes.
 *
 * @param extension without a dot, for example {@code mp4}; empty for a folder
 * @param label     what tells it from other products of the same plan, for a name ({@code thumbnail}, {@code eng}); empty for the only one
 * @param expect    what it must be
 * @param folder    a folder of its own below that of the outputs, where it keeps the very name of its clip; empty for none
 */
public record Product(String extension, String label, Expect expect, String folder) {

    public Product(String extension, String label, Expect expect) {
        this(extension, label, expect, "");
    }

    /** Whether it is a folder. */
    public boolean isFolder() {
        return expect instanceof Expect.Pictures pictures && pictures.packing() == Packing.NONE
                || expect instanceof Expect.Slices || expect instanceof Expect.Anything(boolean folder) && folder;
    }
}

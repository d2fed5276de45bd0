package io.reelbench.engine.output;

/** What to do when a file of the wished name is already there. Whatever is chosen, a source is never touched. */
public enum IfExists {
    /** Take the next free name: {@code clip-2.mp4}. */
    RENAME,
    /** Leave it as it is and make nothing. */
    SKIP,
    /** Let the new file take its place; the old one is removed only when the new one stands. */
    REPLACE,
    /** Say so and make nothing. */
    FAIL
}
